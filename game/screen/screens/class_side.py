"""The column beside the bars of a vote: who has voted, the time that is left, and the way in for phones."""

from __future__ import annotations

from collections.abc import Iterator

from game.frozen import NamedTuple
from game.screen.box import Box
from game.screen.colour import BLACK, WHITE
from game.screen.desk import Desk
from game.screen.fonts import Role
from game.screen.parts.plain import Band, Words
from game.screen.scene import Piece
from game.screen.screens.class_head import fitted, sized
from game.screen.styles import label, number, prose
from game.screen.typeset import Style

WIDTH = 380.0
QUIET = 4
"""Modules of light border around a code, without which cameras do not find it."""
LEAST_PICTURE = 300.0
"""The height that the picture for cameras takes before the last lines have any."""
_SMALLEST_MODULE = 3


class Door(NamedTuple):
    """The way in for phones: address, code of four digits, and the modules of a picture that cameras read.

    There is no picture where the package that makes it is missing.
    """

    address: str
    code: str
    modules: tuple[tuple[bool, ...], ...] = ()
    guests: int = 0


class Side(NamedTuple):
    """What the column says; empty words are left out. `share` is what is left of the time, from 0 to 1."""

    voters: str = ""
    voters_words: str = ""
    time: str = ""
    share: float = 0.0
    door: Door | None = None
    hands: str = ""
    note: str = ""


def side_column(desk: Desk, side: Side, box: Box) -> tuple[Piece, ...]:
    """Return the column from the top of its box; what has no room below is left out."""
    return tuple(_pieces(desk, side, box))


def _pieces(desk: Desk, side: Side, box: Box) -> Iterator[Piece]:
    theme, type_, words = desk.theme, desk.type, desk.words
    y = box.y
    if side.voters:
        big = sized(desk, number(124, theme.n7))
        voters = type_.setting(side.voters, big)
        yield Piece("voters", Box(box.x, y, voters.wide + 4, voters.rest), Words(side.voters, big))
        room = box.width - voters.wide - 24
        small = fitted(
            desk, side.voters_words, prose(38, theme.n6), (38, 34, 30, 26, 22), (room, voters.rest)
        )
        beside = Box(
            box.x + voters.wide + 24, y + 10, room, type_.setting(side.voters_words, small, room).rest
        )
        yield Piece("voters words", beside, Words(side.voters_words, small))
        y += max(voters.rest, beside.height) + 22
        yield Piece("rule", Box(box.x, y, box.width, 2), Band(theme.n4))
        y += 26
    if side.time:
        named, big = sized(desk, label(theme.n6, 30)), sized(desk, number(96, theme.amber))
        high = type_.setting(words["class.time"], named).rest
        yield Piece("time words", Box(box.x, y, box.width, high), Words(words["class.time"], named))
        y += high + 10
        time = type_.setting(side.time, big)
        yield Piece("time", Box(box.x, y, box.width, time.rest), Words(side.time, big))
        y += time.rest + 6
        yield Piece("time ground", Box(box.x, y, box.width, 12), Band(theme.n3))
        if side.share > 0:
            yield Piece("time share", Box(box.x, y, box.width * side.share, 12), Band(theme.amber))
        y += 36
    lines = _lines(desk, side, box.width)
    least = sum(height for id_, _, height in lines if id_ in ("code", "address", "hands"))
    below = min(sum(height for _, _, height in lines), max(least, box.bottom - y - LEAST_PICTURE))
    if side.door is not None:
        picture = tuple(code_picture(desk, side.door, Box(box.x, y, box.width, box.bottom - below - y)))
        yield from picture
        y = max((piece.box.bottom for piece in picture), default=y) + (14 if picture else 0)
    for id_, part, height in lines:
        if y + height <= box.bottom + 8:
            yield Piece(id_, Box(box.x, y, box.width, height), part)
        y += height


def _lines(desk: Desk, side: Side, width: float) -> list[tuple[str, Words, float]]:
    """Return the lines at the foot of the column, with their heights."""
    theme, words = desk.theme, desk.words
    typed = Style(Role.KEY, 34, theme.n7)
    found: list[tuple[str, str, Style, tuple[float, ...]]] = []
    if side.door is not None:
        code = f"{words['class.code']} {side.door.code}"
        found.append(("code", code, number(54, theme.n7), (54, 46, 38)))
        found.append(("address", side.door.address, typed, (32, 28, 26, 24, 22, 20)))
    if side.hands:
        found.append(("hands", side.hands, prose(30, theme.n6), (30, 28, 26, 24)))
    if side.note:
        found.append(("note", side.note, prose(28, theme.n6), (28, 26, 24, 22)))
    lines = []
    for id_, said, style, sizes in found:
        own = fitted(desk, said, style, sizes, (width, 150.0))
        lines.append((id_, Words(said, own), desk.type.setting(said, own, width).rest + 12))
    return lines


def code_picture(desk: Desk, door: Door, box: Box) -> Iterator[Piece]:
    """The picture for cameras: dark on light whatever the theme, each module of whole pixels."""
    side = len(door.modules) + 2 * QUIET
    unit = desk.type.scale.unit
    pixels = int(min(box.width, box.height) * unit) // side
    if not door.modules or pixels < _SMALLEST_MODULE:
        return
    module = pixels / unit
    yield Piece("code ground", Box(box.x, box.y, side * module, side * module), Band(WHITE))
    for row, modules in enumerate(door.modules):
        for first, count in _runs(modules):
            place = Box(
                box.x + (first + QUIET) * module, box.y + (row + QUIET) * module, count * module, module
            )
            yield Piece(f"module {row} {first}", place, Band(BLACK))


def _runs(modules: tuple[bool, ...]) -> Iterator[tuple[int, int]]:
    """Yield where dark modules begin and how many there are.

    >>> list(_runs((True, True, False, True)))
    [(0, 2), (3, 1)]
    """
    first = None
    for place, is_dark in enumerate((*modules, False)):
        if is_dark and first is None:
            first = place
        if not is_dark and first is not None:
            yield first, place - first
            first = None
