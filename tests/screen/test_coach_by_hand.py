"""The tutorial in the window: begun by Enter, put away by key and mouse."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")

import pygame
import pytest

from game.screen.acts import Learn
from game.screen.errands import AtOnce
from game.screen.loop import Loop
from game.screen.parts.coach_mark import CoachMark, away_box
from game.screen.prepared import Prepared
from game.screen.screens.opening import Opening
from game.store.places import Places, places
from game.store.shelf import Shelf
from game.view.vocabulary import PROGRAM
from tests.screen.test_coach import said
from tests.screen.unasked import leave_odds


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Places:
    monkeypatch.setenv("EXCOMM_HOME", str(tmp_path))
    return places()


@pytest.fixture
def loop(home: Places) -> Iterator[Loop]:
    pygame.display.init()
    pygame.font.init()
    window = pygame.Window("tutorial", (1280, 720))
    made = Loop(window, Prepared(None, Shelf(home), None, PROGRAM))
    leave_odds(made)
    made.house.games.readings = made.house.games.writings = AtOnce()
    made.house.bookcase.wait()
    made.turn()
    yield made
    made.close()
    window.destroy()


def press(loop: Loop, key: int) -> None:
    pygame.event.post(pygame.Event(pygame.KEYDOWN, key=key, mod=0, scancode=0, unicode=""))
    loop.turn()


def test_enter_on_the_first_title_begins_the_tutorial_and_backspace_ends_it(loop: Loop) -> None:
    press(loop, pygame.K_RETURN)
    assert said(loop.house) == "opening"
    press(loop, pygame.K_BACKSPACE)
    assert loop.house.coach is None
    assert isinstance(loop.house.top, Opening)
    assert loop.house.settings.tutorial is False


def test_a_click_on_its_key_ends_the_tutorial_and_one_beside_it_does_nothing(loop: Loop) -> None:
    loop.house.do(Learn())
    loop.turn()
    piece = loop.projector._coached()
    assert piece is not None
    assert isinstance(piece.part, CoachMark)
    desk = loop.projector._stage.desk
    corner = (piece.box.x + 4, piece.box.y + 4)
    away = away_box(desk.type, piece.box, piece.part).middle
    for point, is_there in ((corner, True), (away, False)):
        unit = desk.type.scale.unit
        place = (round(point[0] * unit), round(point[1] * unit))
        pygame.event.post(pygame.Event(pygame.MOUSEBUTTONDOWN, button=1, pos=place))
        loop.turn()
        assert isinstance(loop.house.top, Opening)
        assert (loop.house.coach is not None) is is_there
