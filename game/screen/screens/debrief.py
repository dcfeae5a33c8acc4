"""What is told after the end: the notes that hold, and the record beside the run."""

from __future__ import annotations

from dataclasses import dataclass

from game.screen.acts import Act, Back
from game.screen.box import Box
from game.screen.desk import MARGIN, Desk, Layout, Reel, Stop
from game.screen.parts.body import Section
from game.screen.parts.sheet import Sheet, sheet_layout
from game.screen.press import Press
from game.screen.scene import Piece
from game.screen.screens.page_head import foot_hints, foot_top, page_head
from game.screen.screens.screen import Screen
from game.screen.shown import moment_words, plain
from game.screen.text import plain as text
from game.view.page import Debrief, Page, RecordRow

GAP = 44.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Afterwards(Screen):
    """Notes at the left, the record at the right; where there is little room, one below the other."""

    page: Page
    record_offset: float = 0.0
    focus: str = "notes"

    help_key = "help.screen.debrief"

    def layout(self, desk: Desk) -> Layout:
        return _layout(desk, self)

    def scrolled(self, id: str, offset: float) -> Afterwards:  # noqa: A002  an id is an id
        if id == "record":
            return _with(self, record=offset)
        return _with(self, notes=offset)

    def answer(self, press: Press) -> Act | None:
        return Back() if press.key == "enter" else None


def _with(screen: Afterwards, notes: float | None = None, record: float | None = None) -> Afterwards:
    return Afterwards(
        page=screen.page,
        focus=screen.focus,
        offset=screen.offset if notes is None else notes,
        record_offset=screen.record_offset if record is None else record,
    )


def _layout(desk: Desk, screen: Afterwards) -> Layout:
    words = desk.words
    debrief = screen.page.debrief or Debrief((), ())
    head = page_head(desk, words["debrief.title"], plain(screen.page.heading))
    whole = Box(MARGIN, head.bottom + 20, desk.box.width - 2 * MARGIN, foot_top(desk) - 36 - head.bottom - 20)
    size = 22 if desk.text < 1.5 else 19
    told = tuple(Section(paragraphs=each.paragraphs) for each in debrief.notes)
    facts = _facts(desk, screen.page)
    notes = (Section(notes=facts), *told) if facts else told
    rows = tuple(_section(desk, row) for row in debrief.record)
    empty = (Section(paragraphs=(text(words["debrief.none"]),)),)
    sheets: list[tuple[str, Box, Sheet]] = []
    if desk.is_tabbed or not notes:
        box = Box(whole.x, whole.y, whole.width - 9, whole.height - 9)
        joined = (*notes, *(rows or empty))
        sheet = Sheet(
            words["debrief.notes" if notes else "debrief.record"],
            sections=joined,
            rule="calm",
            size=size,
            offset=screen.offset,
            has_focus=screen.focus == "notes",
        )
        sheets.append(("notes", box, sheet))
    else:
        own = (whole.width - GAP) / 2
        for id_, x, title, sections, offset in (
            ("notes", whole.x, "debrief.notes", notes, screen.offset),
            ("record", whole.x + own + GAP, "debrief.record", rows or empty, screen.record_offset),
        ):
            box = Box(x, whole.y, own - 9, whole.height - 9)
            sheet = Sheet(
                words[title],
                sections=sections,
                rule="calm" if id_ == "notes" else "own",
                size=size,
                offset=offset,
                has_focus=screen.focus == id_,
            )
            sheets.append((id_, box, sheet))
    reels = tuple(
        Reel(id_, box, sheet.offset, sheet_layout(desk.type, sheet, box).furthest)
        for id_, box, sheet in sheets
    )
    hints = foot_hints(
        desk, ("key.tab", "hint.next"), ("key.pages", "hint.scroll"), ("key.escape", "hint.back")
    )
    pieces = (*head.pieces, *(Piece(id_, box, sheet) for id_, box, sheet in sheets), hints)
    return Layout(pieces, tuple(Stop(id_, box) for id_, box, _ in sheets), reels)


def _facts(desk: Desk, page: Page) -> tuple[str, ...]:
    """The facts of the ending in lines, since large type may leave them no room beside the headline."""
    line = desk.words["line.fact"]
    return tuple(
        line.format(label=each.label, value=plain(each.value), history=plain(each.history))
        for each in (page.ending.facts if page.ending else ())
    )


def _section(desk: Desk, row: RecordRow) -> Section:
    """A row of the record: when, what, and whether it came here."""
    words = desk.words
    verdict = ""
    if row.verdict is not None:
        here = moment_words(row.here, words) if row.here else ""
        verdict = (
            words["debrief.here"].format(verdict=row.verdict_words, here=here) if here else row.verdict_words
        )
    departure = (words["debrief.departure"],) if row.is_departure else ()
    notes = (*((verdict.capitalize(),) if verdict else ()), *departure)
    return Section(label=moment_words(row.moment, words).upper(), paragraphs=(row.words,), notes=notes)
