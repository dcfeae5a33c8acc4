"""The parts of the report that are read as papers: causes, what could not be known, advisers, sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.screen.backdrop import Rings
from game.screen.box import Box
from game.screen.desk import Desk, Layout, Stop
from game.screen.parts.body import Section
from game.screen.parts.sheet import RuleTone, Sheet
from game.screen.scene import Piece
from game.screen.screens.page_head import foot_top
from game.screen.screens.report_head import Opened
from game.screen.shown import moment_words
from game.screen.text import plain as text
from game.view.debrief import Note, RecordRow
from game.view.review import CauseLine, Review, TrackRecord
from game.view.sheet import Mark
from game.view.words import Words

LEAST_BESIDE = 300.0
MEASURE = 1240.0
"""A line of a paper is never longer than about 75 signs."""


def paper(
    desk: Desk, opened: Opened, room: Box, sections: Sequence[Section], rule: RuleTone = "own"
) -> Layout:
    """Return one sheet with the title of the part; it scrolls."""
    title = next(each.title for each in opened.review.parts if each.id == opened.part)
    width = min(room.width - 9, MEASURE * max(1.0, desk.text))
    box = Box(room.x, room.y, width, room.height - 9)
    sheet = Sheet(
        title,
        sections=tuple(sections),
        rule=rule,
        size=22 if desk.text < 1.5 else 19,
        offset=opened.offset,
        has_focus=opened.focus == "sheet",
    )
    pieces = (*_rings(desk, box), Piece("sheet", box, sheet))
    return Layout(pieces, (Stop("sheet", box),), (desk.reel(sheet, box),))


def _rings(desk: Desk, sheet: Box) -> Iterator[Piece]:
    """The mark of the game where a paper leaves the right side empty; none where colours are flat."""
    whole = desk.box
    if whole.right - sheet.right > LEAST_BESIDE and not desk.theme.is_flat:
        left = whole.width * 0.4
        top = sheet.y - 24
        box = Box(left, top, whole.width - left, foot_top(desk) - 12 - top)
        yield Piece("rings", box, Rings("sober", 0.72, 0.5, 0.8, has_fade=True))


def causes_page(desk: Desk, opened: Opened, room: Box) -> Layout:
    review = opened.review
    sections = [_cause(each, desk.words) for each in review.causes]
    if review.further:
        sections.append(Section(paragraphs=(text(review.further),)))
    return paper(desk, opened, room, sections, "danger")


def _cause(cause: CauseLine, words: Words) -> Section:
    odds = (cause.odds,) if cause.odds else ()
    return Section(
        label=f"{cause.kind_words}. {moment_words(cause.moment, words)}".upper(),
        paragraphs=(text(cause.words),),
        notes=(*odds, *cause.moved),
    )


def unknown_page(desk: Desk, opened: Opened, room: Box) -> Layout:
    words, review = desk.words, opened.review
    sections = [
        Section(
            label=each.label.upper(),
            paragraphs=tuple(text(line) for line in (each.course, each.about) if line),
            notes=(each.odds,) if each.odds else (),
        )
        for each in review.truths
    ]
    sections += [_note(each, review, words) for each in review.notes]
    empty = [Section(paragraphs=(text(words["review.no_truths"]),))]
    return paper(desk, opened, room, sections or empty, "calm")


def _note(note: Note, review: Review, words: Words) -> Section:
    line = cited_words(note.mark, review, words)
    return Section(paragraphs=note.paragraphs, notes=(line,) if line else ())


def estimates(review: Review, words: Words) -> tuple[Section, ...]:
    """Return the published estimates, under their heading."""
    sections = tuple(_note(each, review, words) for each in review.estimates)
    head = Section(label=words["review.estimates"].upper())
    return (head, *sections) if sections else ()


def record_page(desk: Desk, opened: Opened, room: Box) -> Layout:
    words = desk.words
    sections = [_row(each, opened.review, words) for each in opened.review.record]
    empty = [Section(paragraphs=(text(words["review.no_record"]),))]
    return paper(desk, opened, room, sections or empty, "neutral")


def _row(row: RecordRow, review: Review, words: Words) -> Section:
    """A row of the record: when, what, whether it came in this game, and who says so."""
    key = "report.here" if row.here else "report.verdict"
    here = moment_words(row.here, words) if row.here else ""
    verdict = words[key].format(verdict=row.verdict_words, here=here) if row.verdict is not None else ""
    departure = words["report.departure"] if row.is_departure else ""
    notes = tuple(each for each in (verdict, departure, cited_words(row.mark, review, words)) if each)
    return Section(label=moment_words(row.moment, words).upper(), paragraphs=(row.words,), notes=notes)


def advisers_page(desk: Desk, opened: Opened, room: Box) -> Layout:
    words, reckoned = desk.words, opened.review.reckoned
    if reckoned is None:
        return paper(desk, opened, room, [Section(paragraphs=(text(opened.review.pending),))])
    sections = [section for each in reckoned.advisers for section in _track(each, words)]
    empty = [Section(paragraphs=(text(words["review.no_advisers"]),))]
    return paper(desk, opened, room, sections or empty)


def _track(track: TrackRecord, words: Words) -> Iterator[Section]:
    yield Section(title=track.name, source=f"{track.role}. {track.summary}" if track.role else track.summary)
    for each in track.lines:
        said = words["track.line"].format(
            stance=each.stance, likelihood=each.likelihood, known=each.known, worlds=each.worlds
        )
        yield Section(
            label=moment_words(each.moment, words).upper(),
            paragraphs=(text(each.question), text(said)),
            notes=(each.verdict_words.capitalize(),),
        )


def sources_page(desk: Desk, opened: Opened, room: Box) -> Layout:
    words = desk.words
    sections = [
        Section(
            label=words["card.number"].format(number=each.number),
            title=each.title,
            paragraphs=tuple(text(line) for line in (*each.lines, "; ".join(each.locators)) if line),
        )
        for each in opened.review.sources
    ]
    empty = [Section(paragraphs=(text(words["review.no_sources"]),))]
    code = opened.review.code
    last = [Section(label=words["print.code"].upper(), paragraphs=(text(code),))] if code else []
    return paper(desk, opened, room, [*(sections or empty), *last], "neutral")


def cited_words(mark: Mark | None, review: Review, words: Words) -> str:
    """Return who stands behind a statement in one line: `Documented [2] [5]`."""
    if mark is None:
        return ""
    numbers = dict(review.numbers)
    ids = dict.fromkeys(each.partition(" ")[0] for each in mark.cards)
    cited = (words["card.number"].format(number=numbers[each]) for each in ids if each in numbers)
    return " ".join((mark.words.capitalize(), *cited))
