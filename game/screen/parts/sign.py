"""The sign of a reason: a plus or a minus on a disc, told apart by its shape and then by its colour."""

from __future__ import annotations

from typing import Literal

from game.frozen import Frozen
from game.screen.box import Box
from game.screen.canvas import Canvas

ARM = 0.28  # of the disc, from its middle
THICK = 0.13


class Sign(Frozen):
    """Whether a reason speaks for a counsel or against it."""

    side: Literal["for", "against"]


def draw_sign(canvas: Canvas, box: Box, sign: Sign) -> None:
    theme, (x, y) = canvas.theme, box.middle
    arm, thick = ARM * box.width, THICK * box.width
    with canvas.pen(box.grown(2)) as pen:
        pen.disc((x, y), box.width / 2, theme.green if sign.side == "for" else theme.red)
        pen.rectangle(Box(x - arm, y - thick / 2, 2 * arm, thick), theme.n0)
        if sign.side == "for":
            pen.rectangle(Box(x - thick / 2, y - arm, thick, 2 * arm), theme.n0)
