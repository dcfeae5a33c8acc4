"""Runs, policies, tests and translations in the folder of a scenario: what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterator

from game.commands.casefiles import case_files
from game.diagnostics.diagnostic import Diagnostic
from game.lint.texts import long_translations
from game.scenario import policyfile
from game.scenario.portable import ParsedCatalogue, parse_catalogue
from game.scenario.translating import translation_faults
from game.session.runfile import parse_run
from game.session.runnames import unknown_names
from game.source.limits import MOST_BYTES_IN_A_FILE
from game.store.atomic import read_at_most
from game.store.library import Volume
from game.store.runs import ENDING


def faults_beside(found: Volume) -> Iterator[Diagnostic]:
    """Yield the faults of runs, policies, tests and translations; names are looked up in sound scenarios.

    A pack holds only translations.
    """
    for name in found.files.translations:
        yield from translation_faults_of(found, parse_catalogue(found.files.translations[name], name))
    if found.stored.kind == "pack":
        return
    for name in found.files.others:
        path = found.stored.path.resolve().parent / name
        if name.endswith(ENDING):
            yield from _run_faults(found, name, read_at_most(path, MOST_BYTES_IN_A_FILE))
        if name.endswith(policyfile.ENDING):
            content = read_at_most(path, MOST_BYTES_IN_A_FILE)
            yield from policyfile.read_policy(content, name, found.loaded).diagnostics
    if found.scenario is not None:
        for cases in case_files(found):
            yield from cases.read.diagnostics


def translation_faults_of(found: Volume, parsed: ParsedCatalogue) -> Iterator[Diagnostic]:
    """Yield what is wrong with a PO file of a scenario or mod: in reading it, and against the texts.

    A text of the scenario that a mod has changed or removed is no fault of the scenario's translation.
    """
    yield from parsed.diagnostics
    decoder = found.loaded.decoder
    if found.scenario is None or decoder is None or (found.scenario.mods and not found.is_mod):
        return
    folder = parsed.catalogue.file.partition("/")[0]
    own = [each for each in decoder.wordings if each.written.span.file.partition("/")[0] == folder]
    yield from translation_faults(parsed.catalogue, decoder.wordings, own)
    yield from long_translations(parsed.catalogue, decoder.wordings)


def _run_faults(found: Volume, name: str, content: bytes) -> Iterator[Diagnostic]:
    parsed = parse_run(content, name)
    yield from parsed.diagnostics
    if parsed.run is not None and found.scenario is not None:
        yield from unknown_names(found.scenario, parsed.run, parsed.places, name)
