"""Settings in groups: each setting is reached by arrows and by Tab, and its group opens with it."""

from __future__ import annotations

from dataclasses import fields

import pytest

from game.screen.acts import Adopt, Show
from game.screen.desk import Desk
from game.screen.fonts import Faces
from game.screen.press import Press
from game.screen.router import key_act
from game.screen.scale import fitted
from game.screen.screens.screen import Become
from game.screen.screens.settings import GROUPS, ITEMS, KEYS, ORDER, ROWS, SettingsScreen
from game.screen.theme import STANDARD
from game.screen.typeset import Typesetter
from game.store.settings import Settings
from game.view.vocabulary import PROGRAM


def desk_of(faces: Faces, text: float = 1.0) -> Desk:
    return Desk(Typesetter(faces, fitted(1280, 720, text)), STANDARD, PROGRAM)


def pressed(screen: SettingsScreen, key: str, desk: Desk) -> SettingsScreen:
    act = key_act(screen, screen.layout(desk), Press(key))
    if act is None:
        return screen
    assert isinstance(act, Become)
    assert isinstance(act.screen, SettingsScreen)
    return act.screen


def test_every_setting_is_in_one_group() -> None:
    assert sorted(ORDER) == sorted({*ITEMS, KEYS})
    assert set(ITEMS) == {each.name for each in fields(Settings)} - {"keys"}


def test_down_goes_through_all_groups_and_shows_each_row(faces: Faces) -> None:
    desk, screen = desk_of(faces), SettingsScreen(settings=Settings())
    for row in ORDER:
        assert screen.focus == row
        assert row in ROWS[screen.group]
        assert row in {piece.id for piece in screen.layout(desk).scene}
        screen = pressed(screen, "down", desk)
    assert screen.focus == ORDER[-1]


@pytest.mark.parametrize("text", [1.0, 2.0])
def test_a_group_in_focus_is_open_and_enter_leads_to_its_first_row(faces: Faces, text: float) -> None:
    desk = desk_of(faces, text)
    for name in GROUPS:
        screen = SettingsScreen(settings=Settings(), focus=f"group {name}")
        shown = {piece.id for piece in screen.layout(desk).scene}
        assert ROWS[name][0] in shown
        assert pressed(screen, "enter", desk).focus == ROWS[name][0]


def test_left_and_right_change_a_row_and_enter_on_the_keys_opens_them(faces: Faces) -> None:
    screen = SettingsScreen(settings=Settings())
    assert key_act(screen, screen.layout(desk_of(faces)), Press("right")) == Adopt(Settings(text_scale=125))
    keys = screen.focused(KEYS)
    assert key_act(keys, keys.layout(desk_of(faces)), Press("enter")) == Show("keys")
