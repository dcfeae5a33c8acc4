"""`excomm simulate`: many games drawn at random under a policy, and how they end."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from typing import Any

from game.analysis.asked import Aim, Asked, name_of
from game.analysis.outlook import sampled_figure
from game.analysis.playouts import Tally
from game.commands.arguments import Arguments, whole
from game.commands.budgets import take_plays, take_states
from game.commands.columned import columned
from game.commands.oddstable import ending_label, hundredths
from game.commands.outlooks import aimed, has_columns, sampling, without_columns
from game.commands.policies import FORM, policy_named
from game.commands.progress import Progress
from game.commands.refusal import RefusedError, Status
from game.commands.situations import Situation, started_named
from game.engine.walk import UNFINISHED
from game.scenario.hashing import content_hash
from game.session.run import GREATEST_SEED

PLAYS = 10_000
MOST_PLAYS = 1_000_000_000
SEED = 1


def parser(program: str) -> Arguments:
    made = Arguments(program, "Play many games at random under a policy, and count how they end.")
    made.take_start()
    take_plays(made, "games", default=PLAYS, most=MOST_PLAYS)
    made.add_argument("--policy", metavar="POLICY", default="undecided", help=f"who plays: {FORM}")
    made.add_argument(
        "--seed",
        metavar="S",
        type=whole(GREATEST_SEED),
        default=SEED,
        help=f"the luck; the same seed plays the same games; by default {SEED}",
    )
    take_states(made, "careful and reckless players solve at most so many states")
    made.add_argument("--json", action="store_true", help="print the counts as JSON")
    return made


def carry_out(program: str, words: Sequence[str]) -> int:
    given = parser(program).taken(words)
    if not given.plays:
        raise RefusedError("At least one game is played.")
    situation = started_named(given.scenario, given.mods, given.setup)
    asked = policy_named(given.policy, situation.opened)
    if not has_columns():
        print(without_columns(), file=sys.stderr)
    tally = _tally(situation, asked, given.seed, given.plays, given.states)
    counts = _counts(situation, tally)
    if given.json:
        print(json.dumps(_form(situation, asked, given.seed, counts), ensure_ascii=False, indent=2))
    else:
        print("\n".join(_lines(situation, asked, given.seed, counts)))
    return Status.CLEAN


def _tally(situation: Situation, asked: Asked, seed: int, plays: int, states: int) -> Tally:
    if isinstance(asked, Aim):
        return aimed(situation, asked, seed, plays, states)
    with Progress(sys.stderr, "games") as progress:
        return sampling(situation.program, situation.begun, seed, progress.told).tally(asked, plays)


def _counts(situation: Situation, tally: Tally) -> Mapping[str, int]:
    """Return how often each ending came, and `unfinished` where it did."""
    last = (UNFINISHED,) if UNFINISHED in tally.endings else ()
    return {ending: tally.endings.get(ending, 0) for ending in (*situation.scenario.endings, *last)}


def _form(situation: Situation, asked: Asked, seed: int, counts: Mapping[str, int]) -> dict[str, Any]:
    """Return the counts in the form of section 17."""
    scenario, plays = situation.scenario, sum(counts.values())
    endings = {}
    for ending, came in counts.items():
        figure = sampled_figure(came, plays)
        endings[ending] = {"plays": came, "value": figure.value, "low": figure.low, "high": figure.high}
    return {
        "simulate": 1,
        "scenario": scenario.id,
        "version": scenario.version,
        "hash": content_hash(scenario),
        "setup": situation.program.setup,
        "mods": list(scenario.mods),
        "policy": name_of(asked),
        "seed": seed,
        "plays": plays,
        "endings": endings,
    }


def _lines(situation: Situation, asked: Asked, seed: int, counts: Mapping[str, int]) -> list[str]:
    scenario, plays = situation.scenario, sum(counts.values())
    rows = [
        (ending_label(scenario, ending), f"{came:,}", hundredths(sampled_figure(came, plays)))
        for ending, came in counts.items()
    ]
    return [
        f"{scenario.title.written} | {situation.program.setup} | {name_of(asked)} | seed {seed}",
        f"So many of {plays:,} games end so, and so many of a hundred, with the interval of 95%.",
        "",
        *columned([("ending", "games", "of 100"), *rows]),
    ]
