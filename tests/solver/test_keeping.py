"""Solutions that are kept: solved once, read the next time, and never trusted where they are broken."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.analysis.columns.solution import ColumnSolution
from game.analysis.graph import Headway, OverBudgetError
from game.analysis.odds import BUDGET
from game.engine.compilation.program import compiled
from game.engine.program import Program
from game.solver.keeping import solution
from tests.engine.test_agreement import scenario_in as scenario_at
from tests.samples.shelf import NIGHT_PATROL
from tests.solver.test_solver import scenario_in


@pytest.fixture(scope="module")
def program() -> Program:
    return compiled(scenario_in("berlin_1961"), "hard_corner")


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("EXCOMM_HOME", str(tmp_path))
    return tmp_path / "cache"


def unexpected(headway: Headway) -> None:
    pytest.fail(f"{headway.states} states were explored")


def kept(cache: Path) -> list[Path]:
    return sorted(cache.rglob("*.kept"))


def test_what_was_solved_once_is_read_the_next_time(program: Program, cache: Path) -> None:
    told: list[Headway] = []
    first = solution(program, BUDGET, told.append)
    assert told
    assert len(kept(cache)) == 1
    again = solution(program, BUDGET, unexpected)
    assert isinstance(again, ColumnSolution)
    assert again.catastrophe_of(again.roots) == first.catastrophe_of(again.roots)
    with pytest.raises(OverBudgetError):
        solution(program, 2000, told.append)


def test_a_broken_file_is_written_anew(program: Program, cache: Path) -> None:
    first = solution(program, BUDGET, lambda _: None)
    (path,) = kept(cache)
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    assert solution(program, BUDGET, lambda _: None).states == first.states
    assert path.read_bytes() == whole


def test_small_games_are_not_kept(cache: Path) -> None:
    small = compiled(scenario_at(NIGHT_PATROL), "standard")
    assert solution(small, BUDGET, lambda _: None).states == 7
    assert kept(cache) == []
