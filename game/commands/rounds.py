"""What `watch` tells of a scenario after a save: its faults, its tests and the runs beside it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from game.commands.check import judgement, texts_of
from game.commands.refusal import RefusedError
from game.commands.schema import write_project_schemas
from game.commands.testing import results_of, told_results
from game.diagnostics.diagnostic import has_errors
from game.engine.walk import UNFINISHED
from game.session.session import Session
from game.store.library import Volume
from game.store.places import places
from game.store.recorded import Recorded, played_again, recorded
from game.store.runs import ENDING, load_run
from game.view.words import ENGLISH


def told_of(found: Volume, *, is_deep: bool) -> Iterator[str]:
    """Yield what is to be said of a scenario as it stands now, in lines or blocks of lines.

    Tests and runs wait for a scenario without errors.
    """
    judged = judgement(found, is_deep=is_deep)
    yield from texts_of(((found, judged.faults),), (judged.explored,))
    # A shipped scenario, a pack and a folder that cannot be written have no schema of their own.
    with suppress(RefusedError, OSError):
        write_project_schemas(found)
    if found.scenario is None or has_errors(judged.faults):
        return
    results = tuple(results_of(found, update=False))
    if results:
        yield from told_results(results)
    if found.stored.kind == "folder":
        yield from _told_runs(found)


def _told_runs(found: Volume) -> Iterator[str]:
    above = found.stored.path.resolve().parent
    for name in sorted(found.files.others):
        if name.endswith(ENDING):
            yield f"{name}: {_came_of(_again(above / name, found))}"


def _again(path: Path, found: Volume) -> Recorded:
    """Return a run played again; on what was just loaded, where it is a run of that."""
    parsed = load_run(path)
    run = parsed.run
    if run is None or run.mods or found.scenario is None or found.scenario.mods:
        return recorded(path, places())
    if run.scenario not in {None, found.name, found.stored.name}:
        return recorded(path, places())
    return played_again(parsed, path, found)


def _came_of(again: Recorded) -> str:
    if again.fault is not None:
        return f"stops: {again.fault.in_words(ENGLISH)}"
    assert again.session is not None, "what has no fault began"
    return f"{_reached(again.session)}{'; other rules than it was made with' if again.warning else ''}"


def _reached(session: Session) -> str:
    moves = f"{session.position} choice{'' if session.position == 1 else 's'}"
    if not session.is_over:
        return f"{moves}, still open"
    return f"{moves}, ends {'without an ending' if session.ending == UNFINISHED else f'in {session.ending}'}"
