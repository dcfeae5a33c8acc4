"""Help is about the screen on which it is asked for."""

from __future__ import annotations

import pytest

from game.screen.screens.overlay import Note, help_note
from game.view.vocabulary import PROGRAM
from tests.screen.test_every_size import screens

KEYS = sorted(key for key in PROGRAM if key.startswith("help.screen."))


def said(note: Note) -> list[str]:
    return ["".join(run.words for run in line) for section in note.sections for line in section.paragraphs]


def test_each_kind_of_screen_has_a_help_of_its_own() -> None:
    helps = {type(screen).__name__: screen.help_key for screen in screens()}
    assert set(helps.values()) == set(KEYS)
    of_sheets = [name for name, key in helps.items() if key == "help.screen.note"]
    assert sorted(of_sheets) == ["Note", "Waiting"]
    others = [key for key in helps.values() if key != "help.screen.note"]
    assert len(others) == len(set(others))


@pytest.mark.parametrize("key", KEYS)
def test_help_names_the_screen_and_says_first_what_it_is(key: str) -> None:
    note = help_note(key, PROGRAM)
    assert note.sections[0].title == PROGRAM[f"name.{key.rpartition('.')[2]}"]
    assert said(note)[0] == PROGRAM[key]


def test_keys_of_the_room_are_told_in_the_room_alone() -> None:
    looks = PROGRAM["help.line.looks"]
    assert [key for key in KEYS if looks in said(help_note(key, PROGRAM))] == ["help.screen.room"]
