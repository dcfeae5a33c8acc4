"""Control points: where play stands, with the states that were found there, packed and told apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from game.analysis.liveness import Liveness
from game.engine.columns.batch import Batch
from game.engine.columns.formulas import Column
from game.engine.program import Program
from game.engine.state import Point, State

Ids = npt.NDArray[np.int64]
_WORD = 62


class PointKey(NamedTuple):
    """Where play stands: what is common to the states of a control point."""

    minute: int
    agenda: tuple[Point, ...]
    queue: tuple[tuple[int, Point], ...]
    control: tuple[int, ...]


class Packing(NamedTuple):
    """How the live registers of a control point are packed: in words of at most 62 bits, each a mixed radix."""

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

    __slots__ = ("dead", "ids", "keys", "packing", "pending")

    def __init__(self, dead: tuple[int, ...], packing: Packing) -> None:
        self.dead = dead
        self.packing = packing
        self.keys: npt.NDArray[np.void] | None = None
        self.ids: Ids = np.zeros(0, dtype=np.int64)
        self.pending: list[tuple[Batch, Ids]] = []


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
            control = tuple(int(part.registers[register]) for register in self._control)  # type: ignore[arg-type]
            key = PointKey(part.minute, tuple(reversed(part.agenda)), tuple(part.queue), control)
            point = self.points.get(key)
            if point is None:
                point = self.points[key] = self._new_point(part)
            for register in point.dead:
                part.registers[register] = self._program.registers[register].low
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

    def _new_point(self, batch: Batch) -> ControlPoint:
        registers = tuple(int(np.ravel(each)[0]) for each in batch.registers)
        state = State(batch.minute, tuple(reversed(batch.agenda)), tuple(batch.queue), registers)
        dead = self._liveness.dead(state)
        return ControlPoint(dead, self._packing(frozenset(dead)))

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

    def numbered(self, point: ControlPoint, batch: Batch) -> tuple[Ids, Ids]:
        """Return the id of each row, and the first row of each state that was not known before."""
        rows = len(batch)
        words = point.packing.packed(batch.registers, rows)
        keys = np.ascontiguousarray(words).view(np.dtype((np.void, words.shape[1] * 8))).ravel()
        if words.shape[1] == 1:
            keys = words.ravel()
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
