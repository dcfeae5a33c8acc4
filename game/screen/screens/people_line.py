"""Everybody who speaks to a question, on a line from talk to force."""

from __future__ import annotations

from game.screen.box import Box
from game.screen.desk import Desk, Stop
from game.screen.parts.plain import Band, Face, Words
from game.screen.parts.tone import Tone, tone_colour
from game.screen.scene import Piece
from game.screen.shown import person_of
from game.screen.styles import label
from game.screen.typeset import Align
from game.view.page import Question

SMALL = 74.0
COURSES = {"talk": 0, "hold": 1, None: 2, "force": 3}
"""Where a course stands on the line; undecided people stand before those who would use force."""


def people_line(
    desk: Desk, asked: Question, shown: tuple[str, str], focus: str, box: Box
) -> tuple[list[Piece], tuple[Stop, ...]]:
    """Return all who speak, from talk to force, on a line in the colours of their courses."""
    theme = desk.theme
    people = sorted((each for each in asked.advisers if each.speaks), key=lambda each: COURSES[each.stance])
    ends = (desk.words["course.talk"].upper(), desk.words["course.force"].upper())
    styles = (label(theme.green, 22), label(theme.red, 24, Align.RIGHT))
    widths = [desk.type.width(end, style) for end, style in zip(ends, styles, strict=True)]
    y = box.middle[1] - 10
    pieces = [
        Piece("talk end", Box(box.x, y - 9, widths[0] + 4, 28), Words(ends[0], styles[0])),
        Piece(
            "force end", Box(box.right - widths[1] - 4, y - 9, widths[1] + 4, 28), Words(ends[1], styles[1])
        ),
    ]
    line = Box(box.x + widths[0] + 50, y - 2, box.width - sum(widths) - 100, 4)
    step = line.width / len(people)
    side = min(SMALL, step * 0.8)
    stops: list[Stop] = []
    for i, adviser in enumerate(people):
        tone: Tone = adviser.stance or "plain"
        pieces.append(Piece(f"line {i}", Box(line.x + i * step, y, step, 4), Band(tone_colour(theme, tone))))
        is_shown = adviser.id in shown
        own = side * (1.18 if is_shown else 1.0)
        place = Box(line.x + (i + 0.5) * step - own / 2, y + 2 - own / 2, own, own)
        if is_shown:
            ring = theme.amber if focus == f"face {adviser.id}" else theme.n7
            pieces.append(Piece(f"ring {i}", place.grown(4), Band(ring)))
        pieces.append(Piece(f"face {adviser.id}", place, Face(person_of(adviser))))
        stops.append(Stop(f"face {adviser.id}", place))
    return pieces, tuple(stops)
