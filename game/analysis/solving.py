"""The odds of a Program: in exact fractions where it is small, in columns where it is large."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol

from game.analysis.aimed import tally_along
from game.analysis.asked import Aim, PolicyTable
from game.analysis.figures import Ahead, Figure, Odds, Policy
from game.analysis.followed import Followed, FollowedSolution
from game.analysis.graph import Headway, OverBudgetError, Told, World
from game.analysis.liveness import Liveness
from game.analysis.odds import BUDGET, Solution, solution
from game.analysis.playable import CompiledGame
from game.analysis.playouts import Begun, Tally
from game.engine.program import Program
from game.engine.state import State

AT_ONCE_IN_FRACTIONS = 200
"""So many merged states are solved in exact fractions before columns are thought of: a blink."""
MOST_IN_FRACTIONS = 5_000
"""So many are solved in exact fractions once columns have counted them, in a second or two."""
MOST_WITHOUT_COLUMNS = 20_000
"""So many are solved in exact fractions where there is nothing else, in some seconds."""


class Solved(Protocol):
    """What both forms give."""

    @property
    def states(self) -> int: ...

    @property
    def error(self) -> float:
        """How far a figure may be from the true one, as a part of it; 0 in fractions."""
        ...

    @property
    def roots(self) -> tuple[World[State], ...]: ...

    @property
    def odds(self) -> Odds: ...

    @property
    def options(self) -> Mapping[str, Odds]: ...

    def odds_of(self, worlds: Iterable[World[State]], *, is_recorded: bool = True) -> Odds: ...

    def options_of(
        self, worlds: Iterable[World[State]], *, is_recorded: bool = True
    ) -> Mapping[str, Odds]: ...

    def ahead_of(self, worlds: Iterable[World[State]], *, is_recorded: bool = True) -> Ahead: ...

    def catastrophe_of(
        self, worlds: Iterable[World[State]], *, is_recorded: bool = True
    ) -> Mapping[Policy, Figure] | None: ...


def unheard(_: Headway) -> None:
    """Nobody wants to hear how far a solution is."""


def solved(
    program: Program,
    roots: Iterable[World[State]] | None = None,
    budget: int = BUDGET,
    told: Told = unheard,
) -> Solved:
    """Return the odds of a Program from the roots, or from its start where none are given.

    Columns count the states of all but the smallest scenarios, since they do so in a fraction of the
    time that fractions take. `told` hears from time to time how many they have found. Raises
    OverBudgetError beyond `budget` merged states.
    """
    worlds = (World(CompiledGame(program).start().state),) if roots is None else tuple(roots)
    liveness = program.once(Liveness)
    try:
        return solved_in_fractions(program, worlds, min(budget, AT_ONCE_IN_FRACTIONS), told, liveness)
    except OverBudgetError:
        if budget <= AT_ONCE_IN_FRACTIONS:
            raise
    from game.analysis.columns.solution import ColumnSolution  # noqa: PLC0415 - numpy is heavy

    columns = ColumnSolution(program, worlds, budget, told, liveness=liveness)
    if columns.states <= MOST_IN_FRACTIONS:
        return solved_in_fractions(program, worlds, budget, told, liveness)
    return columns


def solved_in_fractions(
    program: Program,
    roots: Iterable[World[State]],
    budget: int = MOST_WITHOUT_COLUMNS,
    told: Told = unheard,
    liveness: Liveness | None = None,
) -> Solution[State]:
    """Return the odds from the roots in exact fractions. Raises OverBudgetError beyond `budget`.

    `liveness` may know some of the states already.
    """
    forgotten = (liveness or program.once(Liveness)).forgotten
    return solution(program.scenario, CompiledGame(program), roots, budget, forgotten, told)


def followed(
    program: Program,
    found: Solved,
    policy: Aim | PolicyTable,
    roots: Iterable[World[State]],
    budget: int,
    told: Told = unheard,
) -> Followed:
    """Return the odds under a policy of the states of a solution, in the form of the solution.

    Columns explore once more for a table.
    """
    if isinstance(found, Solution):
        return FollowedSolution(found, policy)
    from game.analysis.columns.followed import FollowedColumns, TabledColumns  # noqa: PLC0415 - as above
    from game.analysis.columns.solution import ColumnSolution  # noqa: PLC0415

    if isinstance(policy, PolicyTable):
        return TabledColumns(program, roots, budget, told, policy)
    assert isinstance(found, ColumnSolution)
    return FollowedColumns(found, policy)


def aimed_tally(found: Solved, aim: Aim, begun: Begun, seed: int, plays: int) -> Tally:
    """Return how so many games by a seed end in which somebody shuns or seeks some endings."""
    if isinstance(found, Solution):
        return tally_along(FollowedSolution(found, aim), begun, seed, plays)
    from game.analysis.columns.followed import FollowedColumns  # noqa: PLC0415 - as above
    from game.analysis.columns.solution import ColumnSolution  # noqa: PLC0415

    assert isinstance(found, ColumnSolution)
    return FollowedColumns(found, aim).tally(begun, seed, plays)
