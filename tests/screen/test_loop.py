"""The round of the window: what is taken in one turn, and what waits for the next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pygame
import pytest

from game.screen.errands import InTurn
from game.screen.loop import Loop
from game.screen.parts.keys import hint_at
from game.screen.parts.plain import HintLine
from game.screen.prepared import Prepared
from game.screen.screens.help import Help
from game.screen.screens.settings import SettingsScreen
from game.store.places import places
from game.store.shelf import Shelf
from game.view.vocabulary import PROGRAM


@pytest.fixture
def loop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Loop]:
    monkeypatch.setenv("EXCOMM_HOME", str(tmp_path))
    pygame.display.init()
    pygame.font.init()
    window = pygame.Window("loop", (1280, 720))
    made = Loop(window, Prepared(None, Shelf(places()), None, PROGRAM, is_safe=True))
    made.house.bookcase.wait()
    shown(made)
    yield made
    made.close()
    window.destroy()


def shown(loop: Loop) -> None:
    """Go on until all is taken and painted."""
    loop.turn()
    while not loop.pause:
        loop.turn()


def post(*keys: int) -> None:
    for key in keys:
        for kind in (pygame.KEYDOWN, pygame.KEYUP):
            pygame.event.post(pygame.Event(kind, key=key, mod=0, scancode=0, unicode=""))


def test_a_key_that_brings_another_screen_is_seen_before_the_next_is_taken(loop: Loop) -> None:
    post(pygame.K_F2, pygame.K_F1)
    loop.turn()
    assert isinstance(loop.house.top, SettingsScreen)
    assert loop.pause == 0
    shown(loop)
    assert isinstance(loop.house.top, Help)


def test_the_window_is_named_after_what_is_seen_not_after_what_is_still_painted(loop: Loop) -> None:
    before = loop.window.title
    post(pygame.K_F2)
    loop.turn()
    while loop.projector.is_painting:
        assert loop.window.title == before
        loop.turn()
    assert loop.window.title != before


def test_reading_and_writing_are_done_beside_the_loop(loop: Loop) -> None:
    assert isinstance(loop.house.games.readings, InTurn)
    assert isinstance(loop.house.games.writings, InTurn)


def click_on_hint(loop: Loop, cap: str) -> None:
    """Click on the words behind the cap of a key at the foot of the window."""
    box, hints = next(
        (piece.box, piece.part.hints)
        for piece in loop.projector.layout(loop.house.top).scene
        if isinstance(piece.part, HintLine)
    )
    scale, type_ = loop.projector._stage.canvas.scale, loop.projector._stage.desk.type
    y = box.middle[1]
    x = next(
        x
        for x in range(int(box.x), int(box.right))
        if (hint := hint_at(type_, box, hints, x, y)) is not None and hint.key == cap
    )
    place = (round((x + 20) * scale.unit) + scale.left, round(y * scale.unit) + scale.top)
    pygame.event.post(pygame.Event(pygame.MOUSEBUTTONDOWN, button=1, pos=place))


def test_a_click_on_the_hint_of_a_key_does_what_the_key_does(loop: Loop) -> None:
    click_on_hint(loop, "F1")
    shown(loop)
    assert isinstance(loop.house.top, Help)
    post(pygame.K_ESCAPE, pygame.K_F2)
    shown(loop)
    assert isinstance(loop.house.top, SettingsScreen)
    click_on_hint(loop, "Esc")
    shown(loop)
    assert not isinstance(loop.house.top, SettingsScreen)


def test_no_key_opens_a_screen_over_the_mark_of_waiting(loop: Loop) -> None:
    loop.house.games.awaited = "October 1962"
    before = loop.house.top
    post(pygame.K_F2, pygame.K_F1, pygame.K_F5, pygame.K_F9)
    shown(loop)
    assert type(loop.house.top) is type(before)
    assert len(loop.house.stack) == 1


def until_it_moves(loop: Loop) -> frozenset[str]:
    """Go on until something moves but the fade, or all stands; return what moves."""
    while loop.projector.is_painting or loop.projector.is_fading:
        loop.turn()
    return loop.projector.moving


def test_a_sheet_comes_in_with_its_screen_and_any_key_lets_it_lie(loop: Loop) -> None:
    post(pygame.K_F2)
    loop.turn()
    assert until_it_moves(loop)
    post(pygame.K_F8)
    loop.turn()
    assert not loop.projector.moving


def test_nothing_moves_where_motion_is_reduced(loop: Loop) -> None:
    loop.house.settings = replace(loop.house.settings, reduced_motion=True)
    shown(loop)
    post(pygame.K_F2)
    loop.turn()
    assert not loop.projector.is_fading
    assert not until_it_moves(loop)


def test_what_stays_is_set_aside_when_the_picture_is_whole_and_when_the_shelves_are_read(
    loop: Loop, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []
    for name in ("set_aside", "settle"):
        monkeypatch.setattr(f"game.screen.loop.{name}", partial(done.append, name))
    loop.house.bookcase.is_read = False
    sparing = loop._sparing()
    next(sparing)
    assert done == ["set_aside"]
    loop.house.bookcase.is_read = True
    assert next(sparing, None) is None
    assert done == ["set_aside", "settle"]
