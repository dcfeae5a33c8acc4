"""All that play can reach, in columns: numbered states and the edges between them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from heapq import heappop, heappush

import numpy as np

from game.analysis.columns.edges import IS_CHANCE, IS_RECORDED, Edges, GrowingEdges
from game.analysis.columns.points import ControlPoints, PointKey
from game.analysis.columns.policies import choice
from game.analysis.graph import OverBudgetError
from game.analysis.liveness import Liveness
from game.analysis.record import record_of
from game.engine.columns.batch import Batch, joined
from game.engine.columns.column import Array, Column
from game.engine.columns.walk import ColumnWalk
from game.engine.program import Chance, Program
from game.engine.state import State

Told = Callable[[int], None]

_CHANCE = np.array(IS_CHANCE, dtype=np.uint8)


class Exploration:
    """The states that play can reach from some states, numbered from 0.

    `told` hears from time to time how many they are. Raises OverBudgetError if there are more than
    `budget`.
    """

    def __init__(self, program: Program, roots: Iterable[State], budget: int, told: Told) -> None:
        self.program = program
        self._points = ControlPoints(program, Liveness(program))
        self._record = record_of(program.scenario)
        self._walk = ColumnWalk(program, self._arrived, self._ended, _fragile(program))
        self._heap: list[tuple[int, int, PointKey]] = []
        self._sequence = 0
        self._edges = GrowingEdges()
        for root in roots:
            if not root.registers[program.keys.ended]:
                self._arrived(self._batch(root))
        while self._heap:
            self._expand(heappop(self._heap)[2])
            if self.states > budget:
                raise OverBudgetError(self.states)
            told(self.states)

    @property
    def states(self) -> int:
        return self._points.count

    @property
    def points(self) -> int:
        return len(self._points.points)

    def taken_edges(self) -> Edges:
        """Return the edges, which are not kept."""
        return self._edges.taken()

    def id(self, state: State) -> int:
        """Return the number of a state, or one below 0 if it is over, -1 for the first ending.

        Raises KeyError for a state that is not reached from the roots.
        """
        ended = state.registers[self.program.keys.ended]
        if ended:
            return -ended
        found = self._points.found(self._batch(state))
        if found is None:
            raise KeyError(state)
        return found

    def _batch(self, state: State) -> Batch:
        registers = list(state.registers)
        offer = self.program.keys.offer
        registers[offer] = self._walk.offers.number_of(registers[offer])
        agenda = tuple(reversed(state.agenda))
        return Batch(state.minute, agenda, state.queue, registers, np.full(1, -1, dtype=np.int32), ())

    def _arrived(self, batch: Batch) -> None:
        for key, part in self._points.sorted_in(batch):
            point = self._points.points[key]
            if not point.pending:
                self._sequence += 1
                heappush(self._heap, (key.minute, self._sequence, key))
            point.pending.append(part)

    def _ended(self, batch: Batch, ending: int) -> None:
        children = np.full(len(batch), -ending, dtype=np.int32)
        self._edges.end(batch.origins, children, leaves=batch.has_left)

    def _expand(self, key: PointKey) -> None:
        point = self._points.points[key]
        parts, point.pending = point.pending, []
        whole = joined(parts)
        ids, news = self._points.numbered(point, whole)
        row = 0
        for part in parts:
            if part.origins[0] >= 0:  # a root comes from nowhere
                self._edges.end(part.origins, ids[row : row + len(part)], leaves=part.has_left)
            row += len(part)
        if len(news):
            whole.origins = ids
            whole.has_left = False
            self._go_on(whole.part(news) if len(news) < len(whole) else whole)

    def _go_on(self, batch: Batch) -> None:
        if batch.agenda:
            batch.changed = None
            self._take_chances(batch)
        else:
            batch.changed = set()  # all conditions were false before the player had the move
            self._choose(batch)

    def _take_chances(self, batch: Batch) -> None:
        point = batch.agenda.pop()
        chance = self.program.code[point]
        assert isinstance(chance, Chance)
        weights = self._walk.weights(batch, chance)
        total = sum(weights)
        for weight, target in zip(weights, chance.points, strict=True):
            self._go(batch, weight > 0, np.asarray(weight / total), _CHANCE, target)

    def _choose(self, batch: Batch) -> None:
        opened = self._walk.offers.open_rows(batch)
        offers = [
            (self.program.options[place], _broadcast(truth, len(batch)).astype(bool))
            for place, truth in self._walk.offers.options(batch)
        ]
        made = choice(opened, batch, offers, self._record)
        for way in made.ways:
            marks = np.where(way.historical, IS_RECORDED, 0).astype(np.uint8)
            self._go(batch, way.is_on_offer, way.undecided, marks, way.option.point)
        if all(row.deadline is not None for row in opened):
            marks = np.where(made.waits_historical, IS_RECORDED, 0).astype(np.uint8)
            self._go(batch, 1, made.waits_undecided, marks, None)

    def _go(self, batch: Batch, goes: Column, shares: Array, marks: Array, point: int | None) -> None:
        """Send the rows for which `goes` holds on their way to a point, or without one let them wait."""
        rows = np.flatnonzero(_broadcast(goes, len(batch)))
        if not len(rows):
            return
        part = batch.part(rows)
        part.origins = self._edges.begin(
            part.origins, _broadcast(shares, len(batch))[rows], _broadcast(marks, len(batch))[rows]
        )
        if point is None:
            self._walk.wait(part)
        else:
            part.agenda.append(point)
            self._walk.run(part)


def _broadcast(values: Column, rows: int) -> Array:
    return np.broadcast_to(np.asarray(values), rows)


def _fragile(program: Program) -> frozenset[int]:
    """Return the deadlines that take a game off the record."""
    decisions = program.scenario.decisions
    return frozenset(
        row.late
        for row in program.decisions
        if row.late is not None
        and decisions[row.decision].historical not in {decisions[row.decision].if_late, "wait"}
    )
