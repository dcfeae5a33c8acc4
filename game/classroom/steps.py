"""How a lesson goes from step to step, and what of its game is carried out on the way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from game.analysis.playable import CompiledGame
from game.analysis.record import answered_order
from game.classroom.ballot import empty, leading, outvoted
from game.classroom.clock import LessonClock, Timer
from game.classroom.lesson import AT_END, BEFORE_DECISION, Lesson, Step, Terms
from game.classroom.plan import minutes_for, own_command, planned
from game.classroom.telling import split_votes, told_votes
from game.engine.happenings import OptionChosen
from game.engine.moves import Answer, Command, Wait
from game.frozen import replace
from game.session.run import Vote
from game.session.session import Session, after, voted

_ARGUE, _ARGUE_AGAIN = 0.4, 0.2  # of the minutes of a decision
_ROUND = 15  # seconds


def begun(session: Session, terms: Terms, now: float) -> Lesson:
    """Return a lesson at its first evidence."""
    return _asked(
        Lesson(
            session,
            planned(session.scenario, terms.minutes),
            LessonClock(terms.minutes, now),
            terms.pupils,
            terms.is_held,
            since=session.position,
            is_open=terms.is_open,
        ),
        now,
    )


def forward(lesson: Lesson, now: float) -> Lesson:  # noqa: C901, PLR0911  one case a step
    """Return the lesson at its next step; where a choice is wanted first, and at the end, as it stands."""
    match lesson.step:
        case Step.EVIDENCE:
            return _passed(lesson, now) if lesson.question is None else replace(lesson, step=Step.OPTIONS)
        case Step.OPTIONS:
            return _argued(lesson, Step.ARGUE, _ARGUE, now)
        case Step.ARGUE:
            return replace(lesson, step=Step.VOTE, timer=None, ballot=lesson.ballot or empty(lesson.options))
        case Step.VOTE:
            return _argued(lesson, Step.ARGUE_AGAIN, _ARGUE_AGAIN, now)
        case Step.ARGUE_AGAIN:
            first = lesson.ballot.tally if lesson.ballot is not None else ()
            again = replace(lesson, step=Step.VOTE_AGAIN, timer=None, first=first)
            return replace(again, ballot=empty(lesson.options))
        case Step.VOTE_AGAIN:
            return deciding(lesson)
        case Step.DECIDE:
            return _decided(lesson, now)
        case Step.MINORITY:
            return _carried_out(lesson, now)
        case Step.CONSEQUENCE:
            return _after_consequence(lesson, now)
        case Step.HISTORY:
            return _asked(lesson, now)
        case Step.ENDING | Step.COMPARISON | Step.RISKS | Step.TICKET:
            return replace(
                lesson, step=next(_at_end(lesson, AT_END[AT_END.index(lesson.step) + 1 :]), lesson.step)
            )


def backward(lesson: Lesson) -> Lesson:  # noqa: PLR0911  one case a step
    """Return the lesson a step before, as far as nothing was decided meanwhile; votes stay counted."""
    if lesson.step in AT_END[1:]:
        return replace(lesson, step=next(_at_end(lesson, AT_END[AT_END.index(lesson.step) - 1 :: -1])))
    if lesson.step is Step.HISTORY:
        return replace(lesson, step=Step.CONSEQUENCE)
    if lesson.step is Step.MINORITY:
        return replace(lesson, step=Step.DECIDE)
    if lesson.step is Step.DECIDE:
        return replace(lesson, step=Step.VOTE_AGAIN if lesson.first else Step.VOTE)
    if lesson.step is Step.VOTE_AGAIN and lesson.ballot is not None and lesson.ballot.voters:
        return lesson
    if lesson.step is Step.VOTE_AGAIN:
        first = empty(lesson.options)
        counted = replace(first, hands=tuple(votes for _, votes in lesson.first))
        return replace(lesson, step=Step.ARGUE_AGAIN, ballot=counted, first=())
    if lesson.step in BEFORE_DECISION[1:]:
        return replace(lesson, step=BEFORE_DECISION[BEFORE_DECISION.index(lesson.step) - 1])
    return lesson


def deciding(lesson: Lesson) -> Lesson:
    """Return the lesson at the decision, whatever is left of argument and votes; none without a question."""
    if lesson.question is None or lesson.step not in BEFORE_DECISION:
        return lesson
    ballot = lesson.ballot or empty(lesson.options)
    again = replace(lesson, step=Step.DECIDE, timer=None, ballot=ballot)
    return replace(again, chosen=leading(ballot.tally) or leading(lesson.first))


def _at_end(lesson: Lesson, steps: tuple[Step, ...]) -> Iterator[Step]:
    """Yield those of some steps after the end that have something to tell."""
    for step in steps:
        match step:
            case Step.COMPARISON:
                has_words = bool(told_votes(lesson.session))
            case Step.RISKS:
                has_words = bool(split_votes(lesson.session))
            case _:
                has_words = True
        if has_words:
            yield step


def closed(lesson: Lesson) -> Lesson:
    """Return the lesson at its ending: what is still open is answered as if it had been shortened."""
    session = lesson.session
    while not session.is_over:
        session = after(session, own_command(session, ()) or Wait())
    return replace(lesson, session=session, step=Step.ENDING, question=None, timer=None, ballot=None)


def has_time_for(lesson: Lesson, now: float) -> Mapping[str, int]:
    """Return the open decisions that the class is asked now, with their minutes."""
    session, left = lesson.session, lesson.clock.minutes_left(now)
    answers = [each for halt in session.past for each in halt.happenings if isinstance(each, OptionChosen)]
    past = {each.decision for each in answers}
    decisions = session.scenario.decisions
    open_ = answered_order(session.legal_commands, CompiledGame(session.program).deadlines(session.state))
    given = {each: minutes_for(decisions, lesson.plan, each, left, past) for each in open_}
    return {each: minutes for each, minutes in given.items() if minutes}


def resumed(lesson: Lesson, session: Session, now: float) -> Lesson:
    """Return the lesson with its game at another place, such as before a choice that is undone."""
    return _asked(replace(lesson, session=session, since=session.position), now)


def _asked(lesson: Lesson, now: float) -> Lesson:
    """Return the lesson at the next question to the class, or where time passes, or at the end."""
    asked = has_time_for(lesson, now)
    session = lesson.session
    while not session.is_over and (command := own_command(session, asked)) is not None:
        session = after(session, command)
        lesson = replace(lesson, session=session)
        asked = has_time_for(lesson, now)
    fresh = replace(lesson, timer=None, first=(), ballot=None, chosen=None, sentence="")
    if session.is_over:
        return replace(fresh, step=Step.ENDING, question=None, whole=None, minutes=0)
    question = next(iter(asked), None)
    minutes = asked[question] if question is not None else 0
    whole = Timer(minutes * 60, now) if minutes else None
    return replace(fresh, step=Step.EVIDENCE, question=question, minutes=minutes, whole=whole)


def _argued(lesson: Lesson, step: Step, share: float, now: float) -> Lesson:
    seconds = max(_ROUND, round(lesson.minutes * 60 * share / _ROUND) * _ROUND)
    return replace(lesson, step=step, timer=Timer(seconds, now))


def _passed(lesson: Lesson, now: float) -> Lesson:
    """Let time pass while nothing is asked."""
    if Wait() not in lesson.session.legal_commands:
        return lesson
    since = lesson.session.position
    return _asked(replace(lesson, session=after(lesson.session, Wait()), since=since), now)


def _decided(lesson: Lesson, now: float) -> Lesson:
    """Return the lesson after the decision; those who were outvoted write first."""
    if lesson.chosen is None or lesson.ballot is None:
        return lesson
    has_minority = outvoted(lesson.ballot.tally or lesson.first, lesson.chosen) is not None
    return replace(lesson, step=Step.MINORITY) if has_minority else _carried_out(lesson, now)


def _carried_out(lesson: Lesson, now: float) -> Lesson:
    """Return the lesson with the command of the class given and its vote in the run."""
    assert lesson.question is not None
    assert lesson.chosen is not None
    command: Command = Wait() if lesson.chosen == "wait" else Answer(lesson.question, lesson.chosen)
    session = after(lesson.session, command)
    vote = _vote(lesson, session.position)
    session = voted(session, vote) if vote is not None else session
    told = replace(lesson, session=session, since=session.position, step=Step.CONSEQUENCE, timer=None)
    return told if session.halt.happenings else _after_consequence(told, now)


def _vote(lesson: Lesson, choice: int) -> Vote | None:
    """Return the vote as the run keeps it; None where nobody voted."""
    assert lesson.question is not None
    last = lesson.ballot.tally if lesson.ballot is not None and lesson.ballot.voters else ()
    first, second = (lesson.first, last) if lesson.first else (last, ())
    if not any(votes for _, votes in (*first, *second)):
        return None
    return Vote(choice, lesson.question, first, second, lesson.is_overruled, lesson.sentence.strip())


def _after_consequence(lesson: Lesson, now: float) -> Lesson:
    decided = lesson.question
    has_record = decided is not None and lesson.session.scenario.decisions[decided].historical is not None
    if lesson.is_held or not has_record:
        return _asked(lesson, now)
    return replace(lesson, step=Step.HISTORY)
