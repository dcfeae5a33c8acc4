"""A sheet that is longer than its window: page by page, each line is seen whole, and none is seen cut."""

from __future__ import annotations

import pytest

from game.screen.desk import Desk
from game.screen.fonts import Faces
from game.screen.parts.body import Body, Section, Span, body
from game.screen.parts.keys import Hint
from game.screen.parts.sheet import SIDE, Sheet, sheet_layout, uncut
from game.screen.press import Press
from game.screen.router import key_act
from game.screen.scale import fitted
from game.screen.scene import Piece
from game.screen.screens.note import Note
from game.screen.screens.screen import Become
from game.screen.text import plain
from game.screen.theme import STANDARD
from game.screen.typeset import Typesetter
from game.view.vocabulary import PROGRAM

SECTIONS = tuple(
    Section(
        label=f"PART {number}",
        title="Ángel and the ships",
        paragraphs=(plain("Two ships are close to the line, and a submarine has moved between them. " * 4),),
        keys=(Hint("F1", "Help"), Hint("Enter", "Give the order")),
    )
    for number in range(8)
)
NOTE = Note(title="A LONG PAPER", sections=SECTIONS, close="Close")
SLACK = 0.01
SIZES = [((1280, 720), 1.0), ((1920, 1080), 1.75), ((960, 540), 2.5), ((1024, 768), 1.25)]


def sheet(desk: Desk, note: Note) -> Piece:
    return next(piece for piece in note.layout(desk).scene if isinstance(piece.part, Sheet))


def set_body(desk: Desk, piece: Piece) -> Body:
    assert isinstance(piece.part, Sheet)
    return body(desk.type, STANDARD, SECTIONS, piece.part.size, piece.box.width - 2 * SIDE)


@pytest.mark.parametrize(("size", "text"), SIZES)
def test_page_by_page_each_line_is_seen_whole(faces: Faces, size: tuple[int, int], text: float) -> None:
    desk, note, seen = Desk(Typesetter(faces, fitted(*size, text)), STANDARD, PROGRAM), NOTE, set[Span]()
    while True:
        piece = sheet(desk, note)
        assert isinstance(piece.part, Sheet)
        high = sheet_layout(desk.type, piece.part, piece.box).window.height
        lines = list(set_body(desk, piece).spans)
        seen |= {each for each in lines if note.offset <= each.top and each.bottom <= note.offset + high}
        act = key_act(note, note.layout(desk), Press("page_down"))
        if act is None:
            break
        assert isinstance(act, Become)
        assert isinstance(act.screen, Note)
        note = act.screen
    assert set(lines) - seen == set()


@pytest.mark.parametrize(("size", "text"), SIZES)
def test_no_line_is_seen_cut(faces: Faces, size: tuple[int, int], text: float) -> None:
    desk = Desk(Typesetter(faces, fitted(*size, text)), STANDARD, PROGRAM)
    piece = sheet(desk, NOTE)
    assert isinstance(piece.part, Sheet)
    layout, made = sheet_layout(desk.type, piece.part, piece.box), set_body(desk, piece)
    for offset in range(0, round(layout.furthest), 7):
        shown = uncut(layout.window, made, offset)
        assert layout.window.grown(SLACK).holds(shown)
        assert shown.height > layout.window.height / 2
        top, bottom = (edge - layout.window.y + offset for edge in (shown.y, shown.bottom))
        inside = [each for each in made.spans if each.bottom > top + SLACK and each.top < bottom - SLACK]
        cut = [each for each in inside if each.top < top - SLACK or each.bottom > bottom + SLACK]
        assert cut == []
