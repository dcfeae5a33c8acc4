"""The questions of a game one by one: what was answered, what was not, and the record with its sources."""

from __future__ import annotations

from game.screen.box import Box
from game.screen.desk import Desk, Layout, Stop
from game.screen.parts.body import Section
from game.screen.parts.row import Row, row_height
from game.screen.parts.sheet import Sheet
from game.screen.scene import Piece
from game.screen.screens.listing import Entry, column
from game.screen.screens.report_head import Opened
from game.screen.screens.report_papers import cited_words, paper
from game.screen.shown import moment_words
from game.screen.text import plain as text
from game.view.review import LedgerRow, Review, Step

LIST = 0.42
GAP = 44.0


def decisions_page(desk: Desk, opened: Opened, room: Box) -> Layout:
    """Return the list of steps and the sheet of the one in focus; with little room, the sheet alone."""
    steps = opened.review.branches.steps
    if not steps:
        return paper(desk, opened, room, (Section(paragraphs=(text(opened.review.branches.date),)),))
    at = min(opened.at, len(steps) - 1)
    if desk.is_tabbed:
        return _sheet_alone(desk, opened, room, steps[at])
    width = room.width * LIST
    focus = opened.focus if opened.focus.startswith("row ") else f"row {at}"
    entries = []
    for place, step in enumerate(steps):
        row = Row(
            f"{step.number}  {step.chosen}",
            f"{step.date}. {step.title}",
            has_focus=opened.focus == f"row {place}",
        )
        entries.append(Entry(f"row {place}", row, row_height(desk.type, row, width)))
    listed = column(Box(room.x, room.y, width, room.height), entries, focus, 4)
    box = Box(room.x + width + GAP, room.y, room.width - width - GAP - 9, room.height - 9)
    sheet = _sheet(desk, opened, steps[at])
    pieces = sorted(listed.pieces, key=lambda piece: piece.id == opened.focus)
    return Layout((*pieces, Piece("sheet", box, sheet)), listed.stops, (desk.reel(sheet, box),))


def _sheet_alone(desk: Desk, opened: Opened, room: Box, step: Step) -> Layout:
    box = Box(room.x, room.y, room.width - 9, room.height - 9)
    sheet = _sheet(desk, opened, step)
    at = opened.review.branches.steps.index(step)
    return Layout(
        (Piece("sheet", box, sheet),),
        (Stop(f"row {at}", box),),
        (desk.reel(sheet, box),),
    )


def _sheet(desk: Desk, opened: Opened, step: Step) -> Sheet:
    words, review = desk.words, opened.review
    options = tuple(
        words[
            "report.option.own"
            if each.is_own
            else "report.option.record"
            if each.is_record
            else "report.option"
        ].format(label=each.label)
        for each in step.options
    )
    share = _share(review, step)
    sections = (
        Section(
            label=moment_words(step.moment, words).upper(),
            paragraphs=(*((text(step.chosen),) if step.is_late else ()), text(step.verdict)),
            notes=options,
        ),
        *(
            Section(
                label=moment_words(each.moment, words).upper(),
                paragraphs=(each.words,),
                notes=(line,) if (line := cited_words(each.mark, review, words)) else (),
            )
            for each in step.record
        ),
        *((_weighed(share),) if share is not None else ()),
    )
    return Sheet(
        step.title,
        sections=sections,
        rule="own",
        size=22 if desk.text < 1.5 else 19,
        offset=opened.offset,
    )


def _weighed(share: LedgerRow) -> Section:
    told = tuple(text(each) for each in (share.sentence, share.unknown_sentence) if each)
    return Section(paragraphs=told, notes=share.rolls)


def _share(review: Review, step: Step) -> LedgerRow | None:
    """Return the row of the ledger for a step; None where nothing is reckoned or the deadline answered."""
    rows = review.reckoned.ledger.rows if review.reckoned is not None else ()
    return next((each for each in rows if each.step == step.number), None)
