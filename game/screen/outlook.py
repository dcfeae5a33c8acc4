"""What the process that solves says of the game that is played: odds of its page, report of its end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from game.screen.reporting import report, told_report
from game.screen.screens.report import Report
from game.screen.stack import Stack
from game.session.session import Session
from game.view.composition import page as page_of
from game.view.likelihood import Odds, has_same_chances
from game.view.page import Page
from game.view.review import Review
from game.view.words import Words

if TYPE_CHECKING:
    from game.solver.solver import Solver  # with processes, which a window can do without


class Solvers(Protocol):
    """Where the odds of a game are asked for."""

    def of(self, session: Session) -> Solver | None: ...


class Outlook:
    """The odds as the player was last shown them; without `solvers` there are none, and the game goes on."""

    def __init__(self, words: Words) -> None:
        self.solvers: Solvers | None = None
        self._words = words
        self._shown: Odds | None = None

    def solver(self, session: Session | None) -> Solver | None:
        """Return what works out the odds of a game; there may be nothing."""
        return self.solvers.of(session) if self.solvers is not None and session is not None else None

    def ask(self, session: Session) -> None:
        """Have the odds of a game worked out where it stands, or the reckoning of one that is over."""
        solver = self.solver(session)
        if solver is not None:
            solver.solve()
            (solver.reckon if session.is_over else solver.ask)(session)

    def page(self, session: Session) -> Page:
        """Return the Page with the odds that are known now."""
        solver = self.solver(session)
        self._shown = solver.odds if solver is not None else None
        return page_of(session, self._shown, self._words)

    def has_news(self, session: Session | None) -> bool:
        """Take in what was worked out meanwhile; whether it was anything."""
        solver = self.solver(session)
        return solver is not None and solver.notice()

    def has_other_chances(self, session: Session | None) -> bool:
        """Whether a page made now would say other chances, not only how far the work is."""
        solver = self.solver(session)
        return solver is not None and (self._shown is None or not has_same_chances(solver.odds, self._shown))

    def report(self, session: Session) -> Review:
        """Return the report of a game that is over, as it can be written now."""
        return report(session, self.solver(session), self._words)

    def tell_reports(self, stack: Stack, session: Session) -> bool:
        """Let a report that lies open say what has become known; return whether there is one."""
        solver, words = self.solver(session), self._words
        return stack.tell_each(
            Report, lambda report: report.told(told_report(report.review, session, solver, words))
        )
