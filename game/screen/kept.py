"""Games that lie on the shelf, in words: as the list of them and the title name them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from game.frozen import NamedTuple
from game.scenario.model import Scenario
from game.screen.bookcase import File
from game.session.run import Fixed, Run
from game.session.said import Said
from game.store.places import Places
from game.store.runs import StoredRun, newest_autosave
from game.view.counting import counted
from game.view.picture import MapPicture
from game.view.words import Words

Key = tuple[str, datetime]
"""A saved game by its name, and when its file changed last."""


class Glimpse(NamedTuple):
    """A saved game as it stands: moment, scenario with setup, and whether it is over, in words; the map."""

    moment: str
    scenario: str
    state: str
    picture: MapPicture


Standing = Glimpse | Said
"""How a saved game stands, or why that cannot be said."""


class Kept(NamedTuple):
    """A saved game.

    `scenario` and `played` are what its file says of itself; `standing` is None until it is played again.
    """

    name: str
    saved: datetime
    scenario: str
    played: str
    is_broken: bool = False
    standing: Standing | None = None

    @property
    def key(self) -> Key:
        return self.name, self.saved

    def told(self, seen: Mapping[Key, Standing]) -> Kept:
        """Return the game with how it stands, if that was seen."""
        standing = seen.get(self.key)
        scenario = standing.scenario if isinstance(standing, Glimpse) else self.scenario
        return self._replace(scenario=scenario, standing=standing)


def kept_games(stored: Iterable[StoredRun], files: Iterable[File], words: Words) -> tuple[Kept, ...]:
    """Return the saved games as their files say."""
    shelf = {file.id: file for file in files}
    return tuple(_kept(each, shelf, words) for each in stored)


def last_title(places: Places, scenarios: Mapping[str, Scenario]) -> str | None:
    """Return the title of the game that Continue goes on with, empty while unread; None if there is none."""
    stored = newest_autosave(places)
    if stored is None or stored.parsed.run is None:
        return None
    scenario = scenarios.get(stored.parsed.run.scenario or "")
    return scenario.title.written if scenario is not None else ""


def _kept(stored: StoredRun, shelf: Mapping[str, File], words: Words) -> Kept:
    run = stored.parsed.run
    if run is None:
        return Kept(stored.name, stored.saved, words["saves.broken"], "", is_broken=True)
    choices = sum(not isinstance(choice, Fixed) for choice in run.choices)
    played = words["saves.line"].format(choices=counted(words, "saves.choices", choices), seed=run.seed)
    return Kept(stored.name, stored.saved, _scenario(run, shelf, words), played)


def _scenario(run: Run, shelf: Mapping[str, File], words: Words) -> str:
    """Return the title and setup of a run, by their ids as long as they are not read; empty if unnamed."""
    if run.scenario is None:
        return ""
    file = shelf.get(run.scenario, File(run.scenario, run.scenario))
    setup = next((way.label for way in file.ways if way.id == run.setup), run.setup)
    return words["saves.scenario"].format(title=file.title, setup=setup) if setup else file.title
