"""`check`: forms, choices of rules, exit statuses."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from game.commands.main import main
from tests.samples.night import NIGHT

Captured = pytest.CaptureFixture[str]

UNKNOWN = NIGHT.replace("time is over", "tim is over")
DOUBLED = NIGHT.replace("tension: -1", "tension: +1")


def shelved(folder: Path, text: str, name: str = "night") -> str:
    (folder / name).mkdir()
    (folder / name / "scenario.yaml").write_text(text, encoding="utf-8")
    return str(folder / name)


def test_a_clean_scenario_is_told_of_in_a_line(tmp_path: Path, capsys: Captured) -> None:
    assert main(["check", shelved(tmp_path, NIGHT)]) == 0
    assert capsys.readouterr() == ("night: no faults\n", "")


def test_an_error_is_shown_with_its_line_and_exits_with_1(tmp_path: Path, capsys: Captured) -> None:
    assert main(["check", shelved(tmp_path, UNKNOWN)]) == 1
    told = capsys.readouterr().out
    assert told.startswith("error[E301]: ")
    assert "night/scenario.yaml:19:11" in told
    assert "did you mean `time`?" in told


def test_a_warning_exits_with_1_only_if_strict(tmp_path: Path, capsys: Captured) -> None:
    folder = shelved(tmp_path, DOUBLED)
    assert main(["check", folder]) == 0
    assert "warning[W553]" in capsys.readouterr().out
    assert main(["check", folder, "--strict"]) == 1


def test_rules_are_chosen_by_code_and_by_the_beginning_of_codes(tmp_path: Path, capsys: Captured) -> None:
    folder = shelved(tmp_path, UNKNOWN)
    assert main(["check", folder, "--ignore", "E3"]) == 0
    assert main(["check", folder, "--select", "e301"]) == 1
    capsys.readouterr()
    assert main(["check", folder, "--select", "E999"]) == 2
    assert capsys.readouterr().err == "There is no rule `E999`.\n"


def test_the_json_has_the_form_of_the_specification(tmp_path: Path, capsys: Captured) -> None:
    assert main(["check", shelved(tmp_path, UNKNOWN), "--format", "json", "--select", "E"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert list(told) == ["check", "errors", "warnings", "informations", "complete", "diagnostics"]
    (fault,) = told["diagnostics"]
    assert (fault["code"], fault["file"], fault["line"]) == ("E301", "night/scenario.yaml", 19)


def test_sarif_is_one_log(tmp_path: Path, capsys: Captured) -> None:
    assert main(["check", shelved(tmp_path, UNKNOWN), "--format", "sarif"]) == 1
    assert json.loads(capsys.readouterr().out)["version"] == "2.1.0"


def test_a_rule_is_explained(capsys: Captured) -> None:
    assert main(["check", "--explain", "e301"]) == 0
    told = capsys.readouterr().out
    assert told.startswith("E301, error: ")
    assert "What to do: " in told


def test_a_rule_that_is_not_there_is_told(capsys: Captured) -> None:
    assert main(["check", "--explain", "E30l"]) == 2
    assert capsys.readouterr().err.startswith("There is no rule `E30l`. Did you mean `E30")


def test_runs_in_the_folder_are_checked(tmp_path: Path, capsys: Captured) -> None:
    folder = shelved(tmp_path, NIGHT)
    run = "run: 1\nseed: 1\nchoices:\n  - patrol.hold\n  - patrl.hold\n"
    (Path(folder) / "case.run.yaml").write_text(run)
    assert main(["check", folder, "--format", "json", "--select", "E116"]) == 1
    (fault,) = json.loads(capsys.readouterr().out)["diagnostics"]
    assert (fault["file"], fault["line"], fault["column"]) == ("night/case.run.yaml", 5, 5)
    assert fault["help"] == "did you mean `patrol`?"


@pytest.mark.parametrize("name", ["nowhere", "empty"])
def test_what_is_no_scenario_is_refused(name: str, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert main(["check", str(tmp_path / name)]) in (1, 2)


def test_what_is_installed_comes_before_what_lies_here_and_a_line_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    installed = Path(os.environ["EXCOMM_HOME"]) / "scenarios"
    shelved(installed, NIGHT)
    monkeypatch.chdir(tmp_path)
    assert main(["check", "night"]) == 0
    assert capsys.readouterr().err == ""
    shelved(tmp_path, UNKNOWN)
    assert main(["check", "night"]) == 0
    assert capsys.readouterr().err == f"night: {installed / 'night'} is taken; the folder here is ./night.\n"
    assert main(["check", "./night"]) == 1
    assert capsys.readouterr().err == ""
    monkeypatch.chdir(installed)
    assert main(["check", "night"]) == 0
    assert capsys.readouterr().err == ""


def test_a_place_is_the_path_by_which_the_file_opens_from_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    folder = tmp_path / "new"
    folder.mkdir()
    shelved(folder, UNKNOWN)
    for here, named, told in (
        (tmp_path, "./new/night", "new/night/scenario.yaml"),
        (tmp_path, str(folder / "night"), "new/night/scenario.yaml"),
        (folder, "night", "night/scenario.yaml"),
        (folder / "night", ".", "scenario.yaml"),
        (folder / "night", "../night", "../night/scenario.yaml"),
    ):
        monkeypatch.chdir(here)
        assert main(["check", named]) == 1
        assert f" --> {told}:19:11\n" in capsys.readouterr().out
        assert Path(told).is_file()
    assert main(["check", ".", "--format", "json"]) == 1
    assert json.loads(capsys.readouterr().out)["diagnostics"][0]["file"] == "night/scenario.yaml"


def test_the_places_in_a_mod_and_in_its_base_open_from_here_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    shelved(tmp_path, NIGHT)
    (tmp_path / "mods" / "calm").mkdir(parents=True)
    patch = "patch: { variables: { tensoin: { start: 1 } } }"
    mod = f"format: 1\nid: calm\ntitle: Calm\nextends: ../../night\n{patch}\n"
    (tmp_path / "mods" / "calm" / "scenario.yaml").write_text(mod, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(["check", "mods/calm"]) == 1
    assert " --> mods/calm/scenario.yaml:5:23\n" in capsys.readouterr().out
    assert main(["check", "night", "--mod", "mods/calm"]) == 1
    assert " --> mods/calm/scenario.yaml:5:23\n" in capsys.readouterr().out


def test_a_fault_of_a_test_file_is_shown_in_its_line(tmp_path: Path, capsys: Captured) -> None:
    folder = Path(shelved(tmp_path, NIGHT))
    test = "tests:\n  talk:\n    choose: { patrl: call }\n    ending: quiet\n"
    (folder / "night.test.yaml").write_text(test, encoding="utf-8")
    assert main(["check", str(folder)]) == 1
    assert "3 |     choose: { patrl: call }\n  |               ^^^^^\n" in capsys.readouterr().out


def test_a_file_in_utf_16_is_shown_as_it_reads(tmp_path: Path, capsys: Captured) -> None:
    folder = Path(shelved(tmp_path, NIGHT))
    (folder / "scenario.yaml").write_text(NIGHT, encoding="utf-16")
    assert main(["check", str(folder)]) == 1
    told = capsys.readouterr().out
    assert "the file is UTF-16" in told
    assert f"1 | {NIGHT.splitlines()[0]}\n  | ^\n" in told


def test_no_colour_is_used_where_the_output_is_no_terminal(tmp_path: Path, capsys: Captured) -> None:
    main(["check", shelved(tmp_path, UNKNOWN)])
    assert "\x1b" not in capsys.readouterr().out
