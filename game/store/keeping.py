"""Scenarios that need not be read again: kept in the user's cache once they were read without a fault."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import blake2b
from typing import ClassVar

from game.frozen import NamedTuple
from game.scenario.catalogue import Catalogue
from game.scenario.kept import Kept, KeptError, from_bytes, to_bytes
from game.scenario.loading import Loaded, loaded
from game.store.places import Places
from game.store.solutions import Solutions, version_of

LONG = 40_000
"""Bytes of files that take longer to read than a scenario that is kept: shorter ones are read again."""

_ROOMS = ("diagnostics", "source", "scenario")


class _Read(NamedTuple):
    """What was read under a key, and whether it need not be kept, or is."""

    key: tuple[str, ...]
    kept: Kept
    is_settled: bool


class KeptScenarios:
    """Reads scenarios for who plays them and asks for nothing else, one that is kept at once.

    Only the very same bytes under the same names are the same scenario; those in another language than
    their own are always read. The last one that anybody read is ready, however short it is.
    """

    _last: ClassVar[_Read | None] = None

    def __init__(self, home: Places) -> None:
        self._kept = Solutions(home)
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
        known = self._ready(key) or self._found(key, files)
        if known is not None:
            KeptScenarios._last = known
            return Loaded(known.kept.scenario, (), (), mods=known.kept.mods)
        found = loaded(files, mods)
        if found.scenario is not None and not found.diagnostics:
            KeptScenarios._last = _Read(key, Kept(found.scenario, found.mods), is_settled=not _is_long(files))
        return found

    def note(
        self,
        files: Mapping[str, bytes],
        mods: Sequence[Mapping[str, bytes]] = (),
        translations: Sequence[Catalogue] = (),
    ) -> Loaded:
        """Return the same as `read`, and note what is not kept and has no fault, to be kept."""
        found = self.read(files, mods, translations)
        last = KeptScenarios._last
        if last is not None and last.kept.scenario is found.scenario and not last.is_settled:
            self._new[last.key] = last.kept
        return found

    def keep(self) -> None:
        """Keep what was noted: not while somebody waits for what is read."""
        while self._new:
            key, kept = self._new.popitem()
            self._kept.write(key, to_bytes(kept))

    def _ready(self, key: tuple[str, ...]) -> _Read | None:
        last = KeptScenarios._last
        return last if last is not None and last.key == key else None

    def _found(self, key: tuple[str, ...], files: Mapping[str, bytes]) -> _Read | None:
        content = self._kept.read(key) if _is_long(files) else None
        try:
            return _Read(key, from_bytes(content), is_settled=True) if content is not None else None
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
