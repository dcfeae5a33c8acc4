"""Screens as a picture of any size, without a window: for pictures of the manual and for tests."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from game.screen.router import focus_of
from game.screen.scene import Piece
from game.screen.screens.screen import Screen
from game.screen.stage import Stage, Workshop
from game.store.settings import Settings
from game.view.words import Words

ENOUGH = 60_000.0  # milliseconds: all that is made in slices is made


def still(
    screens: Sequence[Screen],
    size: tuple[int, int],
    workshop: Workshop,
    words: Words,
    settings: Settings | None = None,
    *,
    is_presented: bool = False,
) -> pygame.Surface:
    """Return the picture of screens that lie over each other, the last on top, finished and at rest."""
    surface = pygame.Surface(size)
    stage = Stage(surface, settings or Settings(), workshop, words, is_presented=is_presented)
    pieces: list[Piece] = []
    for depth, screen in enumerate(screens):
        layout = screen.layout(stage.desk)
        if screen is screens[-1]:
            layout = screen.focused(focus_of(screen, layout)).layout(stage.desk)
        pieces += [Piece(f"{depth} {piece.id}", piece.box, piece.part) for piece in layout.scene]
    stage.paint(tuple(pieces))
    while stage.is_busy:
        stage.advance(ENOUGH)
    return surface
