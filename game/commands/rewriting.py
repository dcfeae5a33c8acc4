"""A scenario with its files at hand, to be loaded again with one of them rewritten."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from game.commands.library import mods_named, volume_named
from game.commands.refusal import RefusedError, Status
from game.frozen import NamedTuple
from game.scenario.loading import Loaded, loaded
from game.scenario.model import Scenario
from game.store.scenarios import files_of


class Rewriting(NamedTuple):
    """A scenario as it was loaded, and the files of it and of its mods."""

    scenario: Scenario
    loaded: Loaded
    files: tuple[Mapping[str, bytes], ...]

    def reloaded(self, changed: Mapping[str, bytes]) -> Scenario | None:
        """Return the scenario with some files changed, or None where it cannot be played."""
        base, *mods = (
            {**files, **{name: content for name, content in changed.items() if name in files}}
            for files in self.files
        )
        return loaded(base, mods).scenario


def rewriting_of(reference: str, mods: Sequence[str]) -> Rewriting:
    """Return the scenario of an id or path. Raises RefusedError as `scenario_named` does."""
    opened = volume_named(reference, mods)
    if opened.scenario is None:
        raise RefusedError(f"{opened.name} cannot be started: {opened.refusal}", Status.FAULTS)
    own = [opened.files] if opened.base is None else [files_of(opened.base), opened.files]
    laid = [files_of(each) for each in mods_named(mods)]
    return Rewriting(opened.scenario, opened.loaded, tuple(each.documents for each in (*own, *laid)))
