"""Tests of many lines of play are answered by the solver as they are by following every line."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from game.scenario.cases import Bounds, Case, CasePolicy, PolicyName
from game.scenario.model import Scenario
from game.store.library import volume
from game.store.places import places
from game.store.scenarios import found
from game.trial.solved import is_for_the_solver, solved_failures
from game.trial.verdict import verdict


@pytest.fixture(scope="module")
def saturday() -> Scenario:
    stored = found("black_saturday", places())
    assert stored is not None
    scenario = volume(stored).scenario
    assert scenario is not None
    return scenario


NARROW = Bounds(Fraction(0), Fraction(1, 10**6))
CASES = (
    Case("nobody chooses", setup="strict_1962", odds=(("general_war", NARROW),)),
    Case("one end", setup="strict_1962", ending="secret_bargain"),
    Case(
        "a flight the less",
        setup="strict_1962",
        choose=(("morning_count", ("none_today",)),),
        never=("banes",),
    ),
    Case("what comes", setup="strict_1962", choose=(("morning_count", ("high_and_low",)),), never=("banes",)),
    Case("of record", setup="strict_1962", policy=CasePolicy(PolicyName.HISTORICAL), ending="secret_bargain"),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_the_solver_finds_the_failures_that_following_all_lines_finds(
    saturday: Scenario, case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert is_for_the_solver(case)
    monkeypatch.setattr("game.trial.verdict.is_for_the_solver", lambda _: False)
    followed = verdict(saturday, case).failures
    solved = solved_failures(saturday, case, "strict_1962", 0)
    assert solved is not None
    assert [each.split(",")[0] for each in solved] == [each.split(",")[0] for each in followed]


@pytest.mark.parametrize(
    "change",
    [
        {"seed": 1},
        {"within": 60},
        {"choose": (("morning_count", ("none_today", "high_and_low")),)},
        {"policy": CasePolicy(PolicyName.CAREFUL, "general_war")},
        {"policy": CasePolicy(PolicyName.HISTORICAL), "never": ("banes",)},
    ],
)
def test_what_the_solver_cannot_answer_is_left_to_the_lines(change: dict[str, object]) -> None:
    assert not is_for_the_solver(replace(Case("any"), **change))  # type: ignore[arg-type]
