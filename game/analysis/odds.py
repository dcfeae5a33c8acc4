"""Exact odds, the plain form: every state that play can reach is solved once, from the ends back.

A *world* is a state with its weight. The odds of several worlds are the weighted mean of theirs;
so this serves the odds of a state, of a start that is still to be drawn, and of a belief.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Generic

from game.analysis.figures import Figure, Odds, Policy
from game.analysis.graph import OverNode, World, explored
from game.analysis.playable import Playable, StateT
from game.analysis.record import record_of
from game.analysis.values import Columns, Values, solved
from game.engine.moves import Answer
from game.scenario.model import Scenario

UNFINISHED = "unfinished"
BUDGET = 5_000_000


@dataclass(frozen=True, slots=True)
class Solution(Generic[StateT]):
    """The odds of every state that can be reached from the roots."""

    playable: Playable[StateT]
    scenario: Scenario
    columns: Columns
    numbers: Mapping[StateT, int]
    values: Sequence[Values]
    roots: tuple[World[StateT], ...]

    @property
    def states(self) -> int:
        return len(self.values)

    @property
    def odds(self) -> Odds:
        """Return the odds from the roots."""
        return self.odds_of(self.roots)

    @property
    def options(self) -> Mapping[str, Odds]:
        """Return the odds after each option on offer when the player first has the move."""
        return self.options_of(first_turns(self.playable, self.roots))

    def odds_of(self, worlds: Iterable[World[StateT]], *, is_recorded: bool = True) -> Odds:
        """Return the weighted mean of the worlds' odds.

        `is_recorded` says whether every answer before was historical. The states must be among
        those that the roots can reach.
        """
        weighed = [(self.values[self.numbers[each.state]], each.weight) for each in worlds]
        return self._mean(weighed, is_recorded=is_recorded)

    def options_of(self, worlds: Iterable[World[StateT]], *, is_recorded: bool = True) -> Mapping[str, Odds]:
        """Return for each option on offer the odds after it, over the worlds in which it is on offer."""
        after: dict[Answer, list[World[StateT]]] = {}
        for state, weight in worlds:
            for command in self.playable.legal_commands(state):
                if isinstance(command, Answer):
                    reached = self.playable.successor(state, command)
                    after.setdefault(command, []).append(World(reached, weight))
        record = record_of(self.scenario)
        return {
            f"{answer.decision}.{answer.option}": self.odds_of(
                after[answer], is_recorded=is_recorded and record[answer.decision] == answer.option
            )
            for answer in self._in_file_order(after)
        }

    def _in_file_order(self, answers: Iterable[Answer]) -> list[Answer]:
        decisions = list(self.scenario.decisions)
        return sorted(
            answers,
            key=lambda each: (
                decisions.index(each.decision),
                list(self.scenario.decisions[each.decision].options).index(each.option),
            ),
        )

    def _mean(self, weighed: list[tuple[Values, Fraction]], *, is_recorded: bool) -> Odds:
        total = sum(weight for _, weight in weighed)

        def figure(policy: Policy, column: int) -> Figure:
            row = Policy.UNDECIDED if policy is Policy.HISTORICAL and not is_recorded else policy
            return Figure.of(
                sum((values.fraction(row, column) * weight for values, weight in weighed), Fraction()) / total
            )

        return _odds(self.columns, figure)


def _odds(columns: Columns, figure: Callable[[Policy, int], Figure]) -> Odds:
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
) -> Solution[StateT]:
    """Return the odds from the roots, or from the start where none are given.

    Raise OverBudgetError where more than `budget` states can be reached.
    """
    worlds = (World(playable.start().state),) if roots is None else tuple(roots)
    graph = explored(scenario, playable, worlds, budget)
    is_unfinished = any(isinstance(node, OverNode) and node.ending == UNFINISHED for node in graph.nodes)
    columns = Columns(
        (*scenario.endings, *((UNFINISHED,) if is_unfinished else ())),
        frozenset(ending.id for ending in scenario.endings.values() if ending.catastrophe),
    )
    return Solution(playable, scenario, columns, graph.numbers, solved(graph, columns), worlds)


def first_turns(playable: Playable[StateT], roots: Iterable[World[StateT]]) -> tuple[World[StateT], ...]:
    """Return the worlds in which the player first has the move; games that end before are left out."""
    turns: dict[StateT, Fraction] = {}
    pending = [(root.state, root.weight) for root in roots]
    while pending:
        state, weight = pending.pop()
        match playable.turn(state):
            case "player":
                turns[state] = turns.get(state, Fraction()) + weight
            case "chance":
                outcomes = playable.outcomes(state)
                total = sum(each.weight for each in outcomes)
                pending += [
                    (playable.successor(state, each), weight * each.weight / total) for each in outcomes
                ]
            case "over":
                pass
    return tuple(World(state, weight) for state, weight in turns.items())
