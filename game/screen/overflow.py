"""What is wrong with a layout: things outside the canvas, too small for their words, or over each other."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from game.screen.box import Box
from game.screen.clearing import words_box
from game.screen.desk import Desk, Layout
from game.screen.parts.adviser import AdviserTile, adviser_height, adviser_width
from game.screen.parts.branch import Branch, branch_height, branch_width
from game.screen.parts.button import Button, button_height
from game.screen.parts.card import Card, card_height, card_width
from game.screen.parts.dialog import Dialog, dialog_layout
from game.screen.parts.entry import MenuEntry, entry_height, entry_width
from game.screen.parts.folder import Folder, folder_height
from game.screen.parts.plain import Words
from game.screen.parts.plot import Plot, plot_height
from game.screen.parts.row import Row, row_height
from game.screen.parts.share import ShareRow, share_height
from game.screen.parts.sheet import Sheet, sheet_layout
from game.screen.parts.speech import Speech, speech_height
from game.screen.parts.tab import TabWord, tab_size
from game.screen.parts.tabs import Tabs, least_width
from game.screen.scene import Piece
from game.screen.typeset import Typesetter

SLACK = 1.5  # logical units: less than two pixels of the smallest window
LEAST_WINDOW = 60.0


class OverfullError(Exception):
    """A layout that cuts or covers something."""


def check(desk: Desk, layout: Layout) -> None:
    """Raise OverfullError with all that is wrong."""
    wrong = tuple(faults(desk, layout))
    if wrong:
        raise OverfullError("; ".join(wrong))


def faults(desk: Desk, layout: Layout) -> Iterator[str]:
    """Yield a sentence for each fault."""
    canvas = desk.box.grown(SLACK)
    for piece in layout.scene:
        if not canvas.holds(piece.box):
            yield f"{piece.id} leaves the canvas: {_rounded(piece.box)} of {_rounded(desk.box)}"
        least = _least(desk.type, piece, desk)
        if least[0] > piece.box.width + SLACK or least[1] > piece.box.height + SLACK:
            yield f"{piece.id} needs {round(least[0])} x {round(least[1])} and has {_rounded(piece.box)}"
    seen = [stop for stop in layout.stops if not stop.is_hidden]
    for stop in seen:
        if not canvas.holds(stop.box):
            yield f"the stop {stop.id} leaves the canvas"
    for first, second in combinations(seen, 2):
        if first.box.grown(-SLACK).meets(second.box.grown(-SLACK)):
            yield f"{first.id} and {second.id} lie over each other"
    texts = [piece for piece in layout.scene if isinstance(piece.part, Words)]
    for one, other in combinations(texts, 2):
        if _inked(desk, one).meets(_inked(desk, other)):
            yield f"the words of {one.id} and {other.id} lie over each other"


def _inked(desk: Desk, piece: Piece) -> Box:
    assert isinstance(piece.part, Words)
    return words_box(desk, piece.box, piece.part).grown(-SLACK)


def _least(type_: Typesetter, piece: Piece, desk: Desk) -> tuple[float, float]:  # noqa: C901, PLR0911, PLR0912  a part a line
    """The least width and height in which nothing of a piece is cut; noughts where it has none."""
    width = piece.box.width
    match piece.part:
        case Words(words=words, style=style):
            setting = type_.setting(words, style, width)
            return setting.wide, setting.tall
        case Card() as card:
            return card_width(type_, card), card_height(type_, card, width)
        case AdviserTile() as tile:
            return adviser_width(type_, tile), adviser_height(type_, tile, width)
        case Branch() as branch:
            return branch_width(type_, branch), branch_height(type_, branch, width)
        case Plot() as plot:
            return 0.0, plot_height(type_, plot, width)
        case ShareRow() as share:
            return 0.0, share_height(type_, share, width)
        case TabWord() as tab:
            return tab_size(type_, tab)
        case Button() as button:
            return 0.0, button_height(type_, button, width)
        case MenuEntry() as entry:
            return entry_width(type_, entry), entry_height(type_)
        case Row() as row:
            return 0.0, row_height(type_, row, width)
        case Speech() as speech:
            return 0.0, speech_height(type_, speech, width)
        case Folder() as folder:
            return 0.0, folder_height(type_, folder, width)
        case Tabs() as tabs:
            return least_width(type_, tabs), 0.0
        case Dialog() as dialog:
            return 0.0, dialog_layout(type_, dialog, desk.box).box.height
        case Sheet() as sheet:
            layout = sheet_layout(type_, sheet, piece.box)
            room = layout.window.height
            return 0.0, piece.box.height + max(0.0, min(LEAST_WINDOW, layout.content) - room)
        case _:
            return 0.0, 0.0


def _rounded(box: Box) -> tuple[int, ...]:
    return tuple(round(edge) for edge in box)
