"""A window whose odds nobody works out: a process for that is another test's."""

from __future__ import annotations

from game.screen.loop import Loop
from game.session.session import Session
from game.solver.current import CurrentSolver


class Unasked(CurrentSolver):
    """Knows the odds of no game."""

    def of(self, session: Session) -> None:  # noqa: ARG002 - whatever it is
        return None


def leave_odds(loop: Loop) -> None:
    loop._solvers = Unasked()
