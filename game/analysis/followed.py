"""The odds under one policy that is not among the four: from the ends back, in exact fractions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction
from operator import mul
from typing import Generic, Protocol

from game.analysis.asked import Aim, PolicyTable, table_shares
from game.analysis.figures import Figure, Row
from game.analysis.graph import ChanceNode, Graph, OverNode, PlayerNode, World
from game.analysis.odds import Solution
from game.analysis.playable import StateT
from game.analysis.turns import after_answers
from game.analysis.values import Columns
from game.engine.moves import format_command
from game.engine.state import State

Shares = Sequence[tuple[int, Fraction]]
"""Where the player goes on, each place of a child with its share."""
_Chosen = Callable[[int, PlayerNode], Shares]
_Chances = tuple[Fraction, ...]
"""The chances of the endings from a state, and of any catastrophe last."""


class Followed(Protocol):
    """The odds while one policy is followed, of states that a solution knows."""

    def row_of(self, worlds: Iterable[World[State]]) -> Row:
        """Return the weighted mean of the worlds' odds."""
        ...

    def rows_after(self, worlds: Iterable[World[State]]) -> Mapping[str, Row]:
        """Return for each option on offer the odds after it, over the worlds in which it is on offer."""
        ...


class FollowedSolution(Generic[StateT]):
    """The odds under one policy of every state of a solution, and where that goes on in each."""

    def __init__(self, solution: Solution[StateT], policy: Aim | PolicyTable) -> None:
        self.solution = solution
        match policy:
            case Aim():
                self.chosen = _best(solution.graph, policy)
            case PolicyTable():
                self.chosen = _tabled(solution, policy)
        self._rows = _solved(solution.graph, solution.columns, self.chosen)

    def row_of(self, worlds: Iterable[World[StateT]]) -> Row:
        solution = self.solution
        weighed = [(self._rows[solution.numbers[solution.merged(state)]], weight) for state, weight in worlds]
        total = sum(weight for _, weight in weighed)
        *endings, catastrophe = [
            Figure.of(sum((row[column] * weight for row, weight in weighed), Fraction()) / total)
            for column in range(solution.columns.width)
        ]
        by_ending = dict(zip(solution.columns.endings, endings, strict=True))
        return Row(by_ending, catastrophe if solution.columns.catastrophes else None)

    def rows_after(self, worlds: Iterable[World[StateT]]) -> Mapping[str, Row]:
        solution = self.solution
        after = after_answers(solution.scenario, solution.playable, worlds)
        return {format_command(answer): self.row_of(reached) for answer, reached in after.items()}


def _solved(graph: Graph[StateT], columns: Columns, chosen: _Chosen) -> list[_Chances]:
    """Return the chances of all states by their numbers."""
    rows: list[_Chances] = [()] * len(graph.nodes)
    for number in graph.order:
        node = graph.nodes[number]
        match node:
            case OverNode(ending):
                row = tuple(Fraction(each == ending) for each in columns.endings)
                rows[number] = (*row, Fraction(ending in columns.catastrophes))
            case ChanceNode():
                rows[number] = _mean([(rows[child], share) for child, share in _chances(node)])
            case PlayerNode():
                ways = chosen(number, node)
                rows[number] = _mean([(rows[node.children[place]], share) for place, share in ways])
    return rows


def _chances(node: ChanceNode) -> Shares:
    total = sum(node.weights)
    shares = [Fraction(weight, total) for weight in node.weights]
    return list(zip(node.children, shares, strict=True))


def _mean(weighed: Sequence[tuple[_Chances, Fraction]]) -> _Chances:
    if len(weighed) == 1:
        return weighed[0][0]
    columns = zip(*[row for row, _ in weighed], strict=True)
    shares = [share for _, share in weighed]
    return tuple([sum(map(mul, column, shares), Fraction()) for column in columns])


def _best(graph: Graph[StateT], aim: Aim) -> _Chosen:
    """Return what the careful or the reckless take in each state: the first of the best ways."""
    pick = min if aim.is_careful else max
    values = [Fraction()] * len(graph.nodes)
    taken: dict[int, int] = {}
    for number in graph.order:
        node = graph.nodes[number]
        match node:
            case OverNode(ending):
                values[number] = Fraction(ending in aim.endings)
            case ChanceNode():
                values[number] = sum((values[child] * share for child, share in _chances(node)), Fraction())
            case PlayerNode():
                after = [values[child] for child in node.children]
                values[number] = pick(after)
                taken[number] = after.index(values[number])
    return lambda number, _: ((taken[number], Fraction(1)),)


def _tabled(solution: Solution[StateT], table: PolicyTable) -> _Chosen:
    """Return what a table does in each state."""
    states = {number: state for state, number in solution.numbers.items()}

    def chosen(number: int, _: PlayerNode) -> Shares:
        state = states[number]
        commands = solution.playable.legal_commands(state)
        shares = table_shares(table, commands, solution.playable.deadlines(state))
        return [(commands.index(command), share) for command, share in shares.items()]

    return chosen
