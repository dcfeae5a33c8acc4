"""All that play can reach, in columns: numbered states and the edges between them."""

from __future__ import annotations

from heapq import heappop, heappush
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from game.analysis.columns.points import ControlPoints, Ids, PointKey
from game.analysis.graph import OverBudgetError
from game.analysis.liveness import Liveness
from game.analysis.record import record_of
from game.engine.columns.batch import Batch, joined
from game.engine.columns.formulas import Column
from game.engine.columns.walk import ColumnWalk
from game.engine.program import Chance, DecisionRow, OptionRow, Program
from game.engine.state import State

Shares = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]

CHANCE, UNDECIDED, HISTORICAL = range(3)
"""The columns of shares: the weight of a way of chance (0 where the player chooses), and the shares
that *undecided* and *historical* give to a way of the player."""


class Edges(NamedTuple):
    """Ways from states to states; a child below 0 is the end of the game, -1 for the first ending."""

    parents: Ids
    children: Ids
    shares: Shares
    has_left: Flags


class Exploration:
    """The reachable states of one Program from one state, numbered from 0.

    Raises OverBudgetError where there are more than `budget`.
    """

    def __init__(self, program: Program, root: State, budget: int) -> None:
        self.program = program
        self.points = ControlPoints(program, Liveness(program))
        self._budget = budget
        self._record = record_of(program.scenario)
        self._walk = ColumnWalk(program, self._arrived, self._ended, _fragile(program))
        self._heap: list[tuple[int, int, PointKey]] = []
        self._sequence = 0
        self._found: list[Edges] = []
        shares = np.zeros((1, 3))
        queue = list(root.queue)
        self._walk.run(
            Batch(root.minute, tuple(reversed(root.agenda)), queue, root.registers, np.array([-1]), shares)
        )
        while self._heap:
            self._expand(heappop(self._heap)[2])

    @property
    def states(self) -> int:
        return self.points.count

    @property
    def edges(self) -> Edges:
        return Edges(*(np.concatenate(column) for column in zip(*self._found, strict=True)))

    def number(self, state: State) -> int:
        """Return the number of a state that can be reached, or below 0 the ending of one that is over."""
        ended = state.registers[self.program.keys.ended]
        return -ended if ended else self.points.number(state, self._walk.offers)

    def _arrived(self, batch: Batch) -> None:
        for key, part in self.points.sorted_in(batch):
            point = self.points.points[key]
            if not point.pending:
                self._sequence += 1
                heappush(self._heap, (key.minute, self._sequence, key))
            point.pending.append(part)

    def _ended(self, batch: Batch, ending: int) -> None:
        children = np.full(len(batch), -ending, dtype=np.int64)
        self._note(batch, children)

    def _note(self, batch: Batch, children: Ids) -> None:
        left = np.full(len(batch), batch.has_left)
        self._found.append(Edges(batch.origins, children, batch.shares, left))

    def _expand(self, key: PointKey) -> None:
        point = self.points.points[key]
        parts, point.pending = point.pending, []
        flagged = [each.has_left for each in parts]
        sizes = [len(each) for each in parts]
        whole = joined(parts)
        ids, news = self.points.numbered(point, whole)
        self._found.append(Edges(whole.origins, ids, whole.shares, np.repeat(flagged, sizes)))
        if self.points.count > self._budget:
            raise OverBudgetError(self.points.count)
        if not len(news):
            return
        fresh = whole.part(news)
        fresh.origins = ids[news]
        fresh.has_left = False
        if key.agenda:
            self._take_chances(fresh)
        else:
            self._choose(fresh)

    def _take_chances(self, batch: Batch) -> None:
        chance = self.program.code[batch.agenda[-1]]
        assert isinstance(chance, Chance)
        weights = self._walk.weights(batch, chance)
        total = sum(weights)
        for weight, target in zip(weights, chance.points, strict=True):
            shares = np.zeros((len(batch), 3))
            shares[:, CHANCE] = weight / total
            self._go(batch, shares, weight > 0, target)

    def _go(self, batch: Batch, shares: Shares, goes: Column | Flags, point: int) -> None:
        """Send the rows for which `goes` holds on their way; `point` replaces a chance on the agenda."""
        rows = np.flatnonzero(np.broadcast_to(goes, len(batch)))
        if not len(rows):
            return
        part = batch.part(rows)
        part.shares = shares[rows]
        if part.agenda:
            part.agenda.pop()
        part.agenda.append(point)
        self._walk.run(part)

    def _choose(self, batch: Batch) -> None:
        opened = self._walk.open_rows(batch)
        offers = [
            (self.program.options[place], np.broadcast_to(np.asarray(truth, dtype=bool), len(batch)))
            for place, truth in self._walk.on_offer(batch)
        ]
        may_wait = all(row.deadline is not None for row in opened)
        order = _order(opened, batch)
        undecided, waits_undecided = _undecided(order, offers, len(batch))
        historical, waits_historical = self._historical(order, offers, len(batch))
        unrecorded = ~(waits_historical | np.any(list(historical.values()), axis=0))
        if not may_wait:
            unrecorded |= waits_historical
        for option, truth in offers:
            shares = np.zeros((len(batch), 3))
            shares[:, UNDECIDED] = undecided[option.decision, option.option]
            shares[:, HISTORICAL] = historical[option.decision, option.option]
            shares[unrecorded, HISTORICAL] = np.nan
            self._go(batch, shares, truth, option.point)
        if may_wait:
            self._wait(batch, waits_undecided, waits_historical, unrecorded)

    def _wait(self, batch: Batch, undecided: Shares, historical: Flags, unrecorded: Flags) -> None:
        keys = self.program.keys
        waiting = batch.part(np.arange(len(batch)))
        shares = np.zeros((len(batch), 3))
        shares[:, UNDECIDED] = undecided
        shares[:, HISTORICAL] = historical
        shares[unrecorded, HISTORICAL] = np.nan
        waiting.shares = shares
        waiting.registers[keys.offer] = self._walk.offer(batch)
        waiting.registers[keys.waits] = 1
        self._walk.let_time_pass(waiting)
        self._walk.run(waiting)

    def _historical(
        self, order: list[str], offers: list[tuple[OptionRow, Flags]], rows: int
    ) -> tuple[dict[tuple[str, str], Flags], Flags]:
        """Return which rows take each option as the record has it, and which wait."""
        taken = {(option.decision, option.option): np.zeros(rows, dtype=bool) for option, _ in offers}
        left = np.ones(rows, dtype=bool)
        for decision in order:
            recorded = self._record[decision]
            if recorded == "wait":
                continue
            mine = [(option, truth) for option, truth in offers if option.decision == decision]
            asked = left & np.any([truth for _, truth in mine], axis=0)
            for option, truth in mine:
                if option.option == recorded:
                    taken[decision, option.option] = asked & truth
            left = left & ~asked
        return taken, left


