"""`excomm test --from RUN`: what is printed passes where it is put."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.commands.main import main
from tests.samples.shelf import NIGHT_PATROL

Captured = pytest.CaptureFixture[str]

ROOT = Path(__file__).parents[2]
RIVER = NIGHT_PATROL / "scenario.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "night_patrol"
    made.mkdir()
    (made / "scenario.yaml").write_bytes(RIVER.read_bytes())
    return made


def recorded(folder: Path, *choices: str, seed: int = 1) -> Path:
    path = folder / "our game.run.yaml"
    items = "".join(f"  - {each}\n" for each in choices) if choices else "  []\n"
    path.write_text(f"run: 1\nseed: {seed}\nchoices:\n{items}", encoding="utf-8")
    return path


def made_and_passed(folder: Path, run: Path, capsys: Captured) -> str:
    """Return the test that is printed, after it has passed in the folder of its scenario."""
    assert main(["test", "--from", str(run)]) == 0
    told = capsys.readouterr().out
    (folder / "made.test.yaml").write_text(told, encoding="utf-8")
    assert main(["test", str(folder)]) == 0
    assert capsys.readouterr().out == "1 passed, 0 failed\n"
    assert main(["check", str(folder), "--select", "E"]) == 0
    capsys.readouterr()
    return told


def test_a_game_becomes_a_test_with_its_seed_and_choices(folder: Path, capsys: Captured) -> None:
    told = made_and_passed(folder, recorded(folder, "patrol.fire"), capsys)
    assert told == (
        "scenario: night_patrol\ntests:\n  our game:\n    setup: standard\n    seed: 1\n"
        "    choose:\n      patrol: fire\n    ending: war\n"
    )


def test_draws_that_the_run_fixes_are_started_with_and_pinned(folder: Path, capsys: Captured) -> None:
    run = recorded(folder, "their_fear.start=2", "patrol.fire", "patrol.fire=they_turn")
    told = made_and_passed(folder, run, capsys)
    assert "    start:\n      their_fear: 2\n    pin:\n      patrol.fire: they_turn\n" in told
    assert told.endswith("    ending: quiet\n")


def test_a_lapsed_decision_is_waited_for(folder: Path, capsys: Captured) -> None:
    told = made_and_passed(folder, recorded(folder, "wait"), capsys)
    assert "      patrol: wait\n" in told


def test_a_game_that_is_not_over_is_refused(folder: Path, capsys: Captured) -> None:
    assert main(["test", "--from", str(recorded(folder))]) == 1
    assert "is not over after 0 choices, and a test needs an ending" in capsys.readouterr().err


def test_an_answer_after_waiting_is_told_where_it_makes_no_difference(folder: Path, capsys: Captured) -> None:
    text = (
        RIVER.read_text(encoding="utf-8")
        .replace("deadline: 8 h", "deadline: 11 h")
        .replace(
            "endings:\n",
            "events:\n  dusk:\n    at: 1969-03-02 22:00\n    title: Dusk\n    text: It is late.\nendings:\n",
        )
    )
    (folder / "scenario.yaml").write_text(text, encoding="utf-8")
    told = made_and_passed(folder, recorded(folder, "wait", "patrol.call"), capsys)
    assert told.startswith("# A test answers a decision as soon as it opens; the run waited")


def test_a_scenario_beside_a_run_is_refused(folder: Path, capsys: Captured) -> None:
    run = recorded(folder, "patrol.fire")
    assert main(["test", str(folder), "--from", str(run)]) == 2
    assert "`--from` has its own scenario" in capsys.readouterr().err
