"""Who stands behind what is said: the source cards and entries that a screen's papers cite."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from game.screen.parts.body import Section
from game.screen.screens.note import Note
from game.screen.shown import plain
from game.screen.text import plain as text
from game.view.line import Line, RunStyle
from game.view.page import Page
from game.view.sheet import Card, CodexCard, Mark
from game.view.sheet import Sheet as Paper
from game.view.words import Words


def sources(page: Page, papers: Iterable[Paper], words: Words) -> Note:
    """Return the note of what these papers link to, cite and rest on."""
    listed = tuple(papers)
    cards = {card.id: card for card in page.cards}
    codex = {card.id: card for card in page.codex}
    marks = [paper.mark for paper in listed if paper.mark is not None]
    cited = dict.fromkeys(
        [*_targets(listed, RunStyle.CITE), *(each for mark in marks for each in mark.cards)]
    )
    linked = dict.fromkeys(_targets(listed, RunStyle.LINK))
    sections = (
        *(_mark(paper, paper.mark, words) for paper in listed if paper.mark is not None),
        *_sources([cards[each] for each in cited if each in cards]),
        *(_entry(codex[each]) for each in linked if each in codex),
    )
    empty = (Section(paragraphs=(text(words["sources.none"]),)),)
    return Note(title=words["sources.title"], sections=sections or empty, close=words["help.close"])


def _targets(papers: Iterable[Paper], style: RunStyle) -> Iterator[str]:
    for paper in papers:
        lines: tuple[Line, ...] = (*paper.paragraphs, *paper.unknown, *(line for _, line in paper.points))
        for line in lines:
            yield from (run.target for run in line if run.style is style and run.target is not None)


def _mark(paper: Paper, mark: Mark, words: Words) -> Section:
    """How well a paper is documented, under its title."""
    because = words["sources.mark"].format(evidence=mark.words.capitalize(), because=mark.because or "")
    return Section(title=plain(paper.title), paragraphs=(text(because.strip()),))


def _sources(cards: Iterable[Card]) -> Iterator[Section]:
    """Each source once, with all the places in it that are cited."""
    places: dict[tuple[int, str], list[str]] = {}
    for card in cards:
        places.setdefault((card.number, card.title), []).extend(card.lines)
    for (number, title), lines in places.items():
        paragraphs = tuple(text(line) for line in dict.fromkeys(lines))
        yield Section(label=f"[{number}]", title=title, paragraphs=paragraphs)


def _entry(card: CodexCard) -> Section:
    return Section(label=card.kind.upper(), title=plain(card.title), paragraphs=card.paragraphs)
