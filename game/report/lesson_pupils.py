"""The pupils' edition: what the room knew when a question was asked, and never how it ended."""

from __future__ import annotations

from collections.abc import Iterator
from string import ascii_uppercase
from typing import NamedTuple

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
    Tickets,
)
from game.report.lesson_print import Printer
from game.report.lesson_road import Road, Source, Stop
from game.scenario.model import Actor, Advice, Lesson, Letter, Option, Report, Scenario, Statement
from game.view.citing import cards, mark
from game.view.lexicon import Lexicon
from game.view.moments import date_words, moment, time_of_day
from game.view.page import Line
from game.view.printing import literal, plain

_WAY = ("read", "argue", "vote", "write", "see")
_LEVELS = ("begun", "secure", "strong")


class Pack(NamedTuple):
    """What leaves are made from: a road, and the words it is printed in."""

    road: Road
    lexicon: Lexicon

    @property
    def scenario(self) -> Scenario:
        return self.lexicon.scenario

    @property
    def lesson(self) -> Lesson:
        return self.scenario.lesson or Lesson()

    @property
    def opening(self) -> Printer:
        """Prints with the values that every game begins with."""
        return Printer(self.lexicon, self.road.certain)

    @property
    def anywhere(self) -> Printer:
        """Prints without any value."""
        return Printer(self.lexicon, {})

    @property
    def cited(self) -> Printer:
        """Prints without any value and with citations."""
        return Printer(self.lexicon, {}, is_cited=True)

    def at(self, stop: Stop) -> Printer:
        return Printer(self.lexicon, stop.certain)

    def word(self, key: str, **values: object) -> str:
        return self.lexicon.words[f"lesson.{key}"].format(**values)

    def leaf(self, edition: Edition, name: str, title: Line | str, *blocks: Block) -> Leaf:
        above = f"{plain(self.opening.line(self.scenario.title))} · {self.word(f'edition.{edition.value}')}"
        return Leaf(edition, name, literal(title) if isinstance(title, str) else title, above, blocks)


def pupils_leaves(pack: Pack) -> Iterator[Leaf]:
    """Yield the hand-outs in the order in which they are handed out; what has no content is left out."""
    yield _briefing(pack)
    if pack.road.stops and pack.road.stops[0].advice:
        slips = _cards(pack, pack.road.stops[0], is_first=True)
        yield pack.leaf(
            Edition.PUPILS, "roles", pack.word("roles"), Note(literal(pack.word("roles.about"))), slips
        )
    for number, stop in enumerate(pack.road.stops, 1):
        yield _question(pack, stop, number)
    if pack.lesson.vocabulary:
        yield _glossary(pack)
    if pack.lesson.exit_ticket:
        questions = tuple(pack.anywhere.line(each) for each in pack.lesson.exit_ticket)
        yield pack.leaf(
            Edition.PUPILS,
            "exit_ticket",
            pack.word("exit"),
            Tickets(pack.word("exit.class"), questions),
        )
    if pack.lesson.aims:
        yield _rubric(pack)
    if pack.lesson.aims or any(each.decision.questions for each in pack.road.stops):
        yield _exam(pack)


def _briefing(pack: Pack) -> Leaf:
    scenario, printer = pack.scenario, pack.opening
    blocks: list[Block] = [Paragraphs((printer.line(scenario.summary),))]
    phase = next(iter(scenario.phases.values()), None)
    if phase is not None:
        blocks += [Heading(plain(printer.line(phase.title))), Paragraphs(printer.paragraphs(phase.text))]
    player = next((each for each in scenario.actors.values() if each.player), None)
    if player is not None:
        blocks += [Heading(pack.word("briefing.you")), Paragraphs(_who(printer, player))]
    speaking = dict.fromkeys(each.actor for stop in pack.road.stops[:1] for each in stop.advice)
    if speaking:
        people = (scenario.actors[each] for each in speaking)
        rows = tuple((literal(each.name), printer.line(each.role)) for each in people)
        blocks += [Heading(pack.word("briefing.room")), Grid(("", ""), rows, (40, 60), is_close=True)]
    way = tuple(literal(pack.word(f"way.{each}")) for each in _WAY)
    blocks += [
        Heading(pack.word("briefing.way")),
        Points(way, is_numbered=True),
        Note(literal(pack.word("blank"))),
    ]
    return pack.leaf(Edition.PUPILS, "briefing", printer.line(scenario.title), *blocks)


