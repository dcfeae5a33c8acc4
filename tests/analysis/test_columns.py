"""Columns give the figures and the merged states of the plain form."""

from __future__ import annotations

from random import Random

import pytest

from game.analysis.columns.solution import ColumnSolution
from game.analysis.figures import Odds, Policy
from game.analysis.graph import OverBudgetError
from game.analysis.odds import solution
from game.analysis.playable import CompiledGame, ForgettingGame
from game.engine.compilation.program import compiled
from game.engine.program import Program
from game.scenario.loading import loaded
from game.scenario.model import Scenario
from game.store.places import shipped
from game.store.scenarios import files_of, stored_at
from tests.engine.generated import scenario_text

BUDGET = 4_000


def programs_of(scenario: Scenario) -> list[Program]:
    return [compiled(scenario, setup) for setup in scenario.setup_ids]


def shipped_scenario(name: str) -> Scenario:
    stored = stored_at(shipped("scenarios") / name)
    assert stored is not None
    scenario = loaded(files_of(stored).documents).scenario
    assert scenario is not None
    return scenario


def generated(seed: int) -> Scenario:
    scenario = loaded({"generated/scenario.yaml": scenario_text(Random(seed), hours=24).encode()}).scenario
    assert scenario is not None
    return scenario


def assert_same(mine: Odds, theirs: Odds) -> None:
    for policy in Policy:
        for ending, figure in theirs.policies[policy].items():
            assert mine.policies[policy][ending].value == pytest.approx(figure.value, abs=1e-12)
        if theirs.catastrophe is not None:
            assert mine.catastrophe is not None
            assert mine.catastrophe[policy].value == pytest.approx(
                theirs.catastrophe[policy].value, abs=1e-12
            )


def assert_columns_are_plain(program: Program) -> bool:
    """Compare the forms; return whether the plain one was within its budget."""
    try:
        plain = solution(program.scenario, ForgettingGame.of(program), budget=BUDGET)
    except OverBudgetError:
        return False
    columns = ColumnSolution(program)
    assert_same(columns.odds, plain.odds)
    assert list(columns.options) == list(plain.options)
    for option, odds in plain.options.items():
        assert_same(columns.options[option], odds)
    assert columns.states == plain.states
    return True


@pytest.mark.parametrize("seed", range(40))
def test_columns_are_the_plain_form_on_generated_scenarios(seed: int) -> None:
    for program in programs_of(generated(seed)):
        assert_columns_are_plain(program)


def test_most_generated_scenarios_are_small_enough_to_compare() -> None:
    found = [
        assert_columns_are_plain(program)
        for seed in range(40, 50)
        for program in programs_of(generated(seed))
    ]
    assert sum(found) > len(found) / 2


@pytest.mark.parametrize("name", ["river_incident", "bay_of_pigs_1961"])
def test_columns_are_the_plain_form_on_shipped_scenarios(name: str) -> None:
    assert all(assert_columns_are_plain(program) for program in programs_of(shipped_scenario(name)))


@pytest.mark.parametrize("seed", range(30))
def test_what_is_forgotten_changes_no_odds_and_leaves_no_more_states(seed: int) -> None:
    for program in programs_of(generated(seed)):
        try:
            whole = solution(program.scenario, CompiledGame(program), budget=BUDGET)
        except OverBudgetError:
            continue
        live = solution(program.scenario, ForgettingGame.of(program), budget=BUDGET)
        assert live.odds == whole.odds
        assert live.options == whole.options
        assert live.states <= whole.states


def test_more_states_than_the_budget_are_refused() -> None:
    with pytest.raises(OverBudgetError):
        ColumnSolution(compiled(shipped_scenario("bay_of_pigs_1961"), "strict_1961"), budget=50)