def _fragile(program: Program) -> frozenset[int]:
    """Return the deadlines that take a game off the record."""
    decisions = program.scenario.decisions
    return frozenset(
        row.late
        for row in program.decisions
        if row.late is not None
        and decisions[row.decision].historical not in {decisions[row.decision].if_late, "wait"}
    )


def _order(opened: list[DecisionRow], batch: Batch) -> list[str]:
    """Return the open decisions, the nearest deadline first, those without last."""

    def urgency(row: DecisionRow) -> tuple[bool, int]:
        deadline = 0 if row.deadline is None else int(batch.registers[row.opened]) + row.deadline
        return (row.deadline is None, deadline)

    return [row.decision for row in sorted(opened, key=urgency)]


def _undecided(
    order: list[str], offers: list[tuple[OptionRow, Flags]], rows: int
) -> tuple[dict[tuple[str, str], Shares], Shares]:
    """Return the share of each option, and that of waiting, where nothing is on offer."""
    shares: dict[tuple[str, str], Shares] = {}
    left = np.ones(rows, dtype=bool)
    for decision in order:
        mine = [(option, truth) for option, truth in offers if option.decision == decision]
        count = np.sum([truth for _, truth in mine], axis=0)
        for option, truth in mine:
            shares[decision, option.option] = np.where(left & truth, 1 / np.maximum(count, 1), 0.0)
        left = left & (count == 0)
    return shares, left.astype(np.float64)
