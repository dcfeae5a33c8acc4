"""The body of the teletype, into which the paper runs."""

from __future__ import annotations

from game.frozen import Frozen
from game.screen.box import Box
from game.screen.canvas import Canvas
from game.screen.styles import heading, label, prose

SIDE = 48.0
ROUND = 34  # radius of its upper corners
BAR = 420.0


class Machine(Frozen):
    """Model, circuit, what it is doing, and how much of the message is printed (0 to 1)."""

    model: str
    circuit: str
    state: str
    share: float


def draw_machine(canvas: Canvas, box: Box, part: Machine) -> None:
    theme = canvas.theme
    body = Box(box.x, box.y + ROUND, box.width, box.height - ROUND)
    canvas.shadow(box, 20, 190, -18, covered=body)
    low = Box(box.x, box.y, box.width, box.height + 60)
    with canvas.pen(Box(box.x - 2, box.y - 16, box.width + 4, box.height + 16), 2) as pen:
        pen.rounded(low, ROUND, theme.n3)
        pen.rounded(Box(low.x + 8, low.y + 8, low.width - 16, low.height), 28, theme.n2)
        slot = Box(box.x + 32, box.y - 8, box.width - 64, 30)
        pen.rounded(slot.grown(2), 15, theme.n4)
        pen.rounded(slot, 13, theme.n0)
    x, y = box.x + SIDE, box.y + 58
    canvas.write(part.model, label(theme.n6, 22)._replace(track=0.12), x, y)
    canvas.write(part.circuit, prose(20, theme.n5), x, y + 34)
    canvas.write(part.state, heading(32, theme.amber), x, y + 84)
    track = Box(x, y + 134, BAR, 12)
    canvas.fill(track, theme.n3)
    canvas.fill(Box(track.x, track.y, max(1.0, track.width * part.share), track.height), theme.amber)
