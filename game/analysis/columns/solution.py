"""Exact odds in columns: what `game.analysis.odds` gives in fractions, in float64 over millions of states."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property, partial
from math import ceil
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from game.analysis.asked import Aim, PolicyTable
from game.analysis.columns.aims import best_shares, followed, values_at
from game.analysis.columns.backward import PASSES_TO_ORDER, ROUNDING, Values, Vector, at_once, layers_of
from game.analysis.columns.exploration import Exploration
from game.analysis.figures import Ahead, Figure, Odds, Policy, Row
from game.analysis.graph import Headway, Multiplier, Told, World
from game.analysis.liveness import Liveness
from game.analysis.odds import odds_by
from game.analysis.playable import CompiledGame
from game.analysis.record import record_of
from game.analysis.turns import after_answers, first_turns
from game.analysis.values import Columns, columns_of
from game.engine.moves import format_command
from game.engine.program import Program
from game.engine.state import State

_ROWS = {policy: row for row, policy in enumerate(Policy)}


class _Mean(NamedTuple):
    """Whose mean is wanted: states with their shares, and whether every answer before was historical."""

    ids: npt.NDArray[np.int32]
    shares: npt.NDArray[np.float64]
    is_recorded: bool


class ColumnSolution:
    """The odds of every state that can be reached from the roots, without fractions.

    `states` counts those in which somebody has the move. Only the chances of the catastrophe are
    kept for each of them, once they are asked for; all odds asked for together take one pass for each
    ending. Every figure is within `error` of the true one, as a part of it.
    """

    def __init__(
        self,
        program: Program,
        roots: Iterable[World[State]],
        budget: int,
        told: Told,
        table: PolicyTable | None = None,
        liveness: Liveness | None = None,
    ) -> None:
        """Explore. Raises OverBudgetError where there are more states than `budget`.

        With a table of answers, that is followed in place of *undecided*; `liveness` may know some of
        the states already.
        """
        self.scenario = program.scenario
        self.playable = CompiledGame(program)
        self.roots = tuple(roots)
        states = (each.state for each in self.roots)
        self.explored = Exploration(program, states, budget, told, table, liveness)
        ended = {each.state.registers[program.keys.ended] for each in self.roots}
        self.reached = frozenset(self.explored.endings | ended)
        self._told = told
        self.layers = layers_of(self.explored.edges, self._hear)
        self.error = self.layers.error + (len(self.roots) + 2) * ROUNDING

    @cached_property
    def columns(self) -> Columns:
        """The endings in the order of their columns, those of other games behind them if there are any."""
        return columns_of(self.scenario, has_unfinished=len(self.scenario.endings) + 1 in self.reached)

    @property
    def states(self) -> int:
        return self.explored.states

    @property
    def odds(self) -> Odds:
        return self._ahead.odds

    @property
    def options(self) -> Mapping[str, Odds]:
        return self._ahead.options

    @cached_property
    def _ahead(self) -> Ahead:
        return self.ahead_of(self.roots)

    def multipliers(self) -> tuple[Multiplier, ...]:
        """Return what multiplies the states, the most first."""
        return self.explored.multipliers()

    def odds_of(self, worlds: Iterable[World[State]], *, is_recorded: bool = True) -> Odds:
        """Return the weighted mean of the worlds' odds, as that of `Solution` does.

        Raises KeyError for a state that the roots do not reach.
        """
        [odds] = self._odds([self._mean(worlds, is_recorded=is_recorded)])
        return odds

    def options_of(self, worlds: Iterable[World[State]], *, is_recorded: bool = True) -> Mapping[str, Odds]:
        """Return for each option on offer the odds after it, over the worlds in which it is on offer."""
        means = self._means_after(worlds, is_recorded=is_recorded)
        return dict(zip(means, self._odds(list(means.values())), strict=True))

    def ahead_of(self, worlds: Iterable[World[State]], *, is_recorded: bool = True) -> Ahead:
        """Return the odds of worlds, and those after each option when the player next has the move."""
        kept = tuple(worlds)
        turns = first_turns(self.playable, kept, self.explored.liveness.forgotten)
        means = self._means_after(turns, is_recorded=is_recorded)
        odds, *after = self._odds([self._mean(kept, is_recorded=is_recorded), *means.values()])
        return Ahead(odds, dict(zip(means, after, strict=True)))

    def ids(self, states: Iterable[State]) -> npt.NDArray[np.int32]:
        """Return the numbers of states, below 0 where the game is over. Raises KeyError as `odds_of` does."""
        return np.array([self.explored.id(each) for each in states], dtype=np.int32)

    def best_shares(self, aim: Aim) -> Vector:
        """Return the shares of all ways where somebody shuns or seeks some endings."""
        return best_shares(self.layers, self._ends(aim.endings), is_least=aim.is_careful)

    def aimed(self, aim: Aim) -> Callable[[Iterable[World[State]]], Row]:
        """Return what gives the odds of worlds while somebody shuns or seeks some endings."""
        shares = self.best_shares(aim)
        goals = [(ending,) for ending in self.columns.endings]
        values = [
            followed(self.layers, self._ends(each), shares) for each in (*goals, self.columns.catastrophes)
        ]

        def row_of(worlds: Iterable[World[State]]) -> Row:
            mean = self._mean(worlds, is_recorded=True)
            found = [float(values_at(self.layers, mean.ids, each) @ mean.shares) for each in values]
            *endings, catastrophe = [Figure(1.0 if each > 1 - self.error else each) for each in found]
            by_ending = dict(zip(self.columns.endings, endings, strict=True))
            return Row(by_ending, catastrophe if self.columns.catastrophes else None)

        return row_of

    def catastrophe_of(
        self, worlds: Iterable[World[State]], *, is_recorded: bool = True
    ) -> Mapping[Policy, Figure]:
        """Return the weighted mean of the chances of the catastrophe, at once."""
        mean = self._mean(worlds, is_recorded=is_recorded)
        row = self._averaged(mean, self._catastrophe)
        return {policy: self._figure(mean, row, policy) for policy in Policy}

    def _ends(self, goals: Iterable[str]) -> Vector:
        """Return the value of each ending where any of some is the goal."""
        ends = np.zeros(len(self.scenario.endings) + 1)
        for goal in goals:
            if goal in self.columns.endings:  # `unfinished` is none where no game is
                ends[self.columns.endings.index(goal)] = 1.0
        return ends

    def _mean(self, worlds: Iterable[World[State]], *, is_recorded: bool) -> _Mean:
        kept = tuple(worlds)
        total = sum(each.weight for each in kept)
        ids = self.ids(each.state for each in kept)
        return _Mean(ids, np.array([float(each.weight / total) for each in kept]), is_recorded)

    def _means_after(self, worlds: Iterable[World[State]], *, is_recorded: bool) -> Mapping[str, _Mean]:
        record = record_of(self.scenario)
        return {
            format_command(answer): self._mean(
                reached, is_recorded=is_recorded and record[answer.decision] == answer.option
            )
            for answer, reached in after_answers(self.scenario, self.playable, worlds).items()
        }

    def _odds(self, means: Sequence[_Mean]) -> list[Odds]:
        """Return the odds of each mean, some endings at a time, so that one pass serves all of them."""
        rows: list[list[Sequence[float]]] = []
        goals = [(ending,) for ending in self.columns.endings]
        size = at_once(self.states)
        for number, first in enumerate(range(0, len(goals), size), PASSES_TO_ORDER + 1):
            some = goals[first : first + size]
            solved = self.layers.solved([self._ends(goal) for goal in some], partial(self._hear, number))
            rows += [[self._averaged(mean, solved, place) for mean in means] for place in range(len(some))]
            del solved  # before the next is made
        catastrophe = self._catastrophe
        rows.append([self._averaged(mean, catastrophe) for mean in means])
        return [self._table(mean, [row[place] for row in rows]) for place, mean in enumerate(means)]

    @cached_property
    def _catastrophe(self) -> Values:
        heard = partial(self._hear, self._passes)
        return self.layers.solved([self._ends(self.columns.catastrophes)], heard)

    def _hear(self, number: int) -> None:
        """Say which pass over the states is made: for their order, for endings, or for the catastrophe."""
        self._told(Headway(self.states, number, self._passes))

    @property
    def _passes(self) -> int:
        return PASSES_TO_ORDER + ceil(len(self.columns.endings) / at_once(self.states)) + 1

    def _table(self, mean: _Mean, rows: Sequence[Sequence[float]]) -> Odds:
        return odds_by(self.columns, lambda policy, column: self._figure(mean, rows[column], policy))

    def _averaged(self, mean: _Mean, solved: Values, goal: int = 0) -> Sequence[float]:
        """Return the values of the policies for a goal, each the mean over the worlds."""
        found: list[float] = (mean.shares @ self.layers.values(mean.ids, solved)[:, :, goal]).tolist()
        return found

    def _figure(self, mean: _Mean, row: Sequence[float], policy: Policy) -> Figure:
        """Return a figure; one that cannot be told from 1 is 1."""
        chosen = Policy.UNDECIDED if policy is Policy.HISTORICAL and not mean.is_recorded else policy
        value = row[_ROWS[chosen]]
        return Figure(1.0 if value > 1 - self.error else value)
