"""The report of a game that is over, with what the process that solves has said of it so far."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.classroom.lesson import Lesson
from game.frozen import replace
from game.screen.screens.class_papers import NOTHING, Outcome
from game.session.session import Session
from game.view.likelihood import odds_words
from game.view.review import Review
from game.view.words import Words

if TYPE_CHECKING:
    from game.solver.solver import Solver  # with processes, which a window can do without


def report(session: Session, solver: Solver | None, words: Words) -> Review:
    """Return the report as it can be written now."""
    from game.view.afterwards import review  # noqa: PLC0415 - what is played does without its end

    reckoning = solver.reckoning if solver is not None else None
    return review(session, reckoning, words, pending=_pending(solver, words))


def told_report(before: Review, session: Session, solver: Solver | None, words: Words) -> Review:
    """Return a report with what has become known since; how far the work is costs nothing to tell."""
    if solver is not None and solver.reckoning is not None:
        return before if before.reckoned is not None else report(session, solver, words)
    return before if before.reckoned is not None else replace(before, pending=_pending(solver, words))


def outcome_of(lesson: Lesson, solver: Solver | None) -> Outcome:
    """Return what is known of the odds of a lesson that is over; nothing before."""
    if solver is None or not lesson.session.is_over:
        return NOTHING
    return Outcome(solver.reckoning, not solver.is_reckoned)


def _pending(solver: Solver | None, words: Words) -> str:
    if solver is None:
        return ""
    return odds_words(solver.odds, words) if solver.odds.work.stage != "solved" else words["report.pending"]
