"""Games that lie on the shelf, as the title and a key for loading name them."""

from __future__ import annotations

from collections.abc import Mapping

from game.scenario.model import Scenario
from game.store.places import Places
from game.store.runs import newest_autosave, saved_runs


def last_title(places: Places, scenarios: Mapping[str, Scenario]) -> str | None:
    """Return the title of the game that Continue goes on with, empty while unread; None if there is none."""
    stored = newest_autosave(places)
    if stored is None or stored.parsed.run is None:
        return None
    scenario = scenarios.get(stored.parsed.run.scenario or "")
    return scenario.title.written if scenario is not None else ""


def newest_save(places: Places) -> str | None:
    """Return the name of the game that was saved last, of those that can be read; None if there is none."""
    return next((each.name for each in saved_runs(places) if each.parsed.run is not None), None)
