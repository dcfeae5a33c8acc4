"""What is said in passing: how long it is seen, and where it stands."""

from __future__ import annotations

import os

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")

import pytest

from game.screen.clearing import INK, covered, obstacles
from game.screen.desk import Desk
from game.screen.fonts import Faces
from game.screen.remark import SEEN, SILENCE, Remark, caption_piece, toast_piece
from game.screen.scale import fitted
from game.screen.scene import Piece
from game.screen.screens.letter import Letter
from game.screen.screens.pause import Pause
from game.screen.screens.reading import Reading
from game.screen.screens.room import Room
from game.screen.screens.screen import Screen
from game.screen.screens.title import Title
from game.screen.theme import STANDARD
from game.screen.typeset import Typesetter
from game.view.vocabulary import PROGRAM
from tests.screen.test_golden import cases

ON = (Title, Room)
PLAIN = [name for name, case in cases().items() if case.settings.text_scale == 100 and not case.is_presented]
"""The screens of the usual size of text: larger type leaves no room that is free of words."""


def test_what_is_said_is_seen_for_a_while() -> None:
    said = SILENCE.later("The game is saved.", 5.0, ON)
    assert said.later("", 5.0 + SEEN - 0.1, ON) == said
    assert said.later("", 5.0 + SEEN, ON) == SILENCE


@pytest.mark.parametrize("on", [(Title, Room, Reading), (Title, Room, Letter, Letter), (Title,)])
def test_what_is_said_goes_with_its_screen(on: tuple[type[Screen], ...]) -> None:
    assert Remark("Hold all intercepts.", 9.0, ON).later("", 1.0, on) == SILENCE


def test_what_is_said_next_takes_the_place_of_what_was_said() -> None:
    said = Remark("Hold all intercepts.", 9.0, ON).later("The game is saved.", 2.0, (*ON, Pause))
    assert said == Remark("The game is saved.", 2.0 + SEEN, (*ON, Pause))


@pytest.mark.parametrize("name", PLAIN)
@pytest.mark.parametrize("words", ["The game is saved.", "Hold all intercepts for an hour."])
def test_no_words_lie_under_what_is_said_in_passing(faces: Faces, name: str, words: str) -> None:
    case = cases()[name]
    desk = desk_of(faces, case.size, 1.0)
    for piece in said(desk, case.screens, words):
        assert desk.box.holds(piece.box)
        ink = (each for each in obstacles(desk, scene_of(desk, case.screens)) if each.cost == INK)
        assert covered(piece.box, ink) == 0, (piece.id, piece.box)


def test_a_caption_stands_left_and_a_toast_right(faces: Faces) -> None:
    case = cases()["map"]
    desk = desk_of(faces, case.size, 1.0)
    toast, caption = said(desk, case.screens, "Low jets.")
    assert caption.box.right < desk.box.middle[0] < toast.box.x


def desk_of(faces: Faces, size: tuple[int, int], text: float) -> Desk:
    return Desk(Typesetter(faces, fitted(*size, text)), STANDARD, PROGRAM)


def scene_of(desk: Desk, screens: tuple[Screen, ...]) -> tuple[Piece, ...]:
    return screens[-1].layout(desk).scene


def said(desk: Desk, screens: tuple[Screen, ...], words: str) -> tuple[Piece, Piece]:
    scene = scene_of(desk, screens)
    return toast_piece(desk, words, scene), caption_piece(desk, words, scene)
