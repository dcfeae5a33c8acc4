"""A sheet over the screen, to be read and put away: sources, odds, what cannot be done."""

from __future__ import annotations

from typing import ClassVar

from game.frozen import replace
from game.screen.acts import Back
from game.screen.box import Box
from game.screen.desk import Desk, Layout, Stop
from game.screen.parts.body import Section
from game.screen.parts.button import Button, button_height
from game.screen.parts.sheet import RuleTone, Sheet, sheet_height
from game.screen.parts.veil import Veil
from game.screen.scene import Piece
from game.screen.screens.screen import Act, Screen
from game.screen.text import plain
from game.screen.uses import Uses
from game.view.words import Words

WIDE = 980.0
EDGE = 64.0
BETWEEN = 24.0  # the sheet and its button


class Note(Screen):
    """A sheet of sections over the screen."""

    title: str
    sections: tuple[Section, ...]
    close: str
    rule: RuleTone = "neutral"
    focus: str = "close"

    is_overlay = True
    help_key = "help.screen.note"
    uses: ClassVar[Uses] = (("key.enter", "help.close"), ("key.pages", "hint.scroll"))

    def layout(self, desk: Desk) -> Layout:
        sheet = Sheet(self.title, sections=self.sections, rule=self.rule, offset=self.offset)
        return note_layout(desk, sheet, self.close, self.focus)

    def activated(self, id: str) -> Act | None:  # noqa: A002, ARG002  there is only the way back
        return Back()


def note_layout(desk: Desk, sheet: Sheet, close: str, focus: str, wide: float = WIDE) -> Layout:
    """Return a sheet in the middle of the window over the button that puts it away."""
    type_, whole = desk.type, desk.box
    width = min(whole.width - 2 * EDGE, wide * max(1.0, desk.text * 0.8))
    button = Button(close, has_focus=focus == "close")
    high = button_height(type_, button, width)
    most = whole.height - 2 * EDGE - high - BETWEEN
    shown = replace(sheet, size=22 if desk.text < 1.5 else 19, has_focus=focus == "sheet")
    own = sheet_height(type_, shown, width, most)
    left, top = (whole.width - width) / 2, (whole.height - own - high - BETWEEN) / 2
    box = Box(left, top, width, own)
    place = Box(left, box.bottom + BETWEEN, width, high)
    reel = desk.reel(shown, box)
    pieces = (Piece("veil", whole, Veil()), Piece("sheet", box, shown), Piece("close", place, button))
    stops = (Stop("close", place), *((Stop("sheet", box),) if reel.furthest else ()))
    return Layout(pieces, stops, (reel,))


def error_note(sentence: str, words: Words) -> Note:
    """Return the sheet that says why something cannot be done."""
    section = Section(paragraphs=(plain(sentence),))
    return Note(title=words["error.title"], sections=(section,), close=words["error.close"], rule="danger")
