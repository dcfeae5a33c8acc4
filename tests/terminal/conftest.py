"""Games of the transcripts: scenarios and runs from files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from game.scenario.loading import loaded
from game.scenario.model import Scenario
from game.session.replay import replayed
from game.session.runfile import parse_run
from game.session.session import Session, started

TRANSCRIPTS = Path(__file__).parent.parent / "transcripts"
SHELVES = (TRANSCRIPTS / "scenarios", TRANSCRIPTS.parent.parent / "scenarios")


@pytest.fixture(scope="session")
def scenario_named() -> Callable[[str], Scenario]:
    """Return a scenario of the transcripts, or a shipped one, by its id."""
    known: dict[str, Scenario] = {}

    def named(scenario_id: str) -> Scenario:
        if scenario_id not in known:
            folder = next(shelf / scenario_id for shelf in SHELVES if (shelf / scenario_id).is_dir())
            paths = [path for path in sorted(folder.glob("*.yaml")) if not path.match("*.test.yaml")]
            documents = {f"{scenario_id}/{path.name}": path.read_bytes() for path in paths}
            result = loaded(documents)
            assert result.scenario is not None, result.diagnostics
            known[scenario_id] = result.scenario
        return known[scenario_id]

    return named


@pytest.fixture(scope="session")
def game_recorded(scenario_named: Callable[[str], Scenario]) -> Callable[[str], Session]:
    """Return the game of a run of the transcripts by its name."""

    def recorded(name: str) -> Session:
        path = TRANSCRIPTS / f"{name}.run.yaml"
        parsed = parse_run(path.read_bytes(), path.name)
        assert parsed.run is not None, parsed.diagnostics
        assert parsed.run.scenario is not None
        again = replayed(scenario_named(parsed.run.scenario), parsed.run)
        assert again.session is not None
        assert again.stop is None, again.stop
        return again.session

    return recorded


@pytest.fixture
def new_game(scenario_named: Callable[[str], Scenario]) -> Callable[[str, str], Session]:
    """Return a new game of a scenario under a setup, with seed 1."""
    return lambda scenario, setup: started(scenario_named(scenario), setup, 1)
