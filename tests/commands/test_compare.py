"""Two runs side by side: where they part, and the odds from there."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.commands.main import main

Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def write(name: str, choices: str, seed: int = 1, scenario: str = "night_patrol") -> str:
    path = Path(f"{name}.run.yaml")
    path.write_text(f"run: 1\nscenario: {scenario}\nseed: {seed}\nchoices: [{choices}]\n", encoding="utf-8")
    return str(path)


def compared(capsys: Captured, *words: str) -> dict[str, object]:
    assert main(["compare", *words, "--json"]) == 0
    form: dict[str, object] = json.loads(capsys.readouterr().out)
    return form


def test_the_odds_are_those_after_the_choice_and_before_luck(capsys: Captured) -> None:
    found = compared(capsys, write("ann", "patrol.fire"), write("bea", "wait"))
    parted = found["departure"]
    assert isinstance(parted, dict)
    assert parted["after"] == 0
    assert parted["choices"] == ["patrol.fire", "wait"]
    assert [each["exact"] for each in parted["catastrophe"]] == ["2/5", "0"]


def test_games_with_the_same_choices_part_by_luck_alone(capsys: Captured) -> None:
    found = compared(
        capsys,
        write("ann", "patrol.fire, patrol.fire=they_shoot"),
        write("bea", "patrol.fire, patrol.fire=they_turn"),
    )
    assert found["departure"] is None
    assert found["luck"] == {"after": 1, "drawn": ["patrol.fire=they_shoot", "patrol.fire=they_turn"]}


def test_a_run_is_the_same_as_itself(capsys: Captured) -> None:
    ann = write("ann", "patrol.fire")
    found = compared(capsys, ann, ann)
    assert found["departure"] is None
    assert found["luck"] is None


def test_a_game_may_end_where_the_other_goes_on(capsys: Captured) -> None:
    found = compared(capsys, write("ann", ""), write("bea", "patrol.call"))
    parted = found["departure"]
    assert isinstance(parted, dict)
    assert parted["after"] == 0
    assert parted["choices"] == [None, "patrol.call"]
    assert parted["catastrophe"][0] is None


def test_the_words_stand_side_by_side_with_a_star_where_they_part(capsys: Captured) -> None:
    assert main(["compare", write("ann", "patrol.fire"), write("bea", "wait")]) == 0
    told = capsys.readouterr().out
    parted = "Choices part after 0 choices, 1969-03-02 20:00"
    assert f"{parted}: Fire a warning shot (patrol.fire) and wait." in told
    assert "*  1  Fire a warning shot (patrol.fire)  wait" in told
    assert "any catastrophe" in told
    assert "ann: standard, seed 1, 1 choice: " in told


def test_runs_of_two_scenarios_are_refused(capsys: Captured) -> None:
    ann, bea = write("ann", ""), write("bea", "", scenario="berlin_1961")
    assert main(["compare", ann, bea]) == 2
    assert "ann is a run of night_patrol, and bea of berlin_1961." in capsys.readouterr().err
