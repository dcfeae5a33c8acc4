"""What takes long is not done on the loop: it is sent away, waited for, and can be given up."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random
from threading import Event
from typing import TypeVar

import pytest

from game.screen.acts import Back, Begin, GiveUp, Home, Load, Play, QuickLoad, Resume, Save, Show
from game.screen.bookcase import Bookcase
from game.screen.errands import AtOnce, InTurn
from game.screen.games import LONG
from game.screen.house import House
from game.screen.screens.ending import Ending
from game.screen.screens.report import Report
from game.screen.screens.room import Room
from game.screen.screens.saves import Saves
from game.screen.screens.screen import Act
from game.screen.screens.title import Title
from game.screen.screens.waiting import Waiting
from game.store.places import Places, places
from game.store.settings import Settings
from game.store.shelf import Shelf
from game.view.vocabulary import PROGRAM

T = TypeVar("T")
SHORT = "black_saturday"


class Later:
    """Holds what is sent until it is told to go on; counts it, and takes no time for it."""

    def __init__(self) -> None:
        self.sent = 0
        self.seconds = 0.0
        self._held: list[Callable[[], object]] = []

    def send(self, work: Callable[[], T], then: Callable[[T], object]) -> None:
        self.sent += 1
        self._held.append(lambda: then(work()))

    def notice(self) -> bool:
        return False

    def waited(self) -> float:
        return self.seconds

    def wait(self) -> None:
        self.go_on()

    def drop(self) -> None:
        self._held.clear()

    def close(self) -> None:
        self.go_on()

    def go_on(self) -> None:
        while self._held:
            self._held.pop(0)()


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Places:
    monkeypatch.setenv("EXCOMM_HOME", str(tmp_path))
    return places()


@pytest.fixture(scope="module")
def bookcase(tmp_path_factory: pytest.TempPathFactory) -> Bookcase:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("EXCOMM_HOME", str(tmp_path_factory.mktemp("books")))
        made = Bookcase(places())
        made.open()
        made.wait()
    return made


@pytest.fixture
def house(home: Places, bookcase: Bookcase) -> House:
    made = House(Shelf(home), bookcase, Settings(reduced_motion=True), PROGRAM)
    made.notice()
    return made


def begin(house: House) -> None:
    """Begin a game and come to its room."""
    house.do(Begin(SHORT, house.bookcase.scenarios[SHORT].setup_ids[0], 7))
    while not isinstance(house.top, Room):
        house.do(Back())


def sent_away(house: House) -> tuple[Later, Later]:
    readings, writings = Later(), Later()
    house.games.readings, house.games.writings = readings, writings
    return readings, writings


@pytest.mark.parametrize(
    "act", [Resume(), QuickLoad(), Load("a game"), Show("saves"), Begin(SHORT, "standard", 1)]
)
def test_whatever_reads_or_compiles_is_sent_away(house: House, act: Resume) -> None:
    readings, _ = sent_away(house)
    house.do(act)
    assert readings.sent == 1
    assert isinstance(house.top, Title)


def test_the_report_of_a_game_is_sent_away(house: House) -> None:
    begin(house)
    while not isinstance(house.top, Ending):
        assert house.page is not None
        command = next((each.command for each in house.page.choices if each.command is not None), None)
        house.do(Play(command) if command is not None and isinstance(house.top, Room) else Back())
    readings, _ = sent_away(house)
    house.do(Show("report"))
    assert isinstance(house.top, Ending)
    readings.go_on()
    house.notice()
    assert isinstance(house.top, Report)


def test_whatever_is_written_is_sent_away(house: House, home: Places) -> None:
    begin(house)
    before = [path.read_bytes() for path in home.autosaves.iterdir()]
    _, writings = sent_away(house)
    assert house.page is not None
    house.do(Play(next(each.command for each in house.page.choices if each.command is not None)))
    house.do(Save())
    house.adopt(Settings(text_scale=125))
    assert writings.sent == 3
    assert [path.read_bytes() for path in home.autosaves.iterdir()] == before
    assert not home.settings.exists()


def test_a_long_wait_has_a_mark_and_a_short_one_none(house: House) -> None:
    begin(house)
    house.do(Home())
    readings, _ = sent_away(house)
    house.do(Resume())
    readings.seconds = LONG
    house.notice()
    assert isinstance(house.top, Title)
    readings.seconds = LONG + 0.01
    house.notice()
    assert isinstance(house.top, Waiting)
    readings.go_on()
    house.notice()
    assert isinstance(house.top, Room)
    assert not any(isinstance(each, Waiting) for each in house.stack)


def test_escape_gives_up_what_is_waited_for_and_nothing_comes_of_it(house: House) -> None:
    begin(house)
    house.do(Home())
    readings, _ = sent_away(house)
    house.do(Resume())
    readings.seconds = 1.0
    house.notice()
    house.do(house.top.back())
    assert isinstance(house.top, Title)
    readings.go_on()
    house.notice()
    assert house.session is None


def test_nothing_else_is_done_while_a_game_is_waited_for(house: House) -> None:
    readings, _ = sent_away(house)
    house.do(Show("saves"))
    house.do(Show("settings"))
    house.do(Begin(SHORT, "standard", 1))
    assert readings.sent == 1
    assert isinstance(house.top, Title)
    readings.go_on()
    assert isinstance(house.top, Saves)


def test_random_acts_leave_all_reading_and_writing_to_others(house: House, home: Places) -> None:
    begin(house)
    house.do(Save())
    files = {path: path.read_bytes() for path in home.runs.rglob("*") if path.is_file()}
    readings, writings = sent_away(house)
    luck = Random(3)
    others: list[Act] = [Save(), Resume(), QuickLoad(), Show("saves"), Back(), GiveUp()]
    for _ in range(200):
        assert house.page is not None
        commands = [each.command for each in house.page.choices if each.command is not None]
        house.do(luck.choice([*others, *(Play(each) for each in commands)]))
        house.notice()
    assert readings.sent > 10
    assert writings.sent > 10
    assert {path: path.read_bytes() for path in home.runs.rglob("*") if path.is_file()} == files


def test_errands_are_done_in_turn_and_taken_up_on_the_loop() -> None:
    errands, gate = InTurn("a test"), Event()
    taken: list[int] = []
    errands.send(lambda: gate.wait() and 1, taken.append)
    errands.send(lambda: 2, taken.append)
    assert not errands.notice()
    assert taken == []
    gate.set()
    errands.wait()
    assert errands.waited() > 0
    assert errands.notice()
    assert taken == [1, 2]
    assert errands.waited() == 0
    errands.close()


def test_what_is_dropped_is_not_taken_up_and_others_are() -> None:
    errands = InTurn("a test")
    taken: list[str] = []
    errands.send(lambda: "unwanted", taken.append)
    errands.drop()
    errands.send(lambda: "wanted", taken.append)
    errands.wait()
    errands.notice()
    assert taken == ["wanted"]


@pytest.mark.parametrize("make", [AtOnce, lambda: InTurn("a test")])
def test_a_fault_of_the_work_is_raised_on_the_loop(make: Callable[[], InTurn | AtOnce]) -> None:
    def failing() -> int:
        raise ZeroDivisionError

    def taken(_outcome: int) -> None:
        pytest.fail("nothing came of it")

    errands = make()

    def whole() -> None:
        errands.send(failing, taken)
        errands.wait()
        errands.notice()

    with pytest.raises(ZeroDivisionError):
        whole()


def test_of_what_nobody_waits_for_one_works_at_a_time() -> None:
    first, second, awaited = (
        InTurn("first", is_labour=True),
        InTurn("second", is_labour=True),
        InTurn("awaited"),
    )
    may_go_on, has_begun, told = Event(), Event(), list[str]()

    def long() -> str:
        has_begun.set()
        assert may_go_on.wait(timeout=10)
        return "first"

    first.send(long, told.append)
    assert has_begun.wait(timeout=10)
    second.send(lambda: str(may_go_on.is_set()), told.append)
    awaited.send(lambda: str(may_go_on.is_set()), told.append)
    awaited.wait()
    awaited.notice()
    assert told == ["False"]
    may_go_on.set()
    second.wait()
    first.wait()
    second.notice()
    first.notice()
    assert told == ["False", "True", "first"]
    for each in (first, second, awaited):
        each.close()
