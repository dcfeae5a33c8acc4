"""Branches: a box for each option, and the threads of the roads between them."""

from __future__ import annotations

from game.frozen import Frozen
from game.screen.box import Box
from game.screen.canvas import Canvas
from game.screen.curves import Point
from game.screen.styles import heading
from game.screen.theme import STANDARD
from game.screen.typeset import Typesetter

SIDE = 13
ABOVE = 13
BAND = 8
SIZE = 23
BENDS = 16


class Branch(Frozen):
    """An option or ending: the player's is filled, that of the record has a band, the rest a thin frame."""

    words: str
    is_own: bool = False
    is_record: bool = False
    has_focus: bool = False


class Thread(Frozen):
    """A line from one box to another: the player's, that of the record (dashed), or a road not taken."""

    start: Point
    end: Point
    kind: str = "other"


class Threads(Frozen):
    threads: tuple[Thread, ...]


def branch_height(type_: Typesetter, branch: Branch, width: float) -> float:
    words = type_.setting(branch.words, heading(SIZE, STANDARD.n7), width - 2 * SIDE)
    return words.tall + 2 * ABOVE + BAND


def branch_width(type_: Typesetter, branch: Branch) -> float:
    """Return the width below which a word would be broken."""
    return type_.longest(branch.words, heading(SIZE, STANDARD.n7)) + 2 * SIDE


def draw_branch(canvas: Canvas, box: Box, branch: Branch) -> None:
    theme = canvas.theme
    ink = theme.n6
    if branch.is_own:
        canvas.fill(box, theme.amber)
        ink = theme.n0
    else:
        canvas.fill(box, theme.n0)
        canvas.frame(box, theme.blue if branch.is_record else theme.n4, 3 if branch.is_record else 2)
        ink = theme.n7 if branch.is_record else theme.n6
    if branch.is_record:
        canvas.fill(Box(box.x, box.bottom - BAND, box.width, BAND), theme.blue)
    if branch.has_focus:
        canvas.ring(box, theme.n7, 3, 2)
    words = canvas.setting(branch.words, heading(SIZE, ink), box.width - 2 * SIDE)
    canvas.place(words, box.x + SIDE, box.y + (box.height - BAND - words.tall) / 2 + 1)


def draw_threads(canvas: Canvas, box: Box, threads: Threads) -> None:
    theme = canvas.theme
    with canvas.pen(box, 2) as pen:
        for thread in threads.threads:
            points = _bend(thread.start, thread.end)
            if thread.kind == "own":
                pen.line(points, theme.amber, 6)
            elif thread.kind == "record":
                pen.line(points, theme.blue, 3, (9, 6))
            else:
                pen.line(points, theme.n4, 2)


def _bend(start: Point, end: Point) -> tuple[Point, ...]:
    """Return points from one place to another that leave and come in level."""
    shares = [i / BENDS for i in range(BENDS + 1)]
    return tuple(
        (start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share**2 * (3 - 2 * share))
        for share in shares
    )
