"""Runs and tests in the folder of a scenario: those that cannot be read or name what is not there."""

from __future__ import annotations

from collections.abc import Iterator

from game.commands.casefiles import case_files
from game.diagnostics.diagnostic import Diagnostic
from game.session.runfile import parse_run
from game.session.runnames import unknown_names
from game.source.limits import MOST_BYTES_IN_A_FILE
from game.store.atomic import read_at_most
from game.store.library import Volume
from game.store.runs import ENDING


def faults_beside(found: Volume) -> Iterator[Diagnostic]:
    """Yield the faults of runs and tests; names are looked up in a scenario without errors only.

    A pack holds neither.
    """
    if found.stored.kind == "pack":
        return
    for name in found.files.others:
        path = found.stored.path.resolve().parent / name
        if name.endswith(ENDING):
            yield from _run_faults(found, name, read_at_most(path, MOST_BYTES_IN_A_FILE))
    if found.scenario is not None:
        for cases in case_files(found):
            yield from cases.read.diagnostics


def _run_faults(found: Volume, name: str, content: bytes) -> Iterator[Diagnostic]:
    parsed = parse_run(content, name)
    yield from parsed.diagnostics
    if parsed.run is not None and found.scenario is not None:
        yield from unknown_names(found.scenario, parsed.run, parsed.places, name)
