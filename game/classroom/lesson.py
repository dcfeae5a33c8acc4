"""A lesson as it goes, step by step: evidence, options, argument, vote, argument, vote, and what follows.

A Lesson is a value. What time it is comes in as an argument, and what a class decides becomes a command
of the game and a vote of its run, so that the run replays without the lesson.
"""

from __future__ import annotations

from enum import Enum

from game.classroom.ballot import Ballot, cast, leading, phoned
from game.classroom.clock import LessonClock, Timer
from game.classroom.plan import Plan
from game.engine.moves import Answer, Wait
from game.frozen import Frozen, NamedTuple, replace
from game.session.run import LONGEST_SENTENCE, Tally
from game.session.session import Session
from game.source.characters import FORBIDDEN


class Step(Enum):
    """Where a lesson stands: first the steps of a decision in their order, then those after the end."""

    EVIDENCE = "evidence"
    OPTIONS = "options"
    ARGUE = "argue"
    VOTE = "vote"
    ARGUE_AGAIN = "argue_again"
    VOTE_AGAIN = "vote_again"
    DECIDE = "decide"
    MINORITY = "minority"
    CONSEQUENCE = "consequence"
    HISTORY = "history"
    ENDING = "ending"
    COMPARISON = "comparison"
    RISKS = "risks"
    TICKET = "ticket"


_STEPS = tuple(Step)
VOTES = (Step.VOTE, Step.VOTE_AGAIN)
AT_END = (Step.ENDING, Step.COMPARISON, Step.RISKS, Step.TICKET)
BEFORE_DECISION = _STEPS[: _STEPS.index(Step.DECIDE) + 1]


class Terms(NamedTuple):
    """How a lesson is held: its minutes, the voters or 0 where nobody counts them, what is kept for the end.

    `is_held` keeps what really happened for the end; `is_open` lets votes be seen while they are counted;
    `address` is that at which phones find this computer, None for the likeliest.
    """

    minutes: int
    pupils: int = 0
    is_held: bool = False
    is_open: bool = True
    address: str | None = None


class Lesson(Frozen):
    """A lesson at a moment.

    `question` is the decision that is asked, None while time only passes, and `minutes` what it has.
    `since` is the number of commands of the game of which the class has seen all; what came after is
    told in lines. `first` is the tally of the first vote, `chosen` what the President
    decides. `is_open` says whether votes are seen while they are counted, `is_held` whether what
    really happened is kept for the end.
    """

    session: Session
    plan: Plan
    clock: LessonClock
    pupils: int = 0
    is_held: bool = False
    step: Step = Step.EVIDENCE
    question: str | None = None
    minutes: int = 0
    since: int = 0
    timer: Timer | None = None
    whole: Timer | None = None
    first: Tally = ()
    ballot: Ballot | None = None
    is_open: bool = True
    chosen: str | None = None
    sentence: str = ""

    @property
    def options(self) -> tuple[str, ...]:
        """What can be voted for: the options on offer in file order, and `wait` where time may pass."""
        legal = self.session.legal_commands
        answers = [
            each.option for each in legal if isinstance(each, Answer) and each.decision == self.question
        ]
        return (*answers, "wait") if self.question is not None and Wait() in legal else tuple(answers)

    @property
    def is_over(self) -> bool:
        return self.step in AT_END

    @property
    def is_overruled(self) -> bool:
        """Whether the President decides against what most voted for."""
        most = leading(self.ballot.tally) if self.ballot is not None else None
        return most is not None and self.chosen is not None and most != self.chosen


def counted(lesson: Lesson, place: int, by: int = 1) -> Lesson:
    """Return the lesson with so many hands more, or fewer, for the option at a place; only in a vote."""
    if lesson.step not in VOTES or lesson.ballot is None or not 0 <= place < len(lesson.ballot.options):
        return lesson
    return replace(lesson, ballot=cast(lesson.ballot, place, by))


def told_by_phones(lesson: Lesson, counts: tuple[int, ...]) -> Lesson:
    """Return the lesson with the votes of the phones so far; only in a vote."""
    if lesson.step not in VOTES or lesson.ballot is None or counts == lesson.ballot.phones:
        return lesson
    return replace(lesson, ballot=phoned(lesson.ballot, counts))


def picked(lesson: Lesson, place: int) -> Lesson:
    """Return the lesson with what the President decides."""
    if lesson.step is not Step.DECIDE or not 0 <= place < len(lesson.options):
        return lesson
    return replace(lesson, chosen=lesson.options[place])


def written(lesson: Lesson, sentence: str) -> Lesson:
    """Return the lesson with what the minority writes: one line of signs that can be seen, not too long.

    A sign that no file may hold would keep the game from being read again.
    """
    signs = "".join(sign if sign.isprintable() else " " for sign in sentence)
    return replace(lesson, sentence=FORBIDDEN.sub(" ", signs)[:LONGEST_SENTENCE])
