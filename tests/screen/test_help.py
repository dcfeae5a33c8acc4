"""Help is about the screen on which it is asked for, and the keys that it shows do what it says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache

import pytest

from game.screen.desk import Desk
from game.screen.fonts import Faces
from game.screen.parts.sheet import Sheet
from game.screen.press import Press
from game.screen.router import key_act
from game.screen.scale import fitted
from game.screen.screens.help import Help, help_of
from game.screen.screens.room import Room
from game.screen.screens.screen import Screen
from game.screen.theme import STANDARD
from game.screen.typeset import Typesetter
from game.screen.uses import EVERYWHERE, PRESENTED
from game.store.keymap import ACTIONS, Keys, assigned
from game.view.vocabulary import PROGRAM
from tests.screen.test_every_size import screens

KEYS = sorted(key for key in PROGRAM if key.startswith("help.screen."))
PRESSES: Mapping[str, tuple[str, ...]] = {
    "key.tab": ("tab",),
    "key.enter": ("enter",),
    "key.escape": ("escape",),
    "key.space": ("space",),
    "key.backspace": ("backspace",),
    "key.delete": ("delete",),
    "key.up_down": ("up", "down"),
    "key.left_right": ("left", "right"),
    "key.arrows": ("up", "down", "left", "right"),
    "key.pages": ("page_up", "page_down"),
    "key.home": ("home",),
    "key.plus_minus": ("+", "-"),
    "key.digits": tuple("123456789"),
    **{action: (key,) for action, key in ACTIONS.items()},
}
MOST_FOCUSES = 12
OF_THE_HOUSE = {key for key, _ in EVERYWHERE if key in ACTIONS}
"""Actions that the window sees to on every screen."""


def desk_of(faces: Faces, size: tuple[int, int] = (1280, 720), text: float = 1.0, keys: Keys = ()) -> Desk:
    return Desk(Typesetter(faces, fitted(*size, text)), STANDARD, PROGRAM, keys=keys)


def sheet(shown: Help, desk: Desk) -> Sheet:
    return next(piece.part for piece in shown.layout(desk).scene if isinstance(piece.part, Sheet))


def caps(shown: Help, desk: Desk) -> list[tuple[str, str]]:
    return [(each.key, each.words) for section in sheet(shown, desk).sections for each in section.keys]


@cache
def kinds() -> Mapping[str, tuple[Screen, ...]]:
    found: dict[str, list[Screen]] = defaultdict(list)
    for screen in screens():
        found[type(screen).__name__].append(screen)
    return {name: tuple(each) for name, each in found.items()}


def room() -> Room:
    return next(each for each in kinds()["Room"] if isinstance(each, Room))


def test_each_kind_of_screen_has_a_help_of_its_own() -> None:
    helps = {name: each[0].help_key for name, each in kinds().items()}
    assert set(helps.values()) == set(KEYS)
    assert sorted(name for name, key in helps.items() if key == "help.screen.note") == ["Note", "Waiting"]
    others = [key for key in helps.values() if key != "help.screen.note"]
    assert len(others) == len(set(others))


def test_help_names_the_screen_says_what_it_is_and_shows_its_keys(faces: Faces) -> None:
    desk = desk_of(faces)
    for screen, *_ in kinds().values():
        own, everywhere = sheet(help_of(screen), desk).sections
        assert own.title == PROGRAM[f"name.{screen.help_key.rpartition('.')[2]}"]
        assert ["".join(run.words for run in line) for line in own.paragraphs] == [PROGRAM[screen.help_key]]
        assert {each.words for each in own.keys} <= {PROGRAM[does] for _, does in screen.uses}
        assert {"F1", "F5", "Ctrl+Q"} <= {each.key for each in everywhere.keys}


def test_no_key_is_shown_twice(faces: Faces) -> None:
    for screen, *_ in kinds().values():
        shown = [key for key, _ in caps(help_of(screen), desk_of(faces))]
        assert len(shown) == len(set(shown)), screen.help_key


def test_help_shows_the_keys_that_the_player_has_chosen(faces: Faces) -> None:
    keys = assigned(assigned((), "map", "x"), "help", "f7")
    shown = dict(caps(help_of(room()), desk_of(faces, keys=keys)))
    assert shown["X"] == PROGRAM["keys.map"]
    assert shown["F7"] == PROGRAM["keys.help"]
    assert "M" not in shown


def test_keys_of_the_room_are_told_in_the_room_alone() -> None:
    asking = [
        name for name, each in kinds().items() if any("keys.wait" in dict(one.uses).values() for one in each)
    ]
    assert asking == ["Room"]


def answered(screen: Screen, desk: Desk) -> set[str]:
    """The keys that a screen names and answers, wherever its focus is."""
    layout = screen.layout(desk)
    seen = [screen, *(screen.focused(stop.id) for stop in layout.stops)]
    laid = [(each, each.layout(desk)) for each in seen[:MOST_FOCUSES]]
    return {
        key
        for key, _ in screen.uses
        if any(
            key_act(each, layout, Press(press)) is not None
            for each, layout in laid
            for press in PRESSES.get(key, key[:1])
        )
    }


@pytest.mark.parametrize("name", sorted(kinds()))
def test_each_key_that_a_screen_names_does_something_there(faces: Faces, name: str) -> None:
    desks = (desk_of(faces), desk_of(faces, (960, 540), 2.5))
    named, does = set[str](), set[str]()
    for screen in kinds()[name]:
        named |= {key for key, _ in screen.uses} - OF_THE_HOUSE
        for desk in desks:
            does |= answered(screen, desk)
    assert named - does == set()


def test_what_everywhere_is_shown_has_words_and_a_cap(faces: Faces) -> None:
    desk = desk_of(faces)
    for key, does in (*EVERYWHERE, *PRESENTED):
        assert key in ACTIONS or desk.cap(key) == PROGRAM[key]
        assert PROGRAM[does]
