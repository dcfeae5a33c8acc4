"""The open decisions by their mask, each mask looked up once."""

from __future__ import annotations

from collections.abc import Mapping

from game.engine.kept import Kept
from game.engine.program import DecisionRow, Program

_MOST = 1_000


def open_rows(program: Program) -> Mapping[int, tuple[DecisionRow, ...]]:
    """Return by a mask of open decisions their rows, in file order."""
    return program.once(_by_mask)


def _by_mask(program: Program) -> Kept[int, tuple[DecisionRow, ...]]:
    rows = tuple(enumerate(program.decisions))
    return Kept(lambda mask: tuple([row for place, row in rows if mask >> place & 1]), _MOST)
