"""`sensitivity`: numbers found and moved in their files, slopes against solving again, and the charts."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from game.analysis.numbers import rewritten, rule_numbers
from game.analysis.sensitivity import catastrophe, weight_bars
from game.analysis.slopes import every_visit, sampled_visits, value_by, weight_slopes
from game.analysis.solving import solved
from game.commands import sensitivity
from game.commands.main import main
from game.commands.rewriting import rewriting_of
from game.engine.compilation.program import compiled
from game.scenario.loading import loaded
from tests.samples.shelf import NIGHT_PATROL

RIVER = NIGHT_PATROL / "scenario.yaml"
Captured = pytest.CaptureFixture[str]


def test_every_number_of_the_rules_is_found_where_it_stands() -> None:
    found = rule_numbers(loaded({"night_patrol/scenario.yaml": RIVER.read_bytes()}))
    lines = RIVER.read_text(encoding="utf-8").split("\n")
    for number in found:
        span = number.span
        assert lines[span.line - 1][span.column - 1 : span.end_column - 1] == str(number.value)
    kinds = {(number.path, number.kind, number.value) for number in found}
    assert ("endings.war.when", "threshold", 9) in kinds
    assert ("variables.tension.start", "start", 4) in kinds
    assert ("decisions.patrol.options.fire.chance.they_turn.odds", "weight", 10) in kinds
    assert ("decisions.patrol.options.hold.change.tension", "change", 1) in kinds
    assert not any(path.startswith("clock") for path, _, _ in kinds)


def test_a_file_with_a_number_moved_differs_in_that_number_alone() -> None:
    read = loaded({"night_patrol/scenario.yaml": RIVER.read_bytes()})
    [number] = [each for each in rule_numbers(read) if each.path == "endings.war.when"]
    changed = rewritten(read.documents[0], number, 10).decode()
    assert changed == RIVER.read_text(encoding="utf-8").replace("tension >= 9", "tension >= 10")


def weighted(folder: Path, factor: int) -> Path:
    """Write the river incident with the weight of shots multiplied, in thousandths, and return its folder."""
    text = RIVER.read_text(encoding="utf-8")
    text = text.replace("odds: their_fear", f"odds: their_fear * {factor}")
    text = text.replace("odds: 10 - their_fear", "odds: (10 - their_fear) * 1000")
    made = folder / str(factor) / "night_patrol"
    made.mkdir(parents=True)
    (made / "scenario.yaml").write_text(text, encoding="utf-8")
    return made


def test_slopes_are_the_derivative(tmp_path: Path) -> None:
    def chance(factor: int) -> float:
        scenario = rewriting_of(str(weighted(tmp_path, factor)), ()).scenario
        return catastrophe(solved(compiled(scenario, "standard")))

    rewriting = rewriting_of("night_patrol", ())
    program = compiled(rewriting.scenario, "standard")
    visits, value = every_visit(program, 100)
    found = weight_slopes(program, visits, value)
    assert found["patrol.fire", "they_shoot"] == pytest.approx((chance(1010) - chance(990)) / 0.02, abs=1e-4)
    assert found["patrol.fire", "they_turn"] == pytest.approx(-found["patrol.fire", "they_shoot"])


def test_plays_come_near_to_all_visits() -> None:
    rewriting = rewriting_of("night_patrol", ())
    program = compiled(rewriting.scenario, "standard")
    every = weight_slopes(program, *every_visit(program, 100))
    sampled = weight_slopes(program, sampled_visits(program, 3000, 1), value_by(solved(program)))
    assert sampled.keys() == every.keys()
    for outcome, slope in every.items():
        assert sampled[outcome] == pytest.approx(slope, abs=0.01)


def test_a_weight_is_placed_at_its_line() -> None:
    rewriting = rewriting_of("night_patrol", ())
    program = compiled(rewriting.scenario, "standard")
    found = weight_slopes(program, *every_visit(program, 100))
    lines = RIVER.read_text(encoding="utf-8").split("\n")
    places = {bar.name: lines[bar.span.line - 1].strip() for bar in weight_bars(rewriting.loaded, found, 0.5)}
    assert places["patrol.fire.they_turn"] == "odds: 10 - their_fear"
    assert places["their_fear.start.4"].startswith("start: 2 to 6 by 2")


def test_the_longest_bar_comes_first_and_says_where_its_number_stands(capsys: Captured) -> None:
    assert main(["sensitivity", "night_patrol"]) == 0
    told = capsys.readouterr()
    lines = told.out.splitlines()
    assert "in 13.33 of 100 worlds" in lines[1]
    assert lines[4].split() == [
        "variables.tension.start",
        *("4", "to", "3", "or", "5"),
        "<<<<<<<<<<<<|",
        "-13.33",
        "0",
        "night_patrol/scenario.yaml:21",
    ]
    assert lines[-1] == "4 of 11 numbers do not move it."
    assert told.err == ""


def test_weights_alone_are_moved_of_a_larger_scenario(capsys: Captured) -> None:
    assert main(["sensitivity", "bay_of_pigs_1961", "--json"]) == 0
    form = json.loads(capsys.readouterr().out)
    assert (form["sensitivity"], form["method"], form["policy"]) == (1, "slopes", "undecided")
    sizes = [
        max(abs(row["up"] - form["catastrophe"]), abs(row["down"] - form["catastrophe"]))
        for row in form["numbers"]
    ]
    assert sizes == sorted(sizes, reverse=True)
    assert {row["kind"] for row in form["numbers"]} == {"weight"}


@pytest.mark.parametrize("suffix", ["svg", "html"])
def test_a_chart_is_one_file(suffix: str, tmp_path: Path) -> None:
    output = tmp_path / f"chart.{suffix}"
    assert main(["sensitivity", "night_patrol", "-o", str(output)]) == 0
    text = output.read_text(encoding="utf-8")
    assert text.count("night_patrol/scenario.yaml:71") == {"svg": 2, "html": 3}[suffix]
    if suffix == "svg":
        root = ET.fromstring(text)
        widths = [float(each.get("width", "0")) for each in root.iter() if "part" in each.get("class", "")]
        assert max(widths) == 250


def test_large_scenarios_have_slopes_from_plays(monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    monkeypatch.setattr(sensitivity, "MOST_SOLVED", 0)
    monkeypatch.setattr(sensitivity, "MOST_VISITED", 0)
    assert main(["sensitivity", "night_patrol"]) == 0
    told = capsys.readouterr().out
    assert "exact values of the states that 1,000 plays come to" in told
    assert "patrol.fire.they_shoot" in told


def test_too_many_states_and_another_file_are_one_sentence(tmp_path: Path, capsys: Captured) -> None:
    assert main(["sensitivity", "bay_of_pigs_1961", "--states", "9"]) == 1
    assert capsys.readouterr().err.startswith("bay_of_pigs_1961 has more states under strict_1961 than")
    assert main(["sensitivity", "night_patrol", "-o", str(tmp_path / "x.png")]) == 2
    assert "not x.png." in capsys.readouterr().err
