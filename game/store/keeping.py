"""Scenarios that need not be read again: kept in the user's cache once they were read without a fault."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import blake2b

from game.scenario.catalogue import Catalogue
from game.scenario.kept import Kept, KeptError, from_bytes, to_bytes
from game.scenario.loading import Loaded, loaded
from game.store.places import Places
from game.store.solutions import Solutions, version_of

LONG = 40_000
"""Bytes of files that take longer to read than a scenario that is kept: shorter ones are read again."""

_ROOMS = ("diagnostics", "source", "scenario")


class KeptScenarios:
    """Reads scenarios for who plays them and asks for nothing else, one that is kept at once.

    Only the very same bytes under the same names are the same scenario; those in another language than
    their own are always read. The last one is ready, however short it is.
    """

    def __init__(self, home: Places) -> None:
        self._kept = Solutions(home)
        self._last: tuple[tuple[str, ...], Kept] | None = None
        self._new: dict[tuple[str, ...], Kept] = {}

    def read(
        self,
        files: Mapping[str, bytes],
        mods: Sequence[Mapping[str, bytes]] = (),
        translations: Sequence[Catalogue] = (),
    ) -> Loaded:
        """Return what `loaded` returns, of one that is kept the scenario and its mods alone."""
        if translations:
            return loaded(files, mods, translations)
        key = _key(files, mods)
        kept = self._ready(key) or (self._found(key) if _is_long(files) else None)
        found = loaded(files, mods) if kept is None else Loaded(kept.scenario, (), (), mods=kept.mods)
        if found.scenario is not None and not found.diagnostics:
            self._last = (key, Kept(found.scenario, found.mods))
        return found

    def note(
        self,
        files: Mapping[str, bytes],
        mods: Sequence[Mapping[str, bytes]] = (),
        translations: Sequence[Catalogue] = (),
    ) -> Loaded:
        """Return the same as `read`, and note what had to be read and has no fault, to be kept."""
        found = self.read(files, mods, translations)
        is_new = bool(found.documents) and _is_long(files) and not translations
        if is_new and found.scenario is not None and not found.diagnostics:
            self._new[_key(files, mods)] = Kept(found.scenario, found.mods)
        return found

    def keep(self) -> None:
        """Keep what was noted: not while somebody waits for what is read."""
        while self._new:
            key, kept = self._new.popitem()
            self._kept.write(key, to_bytes(kept))

    def _ready(self, key: tuple[str, ...]) -> Kept | None:
        last = self._last
        return last[1] if last is not None and last[0] == key else None

    def _found(self, key: tuple[str, ...]) -> Kept | None:
        content = self._kept.read(key)
        try:
            return from_bytes(content) if content is not None else None
        except KeptError:  # of no use; it is written anew
            return None


def _is_long(files: Mapping[str, bytes]) -> bool:
    return sum(map(len, files.values())) >= LONG


def _key(files: Mapping[str, bytes], mods: Sequence[Mapping[str, bytes]]) -> tuple[str, ...]:
    """Return what tells a scenario from all others; the files of each mod stand behind their number."""
    contents = (
        f"{number} {name} {blake2b(each[name]).hexdigest()}"
        for number, each in enumerate((files, *mods))
        for name in sorted(each)
    )
    return ("scenario", version_of(_ROOMS), *contents)
