"""Every screen at ten sizes of the window and seven of text, each place with the longest text there is."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

import pytest

from game.report.document import DOCUMENTS
from game.screen import screens as all_screens
from game.screen.desk import Desk
from game.screen.fonts import Faces
from game.screen.kept import Glimpse, Kept
from game.screen.overflow import faults
from game.screen.scale import TEXT_STEPS, fitted
from game.screen.screens.advisers import Advisers
from game.screen.screens.class_setup import ClassSetup
from game.screen.screens.confirm import Confirm
from game.screen.screens.documents import Documents
from game.screen.screens.ending import Ending
from game.screen.screens.help import help_of
from game.screen.screens.journal import journal
from game.screen.screens.journal_paper import JournalPaper
from game.screen.screens.letter import DONE, Letter
from game.screen.screens.map import Map
from game.screen.screens.note import error_note
from game.screen.screens.odds import odds_note
from game.screen.screens.opening import Opening
from game.screen.screens.pause import Pause
from game.screen.screens.reading import Reading
from game.screen.screens.report import Report
from game.screen.screens.room import room
from game.screen.screens.room_view import papers
from game.screen.screens.saves import Saves
from game.screen.screens.scenarios import Scenarios
from game.screen.screens.screen import Become, Screen
from game.screen.screens.settings import SettingsScreen
from game.screen.screens.settings_rows import ROWS
from game.screen.screens.setup import Setup
from game.screen.screens.sources import sources
from game.screen.screens.title import Title
from game.screen.screens.waiting import waiting
from game.screen.shown import plain
from game.screen.theme import STANDARD
from game.screen.typeset import Typesetter
from game.session.said import Said
from game.session.session import after, started
from game.store.keymap import assigned
from game.store.settings import Settings
from game.view.composition import page
from game.view.page import JournalEntry, OddsRow, Page, Question, Told
from game.view.picture import MapPicture
from game.view.vocabulary import PROGRAM
from tests.screen.longest import lengthened, longest
from tests.screen.test_class_pictures import rooms
from tests.screen.test_layouts import bookcase, reached, turns
from tests.screen.test_report import pages as report_pages
from tests.screen.test_report import reviews

SIZES = (
    (960, 540),
    (1024, 768),
    (1280, 720),
    (1280, 1024),
    (1366, 768),
    (1920, 1080),
    (1920, 1200),
    (2560, 1080),
    (3840, 1080),
    (3840, 2160),
)
GAMES = 2
"""Games of each scenario beyond that of the other tests, of which the longest texts are taken."""


@cache
def pages() -> tuple[Page, ...]:
    """The pages of some games of all shipped scenarios."""
    return (*turns(), *_others())


def _others() -> Iterator[Page]:
    for seed in range(GAMES):
        luck = random.Random(seed)
        for scenario in bookcase().scenarios.values():
            session = started(scenario, scenario.setup_ids[-1], seed)
            for _ in range(40):
                shown = page(session)
                yield shown
                commands = [each.command for each in shown.choices if each.command is not None]
                if not commands:
                    break
                session = after(session, luck.choice(commands))


@cache
def templates() -> tuple[Page, ...]:
    """The fullest pages, with the longest texts: with most to choose, most to read, a letter, an ending."""
    texts = longest(tuple(bookcase().scenarios.values()), pages())
    asked = max(pages(), key=lambda shown: (len(shown.choices), sum(map(_speaking, shown.questions))))
    heard = max(pages(), key=lambda shown: max(map(_speaking, shown.questions), default=0))
    read = max(pages(), key=lambda shown: len(shown.told))
    mail = next(shown for shown in pages() if any(_is_letter(each) for each in shown.told))
    ended = max(
        (shown for shown in pages() if shown.ending), key=lambda s: len(s.ending.facts) if s.ending else 0
    )
    return tuple(lengthened(shown, texts) for shown in (asked, heard, read, mail, ended))


def _speaking(question: object) -> int:
    assert isinstance(question, Question)
    return sum(each.speaks for each in question.advisers)


def _is_letter(told: Told) -> bool:
    return told.kind == "letter" and told.sheet is not None


@cache
def screens() -> tuple[Screen, ...]:
    """One screen of each kind and state, with the longest texts."""
    asked, heard, read, mail, ended = templates()
    shown = (
        *_of_house(),
        *_of_questions(asked),
        *_of_questions(heard),
        *_of_reading(read, mail, ended),
        *_of_a_lesson(),
        *report_pages(reviews()[-1]),
    )
    helps = {help_of(screen): None for screen in shown}
    return (*shown, *helps, *map(help_of, list(helps)[:1]))


def _of_house() -> Iterator[Screen]:
    files = bookcase().files
    widest = max((each for each in files if each.ways), key=lambda each: len(each.title))
    summary = max((each.summary for each in files), key=lambda line: sum(len(run.words) for run in line))
    longest_file = widest._replace(id="longest", summary=summary)
    title = max((page.title for page in templates()), key=len)
    yield Title(last=title, has_tutorial=True)
    yield Title(has_tutorial=True)
    yield Scenarios(files=(longest_file, *files), is_read=True)
    yield Setup(file=max((each for each in files if each.ways), key=lambda each: len(each.ways)))
    yield from (SettingsScreen(settings=Settings(), focus=rows[0]) for rows in ROWS.values())
    yield SettingsScreen(settings=Settings(keys=assigned((), "map", "x")), focus="key map")
    yield SettingsScreen(settings=Settings(), focus="key end", is_waiting=True)
    yield Pause()
    yield Documents(there=DOCUMENTS)
    yield waiting(title, PROGRAM)
    yield from _of_saves(title)
    yield from (Saves(games=(), removed=removed) for removed in ("", title))
    yield error_note(max(PROGRAM.values(), key=len), PROGRAM)


def _of_saves(title: str) -> Iterator[Screen]:
    """Lists of saved games: one that is seen, one that is not, one that is refused, and one without a map."""
    read = max(pages(), key=lambda shown: len(shown.setup_label))
    moment = max((shown.date_words for shown in pages()), key=len)
    ended = max((plain(shown.ending.sheet.title) for shown in pages() if shown.ending), key=len)
    mapped = next(shown.map for shown in pages() if shown.map.views)
    scenario, when = f"{title}, {read.setup_label}", datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
    standings = (
        Glimpse(f"{moment}, 18:56", scenario, f"Over: {ended}", mapped),
        None,
        Said("shelf.unplayable", {"name": title, "fault": max(PROGRAM.values(), key=len)}),
        Glimpse(f"{moment}, 18:56", scenario, f"Over: {ended}", MapPicture(())),
    )
    games = tuple(
        Kept(f"{title} 2026-11-21 {n}", when, scenario, "44 choices, seed 123456789", n == 2, standing)
        for n, standing in enumerate((*standings, *standings))
    )
    yield from (Saves(games=games, focus=f"game {game.name}") for game in games[:5])
    yield from (Saves(games=(game,), removed=title, focus="restore") for game in games[:4])


def _of_questions(shown: Page) -> Iterator[Screen]:
    here = room(shown)
    yield from (here, *(here.opened(tab) for tab in ("map", "advisers", "decide")))
    yield here.focused(f"card {shown.choices[-1].id}")
    yield Map(page=shown)
    yield Advisers(page=shown, question=0)
    yield sources(shown, papers(shown), PROGRAM)
    yield journal(shown)
    yield from (JournalPaper(entry=each) for each in _longest_told(shown))
    warned = shown.choices[0]
    long = next((each for each in shown.choices if each.warning), warned)
    rows = tuple(OddsRow(each.key, PROGRAM["likelihood.certain"], "99.99") for each in shown.choices)
    yield odds_note(replace(shown, odds=rows), PROGRAM)
    yield Confirm(label=warned.label, warning=long.warning or warned.about, act=Become(here))


def _longest_told(shown: Page) -> Iterator[JournalEntry]:
    """The entries of a journal that told most, with a paper of their own and without."""
    for is_bare in (True, False):
        told = [each for each in shown.journal if (each.told.sheet is None) is is_bare]
        yield from sorted(told, key=lambda entry: len(str(entry.told)))[-1:]


def _of_reading(read: Page, mail: Page, ended: Page) -> Iterator[Screen]:
    yield Reading(page=read, told=read.told)
    letter = next(each for each in mail.told if _is_letter(each))
    yield Letter(page=mail, told=letter)
    yield Letter(page=mail, told=letter, elapsed=DONE)
    yield Ending(page=ended)
    yield journal(ended)
    opening = next(shown for shown in pages() if shown.kind.value == "opening" and shown.map.marks)
    yield Opening(page=opening)


def _of_a_lesson() -> Iterator[Screen]:
    """A lesson at each of its steps, before and after votes, with phones and without."""
    seen: dict[tuple[object, ...], Screen] = {}
    for each in rooms("black_saturday", "strict_1962", PROGRAM):
        door = each.door
        state = (each.lesson.step, door is not None, door is not None and door.guests, each.has_code)
        seen.setdefault(state, each)
    yield from seen.values()
    yield ClassSetup(
        file=max((each for each in bookcase().files if each.ways), key=lambda each: len(each.title))
    )


def _kinds(of: type) -> Iterator[str]:
    """The kinds of screens by their names: with its slots a class is made a second time."""
    kinds: list[type] = of.__subclasses__()
    for kind in kinds:
        yield f"{kind.__module__}.{kind.__name__}"
        yield from _kinds(kind)


def test_every_kind_of_screen_is_among_them() -> None:
    for module in iter_modules(all_screens.__path__):
        import_module(f"{all_screens.__name__}.{module.name}")
    made = {f"{type(screen).__module__}.{type(screen).__name__}" for screen in screens()}
    assert {kind for kind in _kinds(Screen) if kind.startswith(all_screens.__name__)} == made


def desk_of(faces: Faces, size: tuple[int, int], text: float, *, is_presented: bool = False) -> Desk:
    return Desk(Typesetter(faces, fitted(*size, text)), STANDARD, PROGRAM, is_presented=is_presented)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_longest_texts_are_neither_cut_nor_covered(faces: Faces, size: tuple[int, int]) -> None:
    wrong: dict[str, list[float]] = {}
    for text in TEXT_STEPS:
        desk = desk_of(faces, size, text)
        for screen in screens():
            for fault in faults(desk, screen.layout(desk)):
                wrong.setdefault(f"{type(screen).__name__}: {fault}", []).append(text)
    assert wrong == {}


@pytest.mark.parametrize("text", [1.0, 1.75, 2.5])
def test_tab_reaches_everything_and_returns(faces: Faces, text: float) -> None:
    for size in ((960, 540), (1280, 720), (3840, 1080)):
        desk = desk_of(faces, size, text)
        for screen in screens():
            stops = {stop.id for stop in screen.layout(desk).stops}
            if not stops or isinstance(screen, Report):  # Tab turns a report's pages, as its own tests hold
                continue
            assert reached(desk, screen) == stops, type(screen)


def test_the_longest_page_holds_the_longest_label_of_all_scenarios() -> None:
    labels = [
        option.label.written
        for scenario in bookcase().scenarios.values()
        for decision in scenario.decisions.values()
        for option in decision.options.values()
    ]
    shown = templates()[0]
    assert max(map(len, labels)) <= sum(len(run.words) for run in shown.choices[0].label)
