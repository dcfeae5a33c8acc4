"""`excomm diff`: how an edit of a scenario moved the odds of every ending, setup by setup."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from typing import Any

from game.analysis.difference import Movement, movements
from game.analysis.figures import Figure
from game.analysis.graph import OverBudgetError
from game.analysis.solving import solved
from game.commands.arguments import Arguments
from game.commands.budgets import take_states
from game.commands.columned import columned
from game.commands.library import scenario_named, setup_named
from game.commands.progress import Progress
from game.commands.refusal import Status
from game.engine.compilation.program import compiled
from game.frozen import NamedTuple
from game.scenario.hashing import content_hash
from game.scenario.model import Scenario


class _Compared(NamedTuple):
    """A setup that both versions have: its states before and after, and how the figures moved."""

    states: tuple[int, int]
    movements: tuple[Movement, ...]


_Setups = Mapping[str, _Compared | None]
"""What was found by setup; None where a version has more states than are allowed."""


def parser(program: str) -> Arguments:
    made = Arguments(program, "Say how an edit of a scenario moved the odds of every ending.")
    made.add_argument("old", metavar="OLD", help="the scenario before: an id, folder or pack")
    made.add_argument("new", metavar="NEW", help="the scenario after")
    made.add_argument("--setup", metavar="ID", help="only this way to begin; by default all that both have")
    take_states(made, "at most so many states for each setup")
    made.add_argument("--json", action="store_true", help="print the figures as JSON, with their fractions")
    return made


def carry_out(program: str, words: Sequence[str]) -> int:
    given = parser(program).taken(words)
    old, new = scenario_named(given.old), scenario_named(given.new)
    if given.setup is not None:
        setups = [setup_named(old, setup_named(new, given.setup))]
    else:
        setups = [each for each in new.setup_ids if each in old.setup_ids]
    with Progress(sys.stderr) as progress:
        found = {setup: _compared(old, new, setup, given.states, progress) for setup in setups}
    if given.json:
        print(json.dumps(_form(old, new, found), ensure_ascii=False, indent=2))
    else:
        print("\n".join(_lines(old, new, found)))
    return Status.CLEAN


def _compared(old: Scenario, new: Scenario, setup: str, states: int, progress: Progress) -> _Compared | None:
    try:
        before = solved(compiled(old, setup), budget=states, told=progress.heard)
        is_same = content_hash(old) == content_hash(new)
        after = before if is_same else solved(compiled(new, setup), budget=states, told=progress.heard)
    except OverBudgetError:
        return None
    return _Compared((before.states, after.states), movements(before.odds, after.odds))


def _lines(old: Scenario, new: Scenario, found: _Setups) -> list[str]:
    lines = [f"{_named(old)} -> {_named(new)}"]
    if content_hash(old) == content_hash(new):
        lines.append("Their rules are the same.")
    lines.append("Of 100 worlds of the model so many end so, before and after; the largest movement first.")
    for name, less, more in (("old", new, old), ("new", old, new)):
        lines += [
            f"Only the {name} version has the setup {setup}."
            for setup in more.setup_ids
            if setup not in less.setup_ids
        ]
    for setup, compared in found.items():
        lines += ["", *_setup_lines(setup, compared)]
    return lines


def _named(scenario: Scenario) -> str:
    return f"{scenario.title.written} {scenario.version} ({content_hash(scenario)})"


def _setup_lines(setup: str, compared: _Compared | None) -> list[str]:
    if compared is None:
        return [f"{setup} has more states than --states allows, so it was not compared."]
    (before, after), moved = compared
    rows = [
        (
            each.ending or "any catastrophe",
            each.policy.value,
            _worlds(each.before),
            _worlds(each.after),
            _size(each),
        )
        for each in moved
        if each.size
    ]
    still = len(moved) - len(rows)
    head = f"{setup} | {before:,} -> {after:,} states"
    if not rows:
        return [f"{head} | nothing has moved"]
    return [
        head,
        "",
        *columned([("ending", "policy", "before", "after", "moved"), *rows], names=(0, 1)),
        *([f"{still} other {'figure has' if still == 1 else 'figures have'} not moved."] if still else []),
    ]


def _worlds(figure: Figure | None) -> str:
    return "-" if figure is None else f"{figure.value * 100:.2f}"


def _size(movement: Movement) -> str:
    """Return a movement in worlds of a hundred, never 0 where there is one."""
    size = movement.size * 100
    if abs(size) < 0.005:
        return "> -0.01" if size < 0 else "< +0.01"
    return f"{size:+.2f}"


def _form(old: Scenario, new: Scenario, found: _Setups) -> dict[str, Any]:
    """Return the movements in their form of output."""
    return {
        "diff": 1,
        "old": {"scenario": old.id, "version": old.version, "hash": content_hash(old)},
        "new": {"scenario": new.id, "version": new.version, "hash": content_hash(new)},
        "setups": {setup: _setup_form(compared) for setup, compared in found.items()},
        "only_old": [setup for setup in old.setup_ids if setup not in new.setup_ids],
        "only_new": [setup for setup in new.setup_ids if setup not in old.setup_ids],
    }


def _setup_form(compared: _Compared | None) -> dict[str, Any] | None:
    if compared is None:
        return None
    return {
        "states": list(compared.states),
        "movements": [
            {
                "ending": each.ending,
                "policy": each.policy.value,
                "before": _figure(each.before),
                "after": _figure(each.after),
                "moved": each.size,
            }
            for each in compared.movements
        ],
    }


def _figure(figure: Figure | None) -> dict[str, Any] | None:
    if figure is None:
        return None
    return {"value": figure.value, "exact": None if figure.exact is None else str(figure.exact)}
