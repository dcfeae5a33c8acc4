"""All that play can reach, in columns: numbered states and the edges between them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from heapq import heappop, heappush
from typing import NamedTuple

import numpy as np

from game.analysis.asked import PolicyTable
from game.analysis.columns.edges import IS_CHANCE, IS_RECORDED, Edges
from game.analysis.columns.multipliers import multipliers
from game.analysis.columns.points import ControlPoint, ControlPoints, PointKey
from game.analysis.columns.policies import choice
from game.analysis.columns.tabled import tabled
from game.analysis.graph import Headway, Multiplier, OverBudgetError, Told
from game.analysis.liveness import Liveness
from game.analysis.record import record_of
from game.engine.columns.batch import Batch
from game.engine.columns.column import Array, Column
from game.engine.columns.walk import ColumnWalk
from game.engine.program import Chance, Program
from game.engine.state import Point, State

_AT_ONCE = 1 << 17
"""So many states are sent on together: more take more room and no less time."""


class Way(NamedTuple):
    """A way on: its point, or None to wait; of each row whether it goes, its share and its mark."""

    point: Point | None
    goes: Column
    share: Array | float
    mark: Column


class Exploration:
    """The states that play can reach from some states, numbered from 0, and the edges between them.

    `endings` are the numbers of the endings that are reached, from 1.
    `told` hears from time to time how many they are. Raises OverBudgetError if there are more than
    `budget`. With a table of answers, shares of the player's ways are those of the table. `liveness` says
    what is forgotten; without one that is what the program cannot read any more.
    """

    def __init__(
        self,
        program: Program,
        roots: Iterable[State],
        budget: int,
        told: Told,
        table: PolicyTable | None = None,
        liveness: Liveness | None = None,
    ) -> None:
        self.program = program
        self.liveness = Liveness(program) if liveness is None else liveness
        self._budget = budget
        self._told = told
        self._table = table
        self._points = ControlPoints(program, self.liveness)
        self._record = record_of(program.scenario)
        self._walk = self._new_walk()
        self._heap: list[tuple[int, int, PointKey]] = []
        self._sequence = 0
        self.edges = Edges()
        self.endings: set[int] = set()
        for root in roots:
            if not root.registers[program.keys.ended]:
                self._arrived(self._batch(root))
        while self._heap:
            self._expand(self._points.points[heappop(self._heap)[2]])

    def _new_walk(self) -> ColumnWalk:
        return ColumnWalk(self.program, self._arrived, self._ended, fragile(self.program))

    @property
    def states(self) -> int:
        return self._points.count

    @property
    def points(self) -> int:
        return len(self._points.points)

    @property
    def control_points(self) -> Mapping[PointKey, ControlPoint]:
        """Return the states that were found, by where play stands in them."""
        return self._points.points

    @property
    def offers(self) -> tuple[int, ...]:
        """Return the masks of the offers that were found, in the order of their numbers."""
        return self._walk.offers.masks

    def restore(self, points: Mapping[PointKey, ControlPoint], offers: Iterable[int]) -> None:
        """Take what another exploration of the same rules has found, so that its states have numbers here."""
        self._points.points.update(points)
        self._points.count = sum(len(point.ids) for point in points.values())
        for mask in offers:
            self._walk.offers.number_of(mask)

    def multipliers(self) -> tuple[Multiplier, ...]:
        """Return what multiplies the states most."""
        names = tuple(register.name for register in self.program.registers)
        return multipliers(self._points.points, names, self._points.common)

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
            if not point.is_waiting:
                self._sequence += 1
                heappush(self._heap, (key.minute, self._sequence, key))
            point.add(part)

    def _ended(self, batch: Batch, ending: int) -> None:
        self.endings.add(ending)
        children = np.full(len(batch), -ending, dtype=np.int32)
        self.edges.end(batch.origins, children, leaves=batch.has_left)

    def _expand(self, point: ControlPoint) -> None:
        """Give numbers to what has arrived at a point, and send on what is new."""
        ids, news, sources = self._points.numbered(point)
        row = 0
        for ways, has_left in sources:
            if ways[0] >= 0:  # a root comes from nowhere
                self.edges.end(ways, ids[row : row + len(ways)], leaves=has_left)
            row += len(ways)
        if self.states > self._budget:
            raise OverBudgetError(self.states, self.multipliers())
        for first in range(0, len(news), _AT_ONCE):
            fresh = point.batch_of(news[first : first + _AT_ONCE])
            self._send(fresh, self._chances(fresh) if fresh.agenda else self._choices(fresh))
            self._told(Headway(self.states))

    def _chances(self, batch: Batch) -> list[Way]:
        chance = self.program.code[batch.agenda.pop()]
        assert isinstance(chance, Chance)
        weights = self._walk.weights(batch, chance)
        total = sum(weights)
        return [
            Way(point, weight > 0, weight / total, IS_CHANCE)
            for weight, point in zip(weights, chance.points, strict=True)
        ]

    def _choices(self, batch: Batch) -> list[Way]:
        batch.looked_at()  # all conditions were false before the player had the move
        opened = self._walk.offers.open_rows(batch)
        offers = [
            (self.program.options[place], np.broadcast_to(np.asarray(truth), len(batch)).astype(bool))
            for place, truth in self._walk.offers.options(batch)
        ]
        may_wait = all(row.deadline is not None for row in opened)
        made = choice(opened, batch, offers, self._record)
        if self._table is not None:
            made = tabled(made, self._table, opened, batch, may_wait=may_wait)
        ways = [
            Way(way.option.point, way.is_on_offer, way.undecided, way.historical * IS_RECORDED)
            for way in made.ways
        ]
        if may_wait:
            ways.append(Way(None, 1, made.waits_undecided, made.waits_historical * IS_RECORDED))
        return ways

    def _send(self, batch: Batch, ways: list[Way]) -> None:
        """Send the rows on all their ways."""
        size = (len(batch), len(ways))
        goes, shares, marks = np.empty(size, bool), np.empty(size), np.empty(size, np.uint8)
        for column, way in enumerate(ways):
            goes[:, column], shares[:, column], marks[:, column] = way.goes, way.share, way.mark
        numbers = self.edges.begin(goes, shares, marks)
        for column, way in enumerate(ways):
            rows = np.flatnonzero(goes[:, column])
            if not len(rows):
                continue
            part = batch.part(rows)
            part.origins = numbers[rows, column]
            if way.point is None:
                self._walk.wait(part)
            else:
                part.agenda.append(way.point)
                self._walk.run(part)


def fragile(program: Program) -> frozenset[int]:
    """Return the deadlines that take a game off the record."""
    decisions = program.scenario.decisions
    return frozenset(
        row.late
        for row in program.decisions
        if row.late is not None
        and decisions[row.decision].historical not in {decisions[row.decision].if_late, "wait"}
    )
