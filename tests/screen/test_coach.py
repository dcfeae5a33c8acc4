"""The tutorial: offered first to who has never played, taught by doing."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")

import pytest

from game.engine.moves import Wait
from game.screen.acts import Back, Home, Learn, Play, PutAway, Rewind, Show
from game.screen.bookcase import Bookcase
from game.screen.box import Box
from game.screen.coach import TASKS, Coach, Step
from game.screen.coaching import coach_piece
from game.screen.desk import Desk
from game.screen.errands import AtOnce
from game.screen.fonts import Faces
from game.screen.house import House
from game.screen.parts.coach_mark import CoachMark, away_box, mark_sizes
from game.screen.scale import fitted
from game.screen.screens.advisers import Advisers
from game.screen.screens.confirm import Confirm
from game.screen.screens.ending import Ending
from game.screen.screens.journal import Journal
from game.screen.screens.map import Map
from game.screen.screens.opening import Opening
from game.screen.screens.reading import Reading
from game.screen.screens.report import Report
from game.screen.screens.room import Room, room
from game.screen.screens.screen import Act, Become, Screen
from game.screen.screens.title import Title
from game.screen.theme import STANDARD
from game.screen.typeset import Typesetter
from game.session.session import after, started
from game.store.places import Places, places
from game.store.settings import Settings, read_settings
from game.store.shelf import Shelf
from game.view.composition import page
from game.view.vocabulary import PROGRAM

MOST_SAID = 60
SIZES = ((960, 540), (1024, 768), (1280, 720), (1920, 1080), (3840, 1080))


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Places:
    monkeypatch.setenv("EXCOMM_HOME", str(tmp_path))
    return places()


@pytest.fixture(scope="module")
def bookcase() -> Bookcase:
    found = Bookcase(places())
    found.open()
    found.wait()
    return found


@pytest.fixture
def house(home: Places, bookcase: Bookcase) -> House:
    made = House(Shelf(home), bookcase, Settings(reduced_motion=True), PROGRAM)
    made.games.readings = made.games.writings = AtOnce()
    made.notice()
    return made


def said(house: House) -> str:
    """The key of what the coach says now."""
    mark = house.coach.mark(house.top) if house.coach is not None else None
    return mark.words.removeprefix("coach.") if mark is not None else ""


def player(house: House, answer: str = "call") -> Iterator[tuple[str, Act]]:
    """What a player does that is told so, with what was said."""
    deeds: dict[str, Act | str] = {
        "opening": Back(),
        "paper": "sheet",
        "people": Show("advisers"),
        "people.back": Back(),
        "map": Show("map"),
        "map.back": Back(),
        "cards": "card patrol.call",
        "wait": Play(Wait()),
        "told": Back(),
        "journal": Show("journal"),
        "rewind": Rewind(0),
        "ending": Show("report"),
        "report": Back(),
        "end": Home(),
    }
    while house.coach is not None:
        words, top = said(house), house.top
        deed: Act | str | None
        match words:
            case "answer":
                deed = top.activated(f"card patrol.{answer}")
            case "on":
                assert isinstance(top, Room)
                deed = top.activated(f"card {top.page.choices[0].id}")
            case "confirm":
                deed = top.activated("go")
            case _:
                deed = deeds[words]
        assert deed is not None
        yield words, Become(top.focused(deed)) if isinstance(deed, str) else deed


WAITING = (
    ("opening", Opening),
    ("paper", Room),
    ("people", Room),
    ("people.back", Advisers),
    ("map", Room),
    ("map.back", Map),
    ("cards", Room),
    ("wait", Room),
    ("told", Reading),
    ("journal", Room),
    ("rewind", Journal),
    ("answer", Room),
)
"""What is said, and where, until the player stands before the first choice again."""
ENDING = (("ending", Ending), ("report", Report), ("end", Ending))


@pytest.mark.parametrize("answer", ["hold", "call", "fire"])
@pytest.mark.parametrize("seed", range(4))
def test_who_does_what_is_said_learns_everything_on_each_road_and_is_not_asked_again(
    house: House, home: Places, monkeypatch: pytest.MonkeyPatch, answer: str, seed: int
) -> None:
    monkeypatch.setattr("secrets.randbelow", lambda _: seed)
    house.do(Learn())
    told = []
    for words, act in player(house, answer=answer):
        told.append((words, type(house.top)))
        house.do(act)
        assert len(told) < MOST_SAID
    assert tuple(told[: len(WAITING)]) == WAITING
    assert tuple(told[-len(ENDING) :]) == ENDING
    between = told[len(WAITING) : -len(ENDING)]
    assert (between[0] == ("confirm", Confirm)) is (answer == "fire")
    assert {words for words, _ in between} <= {"confirm", "told", "on"}
    assert ("told", Reading) in between
    assert read_settings(home.settings).settings.tutorial is False
    house.notice()
    assert isinstance(house.top, Title)
    assert "learn" not in house.top.entries


def test_the_title_offers_the_tutorial_first_until_a_game_was_begun(house: House) -> None:
    assert isinstance(house.top, Title)
    assert (house.top.entries[0], house.top.focus) == ("learn", "learn")
    house.do(Learn())
    house.do(Home())
    assert house.top.entries[:3] == ("continue", "new", "learn")
    assert house.top.focus == "continue"


def test_who_gives_an_order_at_once_is_not_told_how_to_any_more(house: House) -> None:
    house.do(Learn())
    house.do(Back())
    act = house.top.activated("card patrol.call")
    assert act is not None
    house.do(act)
    while isinstance(house.top, Reading):
        assert said(house) == "told"
        house.do(Back())
    assert said(house) == "journal"


def test_who_goes_on_without_the_journal_is_asked_for_it_on_one_screen_only(house: House) -> None:
    house.do(Learn())
    house.do(Back())
    heard = []
    while not isinstance(house.top, Ending):
        heard.append(said(house))
        match house.top:
            case Room(page=shown):
                command = shown.choices[0].command
                assert command is not None
                house.do(Play(command))
            case _:
                house.do(Back())
    assert heard.count("journal") == 1
    assert heard.index("journal") < heard.index("on")


@pytest.mark.parametrize("text", [1.0, 1.75])
def test_a_mark_lies_on_bare_paper_rather_than_on_a_card_or_the_keys(
    house: House, faces: Faces, text: float
) -> None:
    desk = desk_of(faces, (1280, 720), text)
    house.do(Learn())
    house.do(Back())
    assert house.coach is not None
    layout = house.top.layout(desk)
    piece = coach_piece(house.coach, house.top, layout, desk)
    assert piece is not None
    cards = [stop.box for stop in layout.stops if stop.id.startswith("card") and not stop.is_hidden]
    keys = [each.box for each in layout.scene if each.id == "hints"]
    assert cards
    assert keys
    assert not any(piece.box.meets(box) for box in (*cards, *keys))


def test_another_game_ends_the_tutorial_but_does_not_finish_it(house: House) -> None:
    house.do(Learn())
    house.do(Home())
    assert house.coach is None
    assert house.settings.tutorial


def test_where_there_are_people_and_a_map_they_are_taught(bookcase: Bookcase) -> None:
    session = started(bookcase.scenarios["cuba_1962"], "strict_1962", 1)
    shown = page(after(session, session.legal_commands[0]))
    here, coach = room(shown), Coach(1)
    coach = coach.after(Step(here, Become(here.focused("sheet")), here.focused("sheet")), shown)
    mark = coach.mark(here)
    assert mark is not None
    assert mark.words == "coach.people"
    speaking = here.focused(f"adviser {here.at.speaker}")
    coach = coach.after(Step(here, Become(speaking), speaking), shown)
    looking = Map(page=shown)
    for top, words in ((speaking, "coach.map"), (looking, "coach.map.back")):
        mark = coach.mark(top)
        assert mark is not None
        assert mark.words == words
    mark = coach.after(Step(looking, Back(), here), shown).mark(here)
    assert mark is not None
    assert mark.words == "coach.cards"


def test_every_word_of_the_tutorial_is_said_somewhere() -> None:
    told = {mark.words for task in TASKS for mark in task.marks.values()}
    assert told == {key for key in PROGRAM if key.startswith("coach.")} - {"coach.title", "coach.away"}


def test_what_is_out_of_sight_is_pointed_at_by_its_tab(house: House, faces: Faces) -> None:
    desk = desk_of(faces, (1280, 720), 2.0)
    for coach, top in tops(house):
        layout = top.layout(desk)
        ways = {"people": "tab advisers", "map": "tab map"}
        way = ways.get(said(house)) if isinstance(top, Room) else None
        if way is None:
            continue
        piece, stop = coach_piece(coach, top, layout, desk), layout.stop(way)
        assert piece is not None
        assert isinstance(piece.part, CoachMark)
        assert stop is not None
        assert piece.part.target == stop.box


def tops(house: House) -> Iterator[tuple[Coach, Screen]]:
    """What is seen whenever the coach speaks, by who does what is said."""
    house.do(Learn())
    for _, act in player(house):
        assert house.coach is not None
        yield house.coach, house.top
        house.do(act)


def desk_of(faces: Faces, size: tuple[int, int], text: float) -> Desk:
    return Desk(Typesetter(faces, fitted(*size, text)), STANDARD, PROGRAM)


@pytest.mark.parametrize("text", [1.0, 1.5, 2.5])
def test_marks_lie_inside_the_window_and_are_as_large_as_their_words(
    house: House, faces: Faces, text: float
) -> None:
    seen = tuple(tops(house))
    for size in SIZES:
        desk = desk_of(faces, size, text)
        for coach, top in seen:
            piece = coach_piece(coach, top, top.layout(desk), desk)
            assert piece is not None
            assert isinstance(piece.part, CoachMark)
            assert desk.box.holds(piece.box)
            assert piece.box[2:] in mark_sizes(desk.type, piece.part, desk.box)
            assert piece.box.holds(away_box(desk.type, piece.box, piece.part))


def test_a_mark_leaves_free_what_it_speaks_of(house: House, faces: Faces) -> None:
    desk = desk_of(faces, (1280, 720), 1.0)
    for coach, top in tops(house):
        piece = coach_piece(coach, top, top.layout(desk), desk)
        assert piece is not None
        assert isinstance(piece.part, CoachMark)
        target: Box | None = piece.part.target
        assert target is None or not piece.box.meets(target), type(top)


def test_putting_the_tutorial_away_leaves_the_game_as_it_is(house: House) -> None:
    house.do(Learn())
    house.do(Back())
    before = house.top
    house.do(PutAway())
    assert house.top == before
    assert house.coach is None
