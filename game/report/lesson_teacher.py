"""The teacher's edition: the plan of the lesson, the tally, the record, the curriculum."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from game.frozen import NamedTuple
from game.report.lesson_layout import Pack
from game.report.lesson_leaf import Block, Edition, Grid, Heading, Leaf, Note, Paragraphs, Points
from game.report.lesson_question import options_shown
from game.report.lesson_road import Slot
from game.view.counting import counted
from game.view.line import Line
from game.view.printing import literal, plain

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
    if begins > _end(pack):
        yield _row(str(_end(pack)), pack.word("plan.spare"), str(begins - _end(pack)), "")
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

    rows = tuple((literal(each.file), each.leaf.title, literal(copies(each.leaf))) for each in printed)
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
        blocks += [
            Heading(title, begins_page=number > 1),
            Grid(columns, tuple(rows), (50, 25, 25), is_tall=True),
        ]
    return pack.leaf(Edition.TEACHER, "tally", pack.word("tally"), *blocks)


def standards(pack: Pack) -> Leaf | None:
    """Return the rows of curricula as their authors wrote them; None where there are none."""
    rows = tuple(
        (literal(each.body), literal(each.code), literal(each.text)) for each in pack.lesson.standards
    )
    if not rows:
        return None
    columns = tuple(pack.word(f"standards.{each}") for each in ("body", "code", "text"))
    return pack.leaf(Edition.TEACHER, "standards", pack.word("standards"), Grid(columns, rows, (28, 24, 48)))
