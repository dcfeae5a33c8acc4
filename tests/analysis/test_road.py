"""The road of the record: the choices and the luck of history, in any setup."""

from __future__ import annotations

import pytest

from game.analysis.playable import CompiledGame
from game.analysis.road import recorded_road
from game.engine import happenings as happened
from game.engine.compilation.program import compiled
from tests.analysis.test_belief import ESTIMATED
from tests.analysis.test_causes import CHAINED
from tests.engine.test_agreement import ROOT, scenario_in, scenario_of


def strict_and_free(name: str) -> list[tuple[str, str]]:
    return [(name, each) for each in scenario_in(ROOT / "scenarios" / name).setup_ids[:2]]


@pytest.mark.parametrize(
    ("name", "setup"),
    [each for name in ("cuba_1962", "black_saturday", "berlin_1961") for each in strict_and_free(name)],
)
def test_the_road_comes_to_the_ending_of_history_in_any_setup_that_leaves_its_luck_open(
    name: str, setup: str
) -> None:
    scenario = scenario_in(ROOT / "scenarios" / name)
    game = CompiledGame(compiled(scenario, setup))
    *_, last = recorded_road(scenario, game)
    assert isinstance(last.happenings[-1], happened.GameEnded)
    assert scenario.endings[last.happenings[-1].ending].historical


def test_the_road_ends_where_the_record_says_nothing() -> None:
    text = CHAINED.replace("title: First?", "title: First?\n    historical: push")
    scenario = scenario_of(text)
    road = [*recorded_road(scenario, CompiledGame(compiled(scenario, "standard")))]
    assert [each.command and each.command.option for each in road] == [None, "push"]


def test_without_a_record_there_is_no_road() -> None:
    scenario = scenario_of(ESTIMATED)
    assert not [*recorded_road(scenario, CompiledGame(compiled(scenario, "standard")))]


def test_the_luck_of_the_record_goes_before_what_is_likely() -> None:
    text = CHAINED.replace("title: First?", "title: First?\n    historical: push").replace(
        "title: Second?", "title: Second?\n    historical: push"
    )
    for marked, ending in (("holds: { odds: 1, historical: yes", "quiet"), ("holds: { odds: 1", "war")):
        scenario = scenario_of(text.replace("holds: { odds: 1", marked))
        *_, last = recorded_road(scenario, CompiledGame(compiled(scenario, "standard")))
        assert last.happenings[-1] == happened.GameEnded(ending, None)
