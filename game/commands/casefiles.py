"""The tests in the folder of a scenario: found and read."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from game.commands.refusal import RefusedError, Status
from game.source.limits import MOST_BYTES_IN_A_FILE
from game.source.reader import document
from game.store.atomic import read_at_most
from game.store.library import Volume, volume
from game.store.places import places
from game.store.scenarios import found, stored_scenarios
from game.store.sentences import first_fault
from game.trial.reading import ReadCases, not_there, read_cases, scenario_named

ENDING = ".test.yaml"


class OpenedCases(NamedTuple):
    """A test file with the scenario that it tests, None where that is not there.

    `name` is the file's, as faults call it.
    """

    path: Path
    name: str
    opened: Volume | None
    read: ReadCases


def case_files(opened: Volume) -> tuple[OpenedCases, ...]:
    """Return the test files in the folder of a scenario; packs hold none that could be run."""
    if opened.stored.kind == "pack":
        return ()
    above = opened.stored.path.resolve().parent
    names = [name for name in sorted(opened.files.others) if name.endswith(ENDING)]
    return tuple(opened_cases(above / name, name, opened) for name in names)


def opened_cases(path: Path, name: str, around: Volume | None) -> OpenedCases:
    """Return a test file; without `scenario:` it tests the scenario around it.

    Raises RefusedError for a file that names no scenario and lies in none.
    """
    content = read_at_most(path, MOST_BYTES_IN_A_FILE)
    named = scenario_named(content, name)
    if around is not None and (named is None or named.value in {around.name, around.stored.name}):
        return OpenedCases(path, name, around, read_cases(content, name, around.loaded))
    if named is None:
        raise RefusedError(f"{name} lies in no scenario; name one with `scenario:`.", Status.FAULTS)
    mine = places()
    stored = found(named.value, mine, beside=path)
    if stored is None:
        fault = not_there(named, [each.name for each in stored_scenarios(mine)])
        return OpenedCases(path, name, None, ReadCases(None, (fault,), document(content, name)[0]))
    opened = volume(stored)
    return OpenedCases(path, name, opened, read_cases(content, name, opened.loaded))


def refusal(cases: OpenedCases) -> str | None:
    """Return why the tests of a file cannot be carried out, or None if they can."""
    if cases.opened is not None and cases.opened.scenario is None:
        return f"{cases.opened.name} cannot be started: {cases.opened.refusal}"
    return first_fault(cases.read.diagnostics) if cases.read.file is None else None
