"""The odds of a Program: in exact fractions where it is small, in columns where it is large."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Protocol

from game.analysis.figures import Figure, Odds, Policy
from game.analysis.graph import OverBudgetError, World
from game.analysis.liveness import Liveness
from game.analysis.odds import BUDGET, solution
from game.analysis.playable import CompiledGame
from game.engine.program import Program
from game.engine.state import State

MOST_IN_FRACTIONS = 20_000
"""So many merged states are solved in exact fractions, in a few seconds; more in columns."""


class Solved(Protocol):
    """What both forms give."""

    @property
    def states(self) -> int: ...

    @property
    def odds(self) -> Odds: ...

    @property
    def options(self) -> Mapping[str, Odds]: ...

    def odds_of(self, worlds: Iterable[World[State]], *, is_recorded: bool = True) -> Odds: ...

    def options_of(
        self, worlds: Iterable[World[State]], *, is_recorded: bool = True
    ) -> Mapping[str, Odds]: ...

    def catastrophe_of(
        self, worlds: Iterable[World[State]], *, is_recorded: bool = True
    ) -> Mapping[Policy, Figure] | None: ...


def unheard(_: int) -> None:
    """Nobody wants to hear how many states there are."""


def solved(
    program: Program,
    roots: Iterable[World[State]] | None = None,
    budget: int = BUDGET,
    told: Callable[[int], None] = unheard,
) -> Solved:
    """Return the odds of a Program from the roots, or from its start where none are given.

    `told` hears from time to time how many states columns have found. Raises OverBudgetError beyond
    `budget` merged states.
    """
    worlds = (World(CompiledGame(program).start().state),) if roots is None else tuple(roots)
    most = min(budget, MOST_IN_FRACTIONS)
    forgotten = Liveness(program).forgotten
    try:
        return solution(program.scenario, CompiledGame(program), worlds, most, forgotten)
    except OverBudgetError:
        if budget <= MOST_IN_FRACTIONS:
            raise
    from game.analysis.columns.solution import ColumnSolution  # noqa: PLC0415 - numpy is heavy

    return ColumnSolution(program, worlds, budget, told)
