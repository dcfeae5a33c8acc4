"""The journal: all that was told, and the way back to before any choice."""

from __future__ import annotations

from collections.abc import Mapping

from game.screen.acts import Rewind, Show
from game.screen.box import Box
from game.screen.desk import MARGIN, Desk, Layout, Reel
from game.screen.parts.row import Row, row_height
from game.screen.press import Press
from game.screen.scene import Piece
from game.screen.screens.journal_paper import JournalPaper, entry_sheet
from game.screen.screens.listing import Entry, column
from game.screen.screens.page_head import foot_hints, foot_top, page_head
from game.screen.screens.screen import Act, Open, Screen
from game.screen.shown import moment_words
from game.screen.uses import Uses
from game.view.page import JournalEntry, Page

LIST = 0.52
GAP = 44.0


class Journal(Screen):
    """The entries, and the ways back that the Page has."""

    page: Page

    help_key = "help.screen.journal"

    @property
    def uses(self) -> Uses:
        way_back = self.page.way_back
        ways = (
            (not way_back.reason, "key.enter", "journal.back_to"),
            (way_back.undo is not None, "undo", "journal.undo"),
            (way_back.redo is not None, "redo", "journal.redo"),
        )
        return (
            ("key.up_down", "hint.move"),
            *((key, does) for is_there, key, does in ways if is_there),
            ("key.space", "journal.read"),
            ("write", "hint.write"),
            ("key.escape", "hint.back"),
            ("key.pages", "hint.scroll"),
        )

    @property
    def entries(self) -> tuple[JournalEntry, ...]:
        return self.page.journal

    def layout(self, desk: Desk) -> Layout:
        return _layout(desk, self)

    def activated(self, id: str) -> Act | None:  # noqa: A002  an id is an id
        entry = self._entry(id)
        is_way = entry is not None and entry.told.kind == "choice" and not self.page.way_back.reason
        if entry is not None and is_way:
            return Rewind(entry.choices)
        return self._read(id)

    def _entry(self, id: str) -> JournalEntry | None:  # noqa: A002  an id is an id
        return self.entries[int(id.partition(" ")[2])] if id.startswith("entry") and self.entries else None

    def _read(self, id: str) -> Act | None:  # noqa: A002  an id is an id
        entry = self._entry(id)
        return Open(JournalPaper(entry=entry)) if entry is not None else None

    def answer(self, press: Press) -> Act | None:
        if press.key == "space":
            return self._read(self.focus)
        choices = {"u": self.page.way_back.undo, "r": self.page.way_back.redo}.get(press.key)
        if choices is not None:
            return Rewind(choices)
        acts: Mapping[str, Act] = {"j": self.back(), "h": Show("documents")}
        return acts.get(press.key)


def journal(page: Page) -> Journal:
    """Return the journal, opened at its end."""
    return Journal(page=page, focus=f"entry {len(page.journal) - 1}")


def _layout(desk: Desk, screen: Journal) -> Layout:
    words, way_back = desk.words, screen.page.way_back
    about = (way_back.reason or words["journal.about"]) if screen.entries else words["journal.empty"]
    head = page_head(desk, words["journal.title"], about)
    whole = Box(MARGIN, head.bottom + 16, desk.box.width - 2 * MARGIN, foot_top(desk) - 30 - head.bottom - 16)
    has_sheet = not desk.is_tabbed
    width = whole.width * LIST if has_sheet else whole.width
    entries = []
    for i, entry in enumerate(screen.entries):
        row = _row(desk, entry, has_focus=screen.focus == f"entry {i}")
        entries.append(Entry(f"entry {i}", row, row_height(desk.type, row, width), is_slow=True))
    listed = column(Box(whole.x, whole.y, width, whole.height), entries, screen.focus, 4)
    pieces = [*head.pieces, *sorted(listed.pieces, key=lambda piece: piece.id == screen.focus)]
    reels: tuple[Reel, ...] = ()
    at = int(screen.focus.partition(" ")[2]) if screen.focus.startswith("entry") else 0
    if has_sheet and 0 <= at < len(screen.entries):
        place = Box(whole.x + width + GAP, whole.y, whole.width - width - GAP - 9, whole.height - 9)
        sheet = entry_sheet(desk, screen.entries[at], screen.offset)
        pieces.append(Piece("sheet", place, sheet))
        reels = (desk.reel(sheet, place),)
    hints = foot_hints(desk, screen.uses)
    return Layout((*pieces, hints), listed.stops, reels)


def _row(desk: Desk, entry: JournalEntry, *, has_focus: bool) -> Row:
    words = desk.words
    number = words["journal.number"].format(number=entry.choices + 1) if entry.told.kind == "choice" else ""
    value = words["journal.late"] if entry.told.kind == "late" else number
    return Row(entry.words, moment_words(entry.moment, words), value, has_focus=has_focus)
