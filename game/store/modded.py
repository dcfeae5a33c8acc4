"""Mods on the shelves: what each extends, and the files of all that are laid over one scenario."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from game.diagnostics.diagnostic import Diagnostic
from game.frozen import NamedTuple
from game.scenario.mods import base_is_mod, extended, is_mod, missing_base, other_base
from game.scenario.portable import ParsedCatalogue, parse_catalogue
from game.store.folder import Files
from game.store.languages import codes
from game.store.places import Places
from game.store.scenarios import Stored, files_of, found, is_scenario


class ShelvedMods(NamedTuple):
    """A scenario with the mods to be laid over it, and what was wrong in finding and reading them."""

    base: Stored
    files: Files
    mods: tuple[Files, ...]
    faults: tuple[Diagnostic, ...] = ()

    def joined(self, mods: Sequence[Stored], home: Places) -> ShelvedMods:
        """Return the same with mods, each taken once, in the order given."""
        made = self._replace(faults=(*self.faults, *self.files.faults))
        for each in {mod.path.resolve(): mod for mod in mods}.values():
            files = files_of(each)
            fault = _unfit(each, files, self.base, home)
            faults = (*files.faults, fault) if fault is not None else files.faults
            made = made._replace(mods=(*made.mods, files), faults=(*made.faults, *faults))
        return made

    def catalogues(self, language: str) -> tuple[ParsedCatalogue, ...]:
        """Return the texts in a language, those of the last mod first and those of the scenario last."""
        return tuple(
            parse_catalogue(files.translations[name], name)
            for code in codes(language)
            for files in (*reversed(self.mods), self.files)
            for name in files.translations
            if name.endswith(f"/{code}.po")
        )

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages into which the scenario or one of its mods is translated, by their codes."""
        return tuple(sorted({each for files in (self.files, *self.mods) for each in files.languages}))

    @property
    def assets(self) -> Mapping[str, int]:
        """The files that the scenario may name: its own, and those of its mods as if they lay in it."""
        if not self.mods:
            return self.files.others
        folder = next(iter(self.files.documents), self.base.name).partition("/")[0]
        added = {
            f"{folder}/{name.partition('/')[2]}": size
            for mod in self.mods
            for name, size in mod.others.items()
        }
        return {**self.files.others, **added}


def base_of(mod: Stored, files: Files, home: Places) -> tuple[Stored | None, Diagnostic | None]:
    """Return the scenario that a mod extends, or why it cannot be had; neither where it names none."""
    named = extended(files.documents)
    if named is None:
        return None, None
    base = found(named.value, home, _beside(mod, named.span.file))
    if base is None:
        return None, missing_base(named)
    below = files_of(base)
    if is_mod(below.documents):
        further = extended(below.documents)
        return None, base_is_mod(named, further.value if further is not None else "the scenario")
    return (base, None) if is_scenario(base, below) else (None, missing_base(named))


def _beside(mod: Stored, file: str) -> Path:
    """Return the file from which the path of a scenario counts: a pack's own, or that which names it."""
    return mod.path.resolve() if mod.kind == "pack" else mod.path.resolve().parent / file


def _unfit(mod: Stored, files: Files, base: Stored, home: Places) -> Diagnostic | None:
    named = extended(files.documents)
    if named is None:
        return None
    extends, fault = base_of(mod, files, home)
    if extends is None or extends.path.resolve() == base.path.resolve():
        return fault
    return other_base(named, base.name)
