"""The list of saved games says how each stands, as the game itself does when it is played again."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from game.commands.language import words_in
from game.screen.acts import Back, Load, Show
from game.screen.bookcase import Bookcase
from game.screen.desk import Desk, Layout
from game.screen.fonts import Faces
from game.screen.house import House
from game.screen.kept import Glimpse, Kept
from game.screen.parts.map_panel import MapPanel
from game.screen.parts.row import Row
from game.screen.parts.sheet import Sheet
from game.screen.press import Press
from game.screen.router import click_act
from game.screen.scale import fitted
from game.screen.screens.confirm import Confirm
from game.screen.screens.note import Note
from game.screen.screens.saves import Saves
from game.screen.screens.screen import Act, Become, Open
from game.screen.theme import STANDARD
from game.screen.typeset import Typesetter
from game.session.said import Said
from game.session.session import Session, after, started
from game.store.places import Places, places
from game.store.runs import save_run
from game.store.settings import Settings
from game.store.shelf import Shelf
from game.view.composition import page
from game.view.vocabulary import PROGRAM
from tests.screen.test_errands import Later

SCENARIO = "river_incident"
OPEN, OVER, DAMAGED = "the boat", "the end", "torn"


@pytest.fixture(scope="module")
def bookcase(tmp_path_factory: pytest.TempPathFactory) -> Bookcase:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("EXCOMM_HOME", str(tmp_path_factory.mktemp("books")))
        made = Bookcase(places())
        made.open()
        made.wait()
    return made


@pytest.fixture(scope="module")
def games(bookcase: Bookcase) -> dict[str, Session]:
    """A game that goes on and one that is over."""
    scenario = bookcase.scenarios[SCENARIO]
    session = started(scenario, scenario.setup_ids[0], 7)
    session = after(session, session.legal_commands[-1])
    last = session
    while not last.is_over:
        last = after(last, last.legal_commands[0])
    return {OPEN: session, OVER: last}


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, games: dict[str, Session]) -> Places:
    """A shelf of three games, the one that goes on the newest and the damaged one the oldest."""
    monkeypatch.setenv("EXCOMM_HOME", str(tmp_path))
    made = places()
    for age, (name, session) in enumerate(games.items()):
        path = save_run(made, session.run, name)
        os.utime(path, (1_000_000 - age, 1_000_000 - age))
    torn = path.with_name(f"{DAMAGED}.run.yaml")
    torn.write_bytes(path.read_bytes()[:40] + b"\nchoices: [")
    os.utime(torn, (900_000, 900_000))
    return made


@pytest.fixture
def house(home: Places, bookcase: Bookcase) -> House:
    made = House(Shelf(home), bookcase, Settings(reduced_motion=True), PROGRAM)
    made.notice()
    return made


def listed(house: House) -> Saves:
    assert isinstance(house.top, Saves)
    return house.top


def look(house: House) -> None:
    """What the loop does while the player is at rest."""
    house.notice()
    house.glimpses.look(house.top)


def opened(house: House) -> Saves:
    """The list with all that can be said of its games."""
    house.do(Show("saves"))
    while listed(house).unseen:
        look(house)
    return listed(house)


def named(screen: Saves, name: str) -> Kept:
    return next(game for game in screen.games if game.name == name)


def laid(faces: Faces, screen: Saves, size: tuple[int, int] = (1280, 720), text: float = 1.0) -> Layout:
    return screen.layout(Desk(Typesetter(faces, fitted(*size, text)), STANDARD, PROGRAM))


def about(layout: Layout, name: str) -> str:
    rows = (piece.part for piece in layout.scene if isinstance(piece.part, Row))
    return next(row.about for row in rows if row.label == name)


def maps(layout: Layout) -> list[MapPanel]:
    return [piece.part for piece in layout.scene if isinstance(piece.part, MapPanel)]


def papers(layout: Layout) -> list[str]:
    """The words of each sheet, its title first."""
    sheets = [piece.part for piece in layout.scene if isinstance(piece.part, Sheet)]
    return [
        " ".join((each.title, each.source, *(run.words for line in each.paragraphs for run in line)))
        for each in sheets
    ]


@pytest.mark.parametrize("name", [OPEN, OVER])
def test_the_game_in_focus_shows_its_map_its_moment_and_how_it_stands(
    faces: Faces, house: House, games: dict[str, Session], name: str
) -> None:
    layout = laid(faces, opened(house).focused(f"game {name}"))
    shown = page(games[name])
    (panel,) = maps(layout)
    assert panel.sight.picture == shown.map
    moment, scenario = f"{shown.date_words}, {shown.time_words}", f"{shown.title}, {shown.setup_label}"
    ended = "".join(run.words for run in shown.ending.sheet.title) if shown.ending else ""
    state = f"Over: {ended}" if ended else "Not over yet"
    played = f"{len(games[name].run.choices)} choice"
    (paper,) = papers(layout)
    for part in (moment, scenario, state, played):
        assert part in paper
        assert part in about(layout, name)


def test_until_a_game_is_played_again_its_row_says_what_its_file_does(faces: Faces, house: House) -> None:
    later = Later()
    house.glimpses.errands = later
    house.do(Show("saves"))
    look(house)
    layout = laid(faces, listed(house))
    assert about(layout, OPEN) == "Incident at the River, standard. 1 choice, seed 7"
    assert maps(layout) == []
    later.go_on()
    house.notice()
    assert maps(laid(faces, listed(house))) != []


def test_the_damaged_game_shows_its_sentence_in_place_of_the_map(faces: Faces, house: House) -> None:
    screen = opened(house).focused(f"game {DAMAGED}")
    standing = named(screen, DAMAGED).standing
    assert isinstance(standing, Said)
    layout = laid(faces, screen)
    assert maps(layout) == []
    (paper,) = papers(layout)
    assert standing.in_words(PROGRAM) in paper
    house.do(screen.activated(f"game {DAMAGED}") or Back())
    assert isinstance(house.top, Note)
    house.do(Back())
    assert len(listed(house).games) == 3


def test_games_are_played_again_one_after_the_other_from_that_with_the_focus(house: House) -> None:
    later = Later()
    house.glimpses.errands = later
    house.do(Show("saves"))
    house.do(Become(listed(house).focused(f"game {OVER}")))
    order = []
    for count in range(1, 4):
        look(house)
        look(house)
        assert later.sent == count, "the next only when the one before is there"
        later.go_on()
        order.append(next(reversed(house.glimpses.seen))[0])
    assert order == [OVER, OPEN, DAMAGED]
    look(house)
    assert later.sent == 3


def test_no_game_is_played_again_while_something_lies_over_the_list(house: House) -> None:
    later = Later()
    house.glimpses.errands = later
    house.do(Show("saves"))
    house.do(Show("help"))
    look(house)
    assert later.sent == 0


def test_a_file_is_read_again_only_after_it_has_changed(
    house: House, home: Places, games: dict[str, Session]
) -> None:
    opened(house)
    house.do(Back())
    later = Later()
    house.glimpses.errands = later
    screen = opened(house)
    assert later.sent == 0
    house.do(Back())
    save_run(home, games[OVER].run, OPEN)
    house.do(Show("saves"))
    assert named(listed(house), OPEN).standing is None
    look(house)
    later.go_on()
    house.notice()
    now, before = named(listed(house), OPEN).standing, named(screen, OPEN).standing
    assert isinstance(now, Glimpse)
    assert now != before
    assert now.picture == page(games[OVER]).map


def test_a_click_on_a_game_shows_it_and_another_goes_on_with_it(faces: Faces, house: House) -> None:
    screen = opened(house)
    layout = laid(faces, screen)
    stop = layout.stop(f"game {OVER}")
    assert stop is not None
    act = click_act(screen, layout, *stop.box.middle)
    assert isinstance(act, Become)
    assert isinstance(act.screen, Saves)
    assert click_act(act.screen, laid(faces, act.screen), *stop.box.middle) == Load(OVER)


@pytest.mark.parametrize(
    ("size", "text", "has_map"),
    [
        ((1024, 768), 1.0, True),
        ((1280, 720), 2.0, True),
        ((1920, 1080), 1.25, True),
        ((960, 540), 2.5, False),
    ],
)
def test_the_map_lies_beside_or_below_the_list_where_there_is_room_for_it(
    faces: Faces, house: House, size: tuple[int, int], text: float, *, has_map: bool
) -> None:
    layout = laid(faces, opened(house), size, text)
    assert bool(maps(layout)) == has_map
    assert "Not over yet" in about(layout, OPEN)


def test_a_moment_begins_with_a_capital_where_days_are_written_small(
    house: House, bookcase: Bookcase, home: Places
) -> None:
    words = words_in("es")
    spanish = opened(House(Shelf(home, "es"), bookcase, house.settings, words))
    standing = named(spanish, OPEN).standing
    assert isinstance(standing, Glimpse)
    assert standing.moment.startswith("Domingo 2 de marzo de 1969")


def done(house: House, act: Act | None) -> None:
    assert act is not None
    house.do(act)


def asked_to_remove(house: House, name: str) -> None:
    """Ask for a game's removal by the keyboard, as far as the question."""
    house.do(Become(listed(house).focused(f"game {name}")))
    act = listed(house).answer(Press("delete"))
    assert isinstance(act, Open)
    house.do(act)
    assert isinstance(house.top, Confirm)
    assert house.top.focus == "back"


