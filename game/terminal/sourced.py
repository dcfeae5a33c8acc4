"""Who stands behind what was told: marks of evidence and source cards, in words."""

from __future__ import annotations

from collections.abc import Iterator

from game.terminal.transcript import INDENT
from game.view.citing import cited
from game.view.line import Line
from game.view.page import Page
from game.view.printing import plain
from game.view.sheet import Card, Mark, locators_of
from game.view.words import Words


def source_lines(page: Page, given: str, words: Words) -> Iterator[str]:
    """Yield the cards of a number, or who stands behind what was told since the last choice."""
    if given:
        yield from _numbered(page, given.strip("[]"), words)
        return
    for what, mark in _marked(page):
        yield from mark_lines(plain(what), mark, page, words)
    lines = (line for sheet in page.sheets for line in sheet.paragraphs)
    for card in _cards(page, cited(lines)):
        yield _card_line(card, words)


def mark_lines(what: str, mark: Mark | None, page: Page, words: Words) -> Iterator[str]:
    """Yield who stands behind a thing, the reason that is given, and the sources."""
    if mark is None:
        return
    yield words["mark.line"].format(what=what, evidence=mark.words) if what else INDENT + mark.words
    if mark.because:
        yield INDENT + words["mark.because"].format(because=mark.because)
    for card in _cards(page, mark.cards):
        yield INDENT + _card_line(card, words)


def _numbered(page: Page, number: str, words: Words) -> Iterator[str]:
    found = [each for each in page.cards if number == str(each.number)]
    if not found:
        yield words["terminal.no_source"].format(given=number)
        return
    yield words["source.line"].format(number=found[0].number, title=found[0].title)
    locators = locators_of(found)
    for line in dict.fromkeys(line for card in found for line in card.lines if line not in locators):
        yield INDENT + line
    if locators:
        yield INDENT + "; ".join(locators)


def _marked(page: Page) -> Iterator[tuple[Line, Mark | None]]:
    """Yield titles and texts with their marks; a text beneath a title of the same mark is passed over."""
    seen: Mark | None = None
    for thing in page.told:
        if not (thing.is_on_sheet and thing.mark == seen):
            yield thing.heading or next(iter(thing.paragraphs), ()), thing.mark
        seen = thing.mark
    if page.ending is not None:
        yield page.ending.sheet.title, page.ending.sheet.mark


def _cards(page: Page, ids: tuple[str, ...]) -> tuple[Card, ...]:
    known = {each.id: each for each in page.cards}
    return tuple(known[each] for each in ids if each in known)


def _card_line(card: Card, words: Words) -> str:
    line = words["source.line"].format(number=card.number, title=card.title)
    return words["source.at"].format(source=line, locator=card.locator) if card.locator else line
