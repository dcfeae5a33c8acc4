"""The stack of screens over a game: what acts do to both, without a window."""

from __future__ import annotations

import os
from pathlib import Path
from time import sleep

import pytest

from game.report.document import DOCUMENTS
from game.screen.acts import Back, Begin, Home, Load, Play, Resume, Rewind, Save, Show
from game.screen.bookcase import Bookcase
from game.screen.house import House
from game.screen.press import Press
from game.screen.screens.confirm import Confirm
from game.screen.screens.documents import Documents
from game.screen.screens.ending import Ending
from game.screen.screens.journal import Journal
from game.screen.screens.letter import Letter, signs_printed
from game.screen.screens.opening import Opening
from game.screen.screens.room import Room
from game.screen.screens.saves import Saves
from game.screen.screens.screen import Become
from game.screen.screens.title import Title
from game.store.places import Places, places
from game.store.runs import saved_runs
from game.store.settings import Settings
from game.store.shelf import Shelf
from game.view.vocabulary import PROGRAM


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Places:
    monkeypatch.setenv("EXCOMM_HOME", str(tmp_path))
    return places()


@pytest.fixture
def house(home: Places) -> House:
    bookcase = Bookcase(home)
    bookcase.open()
    bookcase.wait()
    made = House(Shelf(home), bookcase, Settings(reduced_motion=True), PROGRAM)
    made.notice()
    return made


def begin(house: House) -> Room:
    """A new game of the short scenario, its opening put away."""
    house.do(Begin("river_incident", "standard", 7))
    while not isinstance(house.top, Room):
        house.do(Back())
    return house.top


def choose(house: House, choice: str) -> None:
    assert house.page is not None
    command = next(each.command for each in house.page.choices if each.id == choice)
    assert command is not None
    house.do(Play(command))


def end(house: House) -> None:
    """Choose what can be chosen first until the game is over, and read all that comes of it."""
    for _ in range(300):
        if isinstance(house.top, Ending):
            return
        if isinstance(house.top, Room):
            choose(house, first_choice(house))
        else:
            house.do(Back())
    pytest.fail("the game does not end")


def first_choice(house: House) -> str:
    assert house.page is not None
    return next(each.id for each in house.page.choices if each.command is not None)


def test_a_new_game_shows_its_opening_over_the_room_and_is_kept(house: House, home: Places) -> None:
    house.do(Begin("river_incident", "standard", 7))
    assert isinstance(house.top, Opening)
    begin(house)
    assert len(list(home.autosaves.glob("*.run.yaml"))) >= 1


def test_a_choice_with_a_warning_is_asked_once_more_with_the_focus_on_the_way_back(house: House) -> None:
    act = begin(house).activated("card patrol.fire")
    assert act is not None
    house.do(act)
    assert isinstance(house.top, Confirm)
    assert house.top.focus == "back"
    assert isinstance(house.top.activated("back"), Back)
    assert isinstance(house.top.activated("go"), Play)


def test_a_game_that_ended_can_be_taken_back(house: House) -> None:
    begin(house)
    end(house)
    house.do(Rewind(0))
    assert isinstance(house.top, Room)
    assert house.session is not None
    assert house.session.can_redo


def test_a_game_without_turning_back_offers_none_and_has_one_file(house: House, home: Places) -> None:
    house.do(Begin("river_incident", "standard", 7, can_turn_back=False))
    while not isinstance(house.top, Room):
        house.do(Back())
    choose(house, first_choice(house))
    house.do(Save())
    (stored,) = saved_runs(home)
    end(house)
    ending = house.top
    assert isinstance(ending, Ending)
    assert "undo" not in ending.buttons
    house.do(Show("journal"))
    journal = house.top
    assert isinstance(journal, Journal)
    for i in range(len(journal.entries)):
        assert not isinstance(journal.activated(f"entry {i}"), Rewind)
    assert journal.answer(Press("u")) is None
    house.do(Rewind(0))
    assert house.page is not None
    assert house.page.ending is not None, "whatever asks for it"
    house.do(Load(stored.name))
    assert [each.path for each in saved_runs(home)] == [stored.path]
    assert not home.autosaves.exists()


@pytest.mark.parametrize("number", range(len(DOCUMENTS)))
def test_a_document_is_written_from_the_window_and_where_is_said(
    house: House, home: Places, number: int
) -> None:
    begin(house)
    end(house)
    house.do(Show("documents"))
    assert isinstance(house.top, Documents)
    act = house.top.answer(Press(str(number + 1)))
    assert act is not None
    house.do(act)
    assert house.toast == "It is being written."
    for _ in range(1000):
        house.notice()
        if house.toast.startswith("Written"):
            break
        sleep(0.01)
    (path,) = home.documents.iterdir()
    assert house.toast == f"Written to {path}."
    assert path.suffix == f".{DOCUMENTS[number].form}"
    assert "Incident at the River" in path.read_text()


def test_what_the_disk_refuses_is_seen_in_the_window(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    begin(house)
    monkeypatch.setattr(os, "fsync", full)
    choose(house, "wait")
    assert house.toast == "The game cannot be saved: No space left on device."


def test_a_game_goes_on_where_it_was_left(house: House, home: Places) -> None:
    begin(house)
    choose(house, "wait")
    assert house.page is not None
    left = house.page.moment
    again = House(Shelf(home), house.bookcase, house.settings, house.words)
    again.do(Resume())
    assert again.page is not None
    assert again.page.moment == left


def test_a_saved_game_is_listed_and_loaded(house: House, home: Places) -> None:
    begin(house)
    house.do(Save())
    (stored,) = saved_runs(home)
    house.do(Show("saves"))
    assert isinstance(house.top, Saves)
    house.do(Load(stored.name))
    assert isinstance(house.top, Room)


def test_home_is_the_title_with_the_last_game(house: House) -> None:
    begin(house)
    house.do(Home())
    assert isinstance(house.top, Title)
    assert house.top.last == "Incident at the River"
    assert house.top.focus == "continue"


def test_another_state_of_a_screen_takes_its_place(house: House) -> None:
    room = begin(house)
    house.do(Become(room.focused("card wait")))
    assert house.top.focus == "card wait"
    assert len(house.stack) == 2


def test_a_message_is_printed_line_by_line_with_a_pause_between() -> None:
    lines = ("ABCD", "EF")
    printed = [signs_printed(lines, each) for each in (0, 25, 100, 479, 480, 505, 10_000)]
    assert printed == [0, 1, 4, 4, 5, 6, 8]


def test_space_prints_a_letter_to_its_end(house: House) -> None:
    house.do(Begin("cuba_1962", "strict_1962", 1))
    for _ in range(80):
        if isinstance(house.top, (Letter, Ending)):
            break
        if isinstance(house.top, Room):
            assert house.page is not None
            house.do(Play(next(each.command for each in house.page.choices if each.command is not None)))
        else:
            house.do(Back())
    letter = next(each for each in house.stack if isinstance(each, Letter))
    begun = Letter(page=letter.page, told=letter.told)
    assert begun.is_moving
    act = begun.activated("on")
    assert isinstance(act, Become)
    assert not act.screen.is_moving
