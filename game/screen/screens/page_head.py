"""The head of a full page: a short coloured bar, a title, a line below it."""

from __future__ import annotations

from game.frozen import NamedTuple
from game.screen.box import Box
from game.screen.colour import Colour
from game.screen.desk import MARGIN, Desk
from game.screen.fonts import Role
from game.screen.parts.keys import cap_height
from game.screen.parts.plain import Band, HintLine, Words
from game.screen.scene import Piece
from game.screen.styles import prose
from game.screen.typeset import Break, Style
from game.screen.uses import Uses, distinct

TITLE = 64.0


class Head(NamedTuple):
    pieces: tuple[Piece, ...]
    bottom: float


def page_head(desk: Desk, title: str, about: str = "", colour: Colour | None = None) -> Head:
    """Return bar, title and line; `bottom` is where what follows may begin."""
    theme, width = desk.theme, desk.box.width - 2 * MARGIN
    style = Style(Role.DISPLAY, TITLE / max(1.0, desk.text**0.5), theme.n7, breaks=Break.EVEN)
    second = prose(27 / max(1.0, desk.text**0.3), theme.n6)
    setting, line = desk.type.setting(title, style, width), desk.type.setting(about, second, width)
    y = 92.0 if desk.text < 1.5 else 56.0
    pieces = [
        Piece("bar", Box(MARGIN, y - 36, 96, 10), Band(colour or theme.red)),
        Piece("head", Box(MARGIN, y, width, setting.rest), Words(title, style)),
    ]
    y += setting.rest + 18
    if about:
        pieces.append(Piece("head line", Box(MARGIN, y, width, line.rest), Words(about, second)))
        y += line.rest + 14
    return Head(tuple(pieces), y)


def foot_hints(desk: Desk, uses: Uses) -> Piece:
    """Return the keys at the foot of a page, as many as have room there, one for each thing that they do."""
    box = Box(MARGIN, foot_top(desk), desk.box.width - 2 * MARGIN, cap_height(desk.type))
    return Piece("hints", box, HintLine(desk.hints(distinct(uses))))


def foot_top(desk: Desk) -> float:
    """Return where the line of keys begins."""
    return desk.box.height - 10 - cap_height(desk.type)
