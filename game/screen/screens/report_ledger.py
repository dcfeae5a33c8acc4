"""The ledger: a hundred worlds, the sentence that is to be remembered, and a row for each choice."""

from __future__ import annotations

from game.screen.box import Box
from game.screen.desk import Desk, Layout, Reel, Stop
from game.screen.fonts import Role
from game.screen.parts.body import Section
from game.screen.parts.hundred import Hundred
from game.screen.parts.plain import Words
from game.screen.parts.share import ShareRow, share_height
from game.screen.parts.sheet import Sheet, sheet_layout
from game.screen.scene import Piece
from game.screen.screens.listing import Entry, column
from game.screen.screens.report_head import Opened
from game.screen.screens.report_overview import said
from game.screen.screens.report_papers import estimates
from game.screen.styles import prose
from game.screen.text import plain as text
from game.screen.typeset import Break, Style
from game.view.review import LedgerRow, LedgerTable

SIDE = 0.4
GAP = 56.0
FIELD = 300.0


def ledger_page(desk: Desk, opened: Opened, room: Box) -> Layout:
    """Return the hundred with what is said of them at the left, the rows at the right."""
    reckoned = opened.review.reckoned
    if reckoned is None:
        return Layout(tuple(said(desk, opened.review.pending, room)))
    ledger = reckoned.ledger
    if desk.is_tabbed:
        return _narrow(desk, opened, room, ledger)
    width = room.width * SIDE
    left = Box(room.x, room.y, width, room.height)
    pieces = _told(desk, ledger, left)
    rows = Box(room.x + width + GAP, room.y, room.width - width - GAP, room.height)
    listed, stops = _rows(desk, opened, rows, ledger)
    return Layout((*pieces, *listed), stops)


def _narrow(desk: Desk, opened: Opened, room: Box, ledger: LedgerTable) -> Layout:
    """Return all in one sheet that scrolls, for large type."""
    sections = (
        Section(paragraphs=tuple(text(each) for each in ledger.told), notes=(ledger.sum,)),
        *(
            Section(
                label=row.date.upper(),
                title=row.words,
                paragraphs=tuple(text(each) for each in (row.sentence, row.unknown_sentence) if each),
                notes=row.rolls,
            )
            for row in ledger.rows
        ),
        Section(paragraphs=tuple(text(each) for each in ledger.notes)),
        *estimates(opened.review, desk.words),
    )
    box = Box(room.x, room.y, room.width - 9, room.height - 9)
    title = next(each.title for each in opened.review.parts if each.id == opened.part)
    sheet = Sheet(title, sections=sections, rule="own", size=19, offset=opened.offset)
    furthest = sheet_layout(desk.type, sheet, box).furthest
    return Layout((Piece("sheet", box, sheet),), (), (Reel("sheet", box, opened.offset, furthest),))


def _told(desk: Desk, ledger: LedgerTable, box: Box) -> list[Piece]:
    """Return the field of a hundred, the sentences, the sum and how to read it, from the top downward."""
    theme, type_ = desk.theme, desk.type
    pieces: list[Piece] = []
    y = box.y
    lines = [(ledger.told[0], Style(Role.DISPLAY, 40, theme.n7, lead=1.2, breaks=Break.EVEN), 26.0)]
    lines += [(each, prose(25, theme.n7), 12.0) for each in ledger.told[1:]]
    lines += [(ledger.sum, prose(23, theme.amber), 22.0)]
    lines += [(each, prose(20, theme.n6), 10.0) for each in ledger.notes]
    needed = sum(type_.setting(words, style, box.width).high + gap for words, style, gap in lines)
    field = min(FIELD, box.height - needed - 40)
    if field >= 140 and (ledger.lost or ledger.taken):
        pieces.append(Piece("hundred", Box(box.x, y, field, field), Hundred(ledger.lost, ledger.taken)))
        y += field + 34
    for place, (words, style, gap) in enumerate(lines):
        setting = type_.setting(words, style, box.width)
        if y + setting.rest > box.bottom:
            break
        pieces.append(Piece(f"told {place}", Box(box.x, y, box.width, setting.rest), Words(words, style)))
        y += setting.high + gap
    return pieces


def _rows(desk: Desk, opened: Opened, box: Box, ledger: LedgerTable) -> tuple[list[Piece], tuple[Stop, ...]]:
    most = max((abs(each.value) for row in ledger.rows for each in (row.decision, row.luck)), default=0.0)
    focus = opened.focus if opened.focus.startswith("row ") else "row 0"
    entries = []
    for place, row in enumerate(ledger.rows):
        part = _part(row, most, has_focus=opened.focus == f"row {place}")
        entries.append(Entry(f"row {place}", part, share_height(desk.type, part, box.width)))
    listed = column(box, entries, focus, 4)
    return sorted(listed.pieces, key=lambda piece: piece.id == opened.focus), listed.stops


def _part(row: LedgerRow, most: float, *, has_focus: bool) -> ShareRow:
    number = "" if row.step is None else str(row.step)
    about = " ".join(
        each for each in (f"{row.date}.", row.sentence, *(row.rolls if has_focus else ())) if each
    )
    if has_focus and row.unknown_sentence:
        about = f"{about} {row.unknown_sentence}"
    return ShareRow(number, row.words, about, row.decision, row.luck, most, has_focus)
