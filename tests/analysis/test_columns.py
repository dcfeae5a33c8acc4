"""Odds in columns are those of the plain form, and forgetting changes none of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from pathlib import Path
from random import Random

import pytest

from game.analysis.columns.solution import ColumnSolution
from game.analysis.figures import Odds, Policy
from game.analysis.graph import Headway, OverBudgetError, World
from game.analysis.liveness import Liveness
from game.analysis.odds import BUDGET, Solution, solution
from game.analysis.playable import CompiledGame
from game.analysis.solving import unheard
from game.analysis.turns import first_turns
from game.engine.compilation.program import compiled
from game.engine.program import Program
from game.engine.state import State
from tests.engine.generated import scenario_text
from tests.engine.test_agreement import ROOT, scenario_in, scenario_of
from tests.samples.shelf import NIGHT_PATROL

ERROR = 1e-12
CASES = sorted((ROOT / "tests" / "cases" / "odds").glob("*/scenario.yaml"))
SHIPPED = (("river_incident", "standard"), ("berlin_1961", "strict_1961"))

Figures = dict[tuple[Policy, str | None], float]


def figures(odds: Odds) -> Figures:
    """Return all figures of a table, those of the catastrophe under None."""
    found: Figures = {
        (policy, ending): figure.value
        for policy, endings in odds.policies.items()
        for ending, figure in endings.items()
    }
    catastrophe = odds.catastrophe or {}
    return found | {(policy, None): figure.value for policy, figure in catastrophe.items()}


def assert_near(columns: Odds, plain: Odds, at: object) -> None:
    mine, theirs = figures(columns), figures(plain)
    assert mine.keys() == theirs.keys(), at
    for key, value in theirs.items():
        assert abs(mine[key] - value) < ERROR, (at, key)


def assert_same(columns: ColumnSolution, plain: Solution[State], at: object) -> None:
    assert columns.error < ERROR, at
    assert_near(columns.odds, plain.odds, at)
    options = plain.options
    assert list(columns.options) == list(options), at
    for option, odds in options.items():
        assert_near(columns.options[option], odds, (at, option))


def in_columns(program: Program, roots: Iterable[World[State]] | None = None) -> ColumnSolution:
    begun = CompiledGame(program).start().state
    return ColumnSolution(program, [World(begun)] if roots is None else roots, BUDGET, unheard)


def generated_programs(seeds: range) -> Iterator[tuple[object, Program]]:
    for seed in seeds:
        scenario = scenario_of(scenario_text(Random(seed), hours=24))
        for setup in scenario.setup_ids:
            yield (seed, setup), compiled(scenario, setup)


def test_columns_and_forgetting_leave_the_odds_of_generated_scenarios() -> None:
    compared = 0
    for at, program in generated_programs(range(60)):
        game, scenario = CompiledGame(program), program.scenario
        try:
            plain = solution(scenario, game, budget=600)
        except OverBudgetError:
            continue
        merged = solution(scenario, game, merged=Liveness(program).forgotten)
        assert merged.odds == plain.odds, at
        assert merged.options == plain.options, at
        columns = in_columns(program)
        assert_same(columns, plain, at)
        assert columns.states == merged.states, at
        compared += 1
    assert compared >= 50


def test_states_that_are_packed_early_and_sent_on_in_parts_have_the_same_odds(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("game.analysis.columns.points._MOST_UNPACKED", 2)
    monkeypatch.setattr("game.analysis.columns.exploration._AT_ONCE", 3)
    monkeypatch.setattr("game.analysis.columns.backward._AT_ONCE", 2)
    monkeypatch.setattr("game.analysis.columns.backward._SPACE", 1)
    compared = 0
    for at, program in generated_programs(range(75, 110)):
        try:
            plain = solution(program.scenario, CompiledGame(program), budget=600)
        except OverBudgetError:
            continue
        assert_same(in_columns(program), plain, at)
        compared += 1
    assert compared >= 25


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.parent.name)
def test_columns_solve_the_cases(path: Path) -> None:
    scenario = scenario_in(path.parent)
    for setup in scenario.setup_ids:
        program = compiled(scenario, setup)
        plain = solution(scenario, CompiledGame(program), merged=Liveness(program).forgotten)
        columns = in_columns(program)
        assert_same(columns, plain, setup)
        assert columns.states == plain.states


@pytest.mark.parametrize(("name", "setup"), SHIPPED)
def test_columns_solve_shipped_scenarios(name: str, setup: str) -> None:
    scenario = scenario_in(ROOT / "scenarios" / name)
    program = compiled(scenario, setup)
    plain = solution(scenario, CompiledGame(program), merged=Liveness(program).forgotten)
    columns = in_columns(program)
    assert_same(columns, plain, setup)
    assert columns.states == plain.states


def test_endings_add_up_to_one_within_the_error() -> None:
    scenario = scenario_in(ROOT / "scenarios" / "berlin_1961")
    columns = in_columns(compiled(scenario, "fog_1961"))
    for policy in (Policy.UNDECIDED, Policy.HISTORICAL):
        total = sum(figure.value for figure in columns.odds.policies[policy].values())
        assert abs(total - 1) < columns.error < ERROR


def test_worlds_of_a_belief_have_the_mean_of_their_odds() -> None:
    compared = 0
    for at, program in generated_programs(range(60, 75)):
        game, scenario = CompiledGame(program), program.scenario
        try:
            plain = solution(scenario, game, budget=600)
        except OverBudgetError:
            continue
        turns = first_turns(game, plain.roots)
        if len(turns) < 2:
            continue
        worlds = [World(state, Fraction(number)) for number, (state, _) in enumerate(turns, 1)]
        columns = in_columns(program)
        for is_recorded in (True, False):
            wanted = plain.odds_of(worlds, is_recorded=is_recorded)
            assert_near(columns.odds_of(worlds, is_recorded=is_recorded), wanted, at)
            found = columns.options_of(worlds, is_recorded=is_recorded)
            for option, odds in plain.options_of(worlds, is_recorded=is_recorded).items():
                assert_near(found[option], odds, (at, option))
            catastrophe = columns.catastrophe_of(worlds, is_recorded=is_recorded)
            assert wanted.catastrophe is not None
            for policy, figure in wanted.catastrophe.items():
                assert abs(catastrophe[policy].value - figure.value) < ERROR
        assert figures(in_columns(program, worlds).odds).keys() <= figures(plain.odds).keys()
        compared += 1
    assert compared >= 3


def test_what_multiplies_the_states_is_named() -> None:
    scenario = scenario_in(NIGHT_PATROL)
    columns = in_columns(compiled(scenario, "standard"))
    [fear] = columns.multipliers()
    assert columns.states == 7  # one draw of the fear, and with each of three values a question and a shot
    assert fear.name == "their_fear"
    assert fear.factor == pytest.approx(7 / 3)


def test_a_state_that_the_roots_do_not_reach_is_refused() -> None:
    scenario = scenario_in(NIGHT_PATROL)
    program = compiled(scenario, "standard")
    game = CompiledGame(program)
    begun = game.start().state
    first, second, *_ = (game.successor(begun, each) for each in game.outcomes(begun))
    columns = in_columns(program, [World(first)])
    with pytest.raises(KeyError):
        columns.odds_of([World(second)])


def test_more_states_than_the_budget_are_refused_in_columns() -> None:
    scenario = scenario_in(NIGHT_PATROL)
    program = compiled(scenario, "standard")
    begun = World(CompiledGame(program).start().state)
    told: list[Headway] = []
    with pytest.raises(OverBudgetError) as fault:
        ColumnSolution(program, [begun], budget=5, told=told.append)
    assert told == sorted(told)
    assert max(told) <= Headway(5) < Headway(fault.value.states)
