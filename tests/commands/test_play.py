"""`play`, `replay`, `odds` and `list`, as processes and with their exit statuses."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from game.commands.main import main
from game.store.places import places, shipped

Captured = pytest.CaptureFixture[str]

FIRED = """\
Incident at the River | standard | seed 1

[1969-03-02 20:00] Tension: uneasy
Decision: The boat is still out there. (until 1969-03-03 04:00)
    It has no lights, and it has drifted to our side of the river. On the other bank they can see it too. The commander asks for orders, and then asks again. The river is uneasy. You cannot know how afraid they are over there. It is the only thing that matters.
  1 Do nothing until dawn
    By daylight a boat is only a boat.
  2 Telephone the other bank
    There is one line. It is rarely used.
  3 Fire a warning shot
    Over the bow, so that it turns.
    Warning: Frightened men do not always tell a warning from a shot.
  w Wait
> Fire a warning shot
    They shoot back. Then the bank behind them does.
    Tension: uneasy -> at the brink

[1969-03-02 20:00] Ending: Shots at Dawn (war)
    By morning there is no one left to telephone. It was a warning shot. Everybody who could say so is dead.
"""  # noqa: E501 - a paragraph of the transcript is one line
RIVER = "night_patrol"
RUN = "run: 1\nscenario: night_patrol\nsetup: standard\nseed: 1\nchoices:\n"


def typed(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    """Put lines on the input."""
    monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in lines)))


@pytest.mark.parametrize("answer", ["3", "fire", "patrol.fire"])
def test_a_game_is_played_from_lines(answer: str, monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    typed(monkeypatch, answer)
    assert main(["play", "night_patrol", "--text", "--seed", "1"]) == 0
    assert capsys.readouterr().out == FIRED


def test_a_choice_made_beforehand_is_not_asked(monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    typed(monkeypatch)
    assert main(["play", "night_patrol", "--text", "--seed", "1", "--choose", "patrol=fire"]) == 0
    assert capsys.readouterr().out == FIRED


def test_waiting_may_be_chosen_beforehand(monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    typed(monkeypatch)
    assert main(["play", "night_patrol", "--text", "--choose", "patrol=wait"]) == 0
    told = capsys.readouterr().out
    assert "> Wait" in told
    assert "> (late) Do nothing until dawn" in told
    assert "Ending: A Quiet Morning (quiet)" in told


def test_the_historical_line_without_a_name_is_that_of_the_flagship(
    monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    typed(monkeypatch)
    assert main(["play", "--text", "--historical"]) == 0
    told = capsys.readouterr().out
    assert told.startswith("October 1962 | strict_1962 | seed ")
    assert "Ending: The Secret Bargain (secret_bargain)" in told


def test_the_flagship_stands_first_in_the_menu(monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    typed(monkeypatch)
    assert main(["play", "--text"]) == 0
    assert capsys.readouterr().out.splitlines()[1] == "  1 New game: October 1962"


@pytest.mark.parametrize("command", [["play", "--text"], ["check"], ["odds"]])
def test_a_folder_of_scenarios_is_no_scenario(command: list[str], capsys: Captured) -> None:
    assert main([*command, str(shipped("scenarios"))]) == 2
    told = capsys.readouterr().err
    assert "holds several scenarios; name them one by one: " in told
    assert "scenarios/cuba_1962" in told


@pytest.mark.parametrize("name", ["", " "])
def test_no_name_is_no_scenario(name: str, capsys: Captured) -> None:
    assert main(["play", "--text", name]) == 2
    assert capsys.readouterr().err.startswith("A scenario needs a name; ")


def test_where_the_input_ends_the_game_is_left(monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    typed(monkeypatch)
    assert main(["play", "night_patrol", "--text"]) == 0
    assert "Ending" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "status", "sentence"),
    [
        (["night_patrl"], 2, "There is no scenario `night_patrl`. Did you mean `night_patrol`?"),
        (
            ["night_patrol", "--setup", "standart"],
            2,
            "night_patrol has no setup `standart`. Did you mean",
        ),
        (
            ["night_patrol", "--choose", "patrl=fire"],
            2,
            "night_patrol has no decision `patrl`. Did you mean",
        ),
        (["night_patrol", "--choose", "patrol=fir"], 2, "patrol has no option `fir`. Did you mean `fire`?"),
        (
            ["night_patrol", "--choose", "patrol"],
            2,
            "Write `--choose DECISION=OPTION`, not `--choose patrol`.",
        ),
        (["--from", "nowhere.run.yaml"], 2, "nowhere.run.yaml: No such file"),
        (["--from", "a.run.yaml", "--no-turning-back"], 2, "`--from` has its own rule on turning back"),
    ],
)
def test_a_name_that_is_not_there_is_told_with_what_was_meant(
    words: list[str], status: int, sentence: str, capsys: Captured
) -> None:
    assert main(["play", "--text", *words]) == status
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(sentence)
    assert err.count("\n") == 1


def test_a_broken_scenario_is_not_started_and_is_listed_with_its_first_error(capsys: Captured) -> None:
    folder = places().scenarios / "broken"
    folder.mkdir(parents=True)
    (folder / "scenario.yaml").write_text("format: 1\nid: broken\ntitle: [\n")
    assert main(["play", "broken", "--text"]) == 1
    assert capsys.readouterr().err.startswith("broken cannot be started: broken/scenario.yaml:")
    assert main(["list"]) == 0
    assert "broken: cannot be started\n    broken/scenario.yaml:" in capsys.readouterr().out
    assert main(["list", "--json"]) == 0
    rows = {row["id"]: row for row in json.loads(capsys.readouterr().out)["scenarios"]}
    assert rows["broken"]["errors"] >= 1
    assert rows["broken"]["first_error"]["file"] == "broken/scenario.yaml"
    assert rows["broken"]["title"] is None


def test_the_list_has_the_form_of_the_specification(capsys: Captured) -> None:
    assert main(["list", "--json"]) == 0
    listed = json.loads(capsys.readouterr().out)
    assert listed["list"] == 1
    (river,) = (row for row in listed["scenarios"] if row["id"] == "night_patrol")
    assert river["setups"] == ["standard"]
    assert river["languages"] == ["en", "es"]
    assert (river["kind"], river["extends"], river["errors"], river["first_error"]) == (
        "folder",
        None,
        0,
        None,
    )
    assert river["path"].endswith("scenarios/night_patrol")


def test_a_run_is_replayed_to_its_last_question(tmp_path: Path, capsys: Captured) -> None:
    path = tmp_path / "case.run.yaml"
    path.write_text(RUN + "  - patrol.fire\n")
    assert main(["replay", str(path)]) == 0
    assert capsys.readouterr().out == FIRED


def test_a_replay_that_stops_shows_what_came_before(tmp_path: Path, capsys: Captured) -> None:
    path = tmp_path / "case.run.yaml"
    path.write_text(RUN + "  - patrol.fire\n  - patrol.call\n")
    assert main(["replay", str(path)]) == 1
    out, err = capsys.readouterr()
    assert out == FIRED
    assert err == "case.run.yaml:7:5: The game is over before `patrol.call`.\n"


def test_another_hash_is_a_warning_on_stderr(tmp_path: Path, capsys: Captured) -> None:
    path = tmp_path / "case.run.yaml"
    path.write_text(f"hash: 0000000000000000\n{RUN}  - patrol.fire\n")
    assert main(["replay", str(path)]) == 0
    out, err = capsys.readouterr()
    assert out == FIRED
    assert err.startswith("This run was made with other rules of night_patrol")


def test_a_game_goes_on_from_a_part_of_a_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    path = tmp_path / "case.run.yaml"
    path.write_text(RUN + "  - patrol.call\n")
    typed(monkeypatch, "fire")
    assert main(["play", "--text", "--from", str(path), "--after", "0"]) == 0
    assert capsys.readouterr().out == FIRED


def test_a_fork_may_have_other_luck_from_there_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    path = tmp_path / "game.run.yaml"
    path.write_text(RUN + "  - patrol.fire\n")
    endings = set()
    for seed in range(8):
        typed(monkeypatch, "fire")
        assert main(["play", "--text", "--from", str(path), "--after", "0", "--seed", str(seed)]) == 0
        endings |= {line for line in capsys.readouterr().out.splitlines() if "Ending:" in line}
    assert len(endings) == 2


def test_a_run_without_turning_back_goes_on_in_its_file_and_from_its_end_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    path = tmp_path / "brave.run.yaml"
    path.write_text(RUN.replace("choices:\n", "turning_back: no\nchoices: []\n"))
    typed(monkeypatch, "fire", "undo")
    assert main(["play", "--text", "--from", str(path)]) == 0
    assert "without turning back" in capsys.readouterr().out.splitlines()[-1]
    assert path.read_text().endswith("turning_back: no\nchoices:\n  - patrol.fire\n")
    assert not list(places().runs.rglob("*.run.yaml")), "it has no other save"
    for fork in ("--after", "--seed"):
        assert main(["play", "--text", "--from", str(path), fork, "0"]) == 1
        assert f"is played without turning back; leave out `{fork}`." in capsys.readouterr().err
    assert main(["replay", str(path)]) == 0


def test_the_last_game_is_continued_from_the_menu(monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    typed(monkeypatch)
    assert main(["play", "night_patrol", "--text", "--seed", "1"]) == 0
    capsys.readouterr()
    typed(monkeypatch, "1", "fire")
    assert main(["play", "--text"]) == 0
    assert capsys.readouterr().out.endswith(FIRED)


def test_the_odds_of_the_specification_have_its_form(capsys: Captured) -> None:
    assert main(["odds", "night_patrol", "--json"]) == 0
    odds = json.loads(capsys.readouterr().out)
    assert list(odds) == [
        *("odds", "scenario", "version", "hash", "setup", "mods", "at", "of", "method", "states", "plays"),
        *("policies", "catastrophe", "options", "policy"),
    ]
    assert odds["policies"]["undecided"]["war"]["exact"] == "2/15"
    assert odds["policies"]["careful"] == {
        "war": {"value": 0.0, "exact": "0"},
        "quiet": {"value": 0.6, "exact": "3/5"},
    }
    assert odds["catastrophe"]["endings"] == ["war"]
    assert odds["catastrophe"]["reckless"] == {"value": 0.4, "exact": "2/5"}
    assert odds["options"]["patrol.fire"]["careful"]["war"]["exact"] == "2/5"


def test_the_odds_are_worlds_of_a_hundred_in_text(capsys: Captured) -> None:
    assert main(["odds", "night_patrol"]) == 0
    lines = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert ["Shots", "at", "Dawn", "(war)", "0", "40", "13", "13"] in lines
    assert ["patrol.fire", "40", "40", "40", "40"] in lines
