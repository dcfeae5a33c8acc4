"""The tests in the folder of a scenario: found and read."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from game.commands.places_here import faults_here, named_here, path_here
from game.commands.refusal import RefusedError, Status
from game.diagnostics.diagnostic import Diagnostic
from game.diagnostics.text import PLAIN, paragraphs
from game.frozen import NamedTuple
from game.scenario.cases import Case
from game.source.limits import MOST_BYTES_IN_A_FILE
from game.source.reader import document
from game.store.atomic import read_at_most
from game.store.library import Volume, volume
from game.store.places import places
from game.store.scenarios import found, stored_scenarios
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
    names = [name for name in sorted(opened.files.others) if name.endswith(ENDING)]
    return tuple(opened_cases(opened.stored.path / name.partition("/")[2], name, opened) for name in names)


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


def sound_cases(cases: OpenedCases) -> tuple[Case, ...]:
    """Return the tests of a file that can be carried out."""
    if cases.read.file is None or cases.opened is None or cases.opened.scenario is None:
        return ()
    return cases.read.file.cases


def refusal(cases: OpenedCases) -> tuple[str, ...]:
    """Return why a file has tests that cannot be carried out, but for the faults of single tests."""
    if cases.opened is not None and cases.opened.scenario is None:
        return (f"{cases.opened.name} cannot be started: {cases.opened.refusal}",)
    return fault_texts(cases, cases.read.faults_of_the_file)


def fault_texts(cases: OpenedCases, faults: Iterable[Diagnostic]) -> tuple[str, ...]:
    """Return faults of a test file as `check` shows them, each with its line."""
    folder, _, rest = cases.name.partition("/")
    folders = {folder: path_here(cases.path.parents[rest.count("/")])} if rest else {}
    texts = {named_here(cases.name, folders): cases.read.document.text}
    return paragraphs(faults_here(faults, folders), texts, PLAIN)
