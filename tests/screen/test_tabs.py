"""A key that is printed on a tab opens that tab, and pressed again its full screen."""

from __future__ import annotations

import pytest

from game.screen.acts import Show
from game.screen.desk import Desk
from game.screen.fonts import Faces
from game.screen.parts.tabs import Tabs
from game.screen.press import Press
from game.screen.router import key_act
from game.screen.scale import fitted
from game.screen.screens.room import Room, room
from game.screen.screens.room_tabbed import TABS
from game.screen.screens.screen import Become
from game.screen.theme import STANDARD
from game.screen.typeset import Typesetter
from game.store.keymap import assigned
from game.view.vocabulary import PROGRAM
from tests.screen.test_golden import turns

FULL = {"map": Show("map"), "advisers": Show("advisers")}


@pytest.mark.parametrize("before", TABS)
@pytest.mark.parametrize("text", [1.5, 2.5])
def test_the_key_of_a_tab_opens_it_and_then_its_full_screen(faces: Faces, before: str, text: float) -> None:
    desk = Desk(Typesetter(faces, fitted(1280, 720, text)), STANDARD, PROGRAM)
    here = room(next(each for each in turns() if each.questions)).opened(before)
    tabs = next(piece.part for piece in here.layout(desk).scene if isinstance(piece.part, Tabs))
    keyed = [(name, tab.key) for name, tab in zip(TABS, tabs.tabs, strict=True) if tab.key]
    assert [name for name, _ in keyed] == ["briefing", "map", "advisers"]
    for name, key in keyed:
        act = key_act(here, here.layout(desk), Press(key.lower()))
        if name == before and name in FULL:
            assert act == FULL[name]
            continue
        assert isinstance(act, Become)
        assert isinstance(act.screen, Room)
        assert act.screen.at.tab == name
        if name in FULL:
            assert key_act(act.screen, act.screen.layout(desk), Press(key.lower())) == FULL[name]


def test_a_tab_shows_the_key_that_the_player_gave_it(faces: Faces) -> None:
    keys = assigned((), "map", "x")
    desk = Desk(Typesetter(faces, fitted(1920, 1080, 1.5)), STANDARD, PROGRAM, keys=keys)
    here = room(next(each for each in turns() if each.questions))
    tabs = next(piece.part for piece in here.layout(desk).scene if isinstance(piece.part, Tabs))
    assert [tab.key for tab in tabs.tabs] == ["B", "X", "A", ""]
