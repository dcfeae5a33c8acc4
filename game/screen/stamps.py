"""Small shapes with smooth edges that are drawn again and again: made once for a size and what they show."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from math import floor
from typing import TypeVar

import pygame

from game.screen.box import Box
from game.screen.cache import Cache, surface_bytes
from game.screen.colour import Colour
from game.screen.scale import Scale
from game.screen.vector import Pen

STAMP_BYTES = 2_000_000
FINE = 4  # steps of a pixel, as many as the pen has: within one of them it draws the same
What = TypeVar("What", bound=Hashable)
Key = tuple[object, ...]


class Stamps:
    """Draws shapes in a box with a pen, and keeps them."""

    def __init__(self) -> None:
        self._made: Cache[Key, pygame.Surface] = Cache(STAMP_BYTES, surface_bytes)

    def draw(
        self,
        surface: pygame.Surface,
        scale: Scale,
        box: Box,
        ground: Colour,
        shape: Callable[[Pen, Box, What], None],
        what: What,
    ) -> None:
        """Draw a shape in a box; `ground` is the colour in which its edges fade away."""
        rect = scale.rect(box)
        unit = scale.unit
        right, down = box.x * unit + scale.left - rect[0], box.y * unit + scale.top - rect[1]
        key = (shape, what, rect[2:], unit, floor(FINE * right), floor(FINE * down), ground)

        def made() -> pygame.Surface:
            layer = pygame.Surface(rect[2:], pygame.SRCALPHA)
            layer.fill((*ground, 0))
            with Pen(layer, scale.inside(rect), box) as pen:
                shape(pen, box, what)
            return layer

        surface.blit(self._made.get(key, made), rect[:2])
