"""Bars 1 to 8 of the engine and of analysis, side by side with their peers, in one run.

    python -m tests.benchmarks [BAR ...]

Takes the bars that are named, or all. Prints one line of JSON for each figure and a table at the end.
Times are seconds of the processor, but for the flagship, which is timed by the clock and from the start
of the process. A peer that cannot be installed here is named as absent, and its ratio is left out.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import Any

from game.analysis.columns.exploration import Exploration
from game.analysis.columns.solution import ColumnSolution
from game.analysis.graph import OverBudgetError, World
from game.analysis.liveness import Liveness
from game.analysis.odds import solution
from game.analysis.playable import CompiledGame
from game.analysis.solving import unheard
from game.engine.compilation.program import compiled
from game.engine.program import Program
from game.engine.reference.rules import Rules
from game.engine.state import State
from tests.benchmarks.crisis40 import crisis, ink_text
from tests.benchmarks.crisis40 import scenario_text as crisis_text
from tests.benchmarks.peers import AbsentError, inkjs, open_spiel
from tests.benchmarks.plays import batch_rate, numpy_rate, played_on, rate, silent_play, told_on, told_play
from tests.benchmarks.wide import chain_text, wide_text
from tests.engine.test_agreement import ROOT, scenario_in, scenario_of

Figure = dict[str, Any]
SECONDS = 5.0
PLAYS = 100_000
FLAGSHIP = "cuba_1962"
_MEGABYTE = 1024


def main() -> None:
    table: list[Figure] = []
    with TemporaryDirectory() as place:
        for figure in figures(Path(place), frozenset(map(int, sys.argv[1:]))):
            sys.stdout.write(f"{json.dumps(figure)}\n")
            sys.stdout.flush()
            table.append(figure)
    for each in table:
        row = (each["bar"], each["figure"], each["value"], each.get("ratio", ""), each.get("must", ""))
        sys.stdout.write("{:>3}  {:<58} {:>14}  {:>8}  must {}\n".format(*map(str, row)))


def figures(folder: Path, wanted: frozenset[int]) -> Iterator[Figure]:
    """Yield the figures of the parts that hold a wanted bar; of all where none is named."""
    parts: tuple[tuple[frozenset[int], Callable[[], Iterator[Figure]]], ...] = (
        (frozenset({1, 2, 3, 4}), lambda: _engine(folder)),
        (frozenset({5, 6}), lambda: _exact(folder)),
        (frozenset({7}), lambda: _flagship(folder)),
        (frozenset({8}), _forgetting),
    )
    for bars, part in parts:
        if not wanted or bars & wanted:
            yield from part()


def _engine(folder: Path) -> Iterator[Figure]:
    made = crisis()
    scenario = scenario_of(crisis_text(made))
    program = compiled(scenario, "standard")
    peer: float | None = None
    try:
        plays = inkjs(_folder(folder / "ink"), ink_text(made), SECONDS)
        peer = plays["plays"] / plays["seconds"]
        yield _figure(1, "inkjs, plays a second", peer)
    except AbsentError as fault:
        yield {"bar": 1, "figure": "inkjs", "value": f"absent: {fault}"}
    game, rules, random = CompiledGame(program), Rules(scenario, "standard"), Random(1)
    silent = rate(lambda: silent_play(game, random), SECONDS)
    plain = rate(lambda: silent_play(rules, random), SECONDS)
    on = rate(played_on(program, random), SECONDS)
    told = rate(told_on(program, random), SECONDS)
    yield _figure(1, "engine without texts, plays a second", on, peer, "40x")
    yield _figure(1, "the same, state by state", silent, peer, "40x")
    yield _figure(2, "engine with texts and trail", told, peer, "25x")
    yield _figure(2, "the same, state by state", rate(told_play(program), SECONDS), peer, "25x")
    yield _figure(3, "engine against the plain reference", silent, plain, "2.5x")
    yield _figure(1, "the same, 100,000 plays in columns", batch_rate(program, PLAYS), peer, "40x")
    by_hand = numpy_rate(made, PLAYS)
    yield _figure(4, "batch playouts against numpy by hand", batch_rate(program, PLAYS), by_hand, "0.4x")


def _exact(folder: Path) -> Iterator[Figure]:
    peer: float | None = None
    try:
        solved = open_spiel(_folder(folder / "spiel"))
        peer = solved["states"] / solved["seconds"]
        yield _figure(5, "open_spiel value_iteration, states a second", peer)
    except AbsentError as fault:
        yield {"bar": 5, "figure": "open_spiel", "value": f"absent: {fault}"}
    program = compiled(scenario_of(wide_text(9, 10)), "standard")
    yield _figure(5, "columns, states a second", _columns_rate(program), peer, "200x")
    small = compiled(scenario_of(wide_text(5, 10)), "standard")
    start = process_time()
    states = solution(small.scenario, CompiledGame(small), merged=Liveness(small).forgotten).states
    yield _figure(6, "plain form, states a second", states / (process_time() - start), None, "10000")
    rest = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // _MEGABYTE
    yield _figure(5, "memory after that, MB", rest)


def _columns_rate(program: Program) -> float:
    roots = [World(CompiledGame(program).start().state)]
    start = process_time()
    solved = ColumnSolution(program, roots, 12_000_000, unheard)
    return solved.states / (process_time() - start)


def _flagship(folder: Path) -> Iterator[Figure]:
    scenario = scenario_in(ROOT / "scenarios" / FLAGSHIP)
    for setup in scenario.setup_ids:
        home = {**os.environ, "EXCOMM_HOME": str(_folder(folder / setup))}
        command = (sys.executable, "main.py", "odds", FLAGSHIP, "--setup", setup, "--json")
        start, before = perf_counter(), _children()
        done = subprocess.run(command, cwd=ROOT, env=home, capture_output=True, text=True, check=False)
        taken, worked = perf_counter() - start, _children() - before
        name = f"{FLAGSHIP} {setup}, seconds cold by the clock"
        if done.returncode:
            yield {"bar": 7, "figure": name, "value": f"failed: {done.stderr.strip()[-200:]}"}
        else:
            states = json.loads(done.stdout)["states"]
            figure = _figure(7, name, taken, None, "10")
            yield {**figure, "processor": round(worked, 2), "states": states}


def _children() -> float:
    """Return the seconds of the processor that processes started here took."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def _forgetting() -> Iterator[Figure]:
    chain = compiled(scenario_of(chain_text(9)), "standard")
    yield _factor("a chain of 9 decisions", chain, 5_000_000)
    flagship = compiled(scenario_in(ROOT / "scenarios" / FLAGSHIP), "strict_1962")
    yield _factor(f"{FLAGSHIP} strict_1962", flagship, 1_000_000)


def _factor(name: str, program: Program, most: int) -> Figure:
    """Return how many times more states there are where nothing is forgotten, `most` counted at most."""
    roots = [CompiledGame(program).start().state]
    few = Exploration(program, roots, 12_000_000, unheard).states
    figure = f"states without forgetting, {name}"
    try:
        many = Exploration(program, roots, most, unheard, liveness=Remembered(program)).states
    except OverBudgetError as fault:
        return {**_figure(8, figure, fault.states, few, "5x"), "at least": True, "with": few}
    return {**_figure(8, figure, many, few, "5x"), "with": few}


class Remembered(Liveness):
    """Forgets nothing."""

    def dead(self, state: State) -> tuple[int, ...]:  # noqa: ARG002 - as in what it stands for
        return ()


def _figure(bar: int, name: str, value: float, peer: float | None = None, must: str = "") -> Figure:
    made: Figure = {"bar": bar, "figure": name, "value": round(value, 2)}
    if peer:
        made["ratio"] = round(value / peer, 2)
    if must:
        made["must"] = must
    return made


def _folder(path: Path) -> Path:
    path.mkdir(parents=True)
    return path


if __name__ == "__main__":
    main()
