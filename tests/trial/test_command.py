"""`excomm test` and the plugin of pytest: what they print, write and exit with."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import pytest

from game.commands.main import main
from tests.samples.shelf import NIGHT_PATROL

Captured = pytest.CaptureFixture[str]
ROOT = Path(__file__).parents[2]
RIVER = NIGHT_PATROL / "scenario.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with a scenario of its own."""
    made = tmp_path / "night_patrol"
    made.mkdir()
    (made / "scenario.yaml").write_bytes(RIVER.read_bytes())
    return made


def written(folder: Path, text: str, name: str = "river.test.yaml") -> Path:
    path = folder / name
    path.write_text(dedent(text), encoding="utf-8")
    return path


SHOT = """\
tests:
  a shot is a gamble:
    choose: { patrol: fire }
    odds: { war: 40% }
  a shot is safe:
    choose: { patrol: fire }
    ending: quiet
"""
TOLD = """\
tests:
  the shot goes wrong:
    seed: 1
    choose: { patrol: fire }
    transcript: shot.txt
"""


def test_what_failed_is_told_with_file_and_name(folder: Path, capsys: Captured) -> None:
    written(folder, SHOT)
    assert main(["test", str(folder)]) == 1
    assert capsys.readouterr().out == (
        "FAILED night_patrol/river.test.yaml: a shot is safe\n"
        "    it should end in quiet, and may end in war\n"
        "1 passed, 1 failed\n"
    )


def test_a_transcript_is_written_with_update_and_compared_without(folder: Path, capsys: Captured) -> None:
    written(folder, TOLD)
    assert main(["test", str(folder)]) == 1
    assert "write it with --update" in capsys.readouterr().out
    assert main(["test", str(folder), "--update"]) == 0
    kept = (folder / "shot.txt").read_text(encoding="utf-8")
    assert "> Fire a warning shot" in kept
    assert "Ending: " in kept
    assert main(["test", str(folder)]) == 0
    (folder / "shot.txt").write_text(kept.replace("warning shot", "shot"), encoding="utf-8")
    capsys.readouterr()
    assert main(["test", str(folder)]) == 1
    assert "has `  3 Fire a shot` there, and is `  3 Fire a warning shot` now" in capsys.readouterr().out


def test_a_transcript_needs_one_line_of_play(folder: Path, capsys: Captured) -> None:
    written(folder, TOLD.replace("    seed: 1\n", ""))
    assert main(["test", str(folder), "--update"]) == 1
    assert "a transcript needs one line of play" in capsys.readouterr().out
    assert not (folder / "shot.txt").exists()


def test_a_transcript_that_is_a_link_is_not_followed(folder: Path, capsys: Captured) -> None:
    written(folder, TOLD)
    (folder.parent / "outside.txt").write_text("untouched", encoding="utf-8")
    (folder / "shot.txt").symlink_to(folder.parent / "outside.txt")
    assert main(["test", str(folder), "--update"]) == 1
    assert "links are not followed" in capsys.readouterr().err
    assert (folder.parent / "outside.txt").read_text(encoding="utf-8") == "untouched"


def test_a_file_may_name_another_scenario_by_its_path(folder: Path, capsys: Captured) -> None:
    other = folder.parent / "other"
    other.mkdir()
    text = RIVER.read_text(encoding="utf-8").replace("id: night_patrol", "id: other")
    (other / "scenario.yaml").write_text(text.replace("tension: +5", "tension: +4"), encoding="utf-8")
    written(folder, f"scenario: ../other\n{SHOT}")
    main(["test", str(folder)])
    assert "war comes in 0%" in capsys.readouterr().out


def test_an_unknown_scenario_is_a_fault_of_the_file(folder: Path, capsys: Captured) -> None:
    written(folder, f"scenario: river_incidnt\n{SHOT}")
    assert main(["test", str(folder)]) == 1
    told = capsys.readouterr().out
    assert "error[E116]: there is no scenario called `river_incidnt`" in told
    assert "river.test.yaml:1:11\n" in told
    assert "help: did you mean" in told
    assert main(["check", str(folder)]) == 1
    assert "error[E116]: there is no scenario called `river_incidnt`" in capsys.readouterr().out


TWO_FAULTS = SHOT.replace("odds: { war: 40% }", "odds: { wr: 40% }\n    ending: quit")
NO_CLAIM = """\
tests:
  a shot:
    choose: { patrol: fire }
"""