def _who(printer: Printer, actor: Actor) -> tuple[Line, ...]:
    role = printer.line(actor.role)
    name = (*literal(f"{actor.name}. " if role else actor.name), *role)
    return tuple(each for each in (name, *printer.paragraphs(actor.about)) if each)


def _cards(pack: Pack, stop: Stop, *, is_first: bool) -> Cards:
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


def _question(pack: Pack, stop: Stop, number: int) -> Leaf:
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
        blocks += [Heading(pack.word(key), begins_page=bool(papers)), Points(asked, rules=4, is_numbered=True)]
    if number > 1 and stop.advice:
        blocks += [Heading(pack.word("room"), begins_page=True), _cards(pack, stop, is_first=False)]
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


def moment_words(pack: Pack, minutes: int) -> str:
    return f"{date_words(minutes, pack.lexicon.words)}, {time_of_day(minutes)}"


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
    match paper:
        case Report():
            confidence = pack.lexicon.words[f"confidence.{paper.confidence}"] if paper.confidence else ""
            facts = (plain(printer.line(paper.from_)), at, confidence)
            title, paragraphs, points = printer.line(paper.title), printer.paragraphs(paper.block.text), ()
            unknown = tuple(printer.line(each) for each in paper.unknown)
        case Letter():
            name = pack.scenario.actors[paper.from_].name
            untitled = literal(pack.lexicon.words["letter.untitled"].format(name=name))
            title, facts = printer.line(paper.subject) or untitled, (name, at)
            paragraphs, unknown = printer.paragraphs(paper.text), ()
            points = tuple((plain(printer.line(key)), printer.line(text)) for key, text in paper.points)
    joined = " · ".join(each for each in facts if each)
    return Paper(label, title, joined, paragraphs, points, unknown, origin(pack.lexicon, paper.statement))


def origin(lexicon: Lexicon, statement: Statement) -> str:
    """Return who stands behind a statement, in words: how sure it is, and from which sources."""
    found = mark(lexicon, statement)
    if found is None:
        return ""
    titles = (
        f"{each.title}, {each.locator}" if each.locator else each.title
        for each in cards(lexicon, found.cards)
    )
    return "; ".join((found.words, *titles))


def _glossary(pack: Pack) -> Leaf:
    entries = [pack.scenario.codex[each] for each in pack.lesson.vocabulary]
    printer = pack.anywhere
    rows = tuple((printer.line(each.title), printer.line(each.text)) for each in entries)
    return pack.leaf(Edition.PUPILS, "glossary", pack.word("glossary"), Grid(("", ""), rows, (28, 72)))


def _rubric(pack: Pack) -> Leaf:
    columns = (pack.word("rubric.aim"), *(pack.word(f"rubric.{each}") for each in _LEVELS))
    rows = tuple((pack.anywhere.line(each), (), (), ()) for each in pack.lesson.aims)
    return pack.leaf(
        Edition.PUPILS, "rubric", pack.word("rubric"), Grid(columns, rows, (37, 21, 21, 21), is_tall=True)
    )


def _exam(pack: Pack) -> Leaf:
    """Return questions to be examined with: those of the authors to the sources, and their aims as essays."""
    blocks: list[Block] = []
    asked = [(n, stop) for n, stop in enumerate(pack.road.stops, 1) if stop.decision.questions]
    for number, stop in asked:
        printer = pack.at(stop)
        title = f"{number}. {plain(printer.line(stop.decision.title))}"
        lines = tuple(printer.line(each) for each in stop.decision.questions)
        blocks += [Heading(title)]
        if stop.papers:
            blocks += [Note(literal(pack.word("exam.use", title=title)))]
        blocks += [Points(lines)]
    if pack.lesson.aims:
        aims = tuple(pack.anywhere.line(each) for each in pack.lesson.aims)
        blocks += [Heading(pack.word("exam.essay")), Note(literal(pack.word("exam.essay.about")))]
        blocks += [Points(aims)]
    return pack.leaf(Edition.PUPILS, "exam", pack.word("exam"), *blocks)
