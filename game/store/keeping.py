"""Scenarios that need not be read again: kept in the user's cache once they were read without a fault."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import blake2b

from game.scenario.catalogue import Catalogue
from game.scenario.kept import KeptError, from_bytes, to_bytes
from game.scenario.loading import Loaded, loaded
from game.scenario.model import Scenario
from game.store.places import Places
from game.store.solutions import Solutions, version_of

LONG = 200_000
"""Bytes of files that take longer to read than a scenario that is kept: shorter ones are read again."""

_ROOMS = ("diagnostics", "source", "scenario")


class KeptScenarios:
    """Reads scenarios for who plays them and asks for nothing else, one that is kept at once.

    Only the very same bytes under the same names are the same scenario; those with mods, and those in
    another language than their own, are always read. The last one is ready, however short it is.
    """

    def __init__(self, home: Places) -> None:
        self._kept = Solutions(home)
        self._last: tuple[tuple[str, ...], Scenario] | None = None

    def read(
        self,
        files: Mapping[str, bytes],
        mods: Sequence[Mapping[str, bytes]] = (),
        translations: Sequence[Catalogue] = (),
    ) -> Loaded:
        """Return what `loaded` returns, of one that is kept the scenario alone."""
        if mods or translations:
            return loaded(files, mods, translations)
        key = _key(files)
        scenario = self._ready(key) or (self._found(key) if _is_long(files) else None)
        found = loaded(files) if scenario is None else Loaded(scenario, (), ())
        if found.scenario is not None and not found.diagnostics:
            self._last = (key, found.scenario)
        return found

    def keep(
        self,
        files: Mapping[str, bytes],
        mods: Sequence[Mapping[str, bytes]] = (),
        translations: Sequence[Catalogue] = (),
    ) -> Loaded:
        """Return the same as `read`, and keep what had to be read and has no fault."""
        found = self.read(files, mods, translations)
        is_new = bool(found.documents) and _is_long(files) and not mods and not translations
        if is_new and found.scenario is not None and not found.diagnostics:
            self._kept.write(_key(files), to_bytes(found.scenario))
        return found

    def _ready(self, key: tuple[str, ...]) -> Scenario | None:
        last = self._last
        return last[1] if last is not None and last[0] == key else None

    def _found(self, key: tuple[str, ...]) -> Scenario | None:
        content = self._kept.read(key)
        try:
            return from_bytes(content) if content is not None else None
        except KeptError:  # of no use; it is written anew
            return None


def _is_long(files: Mapping[str, bytes]) -> bool:
    return sum(map(len, files.values())) >= LONG


def _key(files: Mapping[str, bytes]) -> tuple[str, ...]:
    contents = (f"{name} {blake2b(files[name]).hexdigest()}" for name in sorted(files))
    return ("scenario", version_of(_ROOMS), *contents)
