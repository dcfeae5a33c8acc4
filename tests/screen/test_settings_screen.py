"""Settings in groups: each setting is reached by arrows and by Tab, and its group opens with it."""

from __future__ import annotations

from dataclasses import fields

import pytest

from game.screen.acts import Adopt
from game.screen.desk import Desk
from game.screen.fonts import Faces
from game.screen.news import told_of_settings
from game.screen.parts.controls import KeyCap
from game.screen.parts.row import Row
from game.screen.press import Press
from game.screen.router import key_act
from game.screen.scale import fitted
from game.screen.screens.screen import Become
from game.screen.screens.settings import SettingsScreen
from game.screen.screens.settings_rows import ITEMS, KEYS, ORDER, ROWS
from game.screen.theme import STANDARD
from game.screen.typeset import Typesetter
from game.store.keymap import ACTIONS, assigned
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
    assert sorted(ORDER) == sorted({*ITEMS, *(f"key {action}" for action in ACTIONS)})
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
    for name in ROWS:
        screen = SettingsScreen(settings=Settings(), focus=f"group {name}")
        shown = {piece.id for piece in screen.layout(desk).scene}
        assert ROWS[name][0] in shown
        assert pressed(screen, "enter", desk).focus == ROWS[name][0]


def test_left_and_right_change_a_row(faces: Faces) -> None:
    screen = SettingsScreen(settings=Settings())
    assert key_act(screen, screen.layout(desk_of(faces)), Press("right")) == Adopt(Settings(text_scale=125))


def test_backspace_brings_back_what_is_usual() -> None:
    screen = SettingsScreen(settings=Settings(text_scale=200))
    assert screen.answer(Press("backspace")) == Adopt(Settings())
    remapped = SettingsScreen(settings=Settings(keys=(("map", "x"),)), focus="key map")
    assert remapped.answer(Press("backspace")) == Adopt(Settings())


def test_the_group_of_keys_shows_each_with_its_cap_and_which_is_usual(faces: Faces) -> None:
    settings = Settings(keys=assigned((), "map", "a"))
    screen = SettingsScreen(settings=settings, focus=f"group {KEYS}")
    rows = {piece.id: piece.part for piece in screen.layout(desk_of(faces)).scene}
    for action, cap, about in (("map", "A", "Usually M"), ("advisers", "M", "Usually A"), ("odds", "O", "")):
        row = rows[f"key {action}"]
        assert isinstance(row, Row)
        assert (row.control, row.about) == (KeyCap(cap), about)


def test_the_next_key_pressed_is_taken_and_escape_is_not(faces: Faces) -> None:
    screen = SettingsScreen(settings=Settings(), focus="key map")
    assert screen.answer(Press("x")) is None
    waiting = pressed(screen, "enter", desk_of(faces))
    assert waiting.takes_any_key
    assert waiting.answer(Press("x")) == Adopt(Settings(keys=(("map", "x"),)))
    assert waiting.answer(Press("7")) == Become(waiting)
    left = waiting.answer(Press("escape"))
    assert left == Become(screen)
    adopted = told_of_settings(waiting, Settings(keys=(("map", "x"),)))
    assert not adopted.takes_any_key
