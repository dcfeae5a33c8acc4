"""A paper of the journal, on a sheet over it."""

from __future__ import annotations

from typing import ClassVar

from game.frozen import replace
from game.screen.acts import Back
from game.screen.desk import Desk, Layout
from game.screen.parts.body import Section
from game.screen.parts.sheet import Sheet
from game.screen.screens.note import note_layout
from game.screen.screens.screen import Act, Screen
from game.screen.shown import moment_words, sheet_of
from game.screen.uses import Uses
from game.view.page import JournalEntry


class JournalPaper(Screen):
    """What an entry of the journal told."""

    entry: JournalEntry
    focus: str = "close"

    is_overlay = True
    help_key = "help.screen.journal_paper"
    uses: ClassVar[Uses] = (("key.enter", "help.close"), ("key.pages", "hint.scroll"))

    def layout(self, desk: Desk) -> Layout:
        return note_layout(
            desk, entry_sheet(desk, self.entry, self.offset), desk.words["help.close"], self.focus
        )

    def activated(self, id: str) -> Act | None:  # noqa: A002, ARG002  there is only the way back
        return Back()


def entry_sheet(desk: Desk, entry: JournalEntry, offset: float) -> Sheet:
    """Return what an entry told as a sheet."""
    if entry.told.sheet is not None:
        return replace(sheet_of(entry.told.sheet, desk.words), stamp="", offset=offset)
    section = Section(paragraphs=entry.told.paragraphs)
    return Sheet(moment_words(entry.moment, desk.words), sections=(section,), rule="neutral", offset=offset)
