"""Runs in the folder of a scenario: what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterator

from game.diagnostics.diagnostic import Diagnostic
from game.session.runfile import parse_run
from game.session.runnames import unknown_names
from game.source.limits import MOST_BYTES_IN_A_FILE
from game.store.atomic import read_at_most
from game.store.library import Volume
from game.store.runs import ENDING


def faults_of(found: Volume) -> Iterator[Diagnostic]:
    """Yield the faults of the runs; names are looked up where the scenario has no errors."""
    for name in found.files.others:
        if name.endswith(ENDING):
            path = found.stored.path.resolve().parent / name
            yield from _run_faults(found, name, read_at_most(path, MOST_BYTES_IN_A_FILE))


def _run_faults(found: Volume, name: str, content: bytes) -> Iterator[Diagnostic]:
    parsed = parse_run(content, name)
    yield from parsed.diagnostics
    if parsed.run is not None and found.scenario is not None:
        yield from unknown_names(found.scenario, parsed.run, parsed.places, name)