def test_a_removal_is_asked_once_more_and_esc_keeps_the_game(house: House) -> None:
    opened(house)
    asked_to_remove(house, OVER)
    house.do(house.top.back())
    assert [game.name for game in listed(house).games] == [OPEN, OVER, DAMAGED]


def test_a_removed_game_goes_from_the_list_and_comes_back(house: House) -> None:
    opened(house)
    asked_to_remove(house, OVER)
    done(house, house.top.activated("go"))
    screen = listed(house)
    assert [game.name for game in screen.games] == [OPEN, DAMAGED]
    assert screen.games[screen.at].name == DAMAGED
    assert screen.removed == OVER
    assert house.toast == PROGRAM["shelf.removed"].format(name=OVER)
    done(house, screen.answer(Press("u")))
    assert [game.name for game in listed(house).games] == [OPEN, OVER, DAMAGED]
    assert listed(house).removed == ""
    assert listed(house).answer(Press("u")) is None


def test_the_mouse_removes_the_game_that_was_chosen_and_brings_it_back(faces: Faces, house: House) -> None:
    house.do(Become(opened(house).focused(f"game {DAMAGED}")))
    for button in ("remove", "go", "restore"):
        layout = house.top.layout(Desk(Typesetter(faces, fitted(1280, 720, 1.0)), STANDARD, PROGRAM))
        stop = layout.stop(button)
        assert stop is not None
        done(house, click_act(house.top, layout, *stop.box.middle))
        names = [game.name for screen in house.stack if isinstance(screen, Saves) for game in screen.games]
        assert (DAMAGED in names) == (button != "go")


def test_the_last_game_of_the_list_can_be_removed(house: House) -> None:
    opened(house)
    for name in (OPEN, OVER, DAMAGED):
        asked_to_remove(house, name)
        done(house, house.top.activated("go"))
    assert listed(house).games == ()
    assert listed(house).buttons == ("restore",)
    done(house, listed(house).activated("restore"))
    assert [game.name for game in listed(house).games] == [DAMAGED]
