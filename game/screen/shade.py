"""Shadows under sheets, and the darkening of the ground toward its corners."""

from __future__ import annotations

import math
from functools import partial

import pygame

from game.screen.box import Box
from game.screen.cache import Cache, surface_bytes
from game.screen.colour import BLACK, Colour
from game.screen.scale import PixelBox, Scale

COARSE = 4  # shadows are soft: they are made at a quarter of their size
SHADOW_BYTES = 6_000_000
Key = tuple[int, int, int, int]


class Shadows:
    """Soft shadows of rectangles, one picture for a size, softness and strength in pixels."""

    def __init__(self) -> None:
        self._made: Cache[Key, pygame.Surface] = Cache(SHADOW_BYTES, surface_bytes)

    def draw(
        self,
        surface: pygame.Surface,
        scale: Scale,
        box: Box,
        hidden: PixelBox,
        soft: float,
        alpha: int,
    ) -> None:
        """Draw the shadow of a box that lies flat upon the ground, softened outward; not what is hidden."""
        left, top, width, height = scale.rect(box)
        margin = scale.pixels(soft * 2)
        made = partial(_shadow, width, height, margin, alpha)
        shadow = self._made.get((width, height, margin, alpha), made)
        whole = shadow.get_rect(topleft=(left - margin, top - margin))
        for part in around(whole, whole.clip(hidden)):
            surface.blit(shadow, part, part.move(-whole.x, -whole.y))


def around(whole: pygame.Rect, inner: pygame.Rect) -> tuple[pygame.Rect, ...]:
    """Return what of a rectangle lies about one within it: above, to the left, to the right, and below."""
    if not inner.width or not inner.height:
        return (whole,)
    return (
        pygame.Rect(whole.left, whole.top, whole.width, inner.top - whole.top),
        pygame.Rect(whole.left, inner.top, inner.left - whole.left, inner.height),
        pygame.Rect(inner.right, inner.top, whole.right - inner.right, inner.height),
        pygame.Rect(whole.left, inner.bottom, whole.width, whole.bottom - inner.bottom),
    )


def _shadow(width: int, height: int, margin: int, alpha: int) -> pygame.Surface:
    size = (width + 2 * margin, height + 2 * margin)
    small = (max(2, size[0] // COARSE), max(2, size[1] // COARSE))
    edge = (margin * small[0] / size[0], margin * small[1] / size[1])
    coarse = pygame.Surface(small, pygame.SRCALPHA)
    inner = pygame.Rect(edge[0], edge[1], small[0] - 2 * edge[0], small[1] - 2 * edge[1])
    pygame.draw.rect(coarse, (*BLACK, alpha), inner)
    radius = max(1, round(edge[0] / 2.6))
    soft = pygame.transform.box_blur(pygame.transform.box_blur(coarse, radius), radius)
    return pygame.transform.smoothscale(soft, size)


VIGNETTE = (64, 36)


def ground(size: tuple[int, int], colour: Colour, strength: float, centre: float = 0.45) -> pygame.Surface:
    """Return an opaque ground, darker toward the corners by the strength; 0 leaves it flat."""
    surface = pygame.Surface(size)
    surface.fill(colour)
    if strength <= 0:
        return surface
    veil = pygame.Surface(VIGNETTE)
    for y in range(VIGNETTE[1]):
        for x in range(VIGNETTE[0]):
            across = ((x + 0.5) / VIGNETTE[0] - 0.5) * 1.25
            along = (y + 0.5) / VIGNETTE[1] - centre
            distance = min(math.hypot(across, along) * 1.5, 1.3) ** 2
            grey = max(0, round(255 * (1 - strength * distance)))
            veil.set_at((x, y), (grey, grey, grey))
    surface.blit(pygame.transform.smoothscale(veil, size), (0, 0), special_flags=pygame.BLEND_RGB_MULT)
    return surface
