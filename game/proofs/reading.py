"""How long games are to read, against the lengths of the lesson (I714), and to play."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from game.diagnostics.diagnostic import Diagnostic
from game.engine.happenings import (
    EventBegan,
    Happening,
    LetterArrived,
    OptionChosen,
    PhaseEntered,
    ReportGiven,
    Told,
)
from game.engine.program import Program, Tell
from game.engine.state import Point
from game.frozen import NamedTuple
from game.lint.lesson import HARD_TO_READ, kept, length_place
from game.lint.reading import WORDS_A_MINUTE, size
from game.lint.subject import Subject
from game.scenario.blocks import blocks
from game.scenario.model import Decision, Scenario
from game.scenario.text import Text

if TYPE_CHECKING:  # numpy is heavy, and the manual reads this module
    from game.analysis.survey.lengths import Bounds
    from game.analysis.survey.survey import Survey
    from game.analysis.survey.values import Backward


class Extent(NamedTuple):
    """How many decisions are answered in a game, and how many words are read; `minutes` by lesson length."""

    answers: Bounds
    words: Bounds
    lessons: Mapping[int, Bounds]

    def joined(self, other: Extent) -> Extent:
        lessons = {minutes: each.joined(other.lessons[minutes]) for minutes, each in self.lessons.items()}
        return Extent(self.answers.joined(other.answers), self.words.joined(other.words), lessons)


def words_by_point(program: Program) -> Mapping[Point, int]:
    """Return how many words each point of a Program gives to read."""
    reader = _Reader(program.scenario)
    told = (
        (point, reader.words(each.happening(())))
        for point, each in enumerate(program.code)
        if isinstance(each, Tell)
    )
    return {point: words for point, words in told if words}


def extent(survey: Survey, backward: Backward, scenario: Scenario, names: Mapping[str, str]) -> Extent:
    """Return how long the games of a setup are; `names` are the endings by those of the survey."""
    from game.analysis.survey.lengths import answered, words_read  # noqa: PLC0415 - numpy is heavy

    endings = {
        name: _count(ending.title, ending.text)
        for name in survey.program.endings
        for ending in (scenario.endings[names.get(name, name)],)
    }
    lessons = {}
    for length in scenario.lesson.lengths if scenario.lesson is not None else ():
        left_out = frozenset(scenario.decisions) - {each.id for each in kept(scenario, length)}
        lessons[length.minutes] = words_read(survey, backward, endings, left_out)
    return Extent(answered(survey, backward), words_read(survey, backward, endings), lessons)


def reading_faults(subject: Subject, found: Extent) -> Iterator[Diagnostic]:
    """Yield the lengths of the lesson that are too short to read the longest game, at their minutes."""
    lesson = subject.scenario.lesson
    for length in lesson.lengths if lesson is not None else ():
        words = found.lessons[length.minutes]
        most = minutes(words.most)
        if most > length.minutes:
            message = (
                f"a game of this lesson takes from {minutes(words.least)} to {most} minutes to read,"
                f" and it has {length.minutes}"
            )
            place = length_place(subject, length)
            yield Diagnostic(HARD_TO_READ, message, place, "shorten the texts, or keep fewer decisions")


def minutes(words: int) -> int:
    """Return how long words take to read, rounded up.

    >>> minutes(180), minutes(181)
    (1, 2)
    """
    return -(-words // WORDS_A_MINUTE)


class _Reader:
    """Counts the words of what is told; a decision is read when it is answered."""

    def __init__(self, scenario: Scenario) -> None:
        self._scenario = scenario
        self._texts = {block.site: block.text for block in blocks(scenario)}

    def words(self, happening: Happening) -> int:  # noqa: PLR0911 - one arm for each kind
        scenario = self._scenario
        match happening:
            case Told(address):
                return _count(self._texts[address])
            case EventBegan(name):
                event = scenario.events[name]
                return 0 if event.quiet else _count(event.title)
            case PhaseEntered(name):
                return _count(scenario.phases[name].title, scenario.phases[name].text)
            case ReportGiven(name):
                report = scenario.intelligence[name]
                return _count(report.title, report.from_, *report.unknown)
            case LetterArrived(name):
                letter = scenario.letters[name]
                points = [text for pair in letter.points for text in pair]
                is_read = scenario.actors[letter.to].player
                return _count(letter.subject, letter.text, *points) if is_read else 0
            case OptionChosen(name):
                return _count(*_asked(scenario.decisions[name]))
            case _:
                return 0


def _asked(decision: Decision) -> Iterator[Text | None]:
    """Yield what is read before a decision is answered."""
    yield from (decision.title, decision.text)
    for advice in decision.advice:
        yield from (advice.says, *advice.for_, *advice.against)
    for option in decision.options.values():
        yield from (option.label, option.about, option.warning)


def _count(*texts: Text | None) -> int:
    return size(each.written for each in texts if each is not None).words


def extent_line(states: int, found: Extent) -> str:
    """Return how much was explored and how long games are, in a sentence."""
    least, most = minutes(found.words.least), minutes(found.words.most)
    answers = _between(*found.answers, "decision")
    explored = f"{states:,} state{'' if states == 1 else 's'} explored"
    return f"{explored}; a game takes {answers} and {_between(least, most, 'minute')} of reading"


def _between(least: int, most: int, word: str) -> str:
    """Return a number of things, or two.

    >>> _between(1, 1, "decision"), _between(2, 5, "minute")
    ('1 decision', '2 to 5 minutes')
    """
    if least == most:
        return f"{least} {word}" if least == 1 else f"{least} {word}s"
    return f"{least} to {most} {word}s"
