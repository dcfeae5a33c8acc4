"""A test file into its tests, with every fault at its place."""

from __future__ import annotations

from dataclasses import dataclass, replace

from game.diagnostics.diagnostic import Diagnostic, has_errors
from game.scenario.cases import CaseFile
from game.scenario.consistency.sites import match_faults, pin_faults
from game.scenario.decoder import Decoder
from game.scenario.loading import Loaded
from game.scenario.records.tests import TEST_FILE
from game.scenario.where import Where
from game.session.runfile import UNREADABLE
from game.source.reader import document
from game.source.tree import Document, Mapping, Scalar


@dataclass(frozen=True, slots=True)
class ReadCases:
    """The tests of a file, None where any of it is faulty."""

    file: CaseFile | None
    diagnostics: tuple[Diagnostic, ...]
    document: Document


def scenario_named(content: bytes, file: str) -> str | None:
    """Return the scenario that a test file names, or None where it names none."""
    root = document(content, file)[0].root
    given = {key.value: node for key, node in root.entries} if isinstance(root, Mapping) else {}
    named = given.get("scenario")
    return named.value if isinstance(named, Scalar) and named.value else None


def read_cases(content: bytes, file: str, loaded: Loaded) -> ReadCases:
    """Return the tests of a file of a scenario that was loaded without errors. All faults are E116."""
    read, faults = document(content, file)
    if read.root is None or loaded.decoder is None or loaded.scenario is None:
        told = tuple(replace(each, rule=UNREADABLE) for each in faults)
        return ReadCases(CaseFile(None, ()) if read.is_readable else None, told, read)
    decoder = Decoder(loaded.decoder.names)
    cases = decoder.record(TEST_FILE, read.root, Where())
    found = (
        *faults,
        *decoder.diagnostics,
        *pin_faults(decoder, loaded.scenario),
        *match_faults(decoder, loaded.scenario),
    )
    unreadable = (replace(each, rule=UNREADABLE) for each in found)
    ordered = tuple(sorted(unreadable, key=lambda each: each.span))
    return ReadCases(
        cases if isinstance(cases, CaseFile) and not has_errors(ordered) else None, ordered, read
    )
