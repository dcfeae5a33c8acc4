"""Odds in the window: hidden until they are asked for, new as soon as they are worked out, cut nowhere."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from game.screen.acts import Adopt, Back, Begin, Play, Show
from game.screen.bookcase import Bookcase
from game.screen.desk import Desk
from game.screen.fonts import Faces
from game.screen.house import House
from game.screen.overflow import faults
from game.screen.press import Press
from game.screen.scale import fitted
from game.screen.screens.advisers import Advisers
from game.screen.screens.odds import OddsNote, odds_note
from game.screen.screens.room import Room, room
from game.screen.theme import STANDARD
from game.screen.typeset import Typesetter
from game.session.session import Session, after, started
from game.solver.solver import Solver
from game.store.places import Places, places
from game.store.settings import Settings
from game.store.shelf import Shelf
from game.view.composition import page
from game.view.likelihood import Chance, Odds, Work
from game.view.page import Page
from game.view.window_words import WINDOW
from game.view.words import ENGLISH

WORDS = {**ENGLISH, **WINDOW}
SOLVED = Odds({"patrol.fire": 0.4, "patrol.hold": 0}, {})
SOLVING = Work("solving", 812_000, 12)


class Worked(Solver):
    """A solver without a process: its odds are what the test says."""

    def __init__(self) -> None:
        self.odds = Odds({}, {}, SOLVING)
        self.asked: list[Session] = []
        self.has_news = False
        self.reckoning, self.is_reckoned = None, False

    def solve(self) -> None:
        pass

    def ask(self, session: Session) -> None:
        self.asked.append(session)

    def reckon(self, session: Session) -> None:
        self.asked.append(session)

    def notice(self) -> bool:
        has_news, self.has_news = self.has_news, False
        return has_news

    def tell(self, odds: Odds) -> None:
        self.odds, self.has_news = odds, True

    def of(self, session: Session) -> Solver:
        del session
        return self


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Places:
    monkeypatch.setenv("EXCOMM_HOME", str(tmp_path))
    return places()


@pytest.fixture
def solver() -> Worked:
    return Worked()


@pytest.fixture
def house(home: Places, solver: Worked) -> House:
    made = House(Shelf(home), bookcase(), Settings(reduced_motion=True), WORDS)
    made.outlook.solvers = solver
    made.notice()
    made.do(Begin("river_incident", "standard", 7))
    while not isinstance(made.top, Room):
        made.do(Back())
    return made


def test_who_comes_when_a_game_is_on_the_table_is_asked_about_it(home: Places, solver: Worked) -> None:
    house = House(Shelf(home), bookcase(), Settings(reduced_motion=True), WORDS)
    house.do(Begin("river_incident", "standard", 7))
    house.solve_with(solver)
    assert house.session in solver.asked


@cache
def bookcase() -> Bookcase:
    found = Bookcase(places())
    found.open()
    found.wait()
    return found


def table(house: House) -> Room:
    return next(screen for screen in house.stack if isinstance(screen, Room))


def sheet(house: House) -> list[str]:
    """Return what stands on the sheet of odds."""
    note = house.top
    assert isinstance(note, OddsNote)
    about, *rows = note.sections
    assert about.paragraphs
    return [f"{row.title}: {row.source}" for row in rows]


def test_odds_are_hidden_until_they_are_asked_for(house: House, solver: Worked) -> None:
    solver.tell(SOLVED)
    assert house.notice()
    assert house.page is not None
    assert house.page.odds is not None
    assert table(house).page.odds is None
    act = table(house).answer(Press("o"))
    assert act == Show("odds")
    house.do(act)
    assert sheet(house) == [
        "1  Do nothing for now: 0 worlds of 100 (remote)",
        "3  Fire a warning shot: 40 worlds of 100 (an even chance)",
    ]
    closed = house.top.answer(Press("o"))
    assert closed == Back()


def test_the_sheet_says_how_far_the_work_is_and_then_the_odds(house: House, solver: Worked) -> None:
    house.do(Show("odds"))
    assert sheet(house) == []
    solver.tell(Odds({}, {}, Work("solving", 900_000, 13)))
    assert house.notice()
    note = house.top
    assert isinstance(note, OddsNote)
    assert "900,000" in str(note.sections[0].paragraphs)
    solver.tell(SOLVED)
    assert house.notice()
    assert len(sheet(house)) == 2


def test_how_far_the_work_is_changes_nothing_for_who_does_not_look(house: House, solver: Worked) -> None:
    before = table(house)
    solver.tell(Odds({}, {}, Work("solving", 900_000, 13)))
    assert not house.notice()
    assert table(house) is before


def test_the_cards_carry_odds_where_the_player_wants_them(house: House, solver: Worked) -> None:
    solver.tell(SOLVED)
    house.notice()
    house.do(Adopt(replace(house.settings, show_odds=True)))
    assert table(house).page.odds is not None
    house.do(Adopt(replace(house.settings, show_odds=False)))
    assert table(house).page.odds is None


def test_every_turn_asks_anew(house: House, solver: Worked) -> None:
    assert len(solver.asked) == 1
    assert house.page is not None
    house.do(Play(next(each.command for each in house.page.choices if each.command is not None)))
    assert [each.position for each in solver.asked] == [0, 1]


@cache
def turns() -> tuple[Page, ...]:
    """Pages of games of all scenarios with odds, every word of likelihood among them."""
    found: list[Page] = []
    for scenario in bookcase().scenarios.values():
        luck = random.Random(3)
        session = started(scenario, scenario.setup_ids[0], 3)
        while not session.is_over:
            found.append(page(session, odds_of(session, luck)))
            session = after(session, luck.choice(session.legal_commands))
    return tuple(found[::4])


def odds_of(session: Session, luck: random.Random) -> Odds:
    chances = (0.001, 0.1, 0.3, 0.5, 0.7, 0.999)
    bare = page(session)
    choices: Mapping[str, Chance] = {each.id: luck.choice(chances) for each in bare.choices}
    people = {adviser.id for question in bare.questions for adviser in question.advisers}
    advisers = {(person, choice): luck.choice(chances) for person in people for choice in choices}
    return Odds(choices, advisers, Work(luck.choice(("solved", "beyond"))))


@pytest.mark.parametrize(
    ("size", "text"),
    [
        ((960, 540), 1.0),
        ((960, 540), 2.5),
        ((1024, 768), 1.25),
        ((1280, 720), 1.0),
        ((1280, 720), 1.25),
        ((1280, 1024), 1.25),
        ((1920, 1080), 1.0),
        ((2560, 1080), 1.25),
        ((3840, 2160), 2.5),
    ],
)
def test_odds_cut_and_cover_nothing(faces: Faces, size: tuple[int, int], text: float) -> None:
    desk = Desk(Typesetter(faces, fitted(*size, text)), STANDARD, WORDS)
    wrong = {
        f"{shown.scenario} {shown.moment} {type(screen).__name__}: {fault}"
        for shown in turns()
        for screen in (
            room(shown),
            room(shown).opened("advisers"),
            room(shown).opened("decide"),
            odds_note(shown, WORDS),
            *(Advisers(page=shown, question=number) for number in range(len(shown.questions))),
        )
        for fault in faults(desk, screen.layout(desk))
    }
    assert sorted(wrong) == []
