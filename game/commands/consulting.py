"""The odds at the terminal: asked of the process that solves, and waited for."""

from __future__ import annotations

import sys
from collections.abc import Callable
from time import sleep
from types import TracebackType
from typing import Self

from game.commands.progress import Progress
from game.session.session import Session
from game.solver.solver import Solver, has_odds
from game.view.likelihood import Odds

_BETWEEN = 0.02


class Consulting:
    """Asks a solver about one game after another. It begins when it is first needed."""

    def __init__(self) -> None:
        self._solver: Solver | None = None
        self._rules: tuple[str, str] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._solver is not None:
            self._solver.close()

    def prepare(self, session: Session) -> None:
        """Let the odds be worked out from now on."""
        solver = self._solver_of(session)
        if solver is not None:
            solver.solve()

    def odds(self, session: Session) -> Odds | None:
        """Return the odds where the game stands, as soon as they are worked out.

        Ctrl+C ends the waiting: what is known by then is returned, and the work goes on.
        """
        solver = self._solver_of(session)
        if solver is None:
            return None
        solver.solve()
        solver.ask(session)
        return _waited(solver, lambda: solver.is_answered and solver.odds.work.stage != "solving")

    def likelihoods(self, session: Session) -> Odds | None:
        """Return what is known of the odds at once: at first from games played out."""
        solver = self._solver_of(session)
        if solver is None:
            return None
        solver.ask(session)
        return _waited(solver, lambda: solver.is_answered)

    def _solver_of(self, session: Session) -> Solver | None:
        """Return the solver for the rules of a game, None where they know no catastrophe."""
        if not has_odds(session.scenario):
            return None
        if self._rules != (session.hash, session.setup):
            if self._solver is not None:
                self._solver.close()
            self._solver = Solver(session.scenario, session.setup)
            self._rules = (session.hash, session.setup)
        return self._solver


def _waited(solver: Solver, is_there: Callable[[], bool]) -> Odds:
    try:
        with Progress(sys.stderr) as progress:
            while not is_there():
                sleep(_BETWEEN)
                solver.notice()
                progress.told(solver.odds.work.states)
    except KeyboardInterrupt:
        pass
    return solver.odds
