"""`excomm test`: runs the tests of scenarios and says what failed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.commands.arguments import Arguments
from game.commands.casefiles import case_files, refusal
from game.commands.cases import outcome
from game.commands.library import volume_named
from game.commands.refusal import RefusedError, Status
from game.store.library import Volume, volumes
from game.store.places import places


def parser(program: str) -> Arguments:
    made = Arguments(program, "Run the tests of scenarios; of all that are found, where none is named.")
    made.add_argument("scenarios", metavar="PATH", nargs="*", help="a scenario's id or folder")
    made.take_mods()
    made.add_argument("--update", action="store_true", help="write transcripts anew, for a person to read")
    return made


def carry_out(program: str, words: Sequence[str]) -> int:
    given = parser(program).taken(words)
    if given.mods and not given.scenarios:
        raise RefusedError("`--mod` goes with the scenario that it changes.")
    named = [_tested(each, given.mods) for each in given.scenarios]
    found = named or [each for each in volumes(places()) if each.stored.kind == "folder"]
    results = [result for each in found for result in _results(each, update=given.update)]
    failed = [(name, failures) for name, failures in results if failures]
    for name, failures in failed:
        print(f"FAILED {name}")
        for failure in failures:
            print(f"    {failure}")
    print(f"{len(results) - len(failed)} passed, {len(failed)} failed")
    return Status.FAULTS if failed else Status.CLEAN


def _tested(reference: str, mods: Sequence[str]) -> Volume:
    opened = volume_named(reference, mods)
    if opened.stored.kind == "pack":
        raise RefusedError(f"{opened.name} is a pack; its tests are run in the folder of the scenario.")
    return opened


def _results(opened: Volume, *, update: bool) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the tests of a scenario by file and name, with what failed."""
    if opened.scenario is None:
        raise RefusedError(f"{opened.name} cannot be started: {opened.refusal}", Status.FAULTS)
    for cases in case_files(opened):
        refused = refusal(cases)
        if refused is not None or cases.read.file is None:
            yield cases.name, (refused or "",)
            continue
        for case in cases.read.file.cases:
            yield f"{cases.name}: {case.id}", outcome(cases, case, update=update).failures
