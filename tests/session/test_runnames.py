"""Names in runs that the scenario does not have."""

from __future__ import annotations

from game.scenario.model import Scenario
from game.session.runfile import parse_run
from game.session.runnames import unknown_names

HEAD = "run: 1\nscenario: river\nseed: 1\n"


def told(scenario: Scenario, text: str) -> list[tuple[int, str, str | None]]:
    parsed = parse_run(text.encode(), "x.run.yaml")
    assert parsed.run is not None
    faults = unknown_names(scenario, parsed.run, parsed.places, "x.run.yaml")
    return [(each.span.line, each.message, each.help) for each in faults]


def test_names_that_are_there_are_no_fault(calm_river: Scenario) -> None:
    assert told(calm_river, f"{HEAD}setup: calm\nchoices: [patrol.fire, wait, patrol.fire=they_turn]\n") == []


def test_each_name_that_is_not_there_is_a_fault_at_its_place(calm_river: Scenario) -> None:
    assert told(
        calm_river, f"{HEAD}setup: clam\nchoices:\n  - patrl.fire\n  - patrol.fir\n  - patrol.sing\n"
    ) == [
        (0, "there is no setup called `clam`", "did you mean `calm`?"),
        (6, "there is no decision called `patrl`", "did you mean `patrol`?"),
        (7, "there is no option of patrol called `fir`", "did you mean `fire`?"),
        (8, "there is no option of patrol called `sing`", None),
    ]
