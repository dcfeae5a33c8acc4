"""The open decisions by their mask, each mask looked up once, and their deadlines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from game.engine.kept import Kept
from game.engine.program import DecisionRow, Program

_MOST = 1_000

Deadlines = tuple[tuple[str, int | None], ...]
"""The open decisions in file order, each with the minute of its deadline or None."""


def open_rows(program: Program) -> Mapping[int, tuple[DecisionRow, ...]]:
    """Return by a mask of open decisions their rows, in file order."""
    return program.once(_by_mask)


def deadlines(program: Program, opened: int, registers: Sequence[int]) -> Deadlines:
    """Return the deadlines of the open decisions, given as a mask."""
    return tuple(
        [
            (row.decision, None if row.deadline is None else registers[row.opened] + row.deadline)
            for row in open_rows(program)[opened]
        ]
    )


def _by_mask(program: Program) -> Kept[int, tuple[DecisionRow, ...]]:
    rows = tuple(enumerate(program.decisions))
    return Kept(lambda mask: tuple([row for place, row in rows if mask >> place & 1]), _MOST)
