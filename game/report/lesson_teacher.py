"""The teacher's edition: the plan of the lesson, the tally, the record behind the questions, the curriculum."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from game.report.lesson_leaf import Block, Edition, Grid, Heading, Leaf, Note, Paragraphs, Points
from game.report.lesson_pupils import Pack, options_shown, origin
from game.report.lesson_road import Slot, Stop
from game.scenario.model import Decision, Ending, Row, Variable
from game.view.citing import cards, mark
from game.view.counting import counted
from game.view.moments import day_of, moment
from game.view.page import Line
from game.view.printing import literal, plain, variable_words

_COPIES = {"roles": "set", "briefing": "each", "exit_ticket": "after", "rubric": "after", "exam": "after"}
"""How often a hand-out is printed; one a group where nothing is said."""


class Printed(NamedTuple):
    """A hand-out as the guide lists it: its file in the folder, and its leaf."""

    file: str
    leaf: Leaf


def guide(pack: Pack, printed: Sequence[Printed], missing: Sequence[str]) -> Leaf:
    """Return the guide: aims, the minutes, what to print, what is missing."""
    aims = tuple(pack.anywhere.line(each) for each in pack.lesson.aims)
    blocks: list[Block] = [Grid(("", ""), tuple(_particulars(pack)), (24, 76))]
    blocks += [Heading(pack.word("guide.aims")), Points(aims)] if aims else []
    blocks += [
        Heading(pack.word("guide.plan", minutes=pack.road.timetable.minutes), begins_page=True),
        _plan(pack),
        Note(literal(pack.word("guide.road"))),
        Heading(pack.word("guide.print"), begins_page=True),
        _prints(pack, printed),
        Heading(pack.word("guide.missing")),
        Points(tuple(literal(each) for each in missing))
        if missing
        else Paragraphs((literal(pack.word("guide.complete")),)),
    ]
    return pack.leaf(Edition.TEACHER, "guide", pack.word("guide"), *blocks)


def _particulars(pack: Pack) -> Iterator[tuple[Line, Line]]:
    scenario = pack.scenario
    setup = scenario.setups.get(pack.road.setup)
    file = pack.word("guide.file.words", id=scenario.id, version=scenario.version)
    length = counted(pack.lexicon.words, "minute", pack.road.timetable.minutes)
    rows: tuple[tuple[str, Line], ...] = (
        ("guide.file", literal(file)),
        ("guide.level", literal(pack.lesson.level or "")),
        ("guide.length", literal(length)),
        ("guide.setup", pack.opening.line(setup.label) if setup else ()),
    )
    yield from ((literal(pack.word(key)), words) for key, words in rows if plain(words))


def _plan(pack: Pack) -> Grid:
    columns = ("plan.from", "plan.what", "plan.takes", "plan.hand_out")
    rows = tuple(_steps(pack))
    return Grid(tuple(pack.word(each) for each in columns), rows, (12, 54, 14, 20))


def _steps(pack: Pack) -> Iterator[tuple[Line, ...]]:
    """Yield the rows of the plan: what is asked, what is told in a line between, the debrief."""
    timetable = pack.road.timetable
    numbers = {each.decision.id: n for n, each in enumerate(pack.road.stops, 1) if each.slot is not None}
    yield _row("", pack.word("plan.opening"), "", "briefing, roles" if _has_roles(pack) else "briefing")
    for is_asked, slots in groupby(timetable.slots, key=lambda each: each.minutes > 0):
        if not is_asked:
            yield ((), _passed(pack, tuple(slots)), (), ())
            continue
        for slot in slots:
            number = numbers[slot.decision]
            title = plain(pack.anywhere.line(pack.scenario.decisions[slot.decision].title))
            what = pack.word("plan.question", number=number, title=title)
            yield _row(str(slot.begins), what, str(slot.minutes), f"question_{number}")
    begins = max(timetable.minutes - timetable.debrief, _end(pack))
    tickets = "exit_ticket" if pack.lesson.exit_ticket else ""
    yield _row(str(begins), pack.word("plan.debrief"), str(timetable.debrief), tickets)


def _passed(pack: Pack, slots: Sequence[Slot]) -> Line:
    """Return decisions that are told in a line: those lines, or the titles where there are none."""
    decisions = [pack.scenario.decisions[each.decision] for each in slots]
    told = " ".join(plain(pack.anywhere.line(each.short or each.title)) for each in decisions)
    return literal(pack.word("plan.passed", lines=told))


def _end(pack: Pack) -> int:
    return max((each.begins + each.minutes for each in pack.road.timetable.slots), default=0)


def _has_roles(pack: Pack) -> bool:
    return bool(pack.road.stops and pack.road.stops[0].advice)


def _row(*cells: str) -> tuple[Line, ...]:
    return tuple(literal(each) if each else () for each in cells)


def _prints(pack: Pack, printed: Sequence[Printed]) -> Grid:
    def copies(leaf: Leaf) -> str:
        one = "one" if leaf.edition is Edition.TEACHER else "group"
        return pack.word(f"print.{_COPIES.get(leaf.name, one)}")

    rows = tuple(
        (literal(each.file), each.leaf.title, literal(copies(each.leaf))) for each in printed
    )
    return Grid((pack.word("print.file"), "", pack.word("print.copies")), rows, (34, 44, 22))


def tally(pack: Pack) -> Leaf:
    """Return a page for each question on which the votes are counted."""
    columns = tuple(pack.word(f"tally.{each}") for each in ("option", "first", "second"))
    blocks: list[Block] = []
    for number, stop in enumerate(pack.road.stops, 1):
        printer = pack.at(stop)
        options = enumerate(options_shown(stop), 1)
        rows = [((*literal(f"{n}. "), *printer.line(each.label)), (), ()) for n, each in options]
        rows += [(literal(pack.word(f"tally.{each}")), (), ()) for each in ("overruled", "minority")]
        title = f"{number}. {plain(printer.line(stop.decision.title))}"
        blocks += [Heading(title, begins_page=number > 1), Grid(columns, tuple(rows), (50, 25, 25), is_tall=True)]
    return pack.leaf(Edition.TEACHER, "tally", pack.word("tally"), *blocks)


def answers(pack: Pack) -> Leaf:
    """Return the answer key: the record behind each question, what was hidden, the endings, the sources."""
    parts = (_answered(pack), _hidden(pack), _notes(pack), _endings(pack), _references(pack))
    return pack.leaf(Edition.TEACHER, "answers", pack.word("answers"), *(each for part in parts for each in part))


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
        yield Paragraphs(tuple(each for each in (_chosen(pack, stop), printer.line(stop.decision.short)) if each))
        yield Points(tuple(printer.line(each) for each in stop.decision.questions), is_numbered=True)
        if stop in stops:
            place = stops.index(stop)
            ends = moments[place + 1] if place + 1 < len(moments) else None
            mine = [each for each in rows if moments[place] <= each.at and (ends is None or each.at < ends)]
            if mine:
                yield from (Note(literal(pack.word("answers.record"))), _record(pack, mine))


def _chosen(pack: Pack, stop: Stop) -> Line:
    decision: Decision = stop.decision
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
        yield from (Heading(pack.word("answers.hidden"), begins_page=True), Grid(("", "", ""), rows, (26, 44, 30)))


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
    endings = sorted(
        pack.scenario.endings.values(), key=lambda each: (each.rank is None, each.rank or 0)
    )
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


def standards(pack: Pack) -> Leaf | None:
    """Return the rows of curricula as their authors wrote them; None where there are none."""
    rows = tuple(
        (literal(each.body), literal(each.code), literal(each.text)) for each in pack.lesson.standards
    )
    if not rows:
        return None
    columns = tuple(pack.word(f"standards.{each}") for each in ("body", "code", "text"))
    return pack.leaf(Edition.TEACHER, "standards", pack.word("standards"), Grid(columns, rows, (28, 24, 48)))
