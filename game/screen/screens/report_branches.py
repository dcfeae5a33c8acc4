"""The road through the questions as branches: a column for each step, the endings in the last one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from game.frozen import NamedTuple
from game.screen.box import Box
from game.screen.desk import Desk, Layout, Stop
from game.screen.fonts import Role
from game.screen.parts.branch import Branch, Thread, Threads, branch_height
from game.screen.parts.plain import Words
from game.screen.scene import Piece
from game.screen.screens.report_head import Opened
from game.screen.styles import label, prose
from game.screen.typeset import Style
from game.view.review import Step

WIDE = 250.0
GUTTER = 62.0
BETWEEN = 14.0
MOST_LINES = 3  # of a title above its column
NUMBER = 46.0


class _Column(NamedTuple):
    """A column in its place: what stands above, the boxes of its branches, how many have no room."""

    id: str
    box: Box
    boxes: tuple[Box, ...]
    branches: tuple[Branch, ...]
    left_out: int


def least_branches(desk: Desk) -> float:
    """Return the least height in which branches are of use."""
    return 250 * desk.text


def branches_layout(desk: Desk, opened: Opened, box: Box) -> Layout:
    """Return as many columns as fit, the step in focus among them; Left and Right bring the others."""
    steps = opened.review.branches.steps
    if not steps:
        return Layout(())
    count = max(2, int((box.width + GUTTER) / (WIDE * desk.text + GUTTER)))
    shown = _window(len(steps), count - 1, opened.at if opened.focus.startswith("row ") else 0)
    own = (
        (box.width - GUTTER * (len(shown))) / (len(shown) + 1)
        if len(shown) + 1 >= count
        else WIDE * desk.text
    )
    pieces: list[Piece] = []
    stops: list[Stop] = []
    heads = [_head(steps[at]) for at in shown]
    high = max((_head_height(desk, head, own) for head in heads), default=0.0)
    columns: list[_Column] = []
    for place, at in enumerate(shown):
        left = box.x + place * (own + GUTTER)
        is_focus = opened.focus == f"row {at}"
        pieces += _head_pieces(
            desk, heads[place], Box(left, box.y, own, high), f"head {at}", is_focus=is_focus
        )
        room = Box(left, box.y + high + 18, own, box.height - high - 18)
        columns.append(_column(desk, f"step {at}", _options(steps[at]), room))
        stops.append(Stop(f"row {at}", Box(left, box.y, own, box.height)))
    left = box.x + len(shown) * (own + GUTTER)
    ends = [Branch(each.label, each.is_own, each.is_record) for each in opened.review.branches.ends]
    last = _Head("", opened.review.branches.date.upper(), "")
    pieces += _head_pieces(desk, last, Box(left, box.y, own, high), "head end", is_focus=False)
    columns.append(_column(desk, "end", ends, Box(left, box.y + high + 18, own, box.height - high - 18)))
    threads = _threads(columns, is_last_next=not shown or shown[-1] == len(steps) - 1)
    inside = Box(box.x, box.y + high, box.width, box.height - high)
    pieces.append(Piece("threads", inside, Threads(threads)))
    for column in columns:
        pieces += [
            Piece(f"{column.id} {place}", place_box, branch)
            for place, (place_box, branch) in enumerate(zip(column.boxes, column.branches, strict=True))
        ]
        pieces += _left_out(desk, column)
    return Layout(tuple(pieces), tuple(stops))


class _Head(NamedTuple):
    """What stands above a column; the endings have no number and no title."""

    number: str
    date: str
    title: str


def _head(step: Step) -> _Head:
    return _Head(str(step.number), step.date.upper(), step.title)


def _head_height(desk: Desk, head: _Head, width: float) -> float:
    room = width - NUMBER * desk.text
    title = desk.type.setting(_cut(desk, head.title, room), prose(22, desk.theme.n7), room)
    return 34 * desk.text + title.rest


def _cut(desk: Desk, title: str, width: float) -> str:
    """Return as much of a title as its lines hold."""
    return desk.type.shortened(title, prose(22, desk.theme.n7), width, MOST_LINES)


def _head_pieces(desk: Desk, head: _Head, box: Box, id_: str, *, is_focus: bool) -> list[Piece]:
    theme, type_ = desk.theme, desk.type
    left, width = box.x + NUMBER * desk.text, box.width - NUMBER * desk.text
    pieces: list[Piece] = []
    colour = theme.amber if is_focus else theme.n7
    if head.number:
        style = Style(Role.DISPLAY, 34, colour)
        number = type_.setting(head.number, style)
        pieces.append(
            Piece(f"{id_} number", Box(box.x, box.y, number.wide + 1, number.rest), Words(head.number, style))
        )
    else:
        left, width = box.x, box.width
    date = type_.setting(head.date, label(theme.n6, 21), width)
    pieces.append(
        Piece(f"{id_} date", Box(left, box.y, width, date.rest), Words(head.date, label(theme.n6, 21)))
    )
    if head.title:
        title = _cut(desk, head.title, width)
        style = prose(22, theme.n7)
        setting = type_.setting(title, style, width)
        pieces.append(
            Piece(f"{id_} title", Box(left, box.y + 34 * desk.text, width, setting.rest), Words(title, style))
        )
    return pieces


def _options(step: Step) -> list[Branch]:
    return [Branch(each.label, each.is_own, each.is_record) for each in step.options]


def _column(desk: Desk, id_: str, branches: Sequence[Branch], room: Box) -> _Column:
    """Return the branches that fit; those of the player and of the record are left out last."""
    kept = list(branches)
    below = BETWEEN + desk.type.setting("+", _more_style(desk)).rest
    while (
        len(kept) > 1
        and _tall(desk, kept, room.width) + (below if len(kept) < len(branches) else 0) > room.height
    ):
        spare = next((each for each in reversed(kept) if not each.is_own and not each.is_record), None)
        if spare is None:
            break
        kept.remove(spare)
    y = room.y
    boxes: list[Box] = []
    for branch in kept:
        high = branch_height(desk.type, branch, room.width)
        boxes.append(Box(room.x, y, room.width, high))
        y += high + BETWEEN
    while boxes and boxes[-1].bottom > room.bottom + 1:
        boxes.pop()
        kept.pop()
    return _Column(id_, room, tuple(boxes), tuple(kept), len(branches) - len(kept))


def _left_out(desk: Desk, column: _Column) -> Iterator[Piece]:
    """Say how many branches have no room, below those that have, if there is room for that."""
    top = column.boxes[-1].bottom + BETWEEN if column.boxes else column.box.y
    words, style = desk.words["report.left_out"].format(n=column.left_out), _more_style(desk)
    high = desk.type.setting(words, style, column.box.width).rest
    if column.left_out and top + high <= column.box.bottom + 1:
        yield Piece(f"{column.id} more", Box(column.box.x, top, column.box.width, high), Words(words, style))


def _more_style(desk: Desk) -> Style:
    return prose(20, desk.theme.n6)


def _tall(desk: Desk, branches: Sequence[Branch], width: float) -> float:
    return sum(branch_height(desk.type, each, width) + BETWEEN for each in branches) - BETWEEN


def _threads(columns: Sequence[_Column], *, is_last_next: bool) -> tuple[Thread, ...]:
    """Return the threads between neighbours; to the endings only from the last step."""
    threads: list[Thread] = []
    for place, (one, other) in enumerate(pairwise(columns)):
        if place == len(columns) - 2 and not is_last_next:
            continue
        start = _port(one, is_own=True)
        if start is None:
            continue
        threads += [
            Thread(start, (box.x, _level(box)))
            for box, branch in zip(other.boxes, other.branches, strict=True)
            if not branch.is_own
        ]
        record, onward = _port(one, is_own=False), _entry(other, is_own=False)
        own = _entry(other, is_own=True)
        if own is not None:
            threads.append(Thread(start, own, "own"))
        if record is not None and onward is not None:
            down = 10.0
            threads.append(Thread((record[0], record[1] + down), (onward[0], onward[1] + down), "record"))
    order = {"other": 0, "own": 1, "record": 2}
    return tuple(sorted(threads, key=lambda each: order[each.kind]))


def _level(box: Box) -> float:
    return box.middle[1] - 4


def _port(column: _Column, *, is_own: bool) -> tuple[float, float] | None:
    box = _box_of(column, is_own=is_own)
    return None if box is None else (box.right, _level(box))


def _entry(column: _Column, *, is_own: bool) -> tuple[float, float] | None:
    box = _box_of(column, is_own=is_own)
    return None if box is None else (box.x, _level(box))


def _box_of(column: _Column, *, is_own: bool) -> Box | None:
    found = (
        box
        for box, branch in zip(column.boxes, column.branches, strict=True)
        if (branch.is_own if is_own else branch.is_record)
    )
    return next(found, None)


def _window(count: int, most: int, at: int) -> range:
    """Return the places of the steps that are seen: those around one, as many as there is room for."""
    most = min(most, count)
    first = min(max(0, at - most // 2), count - most)
    return range(first, first + most)
