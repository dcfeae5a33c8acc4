"""One screen coming through another."""

from __future__ import annotations

import pygame

LASTS = 0.18
BEFOREHAND = 0.016
"""So much of the time is taken for gone at the start, or the first frame would show nothing new."""


class Fade:
    """A picture that comes through what a surface shows, from a moment on (seconds).

    Each frame lays a little of it over the frame before: half the work of mixing both anew. A picture with an
    alpha for each pixel is laid over another in two thirds of the time that one without them takes.
    """

    def __init__(self, after: pygame.Surface, began: float) -> None:
        self._after = pygame.Surface(after.get_size(), pygame.SRCALPHA)
        self._after.blit(after, (0, 0))
        self._began = began - BEFOREHAND
        self._left = 1.0

    def is_over(self, now: float) -> bool:
        return now >= self._began + LASTS

    def draw(self, surface: pygame.Surface, now: float) -> None:
        """Draw the next frame over the one before, at the beginning over the picture that goes."""
        share = min(1.0, max(0.0, (now - self._began) / LASTS))
        left = (1 - share) ** 2
        self._after.set_alpha(round(255 * (1 - left / self._left)) if self._left else 255)
        surface.blit(self._after, (0, 0))
        self._left = left

    def finish(self, surface: pygame.Surface) -> None:
        self._after.set_alpha(None)
        surface.blit(self._after, (0, 0))
