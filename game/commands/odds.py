"""`excomm odds`: the odds of every ending, at the start or at the end of a run, as tables or as JSON."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from game.analysis.asked import Asked, name_of
from game.analysis.figures import Row
from game.analysis.keeping import figure_form
from game.analysis.outlook import Outlook, Rows
from game.commands.arguments import Arguments
from game.commands.budgets import take_states
from game.commands.oddstable import table_lines
from game.commands.outlooks import worked_out
from game.commands.policies import FORM, policy_named
from game.commands.refusal import RefusedError, Status
from game.commands.situations import Situation, at_the_end, started_named
from game.scenario.hashing import content_hash
from game.scenario.model import Scenario


def parser(program: str) -> Arguments:
    made = Arguments(program, "Work out the exact odds of every ending.")
    made.add_argument("scenario", metavar="PATH", nargs="?", help="a scenario's id, folder or pack")
    made.take_setup()
    made.take_mods()
    made.add_argument(
        "--at", metavar="RUN", type=Path, help="at the end of a recorded run, as far as its player can know"
    )
    made.add_argument("--reveal", action="store_true", help="with --at: the odds of the true state instead")
    made.add_argument("--policy", metavar="POLICY", help=f"the odds of one policy: {FORM}")
    take_states(made, "solve at most so many states, else sample games")
    made.add_argument(
        "--no-cache",
        action="store_false",
        dest="is_kept",
        help="work it out anew, and do not keep the result",
    )
    made.add_argument("--json", action="store_true", help="print the figures as JSON, with their fractions")
    return made


def carry_out(program: str, words: Sequence[str]) -> int:
    given = parser(program).taken(words)
    situation = _situation(given)
    asked = None if given.policy is None else policy_named(given.policy, situation.opened)
    found = worked_out(situation, asked, given.states, is_kept=given.is_kept)
    if found.sentence is not None:
        print(found.sentence, file=sys.stderr)
    outlook = found.outlook
    if not situation.is_whole:
        outlook = _without_fractions(outlook)
        print("The belief holds too many worlds to count; these are an even sample of them.", file=sys.stderr)
    if given.json:
        print(json.dumps(_form(situation, asked, outlook), ensure_ascii=False, indent=2))
    else:
        print("\n".join(table_lines(situation, asked, outlook)))
    return Status.CLEAN


def _situation(given: argparse.Namespace) -> Situation:
    if given.at is not None:
        return at_the_end(given.at, given.scenario, given.mods, given.setup, is_revealed=given.reveal)
    if given.reveal:
        raise RefusedError("`--reveal` goes with `--at RUN`: at the start nothing has been drawn.")
    if given.scenario is None:
        raise RefusedError("A scenario needs a name; `excomm list` shows those that are found.")
    return started_named(given.scenario, given.mods, given.setup)


def _without_fractions(outlook: Outlook) -> Outlook:
    """Return an outlook of sampled worlds, whose fractions mean nothing."""

    def row(found: Row | None) -> Row | None:
        if found is None:
            return None
        endings = {ending: figure._replace(exact=None) for ending, figure in found.endings.items()}
        return Row(endings, found.catastrophe and found.catastrophe._replace(exact=None))

    rows = {name: row(each) for name, each in outlook.rows.items()}
    options = {
        option: {name: row(each) for name, each in found.items()} for option, found in outlook.options.items()
    }
    return outlook._replace(rows=rows, options=options)


def _form(situation: Situation, asked: Asked | None, outlook: Outlook) -> dict[str, Any]:
    """Return the figures in the form of section 17."""
    scenario = situation.scenario
    return {
        "odds": 1,
        "scenario": scenario.id,
        "version": scenario.version,
        "hash": content_hash(scenario),
        "setup": situation.program.setup,
        "mods": list(scenario.mods),
        "at": situation.at,
        "of": situation.of,
        "method": outlook.method,
        "states": outlook.states,
        "plays": outlook.plays,
        "policies": _policies(outlook.rows),
        "catastrophe": _catastrophe(scenario, outlook.rows),
        "options": {option: _policies(rows) for option, rows in outlook.options.items()},
        "policy": None if asked is None else name_of(asked),
    }


def _policies(rows: Rows) -> dict[str, Any]:
    return {
        name: None if row is None else {ending: figure_form(each) for ending, each in row.endings.items()}
        for name, row in rows.items()
    }


def _catastrophe(scenario: Scenario, rows: Rows) -> dict[str, Any] | None:
    endings = [each.id for each in scenario.endings.values() if each.catastrophe]
    if not endings:
        return None
    figures = {name: None if row is None else row.catastrophe for name, row in rows.items()}
    forms = {name: None if figure is None else figure_form(figure) for name, figure in figures.items()}
    return {"endings": endings, **forms}
