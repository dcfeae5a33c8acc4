"""What is open and what is on offer, over batches."""

from __future__ import annotations

from collections.abc import Sequence
from operator import itemgetter

import numpy as np

from game.engine.columns.batch import Batch
from game.engine.columns.column import Array, Column
from game.engine.columns.formulas import Formula, Formulas
from game.engine.program import DecisionRow, Program

_FEW = 16
"""So many options are told apart by a table of all that may be on offer."""


class Offers:
    """The decisions and options of a Program.

    Which decisions are open is the same in all rows of a batch. An offer has a number, since its
    mask of bits has no place in a column; equal offers have equal numbers, and none has 0.
    """

    def __init__(self, program: Program, formulas: Formulas) -> None:
        self._rows = program.decisions
        self._options = {
            row.decision: [
                (place, formulas.of(option.when))
                for place, option in enumerate(program.options)
                if option.decision == row.decision
            ]
            for row in program.decisions
        }
        self._numbers: dict[int, int] = {0: 0}
        # two registers more than there need be, so that the values are a tuple
        self._opened = itemgetter(*(row.opened for row in self._rows), 0, 0)
        self._open_rows: dict[tuple[Column, ...], list[DecisionRow]] = {}

    @property
    def masks(self) -> tuple[int, ...]:
        """Return the masks that have numbers, in their order."""
        return tuple(self._numbers)

    def open_rows(self, batch: Batch) -> list[DecisionRow]:
        """Return the decisions that are open."""
        opened = self._opened(batch.registers)[:-2]
        rows = self._open_rows.get(opened)
        if rows is None:
            rows = [row for row, minute in zip(self._rows, opened, strict=True) if minute >= 0]
            self._open_rows[opened] = rows
        return rows

    def deadlines(self, batch: Batch) -> list[tuple[DecisionRow, int]]:
        """Return the open decisions that have a deadline, each with its minute."""
        return [
            (row, batch.number(row.opened) + row.deadline)
            for row in self.open_rows(batch)
            if row.deadline is not None
        ]

    def options(self, batch: Batch) -> list[tuple[int, Column]]:
        """Return the options of open decisions by their places, each with whether it is on offer."""
        return [
            (place, when.of(batch))
            for row in self.open_rows(batch)
            for place, when in self._options[row.decision]
        ]

    def options_of(self, row: DecisionRow) -> list[tuple[int, Formula]]:
        """Return the options of a decision by their places, each with its condition."""
        return self._options[row.decision]

    def number(self, batch: Batch) -> Column:
        """Return the number of the offer."""
        options = self.options(batch)
        differing = [(place, truth) for place, truth in options if isinstance(truth, np.ndarray)]
        common = sum(1 << place for place, truth in options if not isinstance(truth, np.ndarray) and truth)
        if not differing:
            return self.number_of(common)
        if len(differing) <= _FEW:
            first, inverse = _told_apart(differing)
        else:
            bits = np.packbits(np.stack([truth > 0 for _, truth in differing], axis=1), axis=1)
            _, first, inverse = np.unique(bits, axis=0, return_index=True, return_inverse=True)
        masks = [
            common | sum(1 << place for place, truth in differing if truth[row]) for row in first.tolist()
        ]
        numbers: Array = np.array([self.number_of(mask) for mask in masks], dtype=np.int32)
        return numbers[inverse.ravel()] if len(numbers) > 1 else int(numbers[0])

    def has_any(self, batch: Batch) -> Column:
        """Return whether anything is on offer."""
        found: Column = 0
        for _, truth in self.options(batch):
            if not isinstance(truth, np.ndarray):
                if truth:
                    return 1
                continue
            found = found | (truth > 0)
        return found

    def number_of(self, mask: int) -> int:
        """Return the number of an offer, given as the mask of `Program.offer`."""
        return self._numbers.setdefault(mask, len(self._numbers))


def _told_apart(differing: Sequence[tuple[int, Array]]) -> tuple[Array, Array]:
    """Return a row of each kind of offer, and the kind of each row."""
    kinds = np.zeros(len(differing[0][1]), dtype=np.uint16)
    for bit, (_, truth) in enumerate(differing):
        kinds |= (truth > 0).astype(np.uint16) << np.uint16(bit)
    rows = np.full(1 << len(differing), -1, dtype=np.int32)
    rows[kinds] = np.arange(len(kinds), dtype=np.int32)
    found = np.flatnonzero(rows >= 0)
    first = rows[found]
    rows[found] = np.arange(len(found), dtype=np.int32)
    return first, rows[kinds]
