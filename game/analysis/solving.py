"""The odds of a Program: in exact fractions where it is small, in columns where it is large."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from game.analysis.figures import Odds
from game.analysis.graph import OverBudgetError, World
from game.analysis.odds import BUDGET, solution
from game.analysis.playable import ForgettingGame
from game.engine.program import Program
from game.engine.state import State

MOST_IN_FRACTIONS = 20_000
"""So many merged states are solved in exact fractions, in about a second; more in columns."""


class Solved(Protocol):
    """What both forms give."""

    @property
    def states(self) -> int: ...

    @property
    def odds(self) -> Odds: ...

    @property
    def options(self) -> Mapping[str, Odds]: ...

    def odds_of(self, worlds: Sequence[World[State]], *, is_recorded: bool = True) -> Odds: ...


def solved(program: Program, budget: int = BUDGET) -> Solved:
    """Return the odds of a Program from its start. Raises OverBudgetError beyond `budget` merged states."""
    try:
        return solution(program.scenario, ForgettingGame.of(program), budget=min(budget, MOST_IN_FRACTIONS))
    except OverBudgetError:
        if budget <= MOST_IN_FRACTIONS:
            raise
    from game.analysis.columns.solution import ColumnSolution  # noqa: PLC0415 - numpy is heavy

    return ColumnSolution(program, budget)
