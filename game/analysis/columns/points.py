"""Control points: where play stands, with the states that were found there, packed and told apart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from game.analysis.liveness import Liveness
from game.engine.columns.batch import Batch
from game.engine.columns.formulas import Column
from game.engine.program import Program
from game.engine.state import Point, State

Ids = npt.NDArray[np.int64]
Keys = npt.NDArray[np.int64] | npt.NDArray[np.void]
_WORD = 62


class PointKey(NamedTuple):
    """Where play stands: what is common to the states of a control point, and what is forgotten there."""

    minute: int
    agenda: tuple[Point, ...]
    queue: tuple[tuple[int, Point], ...]
    control: tuple[int, ...]
    dead: tuple[int, ...]


class Packing(NamedTuple):
    """How live registers are packed: in words of at most 62 bits, each a mixed radix."""

    words: tuple[tuple[tuple[int, int, int], ...], ...]

    def packed(self, registers: Sequence[Column], rows: int) -> npt.NDArray[np.int64]:
        """Return the words of each row, as many columns as words."""
        made = np.zeros((rows, max(1, len(self.words))), dtype=np.int64)
        for number, word in enumerate(self.words):
            for register, low, width in word:
                made[:, number] = made[:, number] * width + (registers[register] - low)
        return made


class ControlPoint:
    """The states found at a control point. `ids` belong to the sorted `keys`."""

    __slots__ = ("ids", "keys", "packing", "pending")

    def __init__(self, packing: Packing) -> None:
        self.packing = packing
        self.keys: Keys | None = None
        self.ids: Ids = np.zeros(0, dtype=np.int64)
        self.pending: list[Batch] = []


class ControlPoints:
    """All control points of one Program, and the numbering of their states."""

    def __init__(self, program: Program, liveness: Liveness) -> None:
        self._program = program
        self._liveness = liveness
        keys = program.keys
        self._control = (
            *liveness.control,
            *(row.opened for row in program.decisions),
            keys.waits,
            keys.time,
        )
        self._apart = frozenset(self._control)
        self.points: dict[PointKey, ControlPoint] = {}
        self.count = 0

    def sorted_in(self, batch: Batch) -> Iterator[tuple[PointKey, Batch]]:
        """Return the parts of a batch by control point, with what is dead forgotten."""
        for part in self._constant_parts(batch):
            registers = tuple(int(np.ravel(each)[0]) for each in part.registers)
            agenda, queue = tuple(reversed(part.agenda)), tuple(part.queue)
            dead = self._liveness.dead(State(part.minute, agenda, queue, registers))
            for register in dead:
                part.registers[register] = self._program.registers[register].low
            control = tuple(int(part.registers[register]) for register in self._control)
            key = PointKey(part.minute, agenda, queue, control, dead)
            if key not in self.points:
                self.points[key] = ControlPoint(self._packing(frozenset(dead)))
            yield key, part

    def _constant_parts(self, batch: Batch) -> list[Batch]:
        parts = [batch]
        for register in self._control:
            found: list[Batch] = []
            for part in parts:
                column = part.registers[register]
                if not isinstance(column, np.ndarray):
                    found.append(part)
                    continue
                for value in np.unique(column):
                    same, _ = part.split(column == value)
                    assert same is not None
                    same.registers[register] = int(value)
                    found.append(same)
            parts = found
        return parts

    def _packing(self, dead: frozenset[int]) -> Packing:
        words: list[tuple[tuple[int, int, int], ...]] = []
        word: list[tuple[int, int, int]] = []
        size = 1
        for number, register in enumerate(self._program.registers):
            width = register.high - register.low + 1
            if number in dead or number in self._apart or width == 1:
                continue
            width = min(width, 1 << 31)
            if size * width >= 1 << _WORD:
                words.append(tuple(word))
                word, size = [], 1
            word.append((number, register.low, width))
            size *= width
        return Packing((*words, tuple(word)) if word else tuple(words))

    def number(self, state: State, offers: Mapping[int, int]) -> int:
        """Return the number of a state that was found. Raises KeyError for others."""
        registers = list(state.registers)
        registers[self._program.keys.offer] = offers[registers[self._program.keys.offer]]
        dead = self._liveness.dead(state)
        for register in dead:
            registers[register] = self._program.registers[register].low
        control = tuple(registers[register] for register in self._control)
        point = self.points[PointKey(state.minute, state.agenda, state.queue, control, dead)]
        keys = _keys(point.packing.packed(registers, 1))
        assert point.keys is not None
        return int(point.ids[np.flatnonzero(point.keys == keys[0])[0]])

    def numbered(self, point: ControlPoint, batch: Batch) -> tuple[Ids, Ids]:
        """Return the id of each row, and the first row of each state that was not known before."""
        keys = _keys(point.packing.packed(batch.registers, len(batch)))
        known = point.keys
        together = keys if known is None else np.concatenate([known, keys])
        found, first, inverse = np.unique(together, return_index=True, return_inverse=True)
        before = 0 if known is None else len(known)
        ids = np.empty(len(found), dtype=np.int64)
        is_new = first >= before
        ids[~is_new] = point.ids[first[~is_new]]
        news = int(is_new.sum())
        ids[is_new] = np.arange(self.count, self.count + news)
        self.count += news
        point.keys, point.ids = found, ids
        return ids[inverse.ravel()[before:]], first[is_new] - before


def _keys(words: npt.NDArray[np.int64]) -> Keys:
    """Return one key for each row: its word, or where there are several their bytes."""
    if words.shape[1] == 1:
        return words.ravel()
    return np.ascontiguousarray(words).view(np.dtype((np.void, words.shape[1] * 8))).ravel()
