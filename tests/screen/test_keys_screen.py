"""Keys are changed by pressing them."""

from __future__ import annotations

from game.screen.acts import Adopt
from game.screen.press import Press
from game.screen.screens.keys import KeysScreen
from game.screen.screens.screen import Become
from game.store.keymap import key_of
from game.store.settings import Settings


def test_the_next_key_pressed_is_taken_and_escape_is_not() -> None:
    screen = KeysScreen(settings=Settings(), focus="map")
    assert screen.answer(Press("n")) is None
    act = screen.activated("map")
    assert isinstance(act, Become)
    waiting = act.screen
    assert waiting.takes_any_key
    adopted = waiting.answer(Press("n"))
    assert isinstance(adopted, Adopt)
    assert key_of(adopted.settings.keys, "map") == "n"
    left = waiting.answer(Press("escape"))
    assert isinstance(left, Become)
    assert not left.screen.takes_any_key
    assert waiting.answer(Press("7")) == Become(waiting)


def test_backspace_brings_back_the_usual_key() -> None:
    screen = KeysScreen(settings=Settings(keys=(("map", "n"),)), focus="map")
    act = screen.answer(Press("backspace"))
    assert isinstance(act, Adopt)
    assert act.settings.keys == ()
