"""Translations in the folder or pack of a scenario: what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterator

from game.diagnostics.diagnostic import Diagnostic, has_errors
from game.lint.texts import long_translations
from game.scenario.portable import ParsedCatalogue, parse_catalogue
from game.scenario.translating import translation_faults
from game.store.library import Volume


def faults_of(found: Volume) -> Iterator[Diagnostic]:
    """Yield the faults of the translations of a scenario."""
    for name, content in found.files.translations.items():
        yield from translation_faults_of(found, parse_catalogue(content, name))


def translation_faults_of(found: Volume, parsed: ParsedCatalogue) -> Iterator[Diagnostic]:
    """Yield what is wrong with a PO file of a scenario or mod: in reading it, and against the texts.

    A text of the scenario that a mod has changed or removed is no fault of the scenario's translation. While
    a part of the file cannot be read, nothing that may stand in it is missing.
    """
    yield from parsed.diagnostics
    decoder = found.loaded.decoder
    if found.scenario is None or decoder is None or (found.scenario.mods and not found.is_mod):
        return
    folder = parsed.catalogue.file.partition("/")[0]
    is_whole = not has_errors(parsed.diagnostics)
    own = [
        each for each in decoder.wordings if each.written.span.file.partition("/")[0] == folder and is_whole
    ]
    yield from translation_faults(parsed.catalogue, decoder.wordings, own)
    yield from long_translations(parsed.catalogue, decoder.wordings)
