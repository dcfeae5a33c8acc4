"""The solution of a scenario: read from the user's cache where it was worked out before."""

from __future__ import annotations

from game.analysis.graph import OverBudgetError, Told
from game.analysis.minds import roots
from game.analysis.solving import MOST_WITHOUT_COLUMNS, Solved, solved, solved_in_fractions
from game.engine.program import Program
from game.scenario.hashing import content_hash
from game.store.places import places
from game.store.solutions import Solutions, solver_version


def solution(program: Program, budget: int, told: Told) -> Solved:
    """Return the odds from all that the player and his advisers may believe.

    Without numpy exact fractions are tried. Raises OverBudgetError beyond the budget, and
    ModuleNotFoundError where only numpy could do it.
    """
    try:
        return _in_columns(program, budget, told)
    except ModuleNotFoundError as fault:
        if (fault.name or "").partition(".")[0] != "numpy":
            raise
        try:
            return solved_in_fractions(program, roots(program), min(budget, MOST_WITHOUT_COLUMNS), told)
        except OverBudgetError:
            raise fault from None


def _in_columns(program: Program, budget: int, told: Told) -> Solved:
    """Return the solution that was kept, or work it out and keep it; small ones are not worth it."""
    from game.analysis.columns.kept import KeptError, from_bytes, to_bytes  # noqa: PLC0415 - numpy is heavy
    from game.analysis.columns.solution import ColumnSolution  # noqa: PLC0415 - as above

    cache, key = Solutions(places()), _key(program)
    content = cache.read(key)
    if content is not None:
        try:
            kept = from_bytes(program, content)
        except KeptError:  # of no use; it is written anew
            pass
        else:
            if kept.states <= budget:
                return kept
    found = solved(program, roots(program), budget, told)
    if isinstance(found, ColumnSolution):
        cache.write(key, to_bytes(found))
    return found


def _key(program: Program) -> tuple[str, ...]:
    """Return all that the solution depends on."""
    scenario = program.scenario
    return ("solution", solver_version(), scenario.id, content_hash(scenario), program.setup, *scenario.mods)
