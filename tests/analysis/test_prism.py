"""The export to the PRISM language: Storm, an independent solver, finds the same odds as we do."""

from __future__ import annotations

import json
import os
import subprocess
from fractions import Fraction
from pathlib import Path

import pytest

from game.analysis import prism
from game.analysis.figures import Policy
from game.analysis.graph import OverBudgetError
from game.analysis.odds import solution
from game.analysis.playable import CompiledGame
from game.analysis.prism import process
from game.commands.beginning import beginning
from game.commands.main import main
from game.engine.compilation.program import compiled
from game.scenario.model import Scenario
from tests.engine.test_agreement import ROOT, scenario_in
from tests.samples.shelf import NIGHT_PATROL

STORM = os.environ.get("EXCOMM_STORM")
"""A Python that has stormpy, in an environment of its own."""

ANSWERS = """
import json, sys, stormpy
program = stormpy.parse_prism_program(sys.argv[1])
asked = open(sys.argv[2], encoding="utf-8").read()
rows = [line for line in asked.splitlines() if line.startswith('"')]
found = {}
for policy, names in ((0, ("careful", "reckless")), (1, ("undecided",)), (2, ("historical",))):
    mine = [row for row in rows if row.split('"')[1].endswith(names)]
    properties = stormpy.parse_properties("\\n".join(mine), program)
    fixed, properties = stormpy.instantiate_constants(program, f"policy={policy}", properties)
    model = stormpy.build_model[stormpy.Rational](fixed, properties)
    for row, each in zip(mine, properties):
        result = stormpy.model_checking(model, each, only_initial_states=True)
        found[row.split('"')[1]] = str(result.get_value(model.initial_states[0]))
print(json.dumps(found))
"""


def ours(scenario: Scenario, setup: str) -> dict[str, Fraction]:
    """Return the odds of unmerged states under the names of the properties."""
    odds = solution(scenario, CompiledGame(compiled(scenario, setup))).odds
    figures = {
        f"ending_{ending}_{policy.value}": figure.exact
        for policy, endings in odds.policies.items()
        for ending, figure in endings.items()
    }
    if odds.catastrophe is not None:
        figures |= {f"catastrophe_{policy.value}": odds.catastrophe[policy].exact for policy in Policy}
    return {name: figure for name, figure in figures.items() if figure is not None}


@pytest.mark.parametrize(
    ("name", "setup"),
    [
        ("river_incident", "standard"),
        ("bay_of_pigs_1961", "strict_1961"),
        ("new", "standard"),
    ],
)
@pytest.mark.parametrize("most", [prism.MOST_WITHOUT_BLOCKS, 1], ids=["plain", "blocks"])
def test_storm_finds_the_same_odds_to_the_last_digit(
    name: str, setup: str, most: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not STORM:
        if os.environ.get("CI"):
            pytest.fail("EXCOMM_STORM must name a Python that has stormpy")
        pytest.skip("EXCOMM_STORM names no Python that has stormpy, so Storm was not asked")
    folder = ROOT / "scenarios" / name
    if name == "new":
        folder = tmp_path / "dyke_1953"
        folder.mkdir()
        (folder / "scenario.yaml").write_text(beginning(folder.name)["scenario.yaml"], encoding="utf-8")
    monkeypatch.setattr(prism, "MOST_WITHOUT_BLOCKS", most)
    model = tmp_path / "model.prism"
    assert main(["export", str(folder), "--setup", setup, "-o", str(model)]) == 0
    asked = [STORM, "-c", ANSWERS, str(model), str(model.with_suffix(".props"))]
    done = subprocess.run(asked, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    storm = {each: Fraction(value) for each, value in json.loads(done.stdout.splitlines()[-1]).items()}
    assert storm == ours(scenario_in(folder), setup)


def test_answers_beside_the_properties_are_the_odds() -> None:
    scenario = scenario_in(NIGHT_PATROL)
    rows = process(compiled(scenario, "standard"), 100).properties.splitlines()
    written = {row.split('"')[1]: Fraction(row.split("// ")[1]) for row in rows if row.startswith('"')}
    assert written == ours(scenario, "standard")


def test_a_process_says_what_each_state_is() -> None:
    scenario = scenario_in(NIGHT_PATROL)
    model = process(compiled(scenario, "standard"), 100).model
    place = "(night_patrol/scenario.yaml:23); tension=4, their_fear=2"
    drawn = f"  // 1969-03-02 20:00 chance their_fear.start {place}\n"
    assert f"{drawn}  [] s=0 -> 1/3:(s'=1) +" in model
    assert "  [patrol__fire] s=1 & policy=0 -> (s'=2);" in model
    assert 'label "ending_war" = s=' in model
    assert 'label "asked_patrol" = s=1 | s=' in model


def test_too_many_states_are_refused() -> None:
    scenario = scenario_in(NIGHT_PATROL)
    with pytest.raises(OverBudgetError):
        process(compiled(scenario, "standard"), 6)


def test_a_file_of_another_kind_and_too_many_states_are_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", "river_incident", "-o", str(tmp_path / "x.txt")]) == 2
    assert "called something.prism, not x.txt." in capsys.readouterr().err
    assert main(["export", "river_incident", "--states", "3", "-o", str(tmp_path / "x.prism")]) == 1
    assert capsys.readouterr().err.startswith("river_incident has more merged states under standard than 3,")
    assert not list(tmp_path.iterdir())
