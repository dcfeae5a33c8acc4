"""What the player does with keys and mouse, in words of the game."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar

import pygame

from game.frozen import NamedTuple

_NAMED: Mapping[int, str] = {
    pygame.K_TAB: "tab",
    pygame.K_RETURN: "enter",
    pygame.K_KP_ENTER: "enter",
    pygame.K_SPACE: "space",
    pygame.K_ESCAPE: "escape",
    pygame.K_BACKSPACE: "backspace",
    pygame.K_DELETE: "delete",
    pygame.K_LEFT: "left",
    pygame.K_RIGHT: "right",
    pygame.K_UP: "up",
    pygame.K_DOWN: "down",
    pygame.K_PAGEUP: "page_up",
    pygame.K_PAGEDOWN: "page_down",
    pygame.K_HOME: "home",
    pygame.K_END: "end",
    pygame.K_PLUS: "+",
    pygame.K_EQUALS: "+",
    pygame.K_KP_PLUS: "+",
    pygame.K_MINUS: "-",
    pygame.K_KP_MINUS: "-",
    **{getattr(pygame, f"K_F{number}"): f"f{number}" for number in range(1, 13)},
    **{getattr(pygame, f"K_KP{number}"): str(number) for number in range(10)},
}
Item = TypeVar("Item")

_FIRST_LETTER, _FIRST_DIGIT = pygame.KSCAN_A, pygame.KSCAN_1


class Press(NamedTuple):
    """A key by its name: a letter, a digit, a sign or a word such as `page_up`."""

    key: str
    has_shift: bool = False
    has_control: bool = False
    has_alt: bool = False

    def numbered(self, items: Sequence[Item]) -> Item | None:
        """Return the one of some items that the digit numbers, the first being 1; None for other keys."""
        place = int(self.key) if self.key.isdigit() else 0
        return items[place - 1] if 0 < place <= len(items) else None


def pressed(event: pygame.Event) -> Press | None:
    """Return what a KEYDOWN event means, or None for a key of no use here.

    Letters follow the label of the key; on a layout without Latin letters, its place.
    """
    name = _NAMED.get(event.key) or _latin(event.key) or _placed(event.scancode)
    if name is None:
        return None
    held = event.mod
    return Press(
        name, bool(held & pygame.KMOD_SHIFT), bool(held & pygame.KMOD_CTRL), bool(held & pygame.KMOD_ALT)
    )


def _latin(key: int) -> str | None:
    return chr(key) if key < 128 and chr(key).isalnum() else None


def _placed(scancode: int) -> str | None:
    """Return the letter or digit that lies at this place on a Latin keyboard."""
    letter, digit = scancode - _FIRST_LETTER, scancode - _FIRST_DIGIT
    if 0 <= letter < 26:
        return chr(ord("a") + letter)
    return str((digit + 1) % 10) if 0 <= digit < 10 else None
