"""The odds at the terminal: asked of the process that solves, and waited for."""

from __future__ import annotations

import sys
from collections.abc import Callable
from threading import Thread
from time import sleep
from types import TracebackType
from typing import TYPE_CHECKING, Self

from game.commands.progress import Progress
from game.session.session import Session
from game.solver.current import CurrentSolver
from game.view.likelihood import Odds

if TYPE_CHECKING:
    from game.analysis.account import Reckoning
    from game.solver.solver import Solver

_BETWEEN = 0.02


class Consulting:
    """Asks a solver about one game after another. It begins when it is first needed."""

    def __init__(self) -> None:
        self._current = CurrentSolver()
        self._preparing: Thread | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._preparing is not None:
            self._preparing.join()
        self._current.close()

    def prepare(self, session: Session) -> None:
        """Let the odds be worked out from now on; what that needs is loaded while the first turn is read."""
        self._preparing = Thread(target=self._begin, args=(session,), name="consulting", daemon=True)
        self._preparing.start()

    def _begin(self, session: Session) -> None:
        solver = self._current.of(session)
        if solver is not None:
            solver.solve()

    def _solver_of(self, session: Session) -> Solver | None:
        if self._preparing is not None:
            self._preparing.join()
        return self._current.of(session)

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

    def reckoning(self, session: Session) -> Reckoning | None:
        """Return what there is to say of a game that is over, as soon as it can be said.

        None where nothing can, and where Ctrl+C ends the waiting.
        """
        solver = self._solver_of(session)
        if solver is None:
            return None
        solver.reckon(session)
        _waited(solver, lambda: solver.is_reckoned)
        return solver.reckoning


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
