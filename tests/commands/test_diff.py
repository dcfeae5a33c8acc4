"""`diff`: what an edit moves, in the order of its size, as text and as JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.analysis.difference import movements
from game.analysis.figures import Policy
from game.analysis.odds import solution
from game.analysis.playable import CompiledGame
from game.commands.main import main
from game.engine.compilation.program import compiled
from tests.engine.test_agreement import scenario_in
from tests.samples.shelf import NIGHT_PATROL

RIVER = NIGHT_PATROL / "scenario.yaml"
Captured = pytest.CaptureFixture[str]


def edited(folder: Path, old: str, new: str) -> Path:
    """Write the river incident with one edit, and return its folder."""
    text = RIVER.read_text(encoding="utf-8")
    assert text.count(old) == 1
    made = folder / "night_patrol"
    made.mkdir(parents=True)
    (made / "scenario.yaml").write_text(text.replace(old, new), encoding="utf-8")
    return made


def test_movements_are_exact_and_the_largest_comes_first(tmp_path: Path) -> None:
    after = edited(tmp_path, "odds: 10 - their_fear", "odds: 12 - their_fear")
    before, moved = (
        solution(scenario, CompiledGame(compiled(scenario, "standard"))).odds
        for scenario in (scenario_in(RIVER.parent), scenario_in(after))
    )
    found = movements(before, moved)
    sizes = {(each.ending, each.policy): each.size for each in found}
    assert sizes["war", Policy.RECKLESS] == pytest.approx(1 / 3 - 2 / 5)
    assert sizes["war", Policy.UNDECIDED] == pytest.approx(1 / 9 - 2 / 15)
    assert sizes["war", Policy.CAREFUL] == 0
    assert [abs(each.size) for each in found] == sorted((abs(each.size) for each in found), reverse=True)


def test_an_edit_is_a_table_and_no_fault(tmp_path: Path, capsys: Captured) -> None:
    after = edited(tmp_path, "odds: 10 - their_fear", "odds: 12 - their_fear")
    assert main(["diff", "night_patrol", str(after)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "standard | 7 -> 7 states" in lines
    assert "war              undecided    13.33  11.11  -2.22" in lines
    assert lines[-1] == "3 other figures have not moved."


def test_an_ending_that_is_new_is_none_before(tmp_path: Path, capsys: Captured) -> None:
    after = edited(
        tmp_path,
        "endings:\n",
        "endings:\n  sleep:\n    priority: 1\n    when: time is over\n    title: Sleep\n    text: Nothing.\n",
    )
    assert main(["diff", "night_patrol", str(after), "--json"]) == 0
    form = json.loads(capsys.readouterr().out)
    assert (form["diff"], form["only_old"], form["only_new"]) == (1, [], [])
    rows = form["setups"]["standard"]["movements"]
    [sleep] = [row for row in rows if (row["ending"], row["policy"]) == ("sleep", "undecided")]
    assert sleep["before"] is None
    assert sleep["after"]["exact"] == "13/15"
    assert sleep["moved"] == pytest.approx(13 / 15)


def test_the_same_rules_have_moved_nothing(capsys: Captured) -> None:
    assert main(["diff", "night_patrol", "night_patrol"]) == 0
    told = capsys.readouterr().out
    assert "Their rules are the same." in told
    assert told.endswith("standard | 7 -> 7 states | nothing has moved\n")


def test_a_setup_with_too_many_states_is_said_and_the_others_are_compared(capsys: Captured) -> None:
    assert main(["diff", "night_patrol", "night_patrol", "--states", "3"]) == 0
    assert "standard has more states than --states allows, so it was not compared." in capsys.readouterr().out


def test_a_setup_of_another_scenario_is_refused_with_what_was_meant(capsys: Captured) -> None:
    assert main(["diff", "night_patrol", "bay_of_pigs_1961", "--setup", "strict_1961"]) == 2
    assert "night_patrol has no setup `strict_1961`." in capsys.readouterr().err
