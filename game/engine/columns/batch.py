"""A batch: many states that are at the same point of play, row by row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import compress
from operator import is_not

import numpy as np

from game.engine.columns.column import Array, Column, Places, Rows
from game.engine.state import Point


class Batch:
    """States with one moment, agenda and queue. The next point of the agenda is the last of the list.

    `registers` are read freely and written by `put` and `forget` alone, which keep `wide`: the registers that
    are arrays. `changed` are those written since the conditions were last looked at, None for all, and
    `looked` is the minute of that.
    `origins` say where each row comes from; `has_left` whether the record was left on the way.
    Arrays are replaced and never written to.
    """

    __slots__ = ("agenda", "changed", "has_left", "looked", "minute", "origins", "queue", "registers", "wide")

    def __init__(
        self,
        minute: int,
        agenda: Sequence[Point],
        queue: Sequence[tuple[int, Point]],
        registers: Sequence[Column],
        origins: Rows,
        wide: Iterable[int],
    ) -> None:
        self.minute = minute
        self.agenda = list(agenda)
        self.queue = list(queue)
        self.registers = list(registers)
        self.origins = origins
        self.wide = set(wide)
        self.has_left = False
        self.changed: set[int] | None = None
        self.looked = minute

    def __len__(self) -> int:
        return len(self.origins)

    def number(self, register: int) -> int:
        """Return the value of a register that is the same in all rows."""
        value = self.registers[register]
        assert not isinstance(value, np.ndarray)
        return value

    def column(self, register: int) -> Array:
        """Return the values of a register that differs between rows."""
        values = self.registers[register]
        assert isinstance(values, np.ndarray)
        return values

    def looked_at(self) -> None:
        """Note that all conditions were looked at now, and were false."""
        self.changed = set()
        self.looked = self.minute

    def put(self, register: int, value: Column) -> None:
        """Write a register."""
        self.registers[register] = value
        if isinstance(value, np.ndarray):
            self.wide.add(register)
        elif self.wide:
            self.wide.discard(register)
        if self.changed is not None:
            self.changed.add(register)

    def forget(self, values: Mapping[int, int]) -> None:
        """Write numbers into registers that nothing reads any more, each given with its number."""
        registers = self.registers.copy()
        for register, value in values.items():
            registers[register] = value
        self.registers = registers
        self.wide = {register for register in self.wide if register not in values}

    def part(self, rows: Places) -> Batch:
        """Return some of the rows as a batch of their own."""
        part = Batch(self.minute, self.agenda, self.queue, self.registers, self.origins.take(rows), self.wide)
        for register in self.wide:
            part.registers[register] = self.column(register).take(rows)
        part.has_left = self.has_left
        part.changed = None if self.changed is None else set(self.changed)
        part.looked = self.looked
        return part

    def split(self, truth: Column) -> tuple[Batch | None, Batch | None]:
        """Return the rows for which something holds, and the others; None for none."""
        if not isinstance(truth, np.ndarray):
            return (self, None) if truth else (None, self)
        holds = truth.astype(bool, copy=False)
        number = int(np.count_nonzero(holds))
        if number == len(holds):
            return self, None
        if not number:
            return None, self
        return self.part(np.flatnonzero(holds)), self.part(np.flatnonzero(~holds))

    def parts_by(self, registers: Iterable[int]) -> list[Batch]:
        """Return the batch in parts, in each of which some registers are the same in all rows."""
        parts = [self]
        for register in sorted(self.wide.intersection(registers)):
            parts = [same for part in parts for same in _parts_by_value(part, register)]
        return parts


def joined(batches: Sequence[Batch]) -> Batch:
    """Return batches at the same point of play as one, of which all is to be looked at again."""
    first, *others = batches
    if not others:
        return first
    registers = first.registers.copy()
    wide = set[int]().union(*(each.wide for each in batches))
    for other in others:
        # nearly all registers are the same object in both: small numbers, looked at without a loop
        differing = compress(range(len(registers)), map(is_not, registers, other.registers))
        wide.update(
            [each for each in differing if each not in wide and registers[each] != other.registers[each]]
        )
    for register in wide:
        registers[register] = np.concatenate([_filled(each, register) for each in batches])
    origins = np.concatenate([each.origins for each in batches])
    return Batch(first.minute, first.agenda, first.queue, registers, origins, wide)


def _parts_by_value(batch: Batch, register: int) -> Iterator[Batch]:
    column = batch.column(register)
    for value in np.unique(column).tolist():
        same, _ = batch.split(np.equal(column, value))
        assert same is not None
        same.put(register, value)
        yield same


def _filled(batch: Batch, register: int) -> Column:
    column = batch.registers[register]
    if isinstance(column, np.ndarray):
        return column
    return np.full(len(batch), column, dtype=np.int32)
