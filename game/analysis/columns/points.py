"""Control points: where play stands, with the states that were found there, packed and told apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from game.analysis.columns.edges import Ids
from game.analysis.liveness import Liveness
from game.engine.columns.batch import Batch
from game.engine.columns.column import Column, Places
from game.engine.program import Program
from game.engine.state import Point, State

Words = npt.NDArray[np.int64]
Keys = npt.NDArray[np.int64] | npt.NDArray[np.void]
Lows = tuple[int | None, ...]
"""Of each register what it is set to where it is dead, None where it is live."""
_WORD = 1 << 62


class PointKey(NamedTuple):
    """Where play stands: what is common to the states of a control point."""

    minute: int
    agenda: tuple[Point, ...]
    queue: tuple[tuple[int, Point], ...]
    control: tuple[int, ...]


class Digit(NamedTuple):
    """A register's part in a word: its value above `low`, times `unit`."""

    register: int
    low: int
    unit: int


class Packing(NamedTuple):
    """How the live registers of a control point are packed: in words below 2**62, each a mixed radix."""

    words: tuple[tuple[Digit, ...], ...]

    def packed(self, registers: Sequence[Column], rows: int) -> Keys:
        """Return what tells the rows apart: equal states have equal keys."""
        made = [_word(word, registers, rows) for word in self.words]
        if len(made) == 1:
            return made[0]
        words = np.ascontiguousarray(np.stack(made, axis=1))
        return words.view(np.dtype((np.void, len(made) * 8))).ravel()


def _word(word: tuple[Digit, ...], registers: Sequence[Column], rows: int) -> Words:
    common, differing = 0, np.zeros(rows, dtype=np.int64)
    for register, low, unit in word:
        value = registers[register]
        if isinstance(value, np.ndarray):
            differing += value * np.int64(unit)
            common -= low * unit
        else:
            common += (value - low) * unit
    differing += common
    return differing


class ControlPoint:
    """The states found at a control point. `ids` belong to the sorted `keys`."""

    __slots__ = ("ids", "keys", "packing", "pending")

    def __init__(self, packing: Packing) -> None:
        self.packing = packing
        self.keys: Keys | None = None
        self.ids: Ids = np.zeros(0, dtype=np.int32)
        self.pending: list[Batch] = []


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
        self._lows: dict[PointKey, Lows] = {}
        self.points: dict[PointKey, ControlPoint] = {}
        self.count = 0

    def sorted_in(self, batch: Batch) -> Iterator[tuple[PointKey, Batch]]:
        """Return the parts of a batch by control point, with what is dead forgotten."""
        for part in self._constant_parts(batch):
            key = self._key(part)
            lows = self._lows.get(key)
            if lows is None:
                lows = self._lows[key] = self._new_lows(part)
            part.forget(lows)
            key = self._key(part)  # some of it may be forgotten
            if key not in self.points:
                self.points[key] = ControlPoint(self._packing(lows))
            yield key, part

    def _new_lows(self, batch: Batch) -> Lows:
        dead = frozenset(self._liveness.dead(_first_state(batch)))
        return tuple(
            register.low if number in dead else None for number, register in enumerate(self._registers)
        )

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

    def _packing(self, lows: Lows) -> Packing:
        words: list[tuple[Digit, ...]] = []
        word: list[Digit] = []
        size = 1
        for number, register in enumerate(self._registers):
            width = min(register.high - register.low + 1, 1 << 31)  # offers have numbers, below that
            if lows[number] is not None or number in self.control or width == 1:
                continue
            if size * width >= _WORD:
                words.append(tuple(word))
                word, size = [], 1
            word.append(Digit(number, register.low, size))
            size *= width
        return Packing((*words, tuple(word)))

    def numbered(self, point: ControlPoint, batch: Batch) -> tuple[Ids, Places]:
        """Return the id of each row, and the first row of each state that was not known before."""
        keys = point.packing.packed(batch.registers, len(batch))
        known = point.keys
        together = keys if known is None else np.concatenate([known, keys])
        found, first, inverse = np.unique(together, return_index=True, return_inverse=True)
        before = 0 if known is None else len(known)
        ids = np.empty(len(found), dtype=np.int32)
        is_new = first >= before
        ids[~is_new] = point.ids[first[~is_new]]
        news = int(is_new.sum())
        ids[is_new] = np.arange(self.count, self.count + news)
        self.count += news
        point.keys, point.ids = found, ids
        return ids[inverse.ravel()[before:]], first[is_new] - before

    def found(self, batch: Batch) -> int | None:
        """Return the id of the state that is the only row of a batch, or None if it was not reached."""
        [(key, part)] = self.sorted_in(batch)
        point = self.points[key]
        if point.keys is None:
            return None
        wanted = point.packing.packed(part.registers, 1)
        places = np.flatnonzero(point.keys == wanted)
        return int(point.ids[places[0]]) if len(places) else None


def _first_state(batch: Batch) -> State:
    registers = list(batch.registers)
    for register in batch.wide:
        registers[register] = int(registers[register][0])  # type: ignore[index]
    return State(batch.minute, tuple(reversed(batch.agenda)), tuple(batch.queue), tuple(registers))  # type: ignore[arg-type]
