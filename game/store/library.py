"""The scenarios on the shelves, loaded: those that can be played, and those with errors."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from game.diagnostics.diagnostic import Diagnostic, Severity, Span, has_errors
from game.scenario.faults import FIELD_MISSING
from game.scenario.loading import Loaded, loaded
from game.scenario.model import Scenario
from game.store.folder import Files
from game.store.places import Places
from game.store.scenarios import Stored, files_of, is_scenario, stored_scenarios
from game.store.sentences import first_fault


class Volume(NamedTuple):
    """A scenario as it was found and read; `scenario` is None where its errors keep it from starting.

    `faults` are those of reading and of loading. Where there is no scenario, one of them is an error.
    """

    stored: Stored
    files: Files
    loaded: Loaded
    scenario: Scenario | None
    faults: tuple[Diagnostic, ...]

    @property
    def name(self) -> str:
        """The id, or where it has none that could be read, the name of its folder or pack."""
        return self.scenario.id if self.scenario is not None else self.stored.name

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        return tuple(each for each in self.faults if each.severity is Severity.ERROR)

    @property
    def refusal(self) -> str | None:
        """Why it cannot be started, in one sentence, or None if it can."""
        return first_fault(self.errors) if self.scenario is None else None


def volume(stored: Stored) -> Volume:
    """Return what a folder or pack holds. Raises OSError if it cannot be read."""
    files = files_of(stored)
    result = loaded(files.documents)
    faults = (*files.faults, *result.diagnostics)
    if result.scenario is None and not has_errors(faults):
        faults = (*faults, _nothing_in(stored, files))
    return Volume(stored, files, result, None if has_errors(faults) else result.scenario, faults)


def _nothing_in(stored: Stored, files: Files) -> Diagnostic:
    """Return the fault of a folder or pack in which no file has a field."""
    place = Span.whole(next(iter(files.documents), stored.path.resolve().name))
    return Diagnostic(FIELD_MISSING, "no file here has a `format:`, so this is no scenario", place)


def volumes(places: Places) -> Iterator[Volume]:
    """Load every scenario on the shelves; of two with one name, the one that a name finds."""
    known: set[str] = set()
    for stored in stored_scenarios(places):
        if stored.name not in known and is_scenario(stored, files_of(stored)):
            known.add(stored.name)
            yield volume(stored)
