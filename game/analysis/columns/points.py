"""Control points: where play stands, with the states that were found there, packed and told apart."""

from __future__ import annotations

from collections.abc import Iterator
from operator import itemgetter
from typing import NamedTuple

import numpy as np

from game.analysis.columns.edges import Ids
from game.analysis.columns.packing import Keys, Packing, distinct, packing_of
from game.analysis.liveness import Liveness
from game.engine.columns.batch import Batch, joined
from game.engine.columns.column import Column, Places
from game.engine.program import Program
from game.engine.state import Point, State

Forgotten = tuple[tuple[int, int], ...]
"""The registers that are dead, each with what it is set to."""


class PointKey(NamedTuple):
    """Where play stands: what is common to the states of a control point."""

    minute: int
    agenda: tuple[Point, ...]
    queue: tuple[tuple[int, Point], ...]
    control: tuple[int, ...]


class ControlPoint:
    """The states found at a control point. `ids` belong to the sorted `keys`, made by `packing`.

    `pending` have arrived and are not numbered yet; `fresh` are new states from which nothing was sent.
    """

    __slots__ = ("arrived", "fresh", "ids", "keys", "packing", "pending")

    def __init__(self) -> None:
        self.packing: Packing | None = None
        self.keys: Keys | None = None
        self.ids: Ids = np.zeros(0, dtype=np.int32)
        self.pending: list[Batch] = []
        self.arrived = 0
        self.fresh: list[Batch] = []

    def known(self) -> Batch | None:
        """Return the states that have numbers, in the order of `ids`; None where there are none."""
        if self.packing is None or self.keys is None:
            return None
        registers: list[Column] = list(self.packing.common)
        for register in self.packing.registers:
            registers[register] = self.packing.column(self.keys, register)
        return Batch(0, (), (), registers, self.ids, self.packing.registers)


class ControlPoints:
    """All control points of one Program, and the numbering of their states.

    `control` are the registers whose values are common to the states of a point.
    """

    def __init__(self, program: Program, liveness: Liveness) -> None:
        self._registers = program.registers
        self._liveness = liveness
        keys = program.keys
        opened = (row.opened for row in program.decisions)
        self.control = tuple(dict.fromkeys((*liveness.control, *opened, keys.waits, keys.time)))
        self._controls = itemgetter(*self.control)
        self._forgotten: dict[PointKey, Forgotten] = {}
        self._lows: dict[tuple[int, ...], Forgotten] = {}
        self.points: dict[PointKey, ControlPoint] = {}
        self.count = 0

    def sorted_in(self, batch: Batch) -> Iterator[tuple[PointKey, Batch]]:
        """Return the parts of a batch by control point, with what is dead forgotten."""
        for part in self._constant_parts(batch):
            key = self._key(part)
            forgotten = self._forgotten.get(key)
            if forgotten is None:
                forgotten = self._forgotten[key] = self._dead(part)
            part.forget(forgotten)
            key = self._key(part)  # some of it may be forgotten
            if key not in self.points:
                self.points[key] = ControlPoint()
            yield key, part

    def _dead(self, batch: Batch) -> Forgotten:
        dead = self._liveness.dead(_first_state(batch))
        found = self._lows.get(dead)
        if found is None:
            found = self._lows[dead] = tuple((each, self._registers[each].low) for each in dead)
        return found

    def _key(self, batch: Batch) -> PointKey:
        agenda, queue = tuple(reversed(batch.agenda)), tuple(batch.queue)
        return PointKey(batch.minute, agenda, queue, self._controls(batch.registers))

    def _constant_parts(self, batch: Batch) -> list[Batch]:
        parts = [batch]
        for register in batch.wide.intersection(self.control):
            found: list[Batch] = []
            for part in parts:
                column = part.registers[register]
                for value in np.unique(column).tolist():
                    same, _ = part.split(np.equal(column, value))
                    assert same is not None
                    same.put(register, value)
                    found.append(same)
            parts = found
        return parts

    def numbered(self, point: ControlPoint, batch: Batch) -> tuple[Ids, Places]:
        """Return the id of each row, and the first row of each state that was not known before."""
        known = point.known()
        whole = batch if known is None else joined([known, batch])
        packing = packing_of(whole)
        found, first, inverse = distinct(packing.packed(whole.registers, len(whole)), packing.size)
        before = len(point.ids)
        ids = np.empty(len(found), dtype=np.int32)
        is_new = first >= before
        ids[~is_new] = point.ids[first[~is_new]]
        news = int(is_new.sum())
        ids[is_new] = np.arange(self.count, self.count + news)
        self.count += news
        point.packing, point.keys, point.ids = packing, found, ids
        return ids[inverse[before:]], first[is_new] - before

    def found(self, batch: Batch) -> int | None:
        """Return the id of the state that is the only row of a batch, or None if it was not reached."""
        [(key, part)] = self.sorted_in(batch)
        point = self.points[key]
        if point.packing is None or point.keys is None:
            return None
        wanted = point.packing.key_of(part.registers)
        if wanted is None:
            return None
        places = np.flatnonzero(point.keys == wanted)
        return int(point.ids[places[0]]) if len(places) else None


def _first_state(batch: Batch) -> State:
    registers = list(batch.registers)
    for register in batch.wide:
        registers[register] = int(registers[register][0])  # type: ignore[index]
    return State(batch.minute, tuple(reversed(batch.agenda)), tuple(batch.queue), tuple(registers))  # type: ignore[arg-type]
