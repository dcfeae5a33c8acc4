"""The reference and the Program play every game alike: each is proved by the other."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.analysis.playable import CompiledGame
from game.engine.compilation.program import compiled
from game.engine.happenings import Happening
from game.engine.moves import Answer, ChanceOutcome, Move, Wait
from game.engine.reference.rules import RefusedMoveError, Rules
from game.engine.state import IllegalMoveError
from game.engine.ways import warming
from game.scenario.loading import loaded
from game.scenario.model import Scenario
from game.scenario.mods import is_mod
from tests.engine.generated import scenario_text, scenarios
from tests.samples.shelf import NIGHT_PATROL

ROOT = Path(__file__).parents[2]
GAMES_OF_A_SCENARIO = 1


def scenario_of(text: str) -> Scenario:
    """Return the scenario of a generated text, which has no errors."""
    result = loaded({"generated/scenario.yaml": text.encode()})
    assert result.scenario is not None, [str(each) for each in result.diagnostics]
    return result.scenario


def names(scenario: Scenario) -> list[str]:
    """Return every name that a condition may read."""
    seen = [*scenario.events, *scenario.letters, *scenario.intelligence]
    return [
        *scenario.variables,
        *scenario.beliefs,
        *scenario.flags,
        *("day", "hour", "step", "time"),
        *(["phase"] if scenario.phases else []),
        *(f"chosen.{each}" for each in scenario.decisions),
        *(f"seen.{each}" for each in seen),
    ]


def assert_same_play(
    scenario: Scenario,
    setup: str,
    random: Random,
    starts: Iterable[tuple[str, int]] = (),
    begins: int = 0,
) -> list[Happening]:
    """Play one game by random moves in both forms, alike at every turn; return what happened in it."""
    given = tuple(starts)
    rules = Rules(scenario, setup, starts=given, begins=begins)
    program = CompiledGame(compiled(scenario, setup, starts=given, begins=begins))
    mine, theirs = rules.start(), program.start()
    moves: list[Move] = []
    happenings = [*mine.happenings]
    while True:
        at = f"{setup}: {moves}"
        assert theirs.happenings == mine.happenings, at
        assert program.turn(theirs.state) == rules.turn(mine.state), at
        assert program.legal_commands(theirs.state) == rules.legal_commands(mine.state), at
        assert program.outcomes(theirs.state) == rules.outcomes(mine.state), at
        assert program.deadlines(theirs.state) == rules.deadlines(mine.state), at
        assert program.ending(theirs.state) == rules.ending(mine.state), at
        for name in names(scenario):
            assert program.value(theirs.state, name) == rules.value(mine.state, name), f"{name} at {at}"
        possible = (*rules.legal_commands(mine.state), *rules.outcomes(mine.state))
        if not possible:
            assert rules.turn(mine.state) == "over"
            return happenings
        move = random.choice(possible)
        moves.append(move)
        before = theirs.state
        mine, theirs = rules.step(mine.state, move), program.step(before, move)
        assert program.successor(before, move) == theirs.state, at
        happenings += mine.happenings


def written_scenarios() -> list[Path]:
    """Return the folders of the shipped scenarios, mods excepted, and of the cases of odds and traces."""
    places = (ROOT / "scenarios", ROOT / "tests" / "cases" / "odds", ROOT / "tests" / "cases" / "traces")
    found = [path for place in places for path in sorted(place.glob("*/scenario.yaml"))]
    return [path.parent for path in found if not is_mod({path.name: path.read_bytes()})]


def scenario_in(folder: Path) -> Scenario:
    files = {
        f"{folder.name}/{path.relative_to(folder).as_posix()}": path.read_bytes()
        for path in sorted(folder.rglob("*.yaml"))
        if not path.name.endswith((".test.yaml", ".run.yaml"))
    }
    result = loaded(files)
    assert result.scenario is not None, [str(each) for each in result.diagnostics]
    return result.scenario


@settings(derandomize=True, deadline=None, max_examples=25)
@given(text=scenarios(), seed=st.integers(0, 1000))
def test_both_forms_play_generated_scenarios_alike(text: str, seed: int) -> None:
    scenario = scenario_of(text)
    for setup in scenario.setup_ids:
        assert_same_play(scenario, setup, Random(seed))


@pytest.mark.parametrize("often", [1, 1000], ids=["as functions", "walked"])
@pytest.mark.parametrize("block", range(4))
def test_both_forms_play_many_seeded_scenarios_alike(
    block: int, often: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(warming, "OFTEN", often)
    for seed in range(block * 15, block * 15 + 15):
        scenario = scenario_of(scenario_text(Random(seed)))
        for setup in scenario.setup_ids:
            assert_same_play(scenario, setup, Random(seed))


@pytest.mark.parametrize("often", [1, 1000], ids=["as functions", "walked"])
@pytest.mark.parametrize("path", written_scenarios(), ids=lambda path: path.name)
def test_both_forms_play_written_scenarios_alike(
    path: Path, often: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(warming, "OFTEN", often)
    scenario = scenario_in(path)
    for setup in scenario.setup_ids:
        for seed in range(GAMES_OF_A_SCENARIO):
            assert_same_play(scenario, setup, Random(seed))


def test_generated_scenarios_show_every_kind_of_happening() -> None:
    kinds: set[type[Happening]] = set()
    for seed in range(60):
        scenario = scenario_of(scenario_text(Random(seed)))
        happenings = assert_same_play(scenario, scenario.setup_ids[0], Random(seed))
        kinds |= {type(each) for each in happenings}
    assert {kind.__name__ for kind in kinds} == {kind.__name__ for kind in Happening.__args__}


def test_both_forms_begin_later_and_with_other_starts_alike() -> None:
    for seed in range(200, 220):
        scenario = scenario_of(scenario_text(Random(seed)))
        starts = (("number_0", 1), ("flag_0", 1))
        assert_same_play(scenario, scenario.setup_ids[0], Random(seed), starts, begins=(seed % 4) * 300)


def test_both_forms_refuse_what_is_not_allowed() -> None:
    scenario = scenario_in(NIGHT_PATROL)
    rules, program = Rules(scenario, "standard"), CompiledGame(compiled(scenario, "standard"))
    mine, theirs = rules.start().state, program.start().state
    moves = (Wait(), Answer("patrol", "fire"), ChanceOutcome("their_fear.start", "3", 1))
    for move in moves:
        with pytest.raises(RefusedMoveError):
            rules.step(mine, move)
        with pytest.raises(IllegalMoveError):
            program.step(theirs, move)
