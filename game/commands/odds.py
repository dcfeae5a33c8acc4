"""`excomm odds`: the exact odds of every ending, as a table or as JSON."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from typing import Any

from game.analysis.figures import Figure, Odds, Policy
from game.analysis.graph import OverBudgetError
from game.analysis.odds import BUDGET
from game.analysis.solving import Solved, solved
from game.commands.arguments import Arguments, whole
from game.commands.library import scenario_named, setup_named
from game.commands.progress import Progress
from game.commands.refusal import RefusedError, Status
from game.engine.compilation.program import compiled
from game.scenario.hashing import content_hash
from game.scenario.model import Scenario

Row = tuple[str, ...]
MOST_STATES = 100_000_000
_MOST_NAMED = 5


def parser(program: str) -> Arguments:
    made = Arguments(program, "Work out the exact odds of every ending.")
    made.add_argument("scenario", metavar="SCENARIO", help="a scenario's id, folder or pack")
    made.add_argument("--setup", metavar="ID", help="the way to begin; by default the first")
    made.take_mods()
    made.add_argument(
        "--states",
        metavar="N",
        type=whole(MOST_STATES),
        default=BUDGET,
        help=f"at most so many states; by default {BUDGET:,}",
    )
    made.add_argument("--json", action="store_true", help="print the figures as JSON, with their fractions")
    return made


def carry_out(program: str, words: Sequence[str]) -> int:
    given = parser(program).taken(words)
    scenario = scenario_named(given.scenario, given.mods)
    setup = setup_named(scenario, given.setup)
    rules = compiled(scenario, setup)
    with Progress(sys.stderr) as progress:
        try:
            found = solved(rules, budget=given.states, told=progress.told)
        except OverBudgetError as fault:
            raise RefusedError(_over_budget(scenario, setup, given.states, fault), Status.FAULTS) from None
    if given.json:
        print(json.dumps(_form(scenario, setup, found), ensure_ascii=False, indent=2))
    else:
        print("\n".join(_lines(scenario, setup, found)))
    return Status.CLEAN


def _over_budget(scenario: Scenario, setup: str, states: int, fault: OverBudgetError) -> str:
    told = (
        f"{scenario.id} has more states under {setup} than --states allows:"
        f" {states:,} are allowed, {fault.states:,} were found before the end."
    )
    most = [f"{_register(each.name)} ({each.factor:.1f} times)" for each in fault.multipliers[:_MOST_NAMED]]
    return f"{told} They are multiplied most by {', '.join(most)}." if most else told


def _register(name: str) -> str:
    """Return a register in words of an author.

    >>> _register("@opened trade"), _register("@queue"), _register("tension")
    ('the moment at which trade opened', 'what is due later', 'tension')
    """
    if name == "@queue":
        return "what is due later"
    kind, _, decision = name.partition(" ")
    return f"the moment at which {decision} opened" if kind == "@opened" else name.lstrip("@")


def _form(scenario: Scenario, setup: str, found: Solved) -> dict[str, Any]:
    """Return the figures in the form of section 17."""
    odds = found.odds
    return {
        "odds": 1,
        "scenario": scenario.id,
        "version": scenario.version,
        "hash": content_hash(scenario),
        "setup": setup,
        "mods": list(scenario.mods),
        "at": None,
        "of": "state",
        "method": "exact",
        "states": found.states,
        "plays": None,
        "policies": _policies(odds),
        "catastrophe": _catastrophe(scenario, odds),
        "options": {option: _policies(each) for option, each in found.options.items()},
    }


def _policies(odds: Odds) -> dict[str, Any]:
    return {
        policy.value: {ending: _figure(each) for ending, each in endings.items()}
        for policy, endings in odds.policies.items()
    }


def _catastrophe(scenario: Scenario, odds: Odds) -> dict[str, Any] | None:
    if odds.catastrophe is None:
        return None
    endings = [each.id for each in scenario.endings.values() if each.catastrophe]
    return {
        "endings": endings,
        **{policy.value: _figure(each) for policy, each in odds.catastrophe.items()},
    }


def _figure(figure: Figure) -> dict[str, Any]:
    return {"value": figure.value, "exact": None if figure.exact is None else str(figure.exact)}


def _lines(scenario: Scenario, setup: str, found: Solved) -> list[str]:
    """Return the tables: endings by policy, then what each first option leads to."""
    odds = found.odds
    lines = [
        f"{scenario.title.written} | {setup} | {found.states:,} states",
        "Of 100 worlds of this model, so many end so. Careful and reckless are the least and the most",
        "for each row by itself; careful knows what is hidden.",
        "",
    ]
    endings = {
        ending: {policy: figures[ending] for policy, figures in odds.policies.items()}
        for ending in next(iter(odds.policies.values()))
    }
    rows = [_row(_ending_label(scenario, ending), each) for ending, each in endings.items()]
    if odds.catastrophe is not None:
        rows.append(_row("any catastrophe", odds.catastrophe))
    lines += _table("ending", rows)
    options = {option: each.catastrophe for option, each in found.options.items()}
    risky = [_row(option, each) for option, each in options.items() if each is not None]
    if risky:
        lines += ["", "The catastrophe after each first choice:", "", *_table("choice", risky)]
    return lines


def _ending_label(scenario: Scenario, ending: str) -> str:
    known = scenario.endings.get(ending)
    return f"{known.title.written} ({ending})" if known else ending


def _row(label: str, figures: Mapping[Policy, Figure]) -> Row:
    return (label, *(worlds(figures[policy]) for policy in Policy))


def worlds(figure: Figure) -> str:
    """Return a figure in worlds of a hundred, never 0 or 100 where it is not certain.

    >>> from fractions import Fraction
    >>> [worlds(Figure.of(Fraction(*each))) for each in ((0, 1), (1, 1000), (2, 15), (999, 1000), (1, 1))]
    ['0', '<1', '13', '>99', '100']
    """
    hundredths = (figure.value if figure.exact is None else figure.exact) * 100
    if 0 < hundredths < 1:
        return "<1"
    if 99 < hundredths < 100:
        return ">99"
    return str(round(hundredths))


def _table(heading: str, rows: Sequence[Row]) -> list[str]:
    """Return rows under their heading, labels on the left, figures on the right of their columns."""
    table = [(heading, *(policy.value for policy in Policy)), *rows]
    widths = [max(len(row[column]) for row in table) for column in range(len(table[0]))]
    return [
        "  ".join(
            cell.rjust(width) if column else cell.ljust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        for row in table
    ]
