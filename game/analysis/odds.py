"""Exact odds, the plain form: every state that play can reach is solved once, from the ends back.

A *world* is a state with its weight. The odds of several worlds are the weighted mean of theirs;
so this serves the odds of a state, of a start that is still to be drawn, and of a belief.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Generic

from game.analysis.figures import Ahead, Figure, Odds, Policy
from game.analysis.graph import Graph, Told, World, explored, unmerged
from game.analysis.playable import Playable, StateT
from game.analysis.record import record_of
from game.analysis.turns import after_answers, first_turns
from game.analysis.values import Columns, Values, columns_in, solved
from game.engine.moves import format_command
from game.frozen import Frozen
from game.scenario.model import Scenario

BUDGET = 5_000_000


class Solution(Frozen, Generic[StateT]):
    """The odds of every state that can be reached from the roots.

    `states` counts those in which somebody has the move.
    """

    playable: Playable[StateT]
    scenario: Scenario
    columns: Columns
    graph: Graph[StateT]
    values: Sequence[Values]
    merged: Callable[[StateT], StateT]
    roots: tuple[World[StateT], ...]

    @property
    def numbers(self) -> Mapping[StateT, int]:
        return self.graph.numbers

    @property
    def states(self) -> int:
        return self.graph.states

    @property
    def error(self) -> float:
        """How far a figure is from the true one."""
        return 0.0

    @property
    def odds(self) -> Odds:
        """Return the odds from the roots."""
        return self.odds_of(self.roots)

    @property
    def options(self) -> Mapping[str, Odds]:
        """Return the odds after each option on offer when the player first has the move."""
        return self.ahead_of(self.roots).options

    def ahead_of(self, worlds: Iterable[World[StateT]], *, is_recorded: bool = True) -> Ahead:
        """Return the odds of worlds, and those after each option when the player next has the move."""
        kept = tuple(worlds)
        turns = first_turns(self.playable, kept, self.merged)
        odds = self.odds_of(kept, is_recorded=is_recorded)
        return Ahead(odds, self.options_of(turns, is_recorded=is_recorded))

    def odds_of(self, worlds: Iterable[World[StateT]], *, is_recorded: bool = True) -> Odds:
        """Return the weighted mean of the worlds' odds.

        `is_recorded` says whether every answer before was historical. The states must be among
        those that the roots can reach, or have the same future as one of them.
        """
        weighed = [(self.values[self.numbers[self.merged(each.state)]], each.weight) for each in worlds]
        return self._mean(weighed, is_recorded=is_recorded)

    def catastrophe_of(
        self, worlds: Iterable[World[StateT]], *, is_recorded: bool = True
    ) -> Mapping[Policy, Figure] | None:
        """Return the weighted mean of the chances of the catastrophe; None where no ending is one."""
        return self.odds_of(worlds, is_recorded=is_recorded).catastrophe

    def options_of(self, worlds: Iterable[World[StateT]], *, is_recorded: bool = True) -> Mapping[str, Odds]:
        """Return for each option on offer the odds after it, over the worlds in which it is on offer."""
        record = record_of(self.scenario)
        return {
            format_command(answer): self.odds_of(
                reached, is_recorded=is_recorded and record[answer.decision] == answer.option
            )
            for answer, reached in after_answers(self.scenario, self.playable, worlds).items()
        }

    def _mean(self, weighed: list[tuple[Values, Fraction]], *, is_recorded: bool) -> Odds:
        total = sum(weight for _, weight in weighed)

        def figure(policy: Policy, column: int) -> Figure:
            row = Policy.UNDECIDED if policy is Policy.HISTORICAL and not is_recorded else policy
            return Figure.of(
                sum((values.fraction(row, column) * weight for values, weight in weighed), Fraction()) / total
            )

        return odds_by(self.columns, figure)


def odds_by(columns: Columns, figure: Callable[[Policy, int], Figure]) -> Odds:
    """Return the odds made of the figures of policies and columns."""
    policies = {
        policy: {ending: figure(policy, column) for column, ending in enumerate(columns.endings)}
        for policy in Policy
    }
    if not columns.catastrophes:
        return Odds(policies, None)
    return Odds(policies, {policy: figure(policy, len(columns.endings)) for policy in Policy})


def solution(
    scenario: Scenario,
    playable: Playable[StateT],
    roots: Iterable[World[StateT]] | None = None,
    budget: int = BUDGET,
    merged: Callable[[StateT], StateT] = unmerged,
    told: Told = lambda _: None,
) -> Solution[StateT]:
    """Return the odds from the roots, or from the start where none are given.

    `merged` gives the state that stands for all those with the same future, as that of
    `Liveness` does. Raise OverBudgetError where more than `budget` states can be reached.
    """
    worlds = (World(playable.start().state),) if roots is None else tuple(roots)
    graph = explored(scenario, playable, worlds, budget, merged, told)
    columns = columns_in(scenario, graph)
    values = solved(graph, columns, told)
    return Solution(playable, scenario, columns, graph, values, merged, worlds)
