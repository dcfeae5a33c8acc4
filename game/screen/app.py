"""The window opens with a first picture at once; everything else is loaded while it is seen.

Nothing is imported here at module level that the first picture does not need: the rest takes
longer than the window itself.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING

os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
os.environ.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")  # the flip of a window without a GPU: 2 ms for 21
os.environ.setdefault("SDL_WINDOWS_DPI_AWARENESS", "permonitorv2")  # else Windows stretches the picture
os.environ.setdefault("SDL_VIDEO_X11_NET_WM_BYPASS_COMPOSITOR", "0")  # a game of papers needs no such thing

import pygame

from game.store.places import shipped

if TYPE_CHECKING:
    from game.screen.prepared import Prepared

SIZE = (1280, 720)
LARGE_SIZE = (1920, 1080)
LARGE_DESKTOP = 2560
LEAST_SIZE = (960, 540)
NAME = "ExComm"
_GROUND = (16, 27, 32)
_TYPE = (240, 235, 221)
_BAR = (224, 75, 54)


def run(prepare: Callable[[], Prepared]) -> int:
    """Show the game, or the title where there is none, until the player leaves; return the exit status.

    `prepare` is called once the first picture is seen. Raises pygame.error where no window can be
    opened, and only then.
    """
    pygame.display.init()
    pygame.font.init()  # and no sound: where there is none, SDL complains
    window = _opened()
    try:
        _draw_first(window.get_surface())
        window.flip()
        from game.screen.loop import Loop  # noqa: PLC0415 - heavy, and the first picture does without it

        return Loop(window, prepare()).run()
    finally:
        window.destroy()
        pygame.quit()


def _opened() -> pygame.Window:
    desktops = pygame.display.get_desktop_sizes()
    size = LARGE_SIZE if desktops and desktops[0][0] >= LARGE_DESKTOP else SIZE
    window = pygame.Window(NAME, size, resizable=True, allow_high_dpi=True)
    window.minimum_size = LEAST_SIZE
    pygame.key.set_repeat(350, 40)
    return window


def _draw_first(surface: pygame.Surface) -> None:
    """Draw the name of the game on flat ground, where the title will have it."""
    unit = min(surface.get_width() / 1920, surface.get_height() / 1080)
    surface.fill(_GROUND)
    surface.fill(_BAR, (round(80 * unit), round(96 * unit), round(96 * unit), round(10 * unit)))
    font = pygame.Font(shipped("assets") / "fonts" / "Oswald-700.ttf", round(236 * unit))
    name = font.render(NAME.upper(), True, _TYPE)
    top = round(142 * unit) - (font.get_ascent() - round(0.81 * 236 * unit))
    surface.blit(name, (round(80 * unit), top))
