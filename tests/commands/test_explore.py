"""`explore`: the shortest way to a thing, its form, and the run that it saves."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.commands.main import main

Captured = pytest.CaptureFixture[str]


def test_the_likeliest_of_the_shortest_ways_is_found_with_its_chance(capsys: Captured) -> None:
    assert main(["explore", "night_patrol", "--to", "ending:war", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {
        "explore": 1,
        "scenario": "night_patrol",
        "setup": "standard",
        "to": "ending:war",
        "found": True,
        "chance": {"value": 0.2, "exact": "1/5"},
        "run": ["their_fear.start=6", "patrol.fire", "patrol.fire=they_shoot"],
        "saved": None,
    }


@pytest.mark.parametrize(
    ("goal", "told"),
    [
        ("ending:europe_war", "Ending: "),
        ("option:slow_squeeze.force_it", "> Tanks to the corner, tonight"),
        ("ending:street_battle", "(street_battle)"),
    ],
)
def test_a_saved_way_can_be_replayed(goal: str, told: str, tmp_path: Path, capsys: Captured) -> None:
    run = tmp_path / "way.run.yaml"
    assert main(["explore", "berlin_1961", "--to", goal, "-o", str(run)]) == 0
    capsys.readouterr()
    assert main(["replay", str(run)]) == 0
    assert told in capsys.readouterr().out


def test_what_never_happens_is_not_found_and_exits_with_1(capsys: Captured, tmp_path: Path) -> None:
    run = tmp_path / "way.run.yaml"
    words = ["explore", "night_patrol", "--to", "ending:unfinished", "--json", "-o", str(run)]
    assert main(words) == 1
    form = json.loads(capsys.readouterr().out)
    assert (form["found"], form["chance"], form["run"], form["saved"]) == (False, None, None, None)
    assert not run.exists()


def test_an_unknown_goal_is_refused_with_what_was_meant(capsys: Captured) -> None:
    assert main(["explore", "night_patrol", "--to", "ending:wra"]) == 2
    assert capsys.readouterr().err == "There is no ending `wra`. Did you mean `ending:war`?\n"
    assert main(["explore", "night_patrol", "--to", "war"]) == 2
    assert "names nothing to look for" in capsys.readouterr().err


def test_too_many_states_are_no_answer(capsys: Captured) -> None:
    assert main(["explore", "berlin_1961", "--to", "ending:unfinished", "--states", "100"]) == 1
    assert capsys.readouterr().err.startswith("Not decided: 100 states are allowed")
