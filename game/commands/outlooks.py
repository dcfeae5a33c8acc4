"""The odds of a situation: kept from before, or solved, or sampled where there are too many states."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from importlib.util import find_spec

from game.analysis.asked import Aim, Asked
from game.analysis.figures import Policy
from game.analysis.graph import OverBudgetError, Told
from game.analysis.keeping import outlook_form, outlook_of
from game.analysis.outlook import Outlook, Sampling, sampled_outlook, solved_outlook
from game.analysis.playouts import Begun, Playouts, Tally
from game.analysis.solving import (
    MOST_WITHOUT_COLUMNS,
    Solved,
    aimed_tally,
    followed,
    solved,
    solved_in_fractions,
)
from game.commands.interpreter import pip
from game.commands.progress import Progress
from game.commands.refusal import RefusedError, Status
from game.commands.situations import Situation
from game.engine.program import Program
from game.frozen import NamedTuple
from game.scenario.hashing import content_hash
from game.store.places import places
from game.store.solutions import Solutions, solver_version

PLAYS = 50_000
"""So many games are sampled for each policy, and after each option, where they are played in columns."""
PLAYS_ONE_BY_ONE = 1_000
SEED = 0

_MOST_NAMED = 5


class WorkedOut(NamedTuple):
    """An outlook, and the sentence that says why it is only sampled, None where it is not."""

    outlook: Outlook
    sentence: str | None


def has_columns() -> bool:
    """Return whether numpy is there, without loading it."""
    return find_spec("numpy") is not None


def worked_out(situation: Situation, asked: Asked | None, states: int, *, is_kept: bool) -> WorkedOut:
    """Return the odds of a situation, at most so many states being solved.

    Results are read from the user's cache and put there, if they may be kept.
    """
    if not is_kept:
        return _worked_out(situation, asked, states)
    kept, key = Solutions(places()), _key(situation, asked, states)
    content = kept.read(key)
    known = None if content is None else _read(content)
    if known is not None:
        return known
    found = _worked_out(situation, asked, states)
    form = {"sentence": found.sentence, "outlook": outlook_form(found.outlook)}
    kept.write(key, json.dumps(form, separators=(",", ":")).encode())
    return found


def _key(situation: Situation, asked: Asked | None, states: int) -> tuple[str, ...]:
    """Return all that the result depends on."""
    scenario, begun = situation.scenario, situation.begun
    return (
        "outlook",
        solver_version(),
        "columns" if has_columns() else "fractions",
        scenario.id,
        content_hash(scenario),
        situation.program.setup,
        *("mod " + mod for mod in scenario.mods),
        repr(begun),
        repr(asked),
        str(states),
    )


def _read(content: bytes) -> WorkedOut | None:
    """Return a kept result, or None for one that cannot be read."""
    try:
        form = json.loads(content)
        sentence = form["sentence"]
        return WorkedOut(outlook_of(form["outlook"]), None if sentence is None else str(sentence))
    except (ValueError, KeyError, TypeError, AttributeError):  # of no version that we know
        return None


def _worked_out(situation: Situation, asked: Asked | None, states: int) -> WorkedOut:
    program, begun = situation.program, situation.begun
    if not has_columns():
        print(without_columns(), file=sys.stderr)
    try:
        with Progress(sys.stderr) as progress:
            found = _solved(program, begun, states, progress.heard)
            rows = None
            if asked is not None and not isinstance(asked, Policy):
                rows = followed(program, found, asked, begun.worlds, states, progress.heard)
            return WorkedOut(solved_outlook(program, found, begun, asked, rows), None)
    except OverBudgetError as fault:
        sentence = f"{_over_budget(situation, states, fault)} The odds are estimated from sampled games."
    return WorkedOut(_sampled(program, begun, asked), sentence)


def _solved(program: Program, begun: Begun, states: int, told: Told) -> Solved:
    if has_columns():
        return solved(program, begun.worlds, states, told)
    return solved_in_fractions(program, begun.worlds, min(states, MOST_WITHOUT_COLUMNS), told)


def _sampled(program: Program, begun: Begun, asked: Asked | None) -> Outlook:
    with Progress(sys.stderr, "games") as progress:
        games = sampling(program, begun, SEED, progress.told)
        return sampled_outlook(program.scenario, games, PLAYS if has_columns() else PLAYS_ONE_BY_ONE, asked)


def sampling(program: Program, begun: Begun, seed: int, told: Callable[[int], None]) -> Sampling:
    """Return games by a seed: in columns, or one by one where there are none."""
    if not has_columns():
        return Playouts(program, begun, seed, told)
    from game.analysis.batches import Batches  # noqa: PLC0415 - numpy is heavy

    return Batches(program, begun, seed, told)


def aimed(situation: Situation, aim: Aim, seed: int, plays: int, states: int) -> Tally:
    """Return how games end in which somebody shuns or seeks some endings. Raises RefusedError.

    Who knows all that is hidden has to solve the scenario first.
    """
    program, begun = situation.program, situation.begun
    try:
        with Progress(sys.stderr) as progress:
            found = _solved(program, begun, states, progress.heard)
    except OverBudgetError as fault:
        told = _over_budget(situation, states, fault)
        raise RefusedError(f"{told} {aim.name} cannot be played.", Status.FAULTS) from None
    return aimed_tally(found, aim, begun, seed, plays)


def without_columns() -> str:
    """Return the sentence that says what cannot be done without numpy."""
    return (
        f"The package numpy is missing, so that no more than {MOST_WITHOUT_COLUMNS:,} states are solved,"
        f" slowly; `{pip()} install numpy` installs it."
    )


def _over_budget(situation: Situation, states: int, fault: OverBudgetError) -> str:
    scenario, setup = situation.scenario, situation.program.setup
    allowed = states if has_columns() else min(states, MOST_WITHOUT_COLUMNS)
    what = "--states allows" if allowed == states else "can be solved without numpy"
    told = (
        f"{scenario.id} has more states under {setup} than {what}:"
        f" {allowed:,} are allowed, {fault.states:,} were found before the end."
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
