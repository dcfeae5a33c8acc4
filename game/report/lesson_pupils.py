"""The pupils' edition: what the room knew when a question was asked, and never how it ended."""

from __future__ import annotations

from collections.abc import Iterator

from game.report.lesson_layout import Pack
from game.report.lesson_leaf import Block, Edition, Grid, Heading, Leaf, Note, Paragraphs, Points, Tickets
from game.report.lesson_print import Printer
from game.report.lesson_question import position_cards, question_leaf
from game.scenario.model import Actor
from game.view.line import Line
from game.view.printing import literal, plain

_WAY = ("read", "argue", "vote", "write", "see")
_LEVELS = ("begun", "secure", "strong")


def pupils_leaves(pack: Pack) -> Iterator[Leaf]:
    """Yield the hand-outs in the order in which they are handed out; what has no content is left out."""
    yield _briefing(pack)
    if pack.road.stops and pack.road.stops[0].advice:
        slips = position_cards(pack, pack.road.stops[0], is_first=True)
        yield pack.leaf(
            Edition.PUPILS, "roles", pack.word("roles"), Note(literal(pack.word("roles.about"))), slips
        )
    for number, stop in enumerate(pack.road.stops, 1):
        yield question_leaf(pack, stop, number)
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
