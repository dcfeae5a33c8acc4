"""What stands on every picture of a lesson: its step, the moment of the story, the minutes left."""

from __future__ import annotations

from game.frozen import NamedTuple
from game.screen.box import Box
from game.screen.desk import MARGIN, Desk
from game.screen.fonts import Role
from game.screen.parts.plain import Words
from game.screen.scene import Piece
from game.screen.styles import label, number, prose
from game.screen.typeset import Align, Break, Style

TITLES = (66.0, 56.0, 46.0, 38.0, 32.0, 27.0)
MOST_TITLE = 0.24
"""Of the height, for the question."""


class Head(NamedTuple):
    pieces: tuple[Piece, ...]
    bottom: float


def sized(desk: Desk, style: Style) -> Style:
    """Return a style at a size of the canvas: what fills the screen does not grow with the text besides."""
    return style._replace(size=style.size / desk.text)


def fitted(
    desk: Desk, words: str, style: Style, sizes: tuple[float, ...], room: tuple[float, float]
) -> Style:
    """Return a style in the largest of some sizes in which words fit a room, else in the last."""
    width, height = room
    for size in sizes:
        tried = sized(desk, style._replace(size=size))
        setting = desk.type.setting(words, tried, width)
        if setting.wide <= width and setting.rest <= height:
            return tried
    return sized(desk, style._replace(size=sizes[-1]))


def class_head(desk: Desk, step: str, moment: str, left: str, title: str, *, is_late: bool) -> Head:
    """Return the line of the lesson with the question below it."""
    theme, type_ = desk.theme, desk.type
    width = desk.box.width - 2 * MARGIN
    y = 44.0
    named = sized(desk, label(theme.amber, 36))
    when = sized(desk, prose(28, theme.n6))
    rest = sized(desk, number(44, theme.red if is_late else theme.amber, Align.RIGHT))
    step_set, left_set = type_.setting(step, named), type_.setting(left, rest)
    pieces = [
        Piece("step", Box(MARGIN, y, step_set.wide + 4, step_set.rest), Words(step, named)),
        Piece("left", Box(MARGIN, y - 6, width, left_set.rest), Words(left, rest)),
    ]
    room = width - step_set.wide - left_set.wide - 80
    if moment and type_.width(moment, when) <= room:
        place = Box(MARGIN + step_set.wide + 28, y + 4, room, type_.setting(moment, when).rest)
        pieces.append(Piece("moment", place, Words(moment, when)))
    y += max(step_set.rest, left_set.rest) + 20
    if title:
        style = Style(Role.DISPLAY, 66, theme.n7, breaks=Break.EVEN)
        style = fitted(desk, title, style, TITLES, (width, desk.box.height * MOST_TITLE))
        setting = type_.setting(title, style, width)
        pieces.append(Piece("title", Box(MARGIN, y, width, setting.rest), Words(title, style)))
        y += setting.rest + 20
    return Head(tuple(pieces), y)
