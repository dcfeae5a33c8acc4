"""The road through the questions as drawings: strips of columns, so that a page may turn between them."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal

from game.frozen import NamedTuple
from game.view.review import Branches, EndLine, OptionLine, Step

WIDTH = 760
_IN_ROW, _GUTTER = 4, 32
_COLUMN = (WIDTH - _GUTTER * (_IN_ROW + 1)) / _IN_ROW
_LETTERS, _TITLE_LETTERS, _MOST_TITLE = 18, 20, 3
_LINE, _PAD, _BETWEEN, _HEAD = 15, 7, 8, 24


class BranchBox(NamedTuple):
    """An option or an ending: its lines of words, and whose it is."""

    x: float
    y: float
    height: float
    lines: tuple[str, ...]
    is_own: bool
    is_record: bool

    @property
    def middle(self) -> float:
        return self.y + self.height / 2


class BranchColumn(NamedTuple):
    """A question with its options; the endings have no number."""

    number: int | None
    x: float
    date: str
    title: str
    lines: tuple[str, ...]
    boxes: tuple[BranchBox, ...]


class Thread(NamedTuple):
    """A way from one column to the next, as the path of SVG."""

    kind: Literal["other", "own", "record"]
    path: str


class Strip(NamedTuple):
    """A drawing of some columns; `threads` that do not end in it lead over its edge."""

    width: int
    column: float
    height: float
    columns: tuple[BranchColumn, ...]
    threads: tuple[Thread, ...]


def strips(branches: Branches) -> tuple[Strip, ...]:
    """Return the drawings in the order of the questions, the endings in the last column."""
    heads: list[tuple[int | None, str, str, Sequence[OptionLine | EndLine]]] = [
        (step.number, step.date, step.title, _options(step)) for step in branches.steps
    ]
    heads.append((None, branches.date, "", branches.ends))
    rows = [heads[at : at + _IN_ROW] for at in range(0, len(heads), _IN_ROW)]
    found = []
    for number, row in enumerate(rows):
        high = max(_HEAD + _LINE * len(_title(title)) for _, _, title, _ in row)
        columns = tuple(_column(place, *each, top=high + 8) for place, each in enumerate(row))
        bottom = max((box.y + box.height for each in columns for box in each.boxes), default=high)
        threads = tuple(_threads(columns, is_first=not number, is_last=number == len(rows) - 1))
        found.append(Strip(WIDTH, _COLUMN, bottom + 8, columns, threads))
    return tuple(found)


def _options(step: Step) -> tuple[OptionLine, ...]:
    return tuple(each for each in step.options if each.was_offered or each.is_own or each.is_record)


def _title(title: str) -> list[str]:
    lines = textwrap.wrap(title, _TITLE_LETTERS)
    if len(lines) > _MOST_TITLE:
        lines = [
            *lines[: _MOST_TITLE - 1],
            textwrap.shorten(" ".join(lines[_MOST_TITLE - 1 :]), _TITLE_LETTERS),
        ]
        lines[-1] = lines[-1].removesuffix(" [...]") + "…"
    return lines


def _column(
    place: int,
    number: int | None,
    date: str,
    title: str,
    options: Sequence[OptionLine | EndLine],
    *,
    top: float,
) -> BranchColumn:
    x = _GUTTER + place * (_COLUMN + _GUTTER)
    boxes = []
    for each in options:
        lines = tuple(textwrap.wrap(each.label, _LETTERS)) or ("",)
        height = 2 * _PAD + _LINE * len(lines) - 2
        boxes.append(BranchBox(x, top, height, lines, each.is_own, each.is_record))
        top += height + _BETWEEN
    return BranchColumn(number, x, date, title, tuple(_title(title)), tuple(boxes))


def _threads(columns: Sequence[BranchColumn], *, is_first: bool, is_last: bool) -> Iterator[Thread]:
    """Yield the threads, those of the player and of the record last, so that they lie above the others."""
    ways = list(pairwise(columns))
    for one, other in ways:
        own = _box(one, is_own=True)
        if own is not None:
            for box in other.boxes:
                if not box.is_own:
                    yield Thread("other", _path(own, box, 0))
    for kind, shift in (("record", 4.0), ("own", -2.0)):
        is_own = kind == "own"
        for one, other in ways:
            source, target = _box(one, is_own=is_own), _box(other, is_own=is_own)
            if source is not None and target is not None:
                yield Thread("own" if is_own else "record", _path(source, target, shift))
        first, last = _box(columns[0], is_own=is_own), _box(columns[-1], is_own=is_own)
        if not is_first and first is not None:
            yield Thread("own" if is_own else "record", f"M0 {first.middle + shift:g}H{first.x:g}")
        if not is_last and last is not None:
            yield Thread(
                "own" if is_own else "record", f"M{last.x + _COLUMN:g} {last.middle + shift:g}H{WIDTH}"
            )


def _box(column: BranchColumn, *, is_own: bool) -> BranchBox | None:
    return next((box for box in column.boxes if (box.is_own if is_own else box.is_record)), None)


def _path(source: BranchBox, target: BranchBox, shift: float) -> str:
    x, y = source.x + _COLUMN, source.middle + shift
    end = target.middle + shift
    middle = (x + target.x) / 2
    return f"M{x:g} {y:g}C{middle:g} {y:g} {middle:g} {end:g} {target.x:g} {end:g}"
