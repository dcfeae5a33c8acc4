"""`excomm compare`: two runs side by side, where they part, and the odds from there."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from pathlib import Path
from typing import Any

from game.analysis.figures import Figure, Policy, Row
from game.analysis.gathering import Course, course
from game.analysis.keeping import figure_form
from game.analysis.parting import Departure, Drawn, departure, luck_parting
from game.commands.arguments import Arguments
from game.commands.budgets import take_states
from game.commands.columned import columned
from game.commands.oddstable import choice_label, ending_label, hundredths
from game.commands.outlooks import worked_out
from game.commands.refusal import RefusedError, Status
from game.commands.situations import after_choice, game_of
from game.engine.moves import Command
from game.frozen import NamedTuple
from game.scenario.model import Scenario
from game.scenario.quantities.moments import format_moment
from game.session.run import format_choice
from game.session.session import Session
from game.store.library import Volume
from game.store.runs import ENDING

_Pair = tuple[Row | None, Row | None]


class Side(NamedTuple):
    """One of the two games; `name` is that of its run."""

    name: str
    opened: Volume
    session: Session
    course: Course


class Comparison(NamedTuple):
    """The two games, where they part, and what comes of each from there under undecided play."""

    sides: tuple[Side, Side]
    departure: Departure | None
    luck: Drawn | None
    rows: _Pair

    @property
    def scenario(self) -> Scenario:
        return self.sides[0].session.scenario


def parser(program: str) -> Arguments:
    made = Arguments(
        program,
        "Show two runs of one scenario side by side: where choices and luck first part, and the odds from"
        " there, as far as each player could know and if every option is as likely as any other afterwards.",
    )
    made.add_argument("runs", metavar="RUN", nargs=2, type=Path, help="a run file")
    take_states(made, "solve at most so many states, else sample games")
    made.add_argument("--no-odds", action="store_false", dest="has_odds", help="leave out the odds")
    made.add_argument("--json", action="store_true", help="print all of it as JSON")
    return made


def carry_out(program: str, words: Sequence[str]) -> int:
    given = parser(program).taken(words)
    one, other = (_side(path) for path in given.runs)
    _check_same(one, other)
    found = _compared(given, one, other)
    if given.json:
        print(json.dumps(_form(found), ensure_ascii=False, indent=2))
    else:
        print("\n".join(_lines(found)))
    return Status.CLEAN


def _side(path: Path) -> Side:
    opened, session = game_of(path)
    return Side(path.name.removesuffix(ENDING), opened, session, course(session))


def _check_same(one: Side, other: Side) -> None:
    ids = [each.session.scenario.id for each in (one, other)]
    if ids[0] != ids[1]:
        raise RefusedError(f"{one.name} is a run of {ids[0]}, and {other.name} of {ids[1]}.")
    if one.session.hash != other.session.hash:
        raise RefusedError(f"{one.name} and {other.name} were played with other mods.")


def _compared(given: argparse.Namespace, one: Side, other: Side) -> Comparison:
    sessions = one.session, other.session
    parted, luck = departure(*sessions), None
    if one.session.setup == other.session.setup:
        luck = luck_parting(*sessions)
    rows: _Pair = (None, None)
    if given.has_odds and parted is not None:
        rows = (
            _row(one, parted.after, parted.commands[0], given.states),
            _row(other, parted.after, parted.commands[1], given.states),
        )
    return Comparison((one, other), parted, luck, rows)


def _row(side: Side, after: int, command: Command | None, states: int) -> Row | None:
    """Return the odds after a choice and before luck; of a game that has no more choices, nothing."""
    if command is None:
        return None
    situation = after_choice(side.opened, side.session, after, command)
    found = worked_out(situation, None, states, is_kept=True)
    if found.sentence is not None:
        print(found.sentence, file=sys.stderr)
    return found.outlook.rows[Policy.UNDECIDED.value]


def _moment(side: Side, halt: int) -> str:
    session = side.session
    return format_moment(session.scenario.clock.starts + session.past[halt].state.minute)


def _choice(command: Command | None) -> str | None:
    return None if command is None else format_choice(command)


def _form(found: Comparison) -> dict[str, Any]:
    """Return the comparison in the form of the reference."""
    scenario = found.scenario
    return {
        "compare": 1,
        "scenario": scenario.id,
        "version": scenario.version,
        "hash": found.sides[0].session.hash,
        "mods": list(scenario.mods),
        "runs": [_side_form(each) for each in found.sides],
        "departure": None if found.departure is None else _departure_form(found, found.departure),
        "luck": None
        if found.luck is None
        else {"after": found.luck.after, "drawn": list(found.luck.results)},
    }


def _side_form(side: Side) -> dict[str, Any]:
    session = side.session
    return {
        "name": side.name,
        "setup": session.setup,
        "seed": session.seed,
        "ending": side.course.ending,
        "moment": format_moment(session.scenario.clock.starts + side.course.minute),
        "waits": side.course.waits,
        "choices": [_choice(each.command) for each in session.past[1:]],
    }


def _departure_form(found: Comparison, parted: Departure) -> dict[str, Any]:
    return {
        "after": parted.after,
        "moments": [_moment(each, parted.after) for each in found.sides],
        "choices": [_choice(each) for each in parted.commands],
        "catastrophe": [
            None if row is None or row.catastrophe is None else figure_form(row.catastrophe)
            for row in found.rows
        ],
        "endings": [
            None if row is None else {name: figure_form(each) for name, each in row.endings.items()}
            for row in found.rows
        ],
    }


def _lines(found: Comparison) -> Iterator[str]:
    scenario = found.scenario
    yield scenario.title.written
    for each in found.sides:
        session = each.session
        ending = ending_label(scenario, each.course.ending) if each.course.ending else "not over"
        yield f"{each.name}: {session.setup}, seed {session.seed}, {_choices(session.position)}: {ending}"
    yield ""
    yield from _parting(found)
    yield ""
    yield from _beside(found)
    if any(found.rows):
        yield ""
        yield from _odds(found)


def _parting(found: Comparison) -> Iterator[str]:
    one, other = found.sides
    if one.session.setup != other.session.setup:
        yield "They begin differently."
    elif found.luck is not None:
        results = " and ".join(each or "nothing" for each in found.luck.results)
        yield f"Luck parts after {_choices(found.luck.after)}, {_moment(one, found.luck.after)}: {results}."
    parted = found.departure
    if parted is None:
        yield "All choices are the same."
    else:
        scenario = found.scenario
        first, second = (
            "no more choices" if each is None else choice_label(scenario, each) for each in parted.commands
        )
        moment = _moment(one, parted.after)
        yield f"Choices part after {_choices(parted.after)}, {moment}: {first} and {second}."


def _choices(number: int) -> str:
    return f"{number} choice" if number == 1 else f"{number} choices"


def _beside(found: Comparison) -> list[str]:
    """Return the choices of both; a star stands where they part."""
    at = None if found.departure is None else found.departure.after
    columns = [
        [
            choice_label(found.scenario, each.command)
            for each in side.session.past[1:]
            if each.command is not None
        ]
        for side in found.sides
    ]
    rows = [
        (f"{'*' if number == at else ' '}{number + 1:>3}  {mine}", yours)
        for number, (mine, yours) in enumerate(zip_longest(*columns, fillvalue=""))
    ]
    heads = (f"     {found.sides[0].name}", found.sides[1].name)
    wide = max((len(mine) for mine, _ in (heads, *rows)), default=0)
    return [f"{mine:<{wide}}  {yours}".rstrip() for mine, yours in (heads, *rows)]


def _odds(found: Comparison) -> Iterator[str]:
    yield "Of 100 worlds of this model, so many end so after that choice, as far as its player could know"
    yield "and if every option is as likely as any other from then on."
    known = [row for row in found.rows if row is not None]
    endings = dict.fromkeys(ending for row in known for ending in row.endings)
    rows = [
        (
            ending_label(found.scenario, ending),
            *(_cell(row and row.endings.get(ending)) for row in found.rows),
        )
        for ending in endings
    ]
    if any(row.catastrophe is not None for row in known):
        rows.append(("any catastrophe", *(_cell(row and row.catastrophe) for row in found.rows)))
    yield from columned([("ending", *(each.name for each in found.sides)), *rows])


def _cell(figure: Figure | None) -> str:
    return "" if figure is None else hundredths(figure)
