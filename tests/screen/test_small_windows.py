"""In a small window, or with large text, nothing is lost that a large window shows."""

from __future__ import annotations

import pytest

from game.screen.desk import Desk
from game.screen.fonts import Faces
from game.screen.parts.sheet import Sheet
from game.screen.press import Press
from game.screen.router import key_act
from game.screen.scale import fitted
from game.screen.screens.journal import journal
from game.screen.screens.journal_paper import JournalPaper
from game.screen.screens.reading import Reading, changes
from game.screen.screens.screen import Open
from game.screen.theme import STANDARD
from game.screen.typeset import Typesetter
from game.view.vocabulary import PROGRAM
from tests.screen.test_golden import turns

SMALL = [((960, 540), 1.0), ((1280, 720), 2.0), ((1280, 720), 2.5)]


def desk_of(faces: Faces, size: tuple[int, int], text: float) -> Desk:
    return Desk(Typesetter(faces, fitted(*size, text)), STANDARD, PROGRAM)


@pytest.mark.parametrize(("size", "text"), SMALL)
def test_the_sheet_of_a_small_window_says_what_changed(
    faces: Faces, size: tuple[int, int], text: float
) -> None:
    desk = desk_of(faces, size, text)
    shown = [each for each in turns() if each.told]
    moved = [len(changes(each.told)) for each in shown]
    assert {bool(count) for count in moved} == {True, False}
    for page, count in zip(shown, moved, strict=True):
        scene = Reading(page=page, told=page.told).layout(desk).scene
        sheet = next(piece.part for piece in scene if isinstance(piece.part, Sheet))
        last = sheet.sections[-1]
        assert last.label == PROGRAM["told.changed"]
        assert len(last.notes) == max(1, count)
        assert (PROGRAM["told.unchanged"] in last.notes) is (count == 0)


@pytest.mark.parametrize(("size", "text"), SMALL)
def test_each_paper_of_the_journal_can_be_opened(faces: Faces, size: tuple[int, int], text: float) -> None:
    desk, book = desk_of(faces, size, text), journal(turns()[-1])
    kinds = set()
    for i, entry in enumerate(book.entries):
        here = book.focused(f"entry {i}")
        acts = [key_act(here, here.layout(desk), Press(key)) for key in ("space", "enter")]
        opened = acts[0]
        assert isinstance(opened, Open)
        assert isinstance(opened.screen, JournalPaper)
        assert opened.screen.entry is entry
        kinds.add(entry.told.kind == "choice")
        if entry.told.kind != "choice":
            assert acts[1] == opened
    assert kinds == {True, False}
