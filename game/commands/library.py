"""Scenarios by name for the commands: found and loaded, or refused with a sentence."""

from __future__ import annotations

from pathlib import Path

from game.commands.refusal import RefusedError, Status
from game.scenario.meant import nearest
from game.scenario.model import Scenario
from game.store.library import volume
from game.store.places import places
from game.store.scenarios import Stored, found, stored_scenarios


def stored_named(reference: str) -> Stored:
    """Return the folder or pack of an id or path. Raises RefusedError with what was probably meant."""
    mine = places()
    stored = found(reference, mine)
    if stored is not None:
        return stored
    if Path(reference).exists():
        raise RefusedError(f"{reference} is no folder of a scenario and no pack.")
    near = nearest(reference, [each.name for each in stored_scenarios(mine)])
    meant = f"Did you mean `{near}`?" if near else "`excomm list` shows those that are found."
    raise RefusedError(f"There is no scenario `{reference}`. {meant}")


def scenario_named(reference: str) -> Scenario:
    """Return a scenario that can be played. Raises RefusedError for one that is not there or has errors."""
    opened = volume(stored_named(reference))
    if opened.scenario is None:
        raise RefusedError(f"{opened.name} cannot be started: {opened.refusal}", Status.FAULTS)
    return opened.scenario


def setup_named(scenario: Scenario, setup: str | None, *, is_historical: bool = False) -> str:
    """Return the setup to play: the one that is named, the historical one if asked for, else the first."""
    if setup is None:
        marked = (each.id for each in scenario.setups.values() if each.historical)
        return next(marked, scenario.setup_ids[0]) if is_historical else scenario.setup_ids[0]
    if setup in scenario.setup_ids:
        return setup
    near = nearest(setup, scenario.setup_ids)
    meant = f"Did you mean `{near}`?" if near else f"It has {', '.join(scenario.setup_ids)}."
    raise RefusedError(f"{scenario.id} has no setup `{setup}`. {meant}")
