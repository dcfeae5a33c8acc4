"""The title: what stands above the menu can be read, and none of it reaches into the menu."""

from __future__ import annotations

import pytest

from game.screen.desk import Desk
from game.screen.fonts import Faces
from game.screen.parts.entry import MenuEntry
from game.screen.parts.plain import Words
from game.screen.scale import TEXT_STEPS, fitted
from game.screen.screens.title import Title
from game.screen.styles import SMALLEST
from game.screen.theme import STANDARD
from game.screen.typeset import Typesetter
from game.view.vocabulary import PROGRAM

SIZES = [(960, 540), (1280, 720), (1280, 1024), (1920, 1080), (3840, 1080)]


@pytest.mark.parametrize("text", TEXT_STEPS)
@pytest.mark.parametrize("size", SIZES)
def test_the_heading_can_be_read_and_ends_above_the_menu(
    faces: Faces, size: tuple[int, int], text: float
) -> None:
    desk = Desk(Typesetter(faces, fitted(*size, text)), STANDARD, PROGRAM)
    for title in (Title(), Title(last="October 1962", has_tutorial=True)):
        scene = title.layout(desk).scene
        menu = next(piece.box.y for piece in scene if isinstance(piece.part, MenuEntry))
        heading = [piece for piece in scene if piece.id in ("name", "under", "line")]
        assert heading[0].id == "name"
        for piece in heading:
            assert isinstance(piece.part, Words)
            assert piece.part.style.size * text >= SMALLEST
            assert piece.box.bottom < menu
