"""The solver of the game that is being played: a game with other rules ends it and begins another."""

from __future__ import annotations

from threading import Thread
from typing import TYPE_CHECKING

from game.scenario.model import Scenario
from game.session.session import Session

if TYPE_CHECKING:
    from game.solver.solver import Solver


def has_odds(scenario: Scenario) -> bool:
    """Return whether a scenario marks an ending as a catastrophe, so that there are odds of one."""
    return any(each.catastrophe for each in scenario.endings.values())


class CurrentSolver:
    """Gives the solver for one game after another; it begins when a game first needs it."""

    def __init__(self) -> None:
        self._solver: Solver | None = None
        self._rules: tuple[str, str] | None = None
        self._ends: list[Thread] = []

    def of(self, session: Session) -> Solver | None:
        """Return the solver for the rules of a game, None where they know no catastrophe."""
        rules = (session.hash, session.setup)
        if rules != self._rules:
            self._end()
            if has_odds(session.scenario):
                from game.solver.solver import Solver  # noqa: PLC0415 - heavy, and not every game has odds

                self._solver = Solver(session.scenario, session.setup)
            self._rules = rules
        return self._solver

    def close(self) -> None:
        """End the solver, if there is one, and those before it."""
        self._end()
        for each in self._ends:
            each.join()
        self._ends.clear()

    def _end(self) -> None:
        """Let the solver end, if there is one: its process may have to begin first, and nobody waits."""
        if self._solver is not None:
            end = Thread(target=self._solver.close, name="end of a solver")
            end.start()
            self._ends = [each for each in (*self._ends, end) if each.is_alive()]
        self._solver, self._rules = None, None
