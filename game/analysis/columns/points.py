"""Control points: where play stands, with the states that were found there, packed and told apart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from operator import itemgetter
from typing import NamedTuple

import numpy as np

from game.analysis.columns.edges import Ids
from game.analysis.columns.packing import Keys, Packing, distinct, packing_of, repacked, told_apart, widened
from game.analysis.liveness import Liveness
from game.engine.columns.batch import Batch, joined
from game.engine.columns.column import values_at
from game.engine.program import Program
from game.engine.state import Point, State

_MOST_UNPACKED = 1 << 17

_Where = tuple[int, tuple[Point, ...], tuple[tuple[int, Point], ...]]
_Situation = tuple[int, tuple[Point, ...], tuple[tuple[int, Point], ...], tuple[int, ...]]


class PointKey(NamedTuple):
    """Where play stands: what is common to the states of a control point.

    `common` are the values of some registers, and `dead` are those that nothing can read any more, as bits.
    """

    minute: int
    agenda: tuple[Point, ...]
    queue: tuple[tuple[int, Point], ...]
    common: tuple[int, ...]
    dead: int


class Source(NamedTuple):
    """The ways on which some states arrived, and whether a deadline on them took games off the record."""

    ways: Ids
    has_left: bool


class Arrivals(NamedTuple):
    """The id of each state that arrived, the keys of those that are new, by rising id, and the sources."""

    ids: Ids
    news: Keys
    sources: list[Source]


class ControlPoint:
    """The states found at a control point. `ids` belong to the sorted `keys`, made by `packing`.

    States that arrive are packed as soon as they are many: so they take little room. `_changed` and
    `_looked` are those of the batches that arrived, taken together.
    """

    __slots__ = (
        "_arrived",
        "_changed",
        "_looked",
        "_packed",
        "_pending",
        "_sources",
        "_where",
        "ids",
        "keys",
        "packing",
    )

    def __init__(self) -> None:
        self.packing: Packing | None = None
        self.keys: Keys = np.zeros(0, dtype=np.int64)
        self.ids: Ids = np.zeros(0, dtype=np.int32)
        self._where: _Where = (0, (), ())
        self._pending: list[Batch] = []
        self._arrived = 0
        self._changed: set[int] | None = set()
        self._looked = 0
        self._packed: list[Keys] = []
        self._sources: list[Source] = []

    @property
    def is_waiting(self) -> bool:
        """Return whether states have arrived that have no numbers yet."""
        return bool(self._sources)

    def add(self, batch: Batch) -> None:
        """Let states arrive, given without what is dead."""
        self._where = (batch.minute, tuple(batch.agenda), tuple(batch.queue))
        if not self.is_waiting:
            self._changed, self._looked = set(), batch.looked
        self._looked = min(self._looked, batch.looked)
        if batch.changed is None or self._changed is None:
            self._changed = None
        else:
            self._changed |= batch.changed
        self._pending.append(batch)
        self._sources.append(Source(batch.origins, batch.has_left))
        self._arrived += len(batch)
        if self._arrived > _MOST_UNPACKED:
            self._pack()

    def numbered(self, count: int) -> Arrivals:
        """Give numbers to what has arrived; `count` states have numbers before."""
        self._pack()
        assert self.packing is not None
        keys = np.concatenate([self.keys, *self._packed] if len(self.ids) else self._packed)
        sources, self._sources, self._packed = self._sources, [], []
        found, first, inverse = distinct(keys, self.packing.size)
        before = len(self.ids)
        is_new = first >= before
        ids = np.empty(len(found), dtype=np.int32)
        ids[~is_new] = self.ids[first[~is_new]]
        ids[is_new] = np.arange(count, count + int(is_new.sum()))
        self.keys, self.ids = found, ids
        return Arrivals(ids[inverse[before:]], found[is_new], sources)

    def batch_of(self, keys: Keys) -> Batch:
        """Return packed states as a batch."""
        assert self.packing is not None
        registers = self.packing.columns(keys)
        origins = np.zeros(len(keys), dtype=np.int32)
        batch = Batch(*self._where, registers, origins, self.packing.registers)
        batch.changed = None if self._changed is None else set(self._changed)
        batch.looked = self._looked
        return batch

    def known(self) -> Batch | None:
        """Return the states that have numbers, in the order of `ids`; None where there are none."""
        if self.packing is None or not len(self.ids):
            return None
        return Batch(0, (), (), self.packing.columns(self.keys), self.ids, self.packing.registers)

    def _pack(self) -> None:
        """Pack what has arrived since the last time."""
        if not self._pending:
            return
        whole = joined(self._pending)
        self._pending, self._arrived = [], 0
        if self.packing is None:
            self.packing = packing_of(whole)
        elif not self.packing.fits(whole):
            self._widen(whole)
        self._packed.append(self.packing.packed(whole.registers, len(whole)))

    def _widen(self, batch: Batch) -> None:
        """Pack all states anew, so that those of a batch can be packed with them."""
        assert self.packing is not None
        before, self.packing = self.packing, widened(self.packing, batch)
        if len(self.ids):
            self.keys = repacked(self.keys, before, self.packing)
        self._packed = [repacked(keys, before, self.packing) for keys in self._packed]


class ControlPoints:
    """All control points of one Program, and the numbering of their states.

    `common` are the registers whose values are the same in all states of a point. What is dead in a state
    is decided by them and the control registers; these may differ in a point.
    """

    def __init__(self, program: Program, liveness: Liveness) -> None:
        self._liveness = liveness
        keys = program.keys
        opened = (row.opened for row in program.decisions)
        self.common = tuple(dict.fromkeys((*opened, keys.waits, keys.time)))
        self._commons = itemgetter(*self.common)
        self._controls = itemgetter(*liveness.control, *self.common)
        self._lows = tuple(register.low for register in program.registers)
        self._dead: dict[_Situation, int] = {}
        self._forgotten: dict[int, Mapping[int, int]] = {}
        self.points: dict[PointKey, ControlPoint] = {}
        self.count = 0

    def sorted_in(self, batch: Batch) -> Iterator[tuple[PointKey, Batch]]:
        """Return the parts of a batch by control point, with what is dead forgotten."""
        for same in batch.parts_by(self.common):
            for dead, part in self._parts_by_dead(same):
                part.forget(self._forgotten[dead])
                agenda, queue = tuple(reversed(part.agenda)), tuple(part.queue)
                key = PointKey(part.minute, agenda, queue, self._commons(part.registers), dead)
                if key not in self.points:
                    self.points[key] = ControlPoint()
                yield key, part

    def _parts_by_dead(self, batch: Batch) -> Iterator[tuple[int, Batch]]:
        """Return a batch in parts, in each of which the same registers are dead, with these as bits."""
        differing = batch.wide.intersection(self._liveness.control)
        if not differing:
            yield self._dead_in(batch, 0), batch
            return
        rows, kinds = told_apart(batch, differing)
        dead = [self._dead_in(batch, row) for row in rows.tolist()]
        numbers = {each: number for number, each in enumerate(dict.fromkeys(dead))}
        if len(numbers) == 1:
            yield dead[0], batch
            return
        sorts = np.array([numbers[each] for each in dead])[kinds]
        for each, number in numbers.items():
            yield each, batch.part(np.flatnonzero(sorts == number))

    def _dead_in(self, batch: Batch, row: int) -> int:
        """Return the registers that are dead in a row, as bits."""
        agenda, queue = tuple(reversed(batch.agenda)), tuple(batch.queue)
        situation = (batch.minute, agenda, queue, values_at(row, self._controls(batch.registers)))
        found = self._dead.get(situation)
        if found is None:
            dead = self._liveness.dead(State(batch.minute, agenda, queue, values_at(row, batch.registers)))
            found = self._dead[situation] = sum(1 << register for register in dead)
            self._forgotten[found] = {register: self._lows[register] for register in dead}
        return found

    def numbered(self, point: ControlPoint) -> Arrivals:
        """Give numbers to what has arrived at a point."""
        arrivals = point.numbered(self.count)
        self.count += len(arrivals.news)
        return arrivals

    def found(self, batch: Batch) -> int | None:
        """Return the id of the state that is the only row of a batch, or None if it was not reached."""
        [(key, part)] = self.sorted_in(batch)
        point = self.points[key]
        if point.packing is None:
            return None
        wanted = point.packing.key_of(part.registers)
        if wanted is None:
            return None
        places = np.flatnonzero(point.keys == wanted)
        return int(point.ids[places[0]]) if len(places) else None
