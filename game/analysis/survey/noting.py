"""Columns that note what they carry out: which points of the code, and on which ways the wanted ones.

States with one future are merged on the way here, and what was forgotten in them has no value any
more. That hides nothing of what is noted: a point is carried out or not by the branches, the weights,
the conditions and the offers on the way to it, and all that these read is live (`game.analysis.liveness`).
Values alone, such as that of a variable which nothing asks for, are not to be had from merged states.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import Any, Self, SupportsIndex

import numpy as np
import numpy.typing as npt

from game.analysis.columns.edges import Ids
from game.analysis.things import Thing
from game.engine.columns.batch import Batch
from game.engine.columns.walk import Arrival, ColumnWalk, End
from game.engine.program import DecisionRow, Instruction, Program
from game.engine.state import Point

Weights = npt.NDArray[np.int32]

START = -1
"""The number of the way that is none: what happens before anybody has the move."""


class Notes:
    """What was carried out: `points` of the code, the ways of `wanted` ones, and what is read on each way.

    `words` are the words that a point gives to read; `first` those read before anybody has the move.
    """

    def __init__(self, wanted: Collection[Point], words: Mapping[Point, int]) -> None:
        self.points: set[Point] = set()
        self.ways: defaultdict[Point | Thing, list[Ids]] = defaultdict(list)
        self.rows: Ids | None = None
        self.first = 0
        self._wanted = frozenset(wanted)
        self._words = words
        self._read: Weights = np.zeros(1024, dtype=np.int32)

    def note(self, point: Point) -> None:
        """Note that the rows carry out a point."""
        if self.rows is None:
            return
        self.points.add(point)
        if point in self._wanted:
            self.ways[point].append(self.rows)
        words = self._words.get(point)
        if words and self.rows[0] == START:
            self.first += words
        elif words:
            self._add(self.rows, words)

    def read(self, ways: int) -> Weights:
        """Return the words that are read on each of so many ways."""
        self._reserve(ways)
        return self._read[:ways]

    def _add(self, rows: Ids, words: int) -> None:
        self._reserve(int(rows.max()) + 1)
        self._read[rows] += words

    def _reserve(self, ways: int) -> None:
        if ways > len(self._read):
            larger = np.zeros(max(ways, 2 * len(self._read)), dtype=np.int32)
            larger[: len(self._read)] = self._read
            self._read = larger


class NotedCode(tuple[Instruction, ...]):  # noqa: SLOT001 - tuples cannot have slots of their own
    """The code of a Program, of which it is noted what is looked up."""

    notes: Notes

    @classmethod
    def of(cls, code: tuple[Instruction, ...], notes: Notes) -> Self:
        made = cls(code)
        made.notes = notes
        return made

    def __getitem__(self, point: SupportsIndex | slice) -> Any:
        if isinstance(point, int):
            self.notes.note(point)
        return super().__getitem__(point)


class NotingWalk(ColumnWalk):
    """A walk that notes what it carries out, and which decisions open on which ways."""

    def __init__(
        self,
        program: Program,
        arrived: Arrival,
        ended: End,
        fragile: frozenset[Point],
        notes: Notes,
    ) -> None:
        super().__init__(program, arrived, ended, fragile)
        self._notes = notes

    def _carried_out(self, batch: Batch) -> Batch | None:
        # the rows are the same until the entry is done, or the batch goes on in parts
        self._notes.rows = batch.origins
        left = super()._carried_out(batch)
        self._notes.rows = None
        return left

    def _open(self, batch: Batch, row: DecisionRow) -> None:
        self._notes.ways[Thing("decision", row.decision)].append(batch.origins)
        super()._open(batch, row)
