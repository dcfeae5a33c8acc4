"""The after-action report of a session that is over."""

from __future__ import annotations

from collections.abc import Iterable

from game.analysis.account import Reckoning
from game.session.code import format_code
from game.session.session import Session
from game.view.chain import cause_lines, further
from game.view.comparison import branches, steps
from game.view.composition import page
from game.view.hidden import truths
from game.view.ledger import ledger_table
from game.view.page import Page
from game.view.retrospect import Retrospect, retrospect
from game.view.review import Part, Reckoned, Review, SourceLine, Step
from game.view.riskcurve import risk_curve
from game.view.sheet import Card, locators_of
from game.view.trackrecord import track_records
from game.view.words import ENGLISH, Words

PARTS = ("overview", "causes", "decisions", "record", "ledger", "unknown", "advisers", "sources")


def has_risk(session: Session) -> bool:
    """Whether an ending of the scenario is a catastrophe, so that there is a risk to reckon with."""
    return any(each.catastrophe for each in session.scenario.endings.values())


def review(
    session: Session, reckoning: Reckoning | None = None, words: Words = ENGLISH, *, pending: str = ""
) -> Review:
    """Return the report; `pending` says why there is no reckoning, where there is none."""
    assert session.is_over
    game, shown = retrospect(session, words), page(session, words=words)
    answered = steps(game)
    ending, debrief = shown.ending, shown.debrief
    assert ending is not None
    assert debrief is not None
    estimates = {each.id for each in session.scenario.debrief.values() if each.estimate}
    reckoned = None if reckoning is None or not has_risk(session) else _reckoned(game, answered, reckoning)
    return Review(
        title=words["review.title"],
        about=words["review.about"],
        parts=tuple(Part(each, words[f"review.{each}"], words[f"review.tab.{each}"]) for each in PARTS),
        scenario=shown.title,
        setup=shown.setup_label,
        terms="" if session.can_turn_back else words["review.bound"],
        date=shown.date_words,
        ending=ending.sheet.title,
        ending_text=ending.sheet.paragraphs,
        facts=ending.facts,
        causes=cause_lines(game),
        further=further(game),
        branches=branches(game, answered),
        record=debrief.record,
        truths=truths(game),
        notes=tuple(each for each in debrief.notes if each.id not in estimates),
        estimates=tuple(each for each in debrief.notes if each.id in estimates),
        sources=_sources(shown),
        numbers=tuple(game.lexicon.numbers.items()),
        reckoned=reckoned,
        pending="" if reckoned else _pending(session, words, pending),
        code=format_code(session) or "",
    )


def _reckoned(game: Retrospect, answered: tuple[Step, ...], reckoning: Reckoning) -> Reckoned:
    return Reckoned(
        ledger_table(game, answered, reckoning.ledger),
        risk_curve(game, answered, reckoning),
        track_records(game, reckoning),
    )


def _pending(session: Session, words: Words, pending: str) -> str:
    return pending or words["review.no_odds"] if has_risk(session) else words["review.no_catastrophe"]


def _sources(shown: Page) -> tuple[SourceLine, ...]:
    """Return the sources that the game cites, each once with the places in it."""
    by_number: dict[int, list[Card]] = {}
    for card in shown.cards:
        by_number.setdefault(card.number, []).append(card)
    return tuple(_source(cards) for _, cards in sorted(by_number.items()))


def _source(cards: list[Card]) -> SourceLine:
    locators = locators_of(cards)
    lines: Iterable[str] = (line for each in cards for line in each.lines if line not in locators)
    return SourceLine(cards[0].number, cards[0].title, tuple(dict.fromkeys(lines)), locators)