def test_a_fault_in_a_test_is_shown_as_check_shows_it_and_the_other_tests_are_run(
    folder: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder.parent)
    written(folder, TWO_FAULTS)
    assert main(["test", "./night_patrol"]) == 1
    assert capsys.readouterr().out == (
        "FAILED night_patrol/river.test.yaml: a shot is a gamble\n"
        "    error[E116]: there is no ending called `wr`\n"
        "     --> night_patrol/river.test.yaml:4:13\n"
        "      |\n"
        "    4 |     odds: { wr: 40% }\n"
        "      |             ^^\n"
        "      = help: did you mean `war`?\n"
        "    error[E116]: there is no ending called `quit`\n"
        "     --> night_patrol/river.test.yaml:5:13\n"
        "      |\n"
        "    5 |     ending: quit\n"
        "      |             ^^^^\n"
        "      = help: did you mean `quiet`?\n"
        "FAILED night_patrol/river.test.yaml: a shot is safe\n"
        "    it should end in quiet, and may end in war\n"
        "0 passed, 2 failed\n"
    )


def test_a_test_that_claims_nothing_passes_and_is_told_of(folder: Path, capsys: Captured) -> None:
    written(folder, NO_CLAIM)
    assert main(["test", str(folder)]) == 0
    told = capsys.readouterr().out
    assert told.startswith("night_patrol/river.test.yaml: a shot: it claims nothing: ")
    assert told.endswith("1 passed, 0 failed\n")


def test_what_may_come_and_never_should_is_told_with_a_run(folder: Path, capsys: Captured) -> None:
    written(folder, "tests:\n  a shot: { choose: { patrol: fire }, never: [patrol.fire.they_shoot] }\n")
    assert main(["test", str(folder)]) == 1
    run = "their_fear.start=2, patrol.fire, patrol.fire=they_shoot"
    assert f"and never should\n    run: {run}\n" in capsys.readouterr().out


def test_faults_of_a_test_file_are_told_by_check(folder: Path, capsys: Captured) -> None:
    written(folder, SHOT.replace("patrol", "ptrol"))
    assert main(["check", str(folder)]) == 1
    told = capsys.readouterr().out
    assert "error[E116]: there is no decision called `ptrol`" in told
    assert "night_patrol/river.test.yaml:3:15" in told


def test_the_tests_of_a_broken_scenario_are_refused(folder: Path, capsys: Captured) -> None:
    written(folder, SHOT)
    (folder / "scenario.yaml").write_text("format: 1\nid: night_patrol\n", encoding="utf-8")
    assert main(["test", str(folder)]) == 1
    assert "cannot be started" in capsys.readouterr().err


COVERED = """\
tests:
  call: { choose: { patrol: call }, ending: quiet }
  fire: { choose: { patrol: fire }, odds: { war: 40% } }
"""


def test_coverage_names_what_no_test_reaches(folder: Path, capsys: Captured) -> None:
    written(folder, COVERED)
    assert main(["test", str(folder), "--coverage"]) == 0
    told = capsys.readouterr().out
    assert "night_patrol: 10 of 11 are reached (90%)\n    never: option patrol.hold\n" in told


def test_too_little_coverage_fails(folder: Path, capsys: Captured) -> None:
    written(folder, COVERED)
    assert main(["test", str(folder), "--min", "90"]) == 0
    assert main(["test", str(folder), "--min", "91"]) == 1
    written(folder, COVERED.replace("patrol: fire", "patrol: hold").replace("40%", "0%"))
    capsys.readouterr()
    assert main(["test", str(folder), "--min", "90"]) == 1
    told = capsys.readouterr().out
    assert "never: outcome patrol.fire.they_shoot" in told
    assert "never: ending war" in told
    assert "never: when: true war" in told


def collected(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "pytest", "-p", "game.commands.plugin", "-p", "no:cacheprovider", *words]
    return subprocess.run(
        [*command, "."], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


def test_pytest_collects_tests_of_scenarios(folder: Path) -> None:
    written(folder, SHOT)
    done = collected(folder)
    assert done.returncode == 1
    assert "1 failed, 1 passed" in done.stdout
    assert "it should end in quiet, and may end in war" in done.stdout
    assert "river.test.yaml::a shot is safe" in done.stdout
    assert "Traceback" not in done.stdout


def test_pytest_names_the_fault_of_a_test_file(folder: Path) -> None:
    written(folder, SHOT.replace("patrol", "ptrol"))
    done = collected(folder)
    assert done.returncode == 1
    assert "2 failed" in done.stdout
    assert "3 |     choose: { ptrol: fire }" in done.stdout
    assert "= help: did you mean `patrol`?" in done.stdout


def test_pytest_warns_of_a_test_that_claims_nothing(folder: Path) -> None:
    written(folder, NO_CLAIM)
    done = collected(folder)
    assert done.returncode == 0
    assert "a shot: it claims nothing" in done.stdout


def test_pytest_writes_transcripts_anew(folder: Path) -> None:
    written(folder, TOLD)
    assert collected(folder, "--update-scenarios").returncode == 0
    assert (folder / "shot.txt").is_file()
    assert collected(folder).returncode == 0


def test_the_plugin_is_an_entry_point_of_the_project() -> None:
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert '[project.entry-points.pytest11]\nexcomm = "game.commands.plugin"' in project
