"""Paper with grain and soft clouds."""

from __future__ import annotations

import hashlib
from functools import partial

import pygame

from game.screen.cache import Cache, surface_bytes
from game.screen.colour import Colour

TILE = 256
CLOUD = 60  # pixels between the points of a sheet's clouds
PAPER_BYTES = 16_000_000


class Papers:
    """Mottled grounds of sheets, one for a size, colour and grain."""

    def __init__(self) -> None:
        self._made: Cache[tuple[int, int, Colour, int], pygame.Surface] = Cache(PAPER_BYTES, surface_bytes)
        self._tile: pygame.Surface | None = None

    def sheet(self, size: tuple[int, int], colour: Colour, grain: int = 1) -> pygame.Surface:
        """Return an opaque sheet; sheets of the same grain are alike, of another differ."""
        return self._made.get((*size, colour, grain), partial(self._sheet, size, colour, grain))

    def _sheet(self, size: tuple[int, int], colour: Colour, grain: int) -> pygame.Surface:
        surface = pygame.Surface(size)
        surface.fill(colour)
        clouds = _clouds(size, grain)
        surface.blit(clouds, (0, 0), special_flags=pygame.BLEND_RGB_ADD)
        surface.fill((7, 7, 7), special_flags=pygame.BLEND_RGB_SUB)
        if self._tile is None:
            self._tile = _tile()
        for x in range(0, size[0], TILE):
            for y in range(0, size[1], TILE):
                surface.blit(self._tile, (x, y), special_flags=pygame.BLEND_RGB_MULT)
        return surface


def noise(seed: str, length: int) -> bytes:
    return hashlib.shake_128(seed.encode()).digest(length)


def _tile() -> pygame.Surface:
    """A square of grain near white: most pixels hardly darkened, few by more than a fiftieth."""
    first, second = noise("grain", TILE * TILE), noise("fibre", TILE * TILE)
    greys = bytes((a + b) >> 1 for a, b in zip(first, second, strict=True))
    indexed = pygame.image.frombuffer(greys, (TILE, TILE), "P")
    indexed.set_palette([(level, level, level) for level in (245 + i * 11 // 256 for i in range(256))])
    surface = pygame.Surface(indexed.get_size())
    surface.blit(indexed, (0, 0))
    return surface


def _clouds(size: tuple[int, int], grain: int) -> pygame.Surface:
    """Soft spots between 0 and 14 levels of light, with no repeat."""
    wide, high = size[0] // CLOUD + 3, size[1] // CLOUD + 3
    levels = noise(f"cloud {grain}", wide * high)
    small = pygame.Surface((wide, high))
    for i, level in enumerate(levels):
        light = level * 14 // 255
        small.set_at((i % wide, i // wide), (light, light, light * 5 // 6))
    return pygame.transform.smoothscale(small, size)
