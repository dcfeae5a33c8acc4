"""The scenarios on the shelves, loaded: those that can be played, and those with errors."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from game.diagnostics.diagnostic import Diagnostic, Severity, Span, has_errors
from game.frozen import NamedTuple
from game.scenario.catalogue import Catalogue
from game.scenario.faults import FIELD_MISSING
from game.scenario.loading import Loaded, loaded, without_base
from game.scenario.model import Scenario
from game.scenario.mods import Mod, is_mod
from game.scenario.text import Text
from game.store.folder import Files
from game.store.modded import ShelvedMods, base_of
from game.store.places import Places, places
from game.store.scenarios import Stored, files_of, is_scenario, stored_scenarios
from game.store.sentences import first_fault

Reader = Callable[[Mapping[str, bytes], Sequence[Mapping[str, bytes]], Sequence[Catalogue]], Loaded]
"""What makes scenarios of files, of the files of mods, and of translations."""


class Volume(NamedTuple):
    """A scenario as it was found and read; `scenario` is None where its errors keep it from starting.

    `stored` and `files` are those of the folder or pack that was named. Where that is a mod, `base` is
    the scenario that it extends, and `scenario` is that one with the mod applied; `mods` are those that were
    named beside it, to be laid over it. `assets` are the files that the scenario may name, `translations` the
    languages that it is translated into. `faults` are those of reading and of loading. Where there is no
    scenario, one of them is an error.
    """

    stored: Stored
    files: Files
    loaded: Loaded
    scenario: Scenario | None
    faults: tuple[Diagnostic, ...]
    assets: Mapping[str, int]
    translations: tuple[str, ...] = ()
    is_mod: bool = False
    base: Stored | None = None
    mods: tuple[Stored, ...] = ()

    @property
    def mod(self) -> Mod | None:
        """What the mod says of itself, if it is one that could be read."""
        return self.loaded.mods[0] if self.is_mod and self.loaded.mods else None

    @property
    def name(self) -> str:
        """The id, or where it has none that could be read, the name of its folder or pack."""
        if self.scenario is None:
            return self.stored.name
        return self.scenario.mods[0] if self.is_mod else self.scenario.id

    @property
    def title(self) -> Text | None:
        return (self.mod or self.scenario).title if self.scenario else None

    @property
    def summary(self) -> Text | None:
        return (self.mod or self.scenario).summary if self.scenario else None

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages in which it can be read, its own first; none where it cannot be started."""
        return (self.scenario.language, *self.translations) if self.scenario is not None else ()

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        return tuple(each for each in self.faults if each.severity is Severity.ERROR)

    @property
    def refusal(self) -> str | None:
        """Why it cannot be started, in one sentence, or None if it can."""
        return first_fault(self.errors) if self.scenario is None else None


def volume(
    stored: Stored,
    mods: Sequence[Stored] = (),
    home: Places | None = None,
    language: str | None = None,
    read: Reader = loaded,
) -> Volume:
    """Return what a folder or pack holds, with mods laid over it. Raises OSError if it cannot be read.

    What a mod extends is looked for among the shipped scenarios and those of `home`, by default the user's.
    Texts stand in `language` where they are translated. `read` makes the scenario of its files.
    """
    files = files_of(stored)
    home = home or places()
    if not is_mod(files.documents):
        opened = _volume(stored, files, ShelvedMods(stored, files, ()).joined(mods, home), language, read)
        return opened._replace(mods=tuple(mods))
    base, fault = base_of(stored, files, home)
    if base is None:
        result = without_base(files.documents, fault)
        faults = (*files.faults, *result.diagnostics)
        return Volume(stored, files, result, None, faults, files.others, is_mod=True, mods=tuple(mods))
    under = ShelvedMods(base, files_of(base), ())
    opened = _volume(stored, files, under.joined((stored, *mods), home), language, read)
    return opened._replace(is_mod=True, base=base, mods=tuple(mods))


def _volume(stored: Stored, files: Files, shelved: ShelvedMods, language: str | None, read: Reader) -> Volume:
    parsed = shelved.catalogues(language) if language is not None else ()
    result = read(
        shelved.files.documents,
        [each.documents for each in shelved.mods],
        [each.catalogue for each in parsed],
    )
    unread = [fault for each in parsed for fault in each.diagnostics]
    faults = (*shelved.faults, *result.diagnostics, *unread)
    if result.scenario is None and not has_errors(faults):
        faults = (*faults, _nothing_in(stored, files))
    scenario = None if has_errors(faults) else result.scenario
    return Volume(stored, files, result, scenario, faults, shelved.assets, shelved.languages)


def _nothing_in(stored: Stored, files: Files) -> Diagnostic:
    """Return the fault of a folder or pack in which no file has a field."""
    place = Span.whole(next(iter(files.documents), stored.path.resolve().name))
    return Diagnostic(FIELD_MISSING, "no file here has a `format:`, so this is no scenario", place)


def volumes(home: Places, language: str | None = None, read: Reader = loaded) -> Iterator[Volume]:
    """Load every scenario on the shelves; of two with one name, the one that a name finds."""
    known: set[str] = set()
    for stored in stored_scenarios(home):
        if stored.name not in known and (found := _found(stored, home, language, read)) is not None:
            known.add(stored.name)
            yield found


def _found(stored: Stored, home: Places, language: str | None, read: Reader) -> Volume | None:
    """Return what is on a shelf, or None where it is no scenario; what cannot be read has an error."""
    try:
        if is_scenario(stored, files_of(stored)):
            return volume(stored, home=home, language=language, read=read)
    except OSError as fault:
        message = f"this cannot be read: {fault.strerror or fault}"
        unread = Diagnostic(FIELD_MISSING, message, Span.whole(stored.path.resolve().name))
        return Volume(stored, Files({}, {}), loaded({}), None, (unread,), {})
    return None
