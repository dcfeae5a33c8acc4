"""Paper with grain and soft clouds."""

from __future__ import annotations

import hashlib
from functools import partial
from pathlib import Path

import pygame

from game.screen.cache import Cache, surface_bytes
from game.screen.colour import Colour

CLOUDS = 8  # levels between the darkest cloud and the lightest
CLOUD = 60  # pixels between the points of a sheet's clouds
PAPER_BYTES = 16_000_000


class Papers:
    """Mottled grounds of sheets, one for a size, colour and grain, from a grey tile to multiply with."""

    def __init__(self, tile: Path) -> None:
        self._made: Cache[tuple[int, int, Colour, int], pygame.Surface] = Cache(PAPER_BYTES, surface_bytes)
        self._file = tile
        self._tile: pygame.Surface | None = None

    def sheet(self, size: tuple[int, int], colour: Colour, grain: int = 1) -> pygame.Surface:
        """Return an opaque sheet; sheets of the same grain are alike, of another differ."""
        return self._made.get((*size, colour, grain), partial(self._sheet, size, colour, grain))

    def _sheet(self, size: tuple[int, int], colour: Colour, grain: int) -> pygame.Surface:
        surface = pygame.Surface(size)
        surface.fill(colour)
        clouds = _clouds(size, grain)
        surface.blit(clouds, (0, 0), special_flags=pygame.BLEND_RGB_ADD)
        surface.fill((CLOUDS // 2,) * 3, special_flags=pygame.BLEND_RGB_SUB)
        if self._tile is None:
            self._tile = _opaque(pygame.image.load(self._file))
        wide, high = self._tile.get_size()
        for x in range(0, size[0], wide):
            for y in range(0, size[1], high):
                surface.blit(self._tile, (x, y), special_flags=pygame.BLEND_RGB_MULT)
        return surface


def noise(seed: str, length: int) -> bytes:
    return hashlib.shake_128(seed.encode()).digest(length)


def _clouds(size: tuple[int, int], grain: int) -> pygame.Surface:
    """Soft spots of light, with no repeat."""
    wide, high = size[0] // CLOUD + 3, size[1] // CLOUD + 3
    levels = noise(f"cloud {grain}", wide * high)
    small = pygame.Surface((wide, high))
    for i, level in enumerate(levels):
        light = level * CLOUDS // 255
        small.set_at((i % wide, i // wide), (light, light, light * 5 // 6))
    return pygame.transform.smoothscale(small, size)


def _opaque(picture: pygame.Surface) -> pygame.Surface:
    """The picture in true colours: the file is grey by index."""
    surface = pygame.Surface(picture.get_size())
    surface.blit(picture, (0, 0))
    return surface
