"""Whether a lesson has room for its decisions and for their texts (W715, I714)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from game.diagnostics.diagnostic import Diagnostic, Rule, Span
from game.lint.reading import size
from game.lint.subject import Subject
from game.scenario.model import (
    Block,
    Decision,
    Event,
    Lesson,
    LessonLength,
    Report,
    Response,
    Scenario,
)
from game.scenario.text import Text
from game.source.tree import Mapping as Tree

DOES_NOT_FIT = Rule(
    code="W715",
    title="lesson lengths whose minutes do not fit",
    cause="The decisions that a lesson keeps, those marked `essential:` included, need more minutes"
    " than it has. A decision without `minutes:` counts 8.",
    example="lesson:\n  lengths:\n    20: { keep: all }   # and there are four decisions of 8 minutes",
    cure="Keep fewer decisions, give them fewer minutes, or plan a longer lesson.",
)
HARD_TO_READ = Rule(
    code="I714",
    title="reading time and reading level against the lesson",
    cause="Reading the decisions alone takes longer than the lesson, at 180 words a minute; or the"
    " texts are harder, by the formula of Flesch and Kincaid, than the age that `level:` names.",
    example="lesson:\n  level: ages 10 to 12   # and the texts are at the level of a university",
    cure="Shorten the texts, write shorter sentences, or correct `level:`.",
)

_AGES = re.compile(r"\bages? +(\d{1,2})\b", re.IGNORECASE)
_SCHOOL_BEGINS = 5
_GRADES_ABOVE = 2
_FEWEST_WORDS = 200


def lesson_faults(subject: Subject) -> Iterator[Diagnostic]:
    """Yield lengths that are too short at their minutes, and hard texts at `level:`."""
    lesson = subject.scenario.lesson
    if lesson is None:
        return
    if not subject.errors:
        for length in lesson.lengths:
            yield from _length(subject, length)
    if subject.scenario.language.startswith("en"):
        yield from _level(subject, lesson)


def kept(scenario: Scenario, length: LessonLength) -> tuple[Decision, ...]:
    """Return the decisions that a length of the lesson keeps, the essential ones always."""
    decisions = scenario.decisions.values()
    return tuple(
        each for each in decisions if length.keep is None or each.essential or each.id in length.keep
    )


def _length(subject: Subject, length: LessonLength) -> Iterator[Diagnostic]:
    decisions = kept(subject.scenario, length)
    needed = sum(each.minutes for each in decisions)
    place = length_place(subject, length)
    if needed > length.minutes:
        message = f"the decisions of this lesson need {needed} minutes, and it has {length.minutes}"
        yield Diagnostic(DOES_NOT_FIT, message, place, "keep fewer decisions, or give them fewer minutes")
    reading = size(text.written for each in decisions for text in decision_texts(each)).minutes
    if reading > length.minutes:
        message = (
            f"reading these decisions alone takes {reading} minutes, and the lesson has {length.minutes}"
        )
        yield Diagnostic(HARD_TO_READ, message, place, "shorten their texts, or keep fewer of them")


def length_place(subject: Subject, length: LessonLength) -> Span:
    """Return where the minutes of a length of the lesson stand."""
    place = subject.decoder.places["lesson.lengths"]
    entries = place.value.entries if isinstance(place.value, Tree) else ()
    return next((key.span for key, _ in entries if key.value.strip() == str(length.minutes)), place.key)


def decision_texts(decision: Decision) -> Iterator[Text]:
    """Yield what is read of a decision: its question, advice and options."""
    yield from _given(decision.title, decision.text)
    for advice in decision.advice:
        yield from (advice.says, *advice.for_, *advice.against)
    for option in decision.options.values():
        yield from _given(option.label, option.about, option.warning, option.block.text)


def _given(*texts: Text | None) -> Iterator[Text]:
    return (each for each in texts if each is not None)


def _level(subject: Subject, lesson: Lesson) -> Iterator[Diagnostic]:
    ages = _AGES.search(lesson.level or "")
    told = size(text.written for text in _told(subject.scenario))
    if ages is None or told.words < _FEWEST_WORDS:
        return
    youngest = int(ages[1])
    if told.grade > youngest - _SCHOOL_BEGINS + _GRADES_ABOVE:
        readers = round(told.grade) + _SCHOOL_BEGINS
        message = f"the texts are for readers of about {readers} years, and the lesson for {youngest}"
        place = subject.value("lesson.level", lesson.span)
        yield Diagnostic(HARD_TO_READ, message, place, "write shorter sentences and plainer words")


def _told(scenario: Scenario) -> Iterable[Text]:
    for decision in scenario.decisions.values():
        yield from decision_texts(decision)
    for letter in scenario.letters.values():
        yield letter.text
    for block in (*_blocks(scenario.intelligence), *_blocks(scenario.events), *_blocks(scenario.responses)):
        yield from _given(block.text)
    for ending in scenario.endings.values():
        yield ending.text


def _blocks(entries: Mapping[str, Report] | Mapping[str, Event] | Mapping[str, Response]) -> Iterator[Block]:
    return (each.block for each in entries.values())
