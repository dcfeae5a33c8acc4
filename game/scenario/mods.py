"""Mods: what one says of itself, and whether it fits the scenario that it extends."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from game.diagnostics.diagnostic import Diagnostic, Rule, Span
from game.frozen import Frozen, aside, replace
from game.scenario.decoder import Decoder
from game.scenario.decoding import decoded
from game.scenario.merging import merged
from game.scenario.names import gathered
from game.scenario.records.mod import mod_record
from game.scenario.records.scenario import SCENARIO
from game.scenario.text import Text
from game.scenario.versions import is_within
from game.scenario.where import Where
from game.source.commas import UNKNOWN_FIELD
from game.source.reader import document
from game.source.tree import Document, Node, Scalar
from game.source.tree import Mapping as Tree

UNFIT = Rule(
    code="E119",
    title="scenario that a mod extends is missing, itself a mod, or of a version that `needs:` excludes",
    cause="A mod changes one scenario, which must be there, and was written for certain versions of it. In"
    " another version the things that it changes may be gone or mean something else.",
    example='extends: nine_days   # of version 1.2\nneeds: ">=0.1, <1.0"',
    cure="Name the scenario by its id or by its path from this file. If you have seen that the mod fits"
    " the version, widen `needs:`.",
)
_EXTENDS = re.compile(rb"^(?:\xef\xbb\xbf)?[\"']?extends[\"']? *:", re.MULTILINE)


class Mod(Frozen):
    """What a mod says of itself; `extends` is a scenario as it is named there, with the place."""

    id: str
    title: Text
    summary: Text
    extends: str
    needs: str
    format: int = 1
    author: str | None = None
    license: str | None = None
    version: str = "0.1.0"
    language: str = "en"
    patch: Node | None = None
    span: Span = aside(default=Span.whole(""))
    places: Mapping[str, Span] = aside(default={})

    def place(self, name: str) -> Span:
        """Return where the value of a field stands."""
        return self.places.get(name, self.span)


_MOD = mod_record(Mod)
_ONLY_OF_SCENARIOS = {each.name for each in SCENARIO.fields} - {each.name for each in _MOD.fields}


def is_mod(files: Mapping[str, bytes]) -> bool:
    """Return whether one of the files says at its top what it extends."""
    return any(_EXTENDS.search(content) for content in files.values())


def extended(files: Mapping[str, bytes]) -> Scalar | None:
    """Return what stands after `extends:` in the files of a mod, with its place, or None."""
    root, _ = merged([document(files[name], name)[0] for name in sorted(files)])
    for key, value in root.entries if root is not None else ():
        if key.value == "extends" and isinstance(value, Scalar) and not value.is_absent:
            return value
    return None


def mod_in(documents: Sequence[Document]) -> tuple[Mod | None, tuple[Diagnostic, ...]]:
    """Return the mod that documents make, with every fault beside its `patch:`.

    What is said in the wrong place is told and left out.
    """
    root, twice = merged(documents)
    if root is None:
        return None, twice
    misplaced = tuple(_misplaced(root))
    own = tuple(each for each in root.entries if each.key.value not in _ONLY_OF_SCENARIOS)
    is_complete = all(each.is_readable for each in documents)
    decoder = Decoder(gathered(root, is_complete=is_complete))
    given = {each.key.value: each for each in own}
    key = given["format"].key if "format" in given else None
    owner = given["id"].value if "id" in given else None
    where = Where(owner=owner.value if isinstance(owner, Scalar) else "")
    made = decoded(decoder, _MOD, Tree(own, root.span), where, key)
    places = {name: each.value.span for name, each in given.items()}
    mod = replace(made, places=places) if isinstance(made, Mod) else None
    faults = decoder.diagnostics if is_complete else ()
    return mod, (*twice, *misplaced, *faults)


def _misplaced(root: Tree) -> Iterator[Diagnostic]:
    for key, _ in root.entries:
        if key.value in _ONLY_OF_SCENARIOS:
            message = f"in a mod `{key.value}:` stands under `patch:`"
            yield Diagnostic(UNKNOWN_FIELD, message, key.span, "move it there, two spaces in")


def version_fault(mod: Mod, version: str, base: str) -> Diagnostic | None:
    """Return why a mod does not fit the version of the scenario that it extends, or None."""
    if not mod.needs:
        return None
    match is_within(version, mod.needs):
        case None:
            cure = 'write the versions that it fits, such as `needs: ">=0.1, <1.0"`'
            return Diagnostic(UNFIT, f"`{mod.needs}` are no versions", mod.place("needs"), cure)
        case False:
            message = f"this mod needs {base} {mod.needs}, and here is {version}"
            cure = "take the version that it was written for, or widen `needs:` if you have seen that it fits"
            return Diagnostic(UNFIT, message, mod.place("needs"), cure)
        case True:
            return None


def missing_base(named: Scalar) -> Diagnostic:
    """Return the fault of a mod of a scenario that is not found."""
    cure = "write its id, or its path from this file"
    return Diagnostic(UNFIT, f"there is no scenario `{named.value}` to extend", named.span, cure)


def base_is_mod(named: Scalar, base: str) -> Diagnostic:
    """Return the fault of a mod of a mod; `base` is what that one extends."""
    cure = f"extend `{base}` itself; several mods are given together with `--mod`"
    return Diagnostic(
        UNFIT, f"`{named.value}` is itself a mod, and a mod cannot extend a mod", named.span, cure
    )


def other_base(mod: Scalar, base: str) -> Diagnostic:
    """Return the fault of a mod that is asked for beside a scenario that it does not extend."""
    return Diagnostic(UNFIT, f"this mod extends `{mod.value}`, and not `{base}`", mod.span, None)
