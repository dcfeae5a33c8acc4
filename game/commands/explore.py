"""`excomm explore`: the shortest way to an ending, an event or an option, with its chance, saved as a run."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from game.analysis.graph import OverBudgetError
from game.analysis.things import Thing, things
from game.analysis.witness import Witness, witness
from game.commands.arguments import Arguments, meant
from game.commands.budgets import take_states
from game.commands.library import scenario_named, setup_named
from game.commands.progress import Progress
from game.commands.refusal import RefusedError, Status
from game.engine.compilation.program import compiled
from game.engine.program import Program
from game.frozen import NamedTuple
from game.scenario.hashing import content_hash
from game.scenario.model import Scenario
from game.session.run import Run
from game.session.runfile import format_run
from game.store.atomic import write_whole

KINDS = ("ending", "event", "letter", "report", "phase", "response", "decision", "option", "outcome", "text")
_SEED = 1
"""Every draw of the run is fixed, so any seed does."""


class Goal(NamedTuple):
    """What is looked for: the word that names it, and the things of which any will do."""

    word: str
    things: tuple[Thing, ...]


def parser(program: str) -> Arguments:
    made = Arguments(program, "Find the shortest way to something, with its chance.")
    made.take_start()
    made.add_argument(
        "--to",
        metavar="KIND:NAME",
        required=True,
        help="what to look for, such as `ending:war` or `option:patrol.fire`; the kinds are "
        + ", ".join(KINDS),
    )
    take_states(made, "at most so many states")
    made.add_argument("--json", action="store_true", help="print the way as JSON")
    made.add_argument("-o", metavar="RUN", dest="output", type=Path, help="save the way as a run file")
    return made


def carry_out(program: str, words: Sequence[str]) -> int:
    given = parser(program).taken(words)
    scenario = scenario_named(given.scenario, given.mods)
    setup = setup_named(scenario, given.setup)
    rules = compiled(scenario, setup)
    goal = goal_named(rules, given.to)
    found = _found(rules, goal, given.states)
    if found is not None and given.output is not None:
        run = Run(
            scenario.id,
            scenario.version,
            content_hash(scenario),
            setup,
            _SEED,
            mods=scenario.mods,
            choices=found.choices,
        )
        write_whole(given.output, format_run(run).encode())
    saved = None if found is None or given.output is None else given.output.name
    if given.json:
        print(json.dumps(_form(scenario, setup, goal, found, saved), ensure_ascii=False, indent=2))
    else:
        print("\n".join(_lines(scenario, setup, goal, found, given.output)))
    return Status.FAULTS if found is None else Status.CLEAN


def goal_named(program: Program, word: str) -> Goal:
    """Return what a word names. Raises RefusedError where there is no such thing."""
    kind, _, name = word.partition(":")
    if kind not in KINDS:
        raise RefusedError(
            f"`{word}` names nothing to look for. Write `ending:ID`; the kinds are {', '.join(KINDS)}."
        )
    known = _known(program)
    if word not in known:
        raise RefusedError(f"There is no {kind} `{name}`.{meant(word, known)}")
    return Goal(word, known[word])


def _known(program: Program) -> Mapping[str, tuple[Thing, ...]]:
    """Return all that may be looked for, by its words; an option may be taken by a deadline as well."""
    scenario = program.scenario
    known: dict[str, tuple[Thing, ...]] = {
        f"{each.kind}:{each.name}": (each,)
        for several in things(program).values()
        for each in several
        if each.kind in KINDS
    }
    known |= {f"ending:{each}": (Thing("ending", each),) for each in scenario.endings}
    stops = (Thing("ending", "unfinished"), *(Thing("dead end", each) for each in scenario.decisions))
    known["ending:unfinished"] = stops
    for decision in scenario.decisions.values():
        known[f"decision:{decision.id}"] = (Thing("decision", decision.id),)
        if decision.if_late is not None:
            late = f"option:{decision.id}.{decision.if_late}"
            known[late] = (*known[late], Thing("late", decision.id))
    return known


def _found(program: Program, goal: Goal, states: int) -> Witness | None:
    """Return the shortest way. Raises RefusedError where there are more states than allowed."""
    from game.analysis.survey.survey import Survey  # noqa: PLC0415 - numpy is heavy

    phases = program.scenario.phases
    if phases and goal.things == (Thing("phase", next(iter(phases))),):
        return witness(program, ())  # it holds at the start
    with Progress(sys.stderr) as progress:
        try:
            return Survey(program, states, progress.heard, goal.things).witness_of(*goal.things)
        except OverBudgetError as fault:
            sentence = (
                f"Not decided: {states:,} states are allowed, and {fault.states:,} were found before the end."
            )
            raise RefusedError(sentence, Status.FAULTS) from None


def _form(
    scenario: Scenario, setup: str, goal: Goal, found: Witness | None, saved: str | None
) -> dict[str, Any]:
    """Return the way in the form of section 17."""
    return {
        "explore": 1,
        "scenario": scenario.id,
        "setup": setup,
        "to": goal.word,
        "found": found is not None,
        "chance": None if found is None else {"value": float(found.chance), "exact": str(found.chance)},
        "run": None if found is None else list(found.run),
        "saved": saved,
    }


def _lines(
    scenario: Scenario, setup: str, goal: Goal, found: Witness | None, output: Path | None
) -> list[str]:
    heading = f"{scenario.title.written} | {setup} | {goal.word}"
    if found is None:
        return [heading, "No line of play leads there."]
    lines = [heading, f"The shortest way; the chance of its draws is {_percentage(found)}.", ""]
    lines += [f"  {item}" for item in found.run] or ["  (from the start, before anybody has the move)"]
    return [*lines, "", f"Saved as {output}."] if output is not None else lines


def _percentage(found: Witness) -> str:
    return f"{float(found.chance):.3g} ({found.chance})" if found.chance != 1 else "1: nothing is drawn"
