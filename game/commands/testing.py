"""`excomm test`: runs the tests of scenarios and says what failed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from game.commands.arguments import Arguments
from game.commands.library import stored_named
from game.commands.refusal import RefusedError, Status
from game.scenario.cases import Case
from game.scenario.model import Scenario
from game.source.limits import MOST_BYTES_IN_A_FILE
from game.store.atomic import read_at_most, write_whole
from game.store.library import Volume, volume, volumes
from game.store.places import places
from game.store.sentences import first_fault
from game.terminal.transcript import transcript
from game.trial.golden import golden_session
from game.trial.reading import read_cases
from game.trial.verdict import verdict

_ENDING = ".test.yaml"


class Outcome(NamedTuple):
    """A test by its file and name, and what failed; nothing if it passed."""

    name: str
    failures: tuple[str, ...]


def parser(program: str) -> Arguments:
    made = Arguments(program, "Run the tests of scenarios; of all that are found, where none is named.")
    made.add_argument("scenarios", metavar="PATH", nargs="*", help="a scenario's id, folder or pack")
    made.add_argument("--update", action="store_true", help="write transcripts anew, for a person to read")
    return made


def carry_out(program: str, words: Sequence[str]) -> int:
    given = parser(program).taken(words)
    named = [volume(stored_named(each)) for each in given.scenarios]
    found = named or list(volumes(places()))
    outcomes = [outcome for each in found for outcome in _outcomes(each, update=given.update)]
    failed = [outcome for outcome in outcomes if outcome.failures]
    for outcome in failed:
        print(f"FAILED {outcome.name}")
        for failure in outcome.failures:
            print(f"    {failure}")
    print(f"{len(outcomes) - len(failed)} passed, {len(failed)} failed")
    return Status.FAULTS if failed else Status.CLEAN


def _outcomes(opened: Volume, *, update: bool) -> Iterator[Outcome]:
    if opened.scenario is None:
        raise RefusedError(f"{opened.name} cannot be started: {opened.refusal}", Status.FAULTS)
    tests = [name for name in sorted(opened.files.others) if name.endswith(_ENDING)]
    if tests and opened.stored.kind == "pack":
        raise RefusedError(f"{opened.name} is a pack; its tests are run in the folder of the scenario.")
    for name in tests:
        content = read_at_most(opened.stored.path.resolve().parent / name, MOST_BYTES_IN_A_FILE)
        cases = read_cases(content, name, opened.loaded)
        if cases.file is None:
            yield Outcome(name, (first_fault(cases.diagnostics) or "the file cannot be read",))
            continue
        for case in cases.file.cases:
            yield Outcome(f"{name}: {case.id}", _failures(opened, opened.scenario, case, name, update=update))


def _failures(opened: Volume, scenario: Scenario, case: Case, file: str, *, update: bool) -> tuple[str, ...]:
    found = verdict(scenario, case)
    if case.transcript is None or found.failures:
        return found.failures
    if found.line is None:
        return ("a transcript needs one line of play: fix the luck with `seed:` or `pin:`, and choose all",)
    text = transcript(golden_session(scenario, case, found.line))
    path = opened.stored.path.resolve().parent / Path(file).parent / case.transcript
    if update:
        write_whole(path, text.encode())
        return ()
    if not path.is_file():
        return (f"there is no transcript {case.transcript} yet; write it with --update",)
    return (
        () if path.read_text(encoding="utf-8") == text else (f"the game is not as {case.transcript} has it",)
    )
