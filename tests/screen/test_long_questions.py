"""A long question does not cost the room its layout: its paper asks it as well."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.screen.desk import Desk
from game.screen.fonts import Faces
from game.screen.scale import fitted
from game.screen.screens.room import room
from game.screen.screens.room_wide import wide_layout
from game.screen.text import plain
from game.screen.theme import STANDARD
from game.screen.typeset import Typesetter
from game.view.page import Page
from game.view.vocabulary import PROGRAM
from tests.screen.test_golden import turns

LONG = "Do you approve a search on both sides of the line, although they will call it a violation? "


def asked(shown: Page, title: str) -> Page:
    """A page whose questions have a title, with twice as many choices."""
    questions = tuple(
        replace(each, sheet=replace(each.sheet, title=plain(title)), choices=(*each.choices, *each.choices))
        for each in shown.questions
    )
    return replace(shown, questions=questions)


@pytest.mark.parametrize("size", [(1280, 720), (1366, 768), (1920, 1080), (2560, 1080), (1280, 1024)])
def test_a_question_of_any_length_leaves_the_layout_of_a_short_one(
    faces: Faces, size: tuple[int, int]
) -> None:
    kept = 0
    for text in (1.0, 1.25):
        desk = Desk(Typesetter(faces, fitted(*size, text)), STANDARD, PROGRAM)
        for shown in (each for each in turns() if each.questions):
            pages = [asked(shown, title) for title in ("Go?", LONG, LONG * 4)]
            layouts = [
                wide_layout(desk, page, room(page).at, room(page).focus, 0.0) is not None for page in pages
            ]
            assert len(set(layouts)) == 1
            kept += layouts[0]
    assert kept
