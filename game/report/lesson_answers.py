"""The answer key: the record behind each question, what was hidden, the endings, the sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from game.report.lesson_layout import Pack, origin
from game.report.lesson_leaf import Block, Edition, Grid, Heading, Leaf, Note, Paragraphs, Points
from game.report.lesson_road import Stop
from game.scenario.model import Ending, Row, Variable
from game.view.citing import cards, mark
from game.view.line import Line
from game.view.moments import day_of, moment
from game.view.printing import literal, plain, variable_words


def answers(pack: Pack) -> Leaf:
    """Return the answer key: the record behind each question, what was hidden, the endings, the sources."""
    parts = (_answered(pack), _hidden(pack), _notes(pack), _endings(pack), _references(pack))
    return pack.leaf(Edition.TEACHER, "answers", pack.word("answers"), *chain.from_iterable(parts))


def _answered(pack: Pack) -> Iterator[Block]:
    rows = sorted(pack.scenario.timeline.values(), key=lambda each: each.at)
    stops = [each for each in pack.road.stops if each.minute is not None]
    moments = [pack.scenario.clock.starts + (each.minute or 0) for each in stops]
    before = [each for each in rows if not moments or each.at < moments[0]]
    if before:
        yield from (Heading(pack.word("answers.before")), _record(pack, before))
    for number, stop in enumerate(pack.road.stops, 1):
        printer = pack.at(stop)
        yield Heading(f"{number}. {plain(printer.line(stop.decision.title))}")
        told = printer.line(stop.decision.short)
        yield Paragraphs((_chosen(pack, stop), told) if told else (_chosen(pack, stop),))
        if stop.decision.questions:
            yield Points(tuple(printer.line(each) for each in stop.decision.questions), is_numbered=True)
        if stop in stops:
            place = stops.index(stop)
            ends = moments[place + 1] if place + 1 < len(moments) else None
            mine = [each for each in rows if moments[place] <= each.at and (ends is None or each.at < ends)]
            if mine:
                yield from (Note(literal(pack.word("answers.record"))), _record(pack, mine))


def _chosen(pack: Pack, stop: Stop) -> Line:
    decision = stop.decision
    if decision.historical is None:
        return literal(pack.word("answers.silent"))
    if decision.historical == "wait":
        return literal(pack.word("answers.waited"))
    label = plain(pack.at(stop).line(decision.options[decision.historical].label))
    return literal(pack.word("answers.recorded", label=label))


def _record(pack: Pack, rows: Sequence[Row]) -> Grid:
    cells = tuple((literal(_when(each)), pack.cited.line(each.text), _origin(pack, each)) for each in rows)
    return Grid(("", "", ""), cells, (18, 56, 26))


def _when(row: Row) -> str:
    return day_of(row.at).isoformat() if row.is_day else moment(row.at)


def _origin(pack: Pack, row: Row) -> Line:
    """Return how sure a row is, with the numbers of its sources and the places in them."""
    found = mark(pack.lexicon, row.statement)
    if found is None:
        return ()
    listed = (
        f"[{each.number}] {each.locator}" if each.locator else f"[{each.number}]"
        for each in cards(pack.lexicon, found.cards)
    )
    return literal("; ".join((found.words, *listed)))


def _hidden(pack: Pack) -> Iterator[Block]:
    scenario = pack.scenario
    hidden = [
        each
        for each in (*scenario.variables.values(), *scenario.beliefs.values())
        if each.hidden and (len(each.start.values) > 1 or (each.label is not None and each.words))
    ]
    rows = tuple(
        (_name(pack, each), literal(each.about or ""), literal(_starts(pack, each))) for each in hidden
    )
    if rows:
        yield from (
            Heading(pack.word("answers.hidden"), begins_page=True),
            Grid(("", "", ""), rows, (26, 44, 30)),
        )


def _name(pack: Pack, variable: Variable) -> Line:
    """Return the name of a hidden value: its label, or as in the report the end of its id in words."""
    if variable.label is not None:
        return pack.anywhere.line(variable.label)
    actor, _, belief = variable.id.rpartition(".")
    words = belief.replace("_", " ")
    return literal(f"{pack.scenario.actors[actor].name}: {words}" if actor else words)


def _starts(pack: Pack, variable: Variable) -> str:
    values = [variable_words(variable, each) for each, _ in variable.start.values]
    return pack.word("answers.starts", values=", ".join(values)) if len(values) > 1 else values[0]


def _notes(pack: Pack) -> Iterator[Block]:
    notes = pack.scenario.debrief.values()
    if notes:
        yield Heading(pack.word("answers.notes"), begins_page=True)
    for each in notes:
        yield Paragraphs(pack.cited.paragraphs(each.text))
        about = "; ".join(filter(None, (origin(pack.lexicon, each.statement), each.statement.because)))
        if about:
            yield Note(literal(about))


def _endings(pack: Pack) -> Iterator[Block]:
    endings = sorted(pack.scenario.endings.values(), key=lambda each: (each.rank is None, each.rank or 0))
    columns = (pack.word("answers.ending"), pack.word("answers.means"))
    rows = tuple((_ending_title(pack, each), pack.cited.line(each.text)) for each in endings)
    yield from (Heading(pack.word("answers.endings"), begins_page=True), Grid(columns, rows, (30, 70)))
    then = next((each for each in endings if each.historical), None)
    if then is not None and then.facts:
        facts = tuple((pack.cited.line(each.label), pack.cited.line(each.history)) for each in then.facts)
        yield from (Heading(pack.word("answers.facts")), Grid(("", ""), facts, (40, 60)))


def _ending_title(pack: Pack, ending: Ending) -> Line:
    title = pack.cited.line(ending.title)
    return (*title, *literal(f" ({pack.word('answers.then')})")) if ending.historical else title


def _references(pack: Pack) -> Iterator[Block]:
    listed = cards(pack.lexicon, pack.scenario.sources)
    if listed:
        lines = tuple(literal(f"[{each.number}] {each.title}") for each in listed)
        yield from (Heading(pack.word("answers.sources"), begins_page=True), Paragraphs(lines))
