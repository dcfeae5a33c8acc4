"""A hundred worlds as a field of discs: those that do not come through are filled, some of them marked."""

from __future__ import annotations

from game.frozen import Frozen
from game.screen.box import Box
from game.screen.canvas import Canvas

IN_ROW = 10


class Hundred(Frozen):
    """`lost` of the hundred are filled; `marked` of these, the last ones, have a hole."""

    lost: int
    marked: int = 0


def draw_hundred(canvas: Canvas, box: Box, hundred: Hundred) -> None:
    """Draw ten rows of ten, as large as the box allows, from its top left corner."""
    theme = canvas.theme
    pitch = min(box.width, box.height) / IN_ROW
    radius = pitch * 0.36
    with canvas.pen(Box(box.x, box.y, pitch * IN_ROW, pitch * IN_ROW), 2) as pen:
        for place in range(IN_ROW * IN_ROW):
            centre = (
                box.x + (place % IN_ROW + 0.5) * pitch,
                box.y + (place // IN_ROW + 0.5) * pitch,
            )
            if place >= hundred.lost:
                pen.circle(centre, radius - 1, theme.n4, 2)
            elif place >= hundred.lost - hundred.marked:
                pen.disc(centre, radius, theme.amber)
                pen.disc(centre, radius * 0.42, theme.n0)
            else:
                pen.disc(centre, radius, theme.red)
