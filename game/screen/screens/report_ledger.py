"""The ledger: a hundred worlds, the sentence that is to be remembered, and a row for each choice."""

from __future__ import annotations

from game.frozen import NamedTuple
from game.screen.box import Box
from game.screen.desk import Desk, Layout, Stop
from game.screen.fonts import Role
from game.screen.parts.body import Section
from game.screen.parts.hundred import Hundred
from game.screen.parts.plain import Words
from game.screen.parts.share import ShareRow, share_height
from game.screen.parts.sheet import Sheet
from game.screen.scene import Piece
from game.screen.screens.listing import Entry, column
from game.screen.screens.report_head import Opened
from game.screen.screens.report_overview import said
from game.screen.screens.report_papers import estimates
from game.screen.styles import label, prose
from game.screen.text import plain as text
from game.screen.typeset import Break, Style
from game.view.review import LedgerRow, LedgerTable, Review
from game.view.words import Words as Table

SIDE = 0.4
GAP = 56.0
FIELD = 300.0
LEAST_FIELD = 140.0
LEAST_NOTES = 190.0


def ledger_page(desk: Desk, opened: Opened, room: Box) -> Layout:
    """Return the hundred with what is said of them at the left, the rows at the right."""
    reckoned = opened.review.reckoned
    if reckoned is None:
        return Layout(tuple(said(desk, opened.review.pending, room)))
    ledger = reckoned.ledger
    width = room.width * SIDE
    told = _told(desk, ledger, Box(room.x, room.y, width, room.height))
    notes = Box(room.x, told.bottom, width - 9, room.bottom - told.bottom - 9)
    if desk.is_tabbed or notes.height < LEAST_NOTES * desk.text:
        return _narrow(desk, opened, room, ledger)
    sheet = Sheet(
        desk.words["review.estimates"] if opened.review.estimates else desk.words["report.reading"],
        sections=(*_estimates(opened.review, desk.words), _reading(ledger)),
        rule="neutral",
        size=19,
        offset=opened.offset,
        has_focus=opened.focus == "sheet",
    )
    rows = Box(room.x + width + GAP, room.y, room.width - width - GAP, room.height)
    listed, stops = _rows(desk, opened, rows, ledger)
    return Layout(
        (*told.pieces, Piece("sheet", notes, sheet), *listed),
        (*stops, Stop("sheet", notes)),
        (desk.reel(sheet, notes),),
    )


def _estimates(review: Review, words: Table) -> tuple[Section, ...]:
    """Return the published estimates without their heading, which the sheet has."""
    return estimates(review, words)[1:]


def _reading(ledger: LedgerTable) -> Section:
    return Section(paragraphs=tuple(text(each) for each in ledger.notes))


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
    return Layout((Piece("sheet", box, sheet),), (Stop("sheet", box),), (desk.reel(sheet, box),))


class _Told(NamedTuple):
    """What stands at the left, and where what follows may begin."""

    pieces: tuple[Piece, ...]
    bottom: float


def _told(desk: Desk, ledger: LedgerTable, box: Box) -> _Told:
    """Return the field of a hundred if there is room, the sentences and the sum, from the top downward."""
    theme, type_ = desk.theme, desk.type
    lines = [(ledger.told[0], Style(Role.DISPLAY, 38, theme.n7, lead=1.2, breaks=Break.EVEN), 22.0)]
    lines += [(each, prose(25, theme.n7), 8.0) for each in ledger.told[1:]]
    lines += [(ledger.sum, prose(23, theme.amber), 20.0)]
    needed = sum(type_.setting(words, style, box.width).high + gap for words, style, gap in lines)
    field = min(FIELD, box.height - needed - 30 - LEAST_NOTES * desk.text)
    pieces: list[Piece] = []
    y = box.y
    if field >= LEAST_FIELD and ledger.lost:
        pieces.append(Piece("hundred", Box(box.x, y, field, field), Hundred(ledger.lost, ledger.taken)))
        y += field + 30
    for place, (words, style, gap) in enumerate(lines):
        setting = type_.setting(words, style, box.width)
        pieces.append(Piece(f"told {place}", Box(box.x, y, box.width, setting.rest), Words(words, style)))
        y += setting.high + gap
    return _Told(tuple(pieces), y)


def _rows(desk: Desk, opened: Opened, box: Box, ledger: LedgerTable) -> tuple[list[Piece], tuple[Stop, ...]]:
    """Return the rows that fit with what their bars mean above them, and the stops of all."""
    theme = desk.theme
    keys = (
        (desk.words["report.choice"].upper(), label(theme.amber, 20)),
        (desk.words["report.luck"].upper(), label(theme.blue, 20)),
    )
    pieces: list[Piece] = []
    right, high = box.right, 0.0
    for place, (words, style) in enumerate(reversed(keys)):
        setting = desk.type.setting(words, style)
        right -= setting.wide + (24 if place else 18)
        pieces.append(
            Piece(f"key {place}", Box(right, box.y, setting.wide + 1, setting.rest), Words(words, style))
        )
        high = max(high, setting.rest)
    room = Box(box.x, box.y + high + 12, box.width, box.height - high - 12)
    most = max((abs(each.value) for row in ledger.rows for each in (row.decision, row.luck)), default=0.0)
    entries = []
    for place, row in enumerate(ledger.rows):
        part = _part(row, most, has_focus=opened.focus == f"row {place}")
        entries.append(Entry(f"row {place}", part, share_height(desk.type, part, room.width)))
    listed = column(room, entries, opened.focus if opened.focus.startswith("row ") else "row 0", 4)
    pieces += sorted(listed.pieces, key=lambda piece: piece.id == opened.focus)
    return pieces, listed.stops


def _part(row: LedgerRow, most: float, *, has_focus: bool) -> ShareRow:
    """Return a row; that of the focus tells the draws after it and what could not be known."""
    number = "" if row.step is None else str(row.step)
    more = (*(f"{each}." for each in row.rolls), row.unknown_sentence) if has_focus else ()
    about = " ".join(each for each in (f"{row.date}.", row.sentence, *more) if each)
    return ShareRow(number, row.words, about, row.decision, row.luck, most, has_focus)
