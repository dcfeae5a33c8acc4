"""The odds under one policy that is not among the four, in columns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np

from game.analysis.asked import Aim, PolicyTable
from game.analysis.columns.aimed import endings_of
from game.analysis.columns.solution import ColumnSolution
from game.analysis.columns.streams import counters_of, numbers_after, units
from game.analysis.figures import Odds, Policy, Row
from game.analysis.graph import Told, World
from game.analysis.playouts import Begun, Tally, cumulative
from game.analysis.turns import after_answers
from game.engine.moves import format_command
from game.engine.program import Program
from game.engine.state import State
from game.engine.walk import UNFINISHED


class FollowedColumns:
    """The odds while somebody shuns or seeks some endings, of every state of a solution."""

    def __init__(self, solution: ColumnSolution, aim: Aim) -> None:
        self._solution = solution
        self._aim = aim
        self._row_of = solution.aimed(aim)

    def row_of(self, worlds: Iterable[World[State]]) -> Row:
        return self._row_of(worlds)

    def rows_after(self, worlds: Iterable[World[State]]) -> Mapping[str, Row]:
        after = after_answers(self._solution.scenario, self._solution.playable, worlds)
        return {format_command(answer): self._row_of(reached) for answer, reached in after.items()}

    def tally(self, begun: Begun, seed: int, plays: int) -> Tally:
        """Return how so many games by a seed end in which the best ways are taken."""
        solution = self._solution
        counters = counters_of(seed, np.arange(plays, dtype=np.uint64))
        counters, numbers = numbers_after(counters)
        worlds = np.searchsorted(cumulative(begun.worlds), units(numbers), side="right")
        roots = solution.ids([each.state for each in begun.worlds])
        ids = roots[np.minimum(worlds, len(roots) - 1)]
        counts = np.bincount(endings_of(solution.layers, solution.best_shares(self._aim), ids, counters))
        names = (*solution.scenario.endings, UNFINISHED)
        return Tally(plays, {names[ending - 1]: int(counts[ending]) for ending in np.flatnonzero(counts)})


class TabledColumns:
    """The odds while a table of answers is followed: a solution of its own, in which it is *undecided*."""

    def __init__(
        self,
        program: Program,
        roots: Iterable[World[State]],
        budget: int,
        told: Told,
        table: PolicyTable,
    ) -> None:
        self._solution = ColumnSolution(program, roots, budget, told, table)

    def row_of(self, worlds: Iterable[World[State]]) -> Row:
        return _row(self._solution.odds_of(worlds))

    def rows_after(self, worlds: Iterable[World[State]]) -> Mapping[str, Row]:
        return {option: _row(odds) for option, odds in self._solution.options_of(worlds).items()}


def _row(odds: Odds) -> Row:
    catastrophe = odds.catastrophe[Policy.UNDECIDED] if odds.catastrophe is not None else None
    return Row(odds.policies[Policy.UNDECIDED], catastrophe)
