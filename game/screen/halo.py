"""Words on a map, with a dark edge about them so that they can be read on whatever lies there."""

from __future__ import annotations

from game.screen.canvas import Canvas
from game.screen.typeset import Style

EDGE = ((-2, 0), (2, 0), (0, -2), (0, 2), (-1.5, -1.5), (1.5, 1.5), (-1.5, 1.5), (1.5, -1.5))


def write_with_halo(canvas: Canvas, words: str, style: Style, x: float, y: float) -> None:
    """Draw words from a place to the right and downward, the edge in the colour of the ground."""
    edge = canvas.setting(words, style._replace(colour=canvas.theme.n0))
    for right, down in EDGE:
        canvas.place(edge, x + right, y + down)
    canvas.write(words, style, x, y)
