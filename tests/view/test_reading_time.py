"""A game of the flagship, read aloud to its last page, fills 45 to 75 minutes, whichever course is taken."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count, islice
from random import Random
from statistics import median

import pytest

from game.engine.moves import Answer, Command
from game.lint.reading import WORDS_A_MINUTE, size
from game.session.session import Rules, Session, after, begun, rewound, rules_of
from game.view.composition import page as page_of
from game.view.debrief import Debrief, EndingCard
from game.view.line import Line
from game.view.page import Page, Question
from game.view.printing import plain
from game.view.sheet import Sheet
from tests.engine.test_agreement import ROOT, scenario_in

LEAST, MOST = 45, 75
GAMES = 5


@pytest.fixture(scope="module")
def strict() -> Rules:
    return rules_of(scenario_in(ROOT / "scenarios" / "cuba_1962"), "strict_1962")


@pytest.fixture(scope="module")
def fog() -> Rules:
    return rules_of(scenario_in(ROOT / "scenarios" / "cuba_1962"), "fog_1962")


def minutes(session: Session) -> float:
    """Return how long it takes to read a game that is over, with all that advisers say and the debrief."""
    pages = [page_of(rewound(session, halt)) for halt in range(session.position + 1)]
    return size(plain(line) for page in pages for line in lines_of(page)).words / WORDS_A_MINUTE


def lines_of(page: Page) -> Iterator[Line]:
    """Yield what a page has to read for the first time."""
    for thing in page.told:
        if thing.sheet is not None:
            yield from lines_of_sheet(thing.sheet)
        elif not thing.is_on_sheet:
            yield from thing.paragraphs
    for question in page.questions:
        if question.is_new:
            yield from lines_of_question(question)
    if page.ending is not None and page.debrief is not None:
        yield from lines_of_the_end(page.ending, page.debrief)


def lines_of_sheet(sheet: Sheet) -> Iterator[Line]:
    yield sheet.title
    yield from sheet.paragraphs
    yield from (line for _, line in sheet.points)
    yield from sheet.unknown


def lines_of_question(question: Question) -> Iterator[Line]:
    yield from lines_of_sheet(question.sheet)
    for adviser in question.advisers:
        yield from (adviser.says, *adviser.for_, *adviser.against)
    for choice in question.choices:
        yield from (choice.label, choice.about, choice.warning)


def lines_of_the_end(ending: EndingCard, debrief: Debrief) -> Iterator[Line]:
    yield from lines_of_sheet(ending.sheet)
    for fact in ending.facts:
        yield from (fact.value, fact.history)
    for note in debrief.notes:
        yield from note.paragraphs
    yield from (row.words for row in debrief.record)


def played(rules: Rules, seed: int, first_course: str) -> Session:
    """Return a game that takes a first course, and for the rest of it whatever comes."""
    luck, session = Random(seed), begun(rules, seed)
    while not session.is_over:
        first = Answer("first_course", first_course)
        legal = session.legal_commands
        session = after(session, first if first in legal else luck.choice(legal))
    return session


def whole_games(rules: Rules, first_course: str) -> Iterator[Session]:
    """Yield games that no catastrophe has cut short."""
    games = (played(rules, seed, first_course) for seed in count())
    yield from (each for each in games if each.ending and not each.scenario.endings[each.ending].catastrophe)


def recorded(session: Session) -> Command:
    """Return the choice on record, or the only thing that can be done."""
    history = session.scenario.decisions
    answers = (each for each in session.legal_commands if isinstance(each, Answer))
    on_record = (each for each in answers if history[each.decision].historical == each.option)
    return next(on_record, session.legal_commands[0])


def test_the_record_is_read_in_a_sitting(strict: Rules) -> None:
    session = begun(strict, 1)
    while not session.is_over:
        session = after(session, recorded(session))
    assert LEAST <= minutes(session) <= MOST


@pytest.mark.parametrize(
    "course", ["watch_and_wait", "talk_first", "quarantine", "air_strike", "strike_and_land"]
)
def test_each_great_course_has_as_much_to_read_as_the_record(fog: Rules, course: str) -> None:
    assert LEAST <= median(map(minutes, islice(whole_games(fog, course), GAMES))) <= MOST
