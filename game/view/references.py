"""The source cards that a Page may open: those of its citations and its marks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from game.view.citing import cited
from game.view.line import Line
from game.view.page import Adviser, Choice, Page, Told
from game.view.sheet import Mark, Sheet


def card_ids(page: Page) -> tuple[str, ...]:
    """Return the ids of all cards that lines and marks of a Page name, each once."""
    from_lines = cited(_lines(page))
    from_marks = (card for mark in _marks(page) if mark is not None for card in mark.cards)
    return tuple(dict.fromkeys((*from_lines, *from_marks)))


def _lines(page: Page) -> Iterator[Line]:
    yield page.phase
    for sheet in _sheets(page):
        yield from _sheet_lines(sheet)
    for thing in _told(page):
        yield from thing.paragraphs
    for choice in page.choices:
        yield from _choice_lines(choice)
    for adviser in _advisers(page):
        yield from (adviser.says, *adviser.for_, *adviser.against)
    for entry in page.codex:
        yield from entry.paragraphs
    if page.ending:
        yield from (each for fact in page.ending.facts for each in (fact.value, fact.history))
    if page.debrief:
        yield from (each for note in page.debrief.notes for each in note.paragraphs)
        yield from (row.words for row in page.debrief.record)


def _marks(page: Page) -> Iterator[Mark | None]:
    yield from (each.mark for each in _sheets(page))
    yield from (each.mark for each in _told(page))
    yield from (each.mark for each in _advisers(page))
    yield from (each.mark for each in page.codex)
    if page.debrief:
        yield from (each.mark for each in page.debrief.notes)
        yield from (each.mark for each in page.debrief.record)


def _sheets(page: Page) -> Iterator[Sheet]:
    yield from page.sheets
    yield from (each.sheet for each in _told(page) if each.sheet)


def _told(page: Page) -> Iterable[Told]:
    return (*page.told, *(entry.told for entry in page.journal))


def _advisers(page: Page) -> Iterator[Adviser]:
    return (each for question in page.questions for each in question.advisers)


def _sheet_lines(sheet: Sheet) -> tuple[Line, ...]:
    return (sheet.title, *sheet.paragraphs, *(line for _, line in sheet.points), *sheet.unknown)


def _choice_lines(choice: Choice) -> tuple[Line, ...]:
    return (choice.label, choice.about, choice.warning, choice.reason)
