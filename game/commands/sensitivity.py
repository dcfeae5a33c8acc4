"""`excomm sensitivity`: which number of a scenario moves the catastrophe most, as a tornado chart."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from game.analysis.graph import OverBudgetError
from game.analysis.numbers import Number, rule_numbers
from game.analysis.sensitivity import Bar, catastrophe, moved_bars, ordered, weight_bars
from game.analysis.slopes import Outcome, every_visit, sampled_visits, value_by, weight_slopes
from game.analysis.solving import Solved, solved
from game.commands.arguments import Arguments
from game.commands.budgets import take_states
from game.commands.columned import columned
from game.commands.library import setup_named
from game.commands.progress import Progress
from game.commands.refusal import RefusedError, Status
from game.commands.rewriting import Rewriting, rewriting_of
from game.engine.compilation.program import compiled
from game.engine.program import Program
from game.frozen import NamedTuple
from game.report.tornado import Chart, line, movement, tornado_page, tornado_picture
from game.scenario.hashing import content_hash
from game.scenario.model import Scenario
from game.store.atomic import write_whole

MOST_SOLVED = 100_000
"""If moving every number both ways solves no more states than these, all are moved."""

MOST_VISITED = 20_000
"""So many states are all visited for the slopes; of more, those that plays come to."""

_PLAYS, _SEED = 1000, 1
_ROWS = 20
_SUFFIXES = (".svg", ".html")


class _Found(NamedTuple):
    """The chance of the catastrophe, the bars around it, and how they were found."""

    base: float
    bars: tuple[Bar, ...]
    method: str
    states: int


_OTHERS = "Other numbers were not moved, since that takes long; --all solves the scenario again for each."
_METHODS: Mapping[str, str] = {
    "solved": "Each number was moved by a tenth, at least by 1, and the scenario solved again: exact.",
    "slopes": f"Weights by a tenth less or more, exact to first order, from all states at once. {_OTHERS}",
    "visits": "Weights by a tenth less or more, to first order: exact values of the states that"
    f" {_PLAYS:,} plays come to. {_OTHERS}",
}


def parser(program: str) -> Arguments:
    made = Arguments(
        program,
        "Say which number of a scenario moves the catastrophe most under undecided play: weights, starts,"
        " changes and thresholds, each with its file and line. Of a large scenario only the weights.",
    )
    made.take_start()
    take_states(made, "at most so many states")
    made.add_argument(
        "--all",
        action="store_true",
        help="move every number of a large scenario too, and solve it again each time; this may take hours",
    )
    made.add_argument("--json", action="store_true", help="print the figures as JSON")
    made.add_argument(
        "-o",
        metavar="FILE",
        type=Path,
        dest="output",
        help="write the chart to a file too: .svg for a picture, .html for a page",
    )
    return made


def carry_out(program: str, words: Sequence[str]) -> int:
    given = parser(program).taken(words)
    output: Path | None = given.output
    if output is not None and output.suffix not in _SUFFIXES:
        raise RefusedError(f"A chart is called something.svg or .html, not {output.name}.")
    rewriting = rewriting_of(given.scenario, given.mods)
    setup = setup_named(rewriting.scenario, given.setup)
    if not any(each.catastrophe for each in rewriting.scenario.endings.values()):
        raise RefusedError(f"{rewriting.scenario.id} marks no ending as a catastrophe.", Status.FAULTS)
    found = _found(rewriting, setup, given)
    chart = _chart(rewriting.scenario, setup, found)
    if given.json:
        print(json.dumps(_form(rewriting.scenario, setup, found), ensure_ascii=False, indent=2))
    else:
        print("\n".join(_lines(chart)))
    if output is not None:
        write = tornado_page if output.suffix == ".html" else tornado_picture
        write_whole(output, write(chart._replace(bars=chart.bars[:_ROWS])).encode())
    return Status.CLEAN


def _found(rewriting: Rewriting, setup: str, given: argparse.Namespace) -> _Found:
    program = compiled(rewriting.scenario, setup)
    with Progress(sys.stderr) as progress:
        try:
            solution = solved(program, budget=given.states, told=progress.heard)
        except OverBudgetError as fault:
            raise RefusedError(
                f"{rewriting.scenario.id} has more states under {setup} than --states allows:"
                f" {fault.states:,} were found before the end.",
                Status.FAULTS,
            ) from None
    base = catastrophe(solution)
    movable = rule_numbers(rewriting.loaded)
    if given.all or 2 * len(movable) * solution.states <= MOST_SOLVED:
        bars = ordered(_moved(rewriting, setup, movable, given.states), base)
        return _Found(base, bars, "solved", solution.states)
    slope, method = _slopes(program, solution)
    return _Found(base, ordered(weight_bars(rewriting.loaded, slope, base), base), method, solution.states)


def _moved(rewriting: Rewriting, setup: str, movable: Sequence[Number], states: int) -> list[Bar]:
    def chance(scenario: Scenario) -> float | None:
        if setup not in scenario.setup_ids:
            return None
        try:
            return catastrophe(solved(compiled(scenario, setup), budget=states))
        except OverBudgetError:
            return None

    bars = []
    with Progress(sys.stderr, f"of {len(movable):,} numbers moved") as progress:
        for bar in moved_bars(rewriting.loaded, movable, rewriting.reloaded, chance):
            bars.append(bar)
            progress.told(len(bars))
    return bars


def _slopes(program: Program, solution: Solved) -> tuple[Mapping[Outcome, float], str]:
    if solution.states <= MOST_VISITED:
        visits, value = every_visit(program, MOST_VISITED)
        return weight_slopes(program, visits, value), "slopes"
    return weight_slopes(program, sampled_visits(program, _PLAYS, _SEED), value_by(solution)), "visits"


def _chart(scenario: Scenario, setup: str, found: _Found) -> Chart:
    return Chart(
        f"What moves the catastrophe most: {scenario.title.written} | {setup}",
        _METHODS[found.method],
        found.base,
        found.bars,
    )


def _lines(chart: Chart) -> list[str]:
    """Return the chart in letters; numbers that move nothing are counted."""
    moving = [bar for bar in chart.bars if bar.size(chart.base)]
    lines = [
        chart.heading,
        f"Undecided play: in {chart.base * 100:.2f} of 100 worlds of this model. {chart.about}",
        "",
    ]
    rows = [("number", "moved", "", "down", "up", "place")]
    rows += [
        (
            bar.name,
            bar.moves,
            line(chart, bar),
            movement(bar.down, chart.base),
            movement(bar.up, chart.base),
            f"{bar.span.file}:{bar.span.line}",
        )
        for bar in moving[:_ROWS]
    ]
    lines += columned(rows, names=(0, 1, 2, 5))
    if len(moving) > _ROWS:
        lines.append(f"{len(moving) - _ROWS} more move it less; --json has them.")
    still = len(chart.bars) - len(moving)
    return [*lines, f"{still} of {len(chart.bars)} numbers do not move it."] if still else lines


def _form(scenario: Scenario, setup: str, found: _Found) -> dict[str, Any]:
    """Return the bars in their form of output."""
    return {
        "sensitivity": 1,
        "scenario": scenario.id,
        "version": scenario.version,
        "hash": content_hash(scenario),
        "setup": setup,
        "mods": list(scenario.mods),
        "policy": "undecided",
        "states": found.states,
        "method": found.method,
        "catastrophe": found.base,
        "numbers": [
            {
                "number": bar.name,
                "kind": bar.kind,
                "file": bar.span.file,
                "line": bar.span.line,
                "column": bar.span.column,
                "moved": bar.moves,
                "down": bar.down,
                "up": bar.up,
            }
            for bar in found.bars
        ],
    }
