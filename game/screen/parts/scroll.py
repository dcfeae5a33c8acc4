"""Scroll bars, and how far a text can be scrolled."""

from __future__ import annotations

from game.frozen import Frozen
from game.screen.box import Box
from game.screen.canvas import Canvas
from game.screen.colour import Colour

WIDTH = 12
LEAST_THUMB = 36


def held(offset: float, content: float, window: float) -> float:
    """Return the offset kept between the content's top and where its end meets the window's.

    >>> held(-5, 300, 100), held(250, 300, 100), held(10, 50, 100)
    (0.0, 200.0, 0.0)
    """
    return float(min(max(0.0, offset), max(0.0, content - window)))


def thumb(track: Box, offset: float, content: float, window: float) -> Box:
    """Return the box of the thumb on its track, by the part of the content that is seen."""
    size = max(LEAST_THUMB, track.height * min(1.0, window / content))
    hidden = max(1e-9, content - window)
    return Box(track.x, track.y + (track.height - size) * offset / hidden, track.width, size)


class Rail(Frozen):
    """The bar along a list of which a part is seen: how far it is scrolled, its length, that of the part."""

    offset: float
    content: float
    window: float


def draw_rail(canvas: Canvas, box: Box, rail: Rail) -> None:
    """Draw a bar from the top downward, or from the left in a box that is wider than high."""
    theme, seen = canvas.theme, (rail.offset, rail.content, rail.window)
    if box.height >= box.width:
        draw_scroll_bar(canvas, box, seen, (theme.n4, theme.n2))
        return
    canvas.fill(box, theme.n2)
    upright = thumb(Box(box.y, box.x, box.height, box.width), *seen)
    canvas.fill(Box(upright.y, upright.x, upright.height, upright.width), theme.n4)


def draw_scroll_bar(
    canvas: Canvas, track: Box, seen: tuple[float, float, float], colours: tuple[Colour, Colour]
) -> None:
    """Draw a bar for what is seen (offset, content, window) in the colours of thumb and track."""
    canvas.fill(track, colours[1])
    canvas.fill(thumb(track, *seen), colours[0])
