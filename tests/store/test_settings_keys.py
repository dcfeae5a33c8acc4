"""Keys that a player has changed: kept, read, refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.store.keymap import ACTIONS, ALLOWED, assigned, format_keys, key_of, parse_keys, usual
from game.store.settings import Settings, read_settings, write_settings
from game.view.words import ENGLISH

changes = st.lists(st.tuples(st.sampled_from(sorted(ACTIONS)), st.sampled_from(sorted(ALLOWED))), max_size=6)


@given(changes)
def test_no_two_actions_ever_have_one_key(made: list[tuple[str, str]]) -> None:
    keys: tuple[tuple[str, str], ...] = ()
    for action, key in made:
        keys = assigned(keys, action, key)
        assert key_of(keys, action) == key
    owned = [key_of(keys, action) for action in ACTIONS]
    assert len(set(owned)) == len(owned)
    for action, own in ACTIONS.items():
        assert usual(keys, key_of(keys, action)) == own
    assert parse_keys(format_keys(keys)) == keys


def test_changed_keys_are_kept(tmp_path: Path) -> None:
    settings = Settings(keys=assigned((), "map", "n"), sound=False, effects=20)
    write_settings(tmp_path / "settings.yaml", settings)
    assert read_settings(tmp_path / "settings.yaml") == (settings, ())


@pytest.mark.parametrize("words", ["map", "map=", "map=1", "door=n", "map=a", "map=n journal=n", '""'])
def test_keys_that_cannot_be_meant_are_named_at_their_place(tmp_path: Path, words: str) -> None:
    path = tmp_path / "settings.yaml"
    path.write_text(f"sound: no\nkeys: {words}\n", encoding="utf-8")
    read = read_settings(path)
    assert read.settings == Settings(sound=False)
    assert len(read.said) == 1
    assert read.said[0].in_words(ENGLISH).startswith("settings.yaml:2:7")
