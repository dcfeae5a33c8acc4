"""The window in another language: nothing English is left on it, and nothing is cut."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import get_args

import pytest

from game.commands.language import words_in
from game.report.document import DOCUMENTS
from game.screen.arrivals import arrivals
from game.screen.bookcase import Bookcase
from game.screen.desk import Desk
from game.screen.fonts import Faces
from game.screen.overflow import faults
from game.screen.scale import fitted
from game.screen.screens.documents import Documents
from game.screen.screens.ending import Ending
from game.screen.screens.journal import journal
from game.screen.screens.opening import Opening
from game.screen.screens.room import room
from game.screen.screens.scenarios import Scenarios
from game.screen.screens.screen import Screen
from game.screen.screens.settings import SettingsScreen
from game.screen.screens.settings_rows import ROWS
from game.screen.screens.setup import Setup
from game.screen.screens.title import Title
from game.screen.theme import STANDARD
from game.screen.typeset import Typesetter
from game.session.session import after, bound, started
from game.store.places import places
from game.store.settings import Settings
from game.view.composition import page
from game.view.picture import MarkForm, MarkKind
from game.view.vocabulary import PROGRAM

SPANISH = words_in("es")
LEAST_TOLD = 60
SAME = {"force", "hold", "talk", "standard", *get_args(MarkKind), *get_args(MarkForm)}
"""English words that are ids of something within a part and no label."""


@cache
def bookcase() -> Bookcase:
    found = Bookcase(places(), "es", SPANISH)
    found.open()
    found.wait()
    return found


@cache
def screens() -> tuple[Screen, ...]:
    return tuple(_screens())


def _screens() -> Iterator[Screen]:
    files = [each for each in bookcase().files if each.id == "river_incident"]
    yield Title(last="Miércoles 24 de octubre")
    yield Scenarios(files=tuple(files), is_read=True)
    yield Setup(file=files[0])
    yield from (SettingsScreen(settings=Settings(), focus=rows[0]) for rows in ROWS.values())
    session, luck = started(bookcase().scenarios["river_incident"], "standard", 1), random.Random(1)
    yield Opening(page=page(session, words=SPANISH))
    yield Opening(page=page(bound(session), words=SPANISH))
    while True:
        shown = page(session, words=SPANISH)
        yield from arrivals(shown, is_still=True)
        yield journal(shown)
        yield Documents(there=DOCUMENTS)
        commands = [each.command for each in shown.choices if each.command is not None]
        if not commands:
            yield Ending(page=shown)
            return
        yield from (room(shown), *(room(shown).opened(tab) for tab in ("map", "advisers", "decide")))
        session = after(session, luck.choice(commands))


def desk_of(faces: Faces, size: tuple[int, int], text: float) -> Desk:
    return Desk(Typesetter(faces, fitted(*size, text)), STANDARD, SPANISH)


@pytest.mark.parametrize(
    ("size", "text"),
    [((960, 540), 1.0), ((1280, 720), 1.25), ((1024, 768), 1.75), ((1920, 1080), 1.0), ((1366, 768), 2.5)],
)
def test_the_spanish_window_cuts_and_covers_nothing(faces: Faces, size: tuple[int, int], text: float) -> None:
    desk = desk_of(faces, size, text)
    wrong = {
        f"{type(screen).__name__}: {fault}"
        for screen in screens()
        for fault in faults(desk, screen.layout(desk))
    }
    assert sorted(wrong) == []


def strings(value: object) -> Iterator[str]:
    """All strings within a part, however deep."""
    if isinstance(value, str):
        yield value
    elif is_dataclass(value):
        yield from (each for field in fields(value) for each in strings(getattr(value, field.name)))
    elif isinstance(value, tuple | list):
        yield from (each for inner in value for each in strings(inner))


def test_no_english_word_of_the_program_stands_on_the_spanish_window(faces: Faces) -> None:
    desk = desk_of(faces, (1920, 1080), 1.0)
    told = {
        each.lower()
        for screen in screens()
        for piece in screen.layout(desk).scene
        for each in strings(piece.part)
        if any(sign.isalpha() for sign in each)
    }
    spanish = {text.lower() for text in SPANISH.values()}
    assert len(told & spanish) > LEAST_TOLD, "labels are found"
    assert told & ({text.lower() for text in PROGRAM.values()} - spanish) <= SAME


def test_files_on_the_shelf_are_told_in_the_language(faces: Faces) -> None:
    river = next(each for each in bookcase().files if each.id == "river_incident")
    assert river.title == "Incidente en el río"
    assert river.first == "2 de marzo de 1969"
    desk = desk_of(faces, (1280, 720), 1.0)
    assert Title().layout(desk) != Title().layout(replace(desk, words=PROGRAM))
