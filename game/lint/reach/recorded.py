"""What may come about on the line of history: where every choice on record was made as it was."""

from __future__ import annotations

from collections.abc import Iterator

from game.lint.reach.ways import Way, ways
from game.lint.reach.world import Reach, reach
from game.scenario.blocks import chances
from game.scenario.model import Scenario


def recorded(scenario: Scenario) -> Reach:
    """Return what may be while choices, and in a historical setup luck too, follow the record."""
    left_out = {*_other_options(scenario), *_other_outcomes(scenario)}
    return reach(scenario, [each for each in ways(scenario) if _last(each) not in left_out])


def _last(way: Way) -> str:
    """Return the site of an option or outcome as it is pinned."""
    return way.block.site if way.block is not None else ""


def _other_options(scenario: Scenario) -> Iterator[str]:
    for decision in scenario.decisions.values():
        if decision.historical is None:
            continue
        taken = decision.if_late if decision.historical == "wait" else decision.historical
        yield from (f"{decision.id}.{option}" for option in decision.options if option != taken)


def _other_outcomes(scenario: Scenario) -> Iterator[str]:
    if not any(setup.historical for setup in scenario.setups.values()):
        return
    for chance in chances(scenario):
        if any(each.historical for each in chance.outcomes):
            yield from (each.block.site for each in chance.outcomes if not each.historical)
