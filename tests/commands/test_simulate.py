"""`simulate`: many games, counted; the same by the same seed, however and wherever they are played."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from game.commands.main import main

ROOT = Path(__file__).parents[2]
Captured = pytest.CaptureFixture[str]


def counts(capsys: Captured, *words: str) -> Any:
    """Return what `simulate --json` prints."""
    assert main(["simulate", *words, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_the_form_is_that_of_the_language(capsys: Captured) -> None:
    found = counts(capsys, "night_patrol", "-n", "3000", "--seed", "7")
    assert list(found) == [
        "simulate", "scenario", "version", "hash", "setup", "mods", "policy", "seed", "plays", "endings",
    ]  # fmt: skip
    assert (found["policy"], found["seed"], found["plays"]) == ("undecided", 7, 3000)
    assert sum(each["plays"] for each in found["endings"].values()) == 3000
    for each in found["endings"].values():
        assert list(each) == ["plays", "value", "low", "high"]
        assert each["value"] == each["plays"] / 3000
        assert each["low"] < each["value"] < each["high"]


def test_the_same_seed_counts_the_same_in_any_process(tmp_path: Path, capsys: Captured) -> None:
    here = counts(capsys, "berlin_1961", "-n", "2000", "--seed", "3")
    for salt in ("0", "1", "random"):
        done = subprocess.run(
            [sys.executable, "main.py", "simulate", "berlin_1961", "-n", "2000", "--seed", "3", "--json"],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": salt, "EXCOMM_HOME": str(tmp_path)},
            capture_output=True,
            check=True,
        )
        assert json.loads(done.stdout) == here
    assert counts(capsys, "berlin_1961", "-n", "2000", "--seed", "4")["endings"] != here["endings"]


def test_without_numpy_the_same_games_are_played(monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    together = counts(capsys, "night_patrol", "-n", "200")
    monkeypatch.setattr("game.commands.outlooks.find_spec", lambda _: None)
    assert counts(capsys, "night_patrol", "-n", "200") == together


@pytest.mark.parametrize("setup", ["strict_1961", "fog_1961"])
@pytest.mark.parametrize("policy", ["careful", "reckless:right_lost", "historical"])
def test_games_end_as_often_as_the_odds_of_their_policy_say(
    policy: str, setup: str, capsys: Captured
) -> None:
    found = counts(capsys, "berlin_1961", "--setup", setup, "-n", "4000", "--policy", policy)
    assert main(["odds", "berlin_1961", "--setup", setup, "--policy", policy, "--json"]) == 0
    odds = json.loads(capsys.readouterr().out)
    assert found["policy"] == odds["policy"]
    for ending, figure in odds["policies"][odds["policy"]].items():
        wanted = figure["value"]
        deviation = (wanted * (1 - wanted) / 4000) ** 0.5
        assert abs(found["endings"][ending]["value"] - wanted) <= 4.5 * deviation + 1e-12, ending


def test_a_table_of_answers_is_played(tmp_path: Path, capsys: Captured) -> None:
    path = tmp_path / "hawks.policy.yaml"
    path.write_text("policy: { patrol: fire }\n")
    found = counts(capsys, "night_patrol", "-n", "4000", "--policy", str(path))
    assert abs(found["endings"]["war"]["value"] - 0.4) < 0.04


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["night_patrol", "-n", "0"], "At least one game is played."),
        (["night_patrol", "--policy", "careful:wart"], "Did you mean `war`?"),
        (["berlin_1961", "--policy", "careful", "--states", "50"], "cannot be played"),
    ],
)
def test_what_cannot_be_played_is_refused_with_a_sentence(
    words: list[str], sentence: str, capsys: Captured
) -> None:
    assert main(["simulate", *words]) in {1, 2}
    told = capsys.readouterr()
    assert told.out == ""
    assert sentence in told.err


def test_the_table_has_a_row_for_each_ending(capsys: Captured) -> None:
    assert main(["simulate", "night_patrol", "-n", "1000", "--policy", "historical"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "Incident at the River | standard | historical | seed 1"
    assert sum(line.startswith(("Shots at Dawn", "A Quiet Morning")) for line in lines) == 2
