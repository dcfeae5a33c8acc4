"""Rubber stamps: a word in a worn frame, a little askew."""

from __future__ import annotations

import pygame

from game.frozen import Frozen
from game.screen.canvas import Canvas
from game.screen.colour import Colour
from game.screen.fonts import Role
from game.screen.paper import noise
from game.screen.typeset import Style

ALPHA = 200
SPECK = 7  # pixels of the large picture that wear off together
LARGE = 2


class Stamp(Frozen):
    """The words of a stamp, its size in logical units and its angle in degrees, counter-clockwise."""

    words: str
    size: float = 28
    angle: float = 7


def draw_stamp(canvas: Canvas, stamp: Stamp, right: float, bottom: float, colour: Colour) -> None:
    """Draw a stamp so that its lower right corner lies at a place."""
    picture = _stamped(canvas, stamp, colour)
    left, top = canvas.scale.point(right, bottom)
    canvas.surface.blit(picture, (left - picture.get_width(), top - picture.get_height()))


def _stamped(canvas: Canvas, stamp: Stamp, colour: Colour) -> pygame.Surface:
    style = Style(Role.HEADLINE, stamp.size * LARGE, colour, track=0.06)
    words = canvas.setting(stamp.words, style)
    size = round(stamp.size * canvas.scale.unit * canvas.scale.text * LARGE)
    width, height = round(words.width + 1.3 * size), round(1.78 * size)
    surface = pygame.Surface((width + 8, height + 8), pygame.SRCALPHA)
    surface.fill((*colour, 0))
    frame = (4, 4, width, height)
    pygame.draw.rect(
        surface, colour, frame, max(2, round(size * 0.13)), border_radius=max(2, round(size * 0.16))
    )
    rendering = canvas.kit.type.rendering(words)
    left = 4 + (width - words.width + style.track * size) / 2
    top = 4 + (height - words.cap) / 2
    surface.blit(rendering.surface, (round(left) - rendering.before, round(top) - rendering.above))
    surface.blit(_wear(surface.get_size()), (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
    turned = pygame.transform.rotozoom(surface, stamp.angle, 1.0)
    small = (max(1, turned.get_width() // LARGE), max(1, turned.get_height() // LARGE))
    return pygame.transform.smoothscale(turned, small)


def _wear(size: tuple[int, int]) -> pygame.Surface:
    """White whose alpha is worn in specks."""
    wide, high = size[0] // SPECK + 1, size[1] // SPECK + 1
    levels = noise("stamp", wide * high)
    small = pygame.Surface((wide, high), pygame.SRCALPHA)
    for i, level in enumerate(levels):
        kept = 0.62 + 0.38 * (level / 255) ** 0.6
        small.set_at((i % wide, i // wide), (255, 255, 255, round(ALPHA * kept)))
    return pygame.transform.scale(small, size)
