"""The recorded runs in the folder of a scenario: those that cannot be read or name what is not there."""

from __future__ import annotations

from collections.abc import Iterator

from game.diagnostics.diagnostic import Diagnostic
from game.session.runfile import parse_run
from game.session.runnames import unknown_names
from game.source.limits import MOST_BYTES_IN_A_FILE
from game.store.atomic import read_at_most
from game.store.library import Volume
from game.store.runs import ENDING


def run_faults(found: Volume) -> Iterator[Diagnostic]:
    """Yield the faults of runs; names are looked up in a scenario without errors only. Packs hold no runs."""
    if found.stored.kind == "pack":
        return
    for name in found.files.others:
        if not name.endswith(ENDING):
            continue
        path = found.stored.path.resolve().parent / name
        parsed = parse_run(read_at_most(path, MOST_BYTES_IN_A_FILE), name)
        yield from parsed.diagnostics
        if parsed.run is not None and found.scenario is not None:
            yield from unknown_names(found.scenario, parsed.run, parsed.places, name)
