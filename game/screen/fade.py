"""One screen coming through another."""

from __future__ import annotations

import pygame

LASTS = 0.18
BEFOREHAND = 0.016
"""So much of the time is taken for gone at the start, or the first frame would show nothing new."""


class Fade:
    """Two pictures of the same size, and when the first began to go (seconds)."""

    def __init__(self, before: pygame.Surface, after: pygame.Surface, began: float) -> None:
        self._before, self._after, self._began = before, after, began - BEFOREHAND

    def is_over(self, now: float) -> bool:
        return now >= self._began + LASTS

    def draw(self, surface: pygame.Surface, now: float) -> None:
        share = min(1.0, max(0.0, (now - self._began) / LASTS))
        surface.blit(self._after, (0, 0))
        self._before.set_alpha(round(255 * (1 - share) ** 2))
        surface.blit(self._before, (0, 0))

    def finish(self, surface: pygame.Surface) -> None:
        surface.blit(self._after, (0, 0))
