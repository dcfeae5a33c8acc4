"""Games that lie on the shelf, as the title and a key for loading name them."""

from __future__ import annotations

from collections.abc import Mapping

from game.scenario.model import Scenario
from game.store.places import Places
from game.store.runs import newest_autosave


def last_title(places: Places, scenarios: Mapping[str, Scenario]) -> str | None:
    """Return the title of the game that Continue goes on with, empty while unread; None if there is none."""
    stored = newest_autosave(places)
    if stored is None or stored.parsed.run is None:
        return None
    scenario = scenarios.get(stored.parsed.run.scenario or "")
    return scenario.title.written if scenario is not None else ""
