"""Whoever waits hears how far the work is, while it goes on and in both forms."""

from __future__ import annotations

import io
from itertools import count

import pytest

from game.analysis.columns.solution import ColumnSolution
from game.analysis.graph import Headway, World
from game.analysis.odds import BUDGET
from game.analysis.playable import CompiledGame
from game.analysis.solving import solved_in_fractions
from game.commands.progress import Progress
from game.engine.compilation.program import compiled
from game.engine.program import Program
from game.scenario.loading import loaded
from tests.benchmarks.wide import wide_text


class Terminal(io.StringIO):
    """A stream that is a terminal."""

    def isatty(self) -> bool:
        return True


def test_what_comes_after_the_end_is_not_told(monkeypatch: pytest.MonkeyPatch) -> None:
    seconds = count()
    monkeypatch.setattr("game.commands.progress.time.monotonic", lambda: next(seconds))
    terminal = Terminal()
    with Progress(terminal) as progress:
        pass
    progress.told(1234)
    assert terminal.getvalue() == ""


@pytest.fixture(scope="module")
def program() -> Program:
    scenario = loaded({"wide/scenario.yaml": wide_text(3, 4).encode()}).scenario
    assert scenario is not None
    return compiled(scenario, scenario.setup_ids[0])


def test_fractions_tell_of_the_states_that_they_find_and_that_they_solve(program: Program) -> None:
    told: list[Headway] = []
    found = solved_in_fractions(program, [World(CompiledGame(program).start().state)], told=told.append)
    assert [each.states for each in told] == sorted(each.states for each in told)
    assert len(told) >= 2 * found.states
    assert told[-1] == Headway(found.states, 1, 1)


def test_columns_tell_of_every_pass_over_the_states(program: Program) -> None:
    told: list[Headway] = []
    roots = [World(CompiledGame(program).start().state)]
    found = ColumnSolution(program, roots, BUDGET, told.append)
    assert found.odds.policies
    last = told[-1].passes
    assert list(dict.fromkeys(each.number for each in told)) == list(range(last + 1))
    assert {(each.states, each.passes) for each in told if each.number} == {(found.states, last)}


def test_the_pass_over_the_states_stands_behind_the_seconds(monkeypatch: pytest.MonkeyPatch) -> None:
    seconds = iter([0.0, 31.0])
    monkeypatch.setattr("game.commands.progress.time.monotonic", lambda: next(seconds))
    terminal = Terminal()
    with Progress(terminal) as progress:
        progress.heard(Headway(13_000_000, 2, 7))
        assert terminal.getvalue() == "\r13,000,000 states, 31 s, pass 2 of 7"
