"""Every screen at many sizes, with the pages of real games: nothing cut, nothing covered."""

from __future__ import annotations

import random
from collections.abc import Iterator
from functools import cache

import pytest

from game.engine.moves import Command
from game.report.document import DOCUMENTS
from game.screen.arrivals import arrivals
from game.screen.bookcase import Bookcase
from game.screen.desk import Desk
from game.screen.fonts import Faces
from game.screen.overflow import faults
from game.screen.press import Press
from game.screen.router import focus_of, key_act
from game.screen.scale import fitted
from game.screen.screens.advisers import Advisers
from game.screen.screens.confirm import Confirm
from game.screen.screens.documents import Documents
from game.screen.screens.ending import Ending
from game.screen.screens.journal import journal
from game.screen.screens.map import Map
from game.screen.screens.opening import Opening
from game.screen.screens.pause import Pause
from game.screen.screens.room import Room, room
from game.screen.screens.room_view import papers
from game.screen.screens.scenarios import Scenarios
from game.screen.screens.screen import Become, Screen
from game.screen.screens.settings import SettingsScreen
from game.screen.screens.settings_rows import ROWS
from game.screen.screens.setup import Setup
from game.screen.screens.sources import sources
from game.screen.screens.title import Title
from game.screen.theme import STANDARD
from game.screen.typeset import Typesetter
from game.session.session import Session, after, started
from game.store.places import places
from game.store.settings import Settings
from game.view.composition import page
from game.view.page import Page
from game.view.window_words import WINDOW
from game.view.words import ENGLISH

WORDS = {**ENGLISH, **WINDOW}
CASES = [
    ((960, 540), 1.0),
    ((960, 540), 2.5),
    ((1024, 768), 1.25),
    ((1024, 768), 1.75),
    ((1280, 720), 1.0),
    ((1280, 720), 1.25),
    ((1280, 720), 2.0),
    ((1280, 1024), 1.25),
    ((1366, 768), 1.5),
    ((1920, 1080), 1.0),
    ((1920, 1080), 2.25),
    ((2560, 1080), 1.25),
    ((3840, 1080), 1.0),
    ((3840, 2160), 2.5),
]
EVERY = 3  # turns between two whose screens are laid out; the last are all
MOST_TURNS = 60


@cache
def bookcase() -> Bookcase:
    found = Bookcase(places())
    found.open()
    found.wait()
    return found


@cache
def turns() -> tuple[Page, ...]:
    """The pages of a game of each scenario."""
    return tuple(
        turn
        for scenario in bookcase().scenarios.values()
        for turn in game(started(scenario, scenario.setup_ids[0], 3))
    )


def game(session: Session) -> Iterator[Page]:
    luck = random.Random(7)
    for _ in range(MOST_TURNS):
        shown = page(session)
        yield shown
        commands: list[Command] = [each.command for each in shown.choices if each.command is not None]
        if not commands:
            return
        session = after(session, luck.choice(commands))


def desk_of(faces: Faces, size: tuple[int, int], text: float) -> Desk:
    return Desk(Typesetter(faces, fitted(*size, text)), STANDARD, WORDS)


def screens_of(shown: Page) -> Iterator[Screen]:
    """The screens of a turn."""
    yield from arrivals(shown, is_still=True)
    if shown.map.views:
        yield Map(page=shown)
    yield journal(shown)
    yield Documents(there=DOCUMENTS)
    if shown.ending is not None:
        yield Ending(page=shown)
        return
    here = room(shown)
    yield here
    yield from (here.opened(tab) for tab in ("map", "advisers", "decide"))
    yield sources(shown, papers(shown), WORDS)
    if shown.kind.value == "opening":
        yield Opening(page=shown)
    for number in range(len(shown.questions)):
        yield Advisers(page=shown, question=number)
    yield from (
        Confirm(label=each.label, warning=each.warning, act=Become(here))
        for each in shown.choices
        if each.warning
    )


def house_screens() -> Iterator[Screen]:
    files = bookcase().files
    yield Title()
    yield Title(last="Wednesday 24 October, 10:25")
    yield Scenarios(files=files, is_read=True)
    yield Scenarios()
    yield from (Setup(file=file) for file in files if file.ways)
    yield from (SettingsScreen(settings=Settings(), focus=rows[0]) for rows in ROWS.values())
    yield Pause()


@pytest.mark.parametrize(("size", "text"), CASES)
def test_no_screen_of_the_house_cuts_or_covers_anything(
    faces: Faces, size: tuple[int, int], text: float
) -> None:
    desk = desk_of(faces, size, text)
    wrong = [
        f"{type(screen).__name__}: {fault}"
        for screen in house_screens()
        for fault in faults(desk, screen.layout(desk))
    ]
    assert wrong == []


@pytest.mark.parametrize(("size", "text"), CASES)
def test_no_screen_of_a_game_cuts_or_covers_anything(
    faces: Faces, size: tuple[int, int], text: float
) -> None:
    desk = desk_of(faces, size, text)
    wrong = {
        f"{shown.scenario} {shown.moment} {type(screen).__name__}: {fault}"
        for number, shown in enumerate(turns())
        if number % EVERY == 0 or shown.ending is not None
        for screen in screens_of(shown)
        for fault in faults(desk, screen.layout(desk))
    }
    assert sorted(wrong) == []


@pytest.mark.parametrize("text", [1.0, 2.0])
def test_tab_reaches_every_stop_and_returns(faces: Faces, text: float) -> None:
    desk = desk_of(faces, (1280, 720), text)
    shown = [here for here in turns() if here.questions]
    for screen in (*house_screens(), room(shown[0]), room(shown[5])):
        assert reached(desk, screen) == {stop.id for stop in screen.layout(desk).stops}


def reached(desk: Desk, screen: Screen) -> set[str]:
    """The stops that have the focus one after the other as Tab is pressed, until the first comes again."""
    focus = focus_of(screen, screen.layout(desk))
    here, found = screen.focused(focus), set[str]()
    while here.focus not in found:
        found.add(here.focus)
        act = key_act(here, here.layout(desk), Press("tab"))
        if not isinstance(act, Become):
            break
        here = act.screen
    return found - {""}


def test_a_digit_brings_the_focus_to_a_card_and_does_not_choose(faces: Faces) -> None:
    shown = next(here for here in turns() if sum(1 for each in here.choices if each.key == "2"))
    here = room(shown)
    act = key_act(here, here.layout(desk_of(faces, (1280, 720), 1.0)), Press("2"))
    assert isinstance(act, Become)
    assert isinstance(act.screen, Room)
    assert act.screen.focus == "card " + next(each.id for each in shown.choices if each.key == "2")
