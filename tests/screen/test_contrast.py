"""All words of all screens, in every set of colours, stand off what is really drawn beneath them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pygame
import pytest

from game.screen import maplabels
from game.screen.canvas import Canvas
from game.screen.colour import Colour, contrast
from game.screen.fonts import Cut, Role
from game.screen.parts import globe_inset
from game.screen.screens.screen import Screen
from game.screen.stage import Workshop
from game.screen.still import still
from game.screen.theme import THEMES, Theme
from game.screen.typeset import Setting, Style
from game.store.settings import Settings
from game.view.vocabulary import PROGRAM
from tests.screen.test_every_size import screens

ASSETS = Path(__file__).parents[2] / "assets"
SIZE = (1280, 720)
LEAST, LEAST_LARGE = 4.5, 3.0
BOLD, LARGE = 24.0, 34.0
"""From which size, in units, bold and other type is large."""
SLICES = 4
"""Of each text, since it may lie across two grounds."""


class Pair(NamedTuple):
    """A colour of words by its name in the theme, on a ground, and whether the type is large."""

    ink: str
    ground: str
    is_large: bool


class Seen:
    """The pairs of one theme, with the least contrast that each was drawn with and the words."""

    def __init__(self, theme: Theme) -> None:
        self._names = {colour: name for name, colour in _tokens(theme)}
        self.least: dict[Pair, tuple[float, str]] = {}

    def note(self, setting: Setting, ground: Colour, text: float) -> None:
        style, ink = setting.style, setting.style.colour
        words = " ".join(piece.run.words for line in setting.lines for piece in line.pieces)
        size = style.size * text
        is_bold = style.role in (Role.DISPLAY, Role.HEADLINE) or style.cut is Cut.STRONG
        pair = Pair(self.name(ink), self.nearest(ground), size >= (BOLD if is_bold else LARGE))
        found = contrast(ink, ground)
        if found < self.least.get(pair, (22.0, ""))[0]:
            self.least[pair] = (found, words)

    def name(self, colour: Colour) -> str:
        return self._names.get(colour, str(colour))

    def nearest(self, colour: Colour) -> str:
        """The token that a ground is: paper is mottled, and the night is darker toward its edge."""
        return min(
            self._names.items(),
            key=lambda each: sum((a - b) ** 2 for a, b in zip(each[0], colour, strict=True)),
        )[1]

    @property
    def wrong(self) -> dict[Pair, tuple[float, str]]:
        return {
            pair: (round(found, 2), words)
            for pair, (found, words) in self.least.items()
            if found < (LEAST_LARGE if pair.is_large else LEAST)
        }


def _tokens(theme: Theme) -> Iterator[tuple[str, Colour]]:
    for name in reversed(Theme.__annotations__):
        value = getattr(theme, name)
        if isinstance(value, tuple):
            yield name, value


def _beneath(canvas: Canvas, setting: Setting, x: float, y: float) -> Iterator[Colour]:
    """The colours of what lies beneath a text before it is drawn, from left to right."""
    left = canvas.scale.left + round(x * canvas.scale.unit - setting.style.align.value * setting.width)
    top = canvas.scale.top + round(y * canvas.scale.unit)
    clip = canvas.surface.get_clip()
    wide = max(1, round(setting.width / SLICES))
    for i in range(SLICES):
        rect = pygame.Rect(left + i * wide, top, wide, max(1, round(setting.cap))).clip(clip)
        if rect.width and rect.height and setting.width:
            red, green, blue, _ = pygame.transform.average_color(canvas.surface, rect)
            yield red, green, blue


@cache
def workshop() -> Workshop:
    return Workshop(ASSETS)


def shown() -> tuple[Screen, ...]:
    """The screens at which nothing that matters is left out; of two that are alike, the first."""
    kinds: dict[tuple[object, ...], Screen] = {}
    for screen in screens():
        kinds.setdefault((type(screen), screen.focus, getattr(screen, "tab", "")), screen)
    return tuple(kinds.values())


@pytest.mark.parametrize("chosen", THEMES, ids="-".join)
def test_every_text_stands_off_its_ground(chosen: tuple[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    seen = Seen(THEMES[chosen])  # type: ignore[index]
    place = Canvas.place

    def noted(canvas: Canvas, setting: Setting, x: float, y: float) -> None:
        for ground in _beneath(canvas, setting, x, y):
            seen.note(setting, ground, canvas.scale.text)
        place(canvas, setting, x, y)

    def edged(canvas: Canvas, words: str, style: Style, x: float, y: float) -> None:
        setting = canvas.setting(words, style)
        seen.note(setting, canvas.theme.n0, canvas.scale.text)
        place(canvas, setting, x, y)

    monkeypatch.setattr(Canvas, "place", noted)
    for module in (maplabels, globe_inset):
        monkeypatch.setattr(module, "write_with_halo", edged)
    settings = Settings(ground=chosen[0], colours=chosen[1])  # type: ignore[arg-type]
    for screen in shown():
        still((screen,), SIZE, workshop(), PROGRAM, settings)
    assert len(seen.least) > 30
    assert seen.wrong == {}
