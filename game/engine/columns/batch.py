"""A batch: many states that are at the same point of play, row by row."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from game.engine.columns.formulas import Column, Truths
from game.engine.state import Point

Rows = npt.NDArray[np.int64]


class Batch:
    """States with one moment, agenda and queue. The next point of the agenda is the last of the list.

    `origins` says for each row from which state it came, and the rows of `shares` what part of that
    state's weight it has, in any number of columns; `has_left` whether the record was left on the way;
    `is_quiet` whether nothing has changed since the conditions were last looked at. Arrays are
    replaced and never written to.
    """

    __slots__ = ("agenda", "has_left", "is_quiet", "minute", "origins", "queue", "registers", "shares")

    def __init__(
        self,
        minute: int,
        agenda: Sequence[Point],
        queue: Sequence[tuple[int, Point]],
        registers: Sequence[Column],
        origins: Rows,
        shares: npt.NDArray[np.float64],
    ) -> None:
        self.minute = minute
        self.agenda = list(agenda)
        self.queue = list(queue)
        self.registers = list(registers)
        self.origins = origins
        self.shares = shares
        self.has_left = False
        self.is_quiet = False

    def __len__(self) -> int:
        return len(self.origins)

    def part(self, rows: Truths | Rows) -> Batch:
        """Return some of the rows as a batch of their own."""
        part = Batch(
            self.minute,
            self.agenda,
            self.queue,
            [each[rows] if isinstance(each, np.ndarray) else each for each in self.registers],
            self.origins[rows],
            self.shares[rows],
        )
        part.has_left, part.is_quiet = self.has_left, self.is_quiet
        return part

    def split(self, truth: Column | Truths) -> tuple[Batch | None, Batch | None]:
        """Return the rows for which something holds, and the others; None for none."""
        if not isinstance(truth, np.ndarray):
            return (self, None) if truth else (None, self)
        holds = truth.astype(bool)
        if holds.all():
            return self, None
        if not holds.any():
            return None, self
        return self.part(holds), self.part(~holds)


def joined(batches: Sequence[Batch]) -> Batch:
    """Return batches at the same point of play as one."""
    first = batches[0]
    if len(batches) == 1:
        return first
    whole = Batch(
        first.minute,
        first.agenda,
        first.queue,
        [_joined_column(batches, register) for register in range(len(first.registers))],
        np.concatenate([each.origins for each in batches]),
        np.concatenate([each.shares for each in batches]),
    )
    whole.is_quiet = all(each.is_quiet for each in batches)
    return whole


def _joined_column(batches: Sequence[Batch], register: int) -> Column:
    columns = [each.registers[register] for each in batches]
    first = columns[0]
    if not isinstance(first, np.ndarray) and all(
        not isinstance(each, np.ndarray) and each == first for each in columns
    ):
        return first
    return np.concatenate(
        [
            np.broadcast_to(np.asarray(column, dtype=np.int32), len(batch))
            for column, batch in zip(columns, batches, strict=True)
        ]
    )
