"""The sheets of one question: the situation and its options, the sources, what the room says."""

from __future__ import annotations

from collections.abc import Iterator
from string import ascii_uppercase
from typing import assert_never

from game.report.lesson_layout import Pack, moment_words, origin
from game.report.lesson_leaf import (
    Block,
    Cards,
    Edition,
    Grid,
    Heading,
    Leaf,
    Note,
    Paper,
    Paragraphs,
    Points,
    RoleCard,
)
from game.report.lesson_print import Printer
from game.report.lesson_road import Source, Stop
from game.scenario.model import Advice, Letter, Option, Report
from game.view.moments import moment
from game.view.printing import literal, plain


def position_cards(pack: Pack, stop: Stop, *, is_first: bool) -> Cards:
    """Return the positions on a question; with the first come the persons too."""
    return Cards(tuple(_card(pack, stop, each, is_first) for each in stop.advice))


def _card(pack: Pack, stop: Stop, advice: Advice, is_first: bool) -> RoleCard:  # noqa: FBT001 - as above
    printer, decision = pack.at(stop), stop.decision
    actor = pack.scenario.actors[advice.actor]
    named = (("supports", advice.supports), ("opposes", advice.opposes))
    stance = [
        pack.word(f"position.{key}", label=plain(printer.line(decision.options[option].label)))
        for key, option in named
        if option is not None
    ]
    return RoleCard(
        actor.name,
        printer.line(actor.role),
        printer.line(actor.about) if is_first else (),
        literal(pack.word("position", title=plain(printer.line(decision.title)))),
        ". ".join(stance) or pack.word("position.none"),
        printer.line(advice.says),
        tuple(printer.line(each) for each in advice.for_),
        tuple(printer.line(each) for each in advice.against),
    )


def question_leaf(pack: Pack, stop: Stop, number: int) -> Leaf:
    """Return the sheets of one question: situation and options, sources, and what the room says."""
    printer, decision = pack.at(stop), stop.decision
    blocks: list[Block] = [Note(literal(_when(pack, stop))), Paragraphs(printer.paragraphs(decision.text))]
    blocks += [Heading(pack.word("options")), _organiser(pack, stop)]
    papers = tuple(
        _paper(pack, printer, paper, minute, letter)
        for (paper, minute), letter in zip(stop.papers, _letters(), strict=False)
    )
    if papers:
        blocks += [Heading(pack.word("sources"), begins_page=True), *papers]
    if decision.questions:
        key = "sources.questions" if papers else "questions"
        asked = tuple(printer.line(each) for each in decision.questions)
        blocks += [
            Heading(pack.word(key), begins_page=bool(papers)),
            Points(asked, rules=4, is_numbered=True),
        ]
    if number > 1 and stop.advice:
        blocks += [Heading(pack.word("room"), begins_page=True), position_cards(pack, stop, is_first=False)]
    title = (*literal(f"{number}. "), *printer.line(decision.title))
    return pack.leaf(Edition.PUPILS, f"question_{number}", title, *blocks)


def _letters() -> Iterator[str]:
    """Yield A to Z, then AA, AB and so on."""
    yield from ascii_uppercase
    yield from (first + second for first in ascii_uppercase for second in ascii_uppercase)


def _when(pack: Pack, stop: Stop) -> str:
    if stop.minute is None:
        return pack.word("question.off")
    at = pack.scenario.clock.starts + stop.minute
    return pack.word("question.when", moment=moment_words(pack, at))


def options_shown(stop: Stop) -> tuple[Option, ...]:
    """Return the options that the screen shows: on offer, or in grey with a reason."""
    options = stop.decision.options.values()
    return tuple(each for each in options if each.id in stop.offered or each.unless_text is not None)


def _organiser(pack: Pack, stop: Stop) -> Grid:
    printer = pack.at(stop)
    columns = ("options.option", "options.gains", "options.risks", "options.vote")
    rows = []
    for number, option in enumerate(options_shown(stop), 1):
        label = (*literal(f"{number}. "), *printer.line(option.label))
        about = printer.line(option.about)
        reason = () if option.id in stop.offered else printer.line(option.unless_text)
        rows.append((label, about, printer.line(option.warning) or reason, ()))
    return Grid(tuple(pack.word(each) for each in columns), tuple(rows), (24, 32, 32, 12), is_tall=True)


def _paper(pack: Pack, printer: Printer, paper: Source, minute: int, letter: str) -> Paper:
    at = moment(pack.scenario.clock.starts + minute)
    label = pack.word("source", letter=letter)
    stated = origin(pack.lexicon, paper.statement)
    match paper:
        case Report():
            confidence = pack.lexicon.words[f"confidence.{paper.confidence}"] if paper.confidence else ""
            facts = _joined(plain(printer.line(paper.from_)), at, confidence)
            unknown = tuple(printer.line(each) for each in paper.unknown)
            text = printer.paragraphs(paper.block.text)
            return Paper(label, printer.line(paper.title), facts, text, (), unknown, stated)
        case Letter():
            name = pack.scenario.actors[paper.from_].name
            untitled = literal(pack.lexicon.words["letter.untitled"].format(name=name))
            points = tuple((plain(printer.line(key)), printer.line(text)) for key, text in paper.points)
            title, text = printer.line(paper.subject) or untitled, printer.paragraphs(paper.text)
            return Paper(label, title, _joined(name, at), text, points, (), stated)
        case _:
            assert_never(paper)


def _joined(*facts: str) -> str:
    return " · ".join(each for each in facts if each)
