"""The report over a game that has ended: opened from the ending, and told more when the odds are there."""

from __future__ import annotations

from pathlib import Path
from threading import enumerate as enumerate_threads

import pytest

from game.analysis.account import Reckoning
from game.report.document import REPORT
from game.screen.acts import Back, Begin, Play, Rewind, Show, Write
from game.screen.bookcase import Bookcase
from game.screen.house import House
from game.screen.screens.ending import Ending
from game.screen.screens.report import Report
from game.screen.screens.room import Room
from game.session.session import Session
from game.store.places import places
from game.store.settings import Settings
from game.store.shelf import Shelf
from game.view.likelihood import Odds, Work
from game.view.vocabulary import PROGRAM
from tests.samples.shelf import NIGHT_PATROL, shelve
from tests.view.test_review import reckoned


class Slow:
    """A solver that has nothing to say until it is let."""

    def __init__(self) -> None:
        self.odds = Odds({}, {}, Work("solving"))
        self.reckoning: Reckoning | None = None
        self.is_reckoned = False
        self.asked: Session | None = None
        self.over: Session | None = None
        self.is_changed = False

    def of(self, _session: Session) -> Slow:
        return self

    def solve(self) -> None:
        """It will say when."""

    def ask(self, session: Session) -> None:
        self.asked = session

    def reckon(self, session: Session) -> None:
        self.over = session

    def work(self, states: int) -> None:
        self.odds = Odds({}, {}, Work("solving", states, 3))
        self.is_changed = True

    def finish(self) -> None:
        assert self.over is not None
        self.reckoning, self.is_reckoned = reckoned(self.over), True
        self.odds = Odds({}, {}, Work("solved", 31, 3))
        self.is_changed = True

    def notice(self) -> bool:
        was_changed, self.is_changed = self.is_changed, False
        return was_changed


@pytest.fixture
def slow() -> Slow:
    return Slow()


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, slow: Slow) -> House:
    """A house with a game at the river that has ended with a shot."""
    monkeypatch.setenv("EXCOMM_HOME", str(tmp_path))
    home = places()
    shelve(home.scenarios)
    bookcase = Bookcase(home)
    bookcase.open()
    bookcase.wait()
    made = House(Shelf(home), bookcase, Settings(reduced_motion=True), PROGRAM)
    made.outlook.solvers = slow  # type: ignore[assignment]
    made.notice()
    made.do(Begin(NIGHT_PATROL.name, "standard", 7))
    assert made.page is not None
    fire = next(each.command for each in made.page.choices if each.id == "patrol.fire")
    assert fire is not None
    made.do(Play(fire))
    while not isinstance(made.top, Ending):
        made.do(Back())
    return made


def opened(house: House) -> Report:
    act = house.top.activated("report")
    assert act == Show("report")
    house.do(act)
    assert isinstance(house.top, Report)
    return house.top


def test_the_report_opens_from_the_ending_before_the_odds_are_there(house: House, slow: Slow) -> None:
    slow.work(12_345)
    house.notice()
    shown = opened(house)
    assert shown.review.reckoned is None
    assert "12,345 states" in shown.review.pending
    assert slow.over is house.session


def test_an_open_report_tells_how_far_the_work_is_and_then_the_ledger(house: House, slow: Slow) -> None:
    before = opened(house).turned("ledger")
    house.stack[-1] = before
    slow.work(20)
    assert house.notice()
    assert isinstance(house.top, Report)
    assert "20 states" in house.top.review.pending
    slow.finish()
    assert house.notice()
    assert isinstance(house.top, Report)
    assert house.top.review.reckoned is not None
    assert house.top.part == "ledger"
    assert not house.notice()


def test_back_from_the_report_lies_the_ending_and_the_game_can_be_taken_back(house: House) -> None:
    opened(house)
    house.do(Back())
    assert isinstance(house.top, Ending)
    house.do(Rewind(0))
    assert isinstance(house.top, Room)


def test_a_report_that_waits_for_its_ledger_is_written_without_it_when_the_player_leaves(
    house: House,
) -> None:
    house.do(Write(REPORT))
    assert house.toast == PROGRAM["toast.report_waits"]
    house.scribe.close()
    for thread in enumerate_threads():
        if thread.name == "scribe":
            assert not thread.daemon
            thread.join()
    (path,) = house.shelf.places.documents.iterdir()
    assert PROGRAM["review.no_odds"] in path.read_text(encoding="utf-8")


def test_while_a_game_goes_on_there_is_no_report(house: House) -> None:
    house.do(Rewind(0))
    house.do(Show("report"))
    assert isinstance(house.top, Room)
