"""`watch`: what is told at the start and after each save, and how it ends."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from game.commands.main import main
from game.store.places import shipped
from tests.samples.shelf import NIGHT_PATROL

Captured = pytest.CaptureFixture[str]

ROOT = Path(__file__).parents[2]
RIVER = NIGHT_PATROL / "scenario.yaml"
TESTS = "tests:\n  a call: { choose: { patrol: call }, ending: quiet }\n"
RUN = "run: 1\nseed: 1\nchoices:\n  - patrol.call\n"


@pytest.fixture
def river(tmp_path: Path) -> Path:
    """Return the folder of a scenario of the user's own."""
    folder = tmp_path / "night_patrol"
    folder.mkdir()
    (folder / "scenario.yaml").write_bytes(RIVER.read_bytes())
    return folder


@pytest.fixture
def rounds(monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> Callable[..., list[str]]:
    """Return what is told of a folder at the start and after each of some edits, when Ctrl+C follows them."""

    def told(path: Path, *edits: Callable[[], object], words: tuple[str, ...] = ()) -> list[str]:
        texts: list[str] = []
        left = list(edits)
        pauses = iter(range(1_000))

        def pause(_: float) -> None:
            if next(pauses) % 2:  # the pause in which a save is written to its end
                return
            texts.append(capsys.readouterr().out)
            if not left:
                raise KeyboardInterrupt
            left.pop(0)()

        monkeypatch.setattr("game.commands.watch.time.sleep", pause)
        assert main(["watch", str(path), *words]) == 0
        return texts

    return told


def test_a_scenario_is_told_of_at_the_start_and_after_each_save(
    river: Path, rounds: Callable[..., list[str]]
) -> None:
    scenario = river / "scenario.yaml"
    text = scenario.read_text(encoding="utf-8")
    first, second, third = rounds(
        river,
        lambda: scenario.write_text(text.replace("{tension}", "{tensio}"), encoding="utf-8"),
        lambda: scenario.write_text(text, encoding="utf-8"),
    )
    assert first.startswith("night_patrol: no faults\n")
    assert first.endswith("Waiting for the next save; Ctrl+C ends.\n")
    assert "error[E301]: there is no variable called `tensio`" in second
    assert third.startswith("night_patrol: no faults\n")


def test_nothing_is_said_where_nothing_was_saved(river: Path, rounds: Callable[..., list[str]]) -> None:
    _, *others = rounds(
        river,
        lambda: (river / ".scenario.yaml.swp").write_bytes(b"left by an editor"),
        lambda: (river / "scenario.yaml~").write_bytes(b"left by an editor"),
    )
    assert others == ["", ""]


def test_tests_and_runs_are_done_again_after_a_save(river: Path, rounds: Callable[..., list[str]]) -> None:
    (river / "river.test.yaml").write_text(TESTS, encoding="utf-8")
    (river / "case.run.yaml").write_text(RUN, encoding="utf-8")
    scenario = river / "scenario.yaml"
    text = scenario.read_text(encoding="utf-8")
    first, second = rounds(
        river,
        lambda: scenario.write_text(text.replace("tension >= 9", "tension >= 0"), encoding="utf-8"),
    )
    assert "1 passed, 0 failed\n" in first
    assert "night_patrol/case.run.yaml: 1 choice, ends in quiet\n" in first
    assert "    it should end in quiet, and may end in war\n0 passed, 1 failed\n" in second
    assert "night_patrol/case.run.yaml: stops: case.run.yaml:4:5: The game is over" in second


def test_a_run_that_stops_is_told_with_the_reason(river: Path, rounds: Callable[..., list[str]]) -> None:
    (river / "case.run.yaml").write_text(RUN + "  - patrol.call\n", encoding="utf-8")
    (told,) = rounds(river)
    assert "case.run.yaml: stops: case.run.yaml:5:5: The game is over before" in told


def test_tests_wait_for_a_scenario_without_errors(river: Path, rounds: Callable[..., list[str]]) -> None:
    (river / "river.test.yaml").write_text(TESTS, encoding="utf-8")
    (river / "scenario.yaml").write_text("format: 1\nid: night_patrol\n", encoding="utf-8")
    (told,) = rounds(river)
    assert "error[E201]" in told
    assert "passed" not in told


def test_an_editor_finds_the_schema_of_the_scenario(river: Path, rounds: Callable[..., list[str]]) -> None:
    rounds(river)
    assert '"tension"' in (river / ".excomm" / "schema.json").read_text(encoding="utf-8")


def test_nothing_is_written_into_a_shipped_scenario(rounds: Callable[..., list[str]]) -> None:
    folder = shipped("scenarios") / "river_incident"
    (told,) = rounds(folder)
    assert told.startswith("river_incident: no faults\n")
    assert not (folder / ".excomm").exists()


def test_a_folder_that_vanishes_is_told_and_waited_for(river: Path, rounds: Callable[..., list[str]]) -> None:
    away = river.parent / "away"
    told = rounds(river, lambda: river.rename(away), lambda: away.rename(river))
    assert "cannot be read" in told[1]
    assert told[2].startswith("night_patrol: no faults\n")


def test_of_several_scenarios_in_a_folder_only_the_saved_one_is_told_again(
    river: Path, rounds: Callable[..., list[str]]
) -> None:
    other = river.parent / "stream"
    other.mkdir()
    text = RIVER.read_text(encoding="utf-8").replace("id: night_patrol", "id: stream")
    (other / "scenario.yaml").write_text(text, encoding="utf-8")
    first, second = rounds(
        river.parent, lambda: (other / "scenario.yaml").write_text(text + "\n", encoding="utf-8")
    )
    assert "night_patrol: no faults\nstream: no faults\n" in first
    assert second.startswith("stream: no faults\n")
    assert "night_patrol" not in second


def test_a_mod_is_told_again_when_what_it_extends_is_saved(
    river: Path, rounds: Callable[..., list[str]]
) -> None:
    mod = river.parent / "flood"
    mod.mkdir()
    (mod / "mod.yaml").write_text(
        "format: 1\nid: flood\ntitle: Flood\nsummary: A flood.\nlicense: CC0-1.0\n"
        "extends: ../night_patrol\nneeds: 0.1\n"
        "patch:\n  variables:\n    tension: { label: Fear }\n",
        encoding="utf-8",
    )
    scenario = river / "scenario.yaml"
    text = scenario.read_text(encoding="utf-8")
    first, second = rounds(
        mod, lambda: scenario.write_text(text.replace("  tension:", "  tensions:"), encoding="utf-8")
    )
    assert "error" not in first
    assert "error" in second


def test_the_screen_is_cleared_on_a_terminal_only(
    river: Path, rounds: Callable[..., list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    (plain,) = rounds(river)
    assert "\x1b" not in plain
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    (cleared,) = rounds(river)
    assert cleared.startswith("\x1b[2J")
