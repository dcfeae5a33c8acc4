"""`excomm export`: a setup as a Markov decision process in the PRISM language, for independent solvers."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from game.analysis.graph import OverBudgetError
from game.analysis.prism import process
from game.commands.arguments import Arguments
from game.commands.budgets import take_states
from game.commands.library import scenario_named, setup_named
from game.commands.refusal import RefusedError, Status
from game.engine.compilation.program import compiled
from game.store.atomic import write_whole

MOST_STATES = 100_000


def parser(program: str) -> Arguments:
    made = Arguments(
        program,
        "Write a scenario in the PRISM language, for Storm and other solvers: every merged state with what"
        " may follow it, and a label for every ending; beside it a file of properties with our answers.",
    )
    made.take_start()
    take_states(
        made,
        "at most so many merged states, of which solvers read every one: 16,000 take Storm most of a minute",
        default=MOST_STATES,
        most=MOST_STATES,
    )
    made.add_argument(
        "-o", metavar="FILE", type=Path, dest="output", required=True, help="the file, called something.prism"
    )
    return made


def carry_out(program: str, words: Sequence[str]) -> int:
    given = parser(program).taken(words)
    output: Path = given.output
    if output.suffix not in (".prism", ".nm"):
        raise RefusedError(f"A file in the PRISM language is called something.prism, not {output.name}.")
    scenario = scenario_named(given.scenario, given.mods)
    setup = setup_named(scenario, given.setup)
    try:
        made = process(compiled(scenario, setup), given.states)
    except OverBudgetError as fault:
        raise RefusedError(
            f"{scenario.id} has more merged states under {setup} than {given.states:,}, the most that are"
            f" exported: {fault.states:,} were found before the end. Another setup may have fewer.",
            Status.FAULTS,
        ) from None
    properties = output.with_suffix(".props")
    write_whole(output, made.model.encode())
    write_whole(properties, made.properties.encode())
    print(f"{output}: {made.states:,} states")
    print(f"{properties}: {made.properties.count('=? [')} properties; give policy=0, 1 or 2")
    return Status.CLEAN
