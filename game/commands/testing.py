"""`excomm test`: runs the tests of scenarios and says what failed."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from textwrap import indent

from game.commands.arguments import Arguments, whole
from game.commands.casefiles import case_files, fault_texts, refusal, sound_cases
from game.commands.cases import outcome
from game.commands.library import volume_named
from game.commands.progress import Progress
from game.commands.recasting import case_of_run
from game.commands.refusal import RefusedError, Status
from game.frozen import NamedTuple
from game.store.library import Volume, volumes
from game.store.places import places
from game.trial.coverage import Item, coverage


class Result(NamedTuple):
    """A test by file and name, with what failed; it passed if nothing did. `remark` is of a test that did."""

    name: str
    failures: tuple[str, ...]
    remark: str | None = None


def parser(program: str) -> Arguments:
    made = Arguments(program, "Run the tests of scenarios; of all that are found, where none is named.")
    made.add_argument("scenarios", metavar="PATH", nargs="*", help="a scenario's id or folder")
    made.take_mods()
    made.add_argument("--coverage", action="store_true", help="say what the tests never reach")
    made.add_argument(
        "--min",
        metavar="PERCENT",
        type=whole(100),
        help="fail where less than this is reached; implies --coverage",
    )
    made.add_argument("--update", action="store_true", help="write transcripts anew, for a person to read")
    made.add_argument(
        "--from",
        metavar="RUN",
        dest="run",
        type=Path,
        help="print a test made of a run, to be kept in a file",
    )
    return made


def carry_out(program: str, words: Sequence[str]) -> int:
    given = parser(program).taken(words)
    if given.run is not None:
        if given.scenarios or given.mods:
            raise RefusedError("`--from` has its own scenario; name no other beside it.")
        print(case_of_run(given.run), end="")
        return Status.CLEAN
    if given.mods and not given.scenarios:
        raise RefusedError("`--mod` goes with the scenario that it changes.")
    named = [_tested(each, given.mods) for each in given.scenarios]
    found = named or [each for each in volumes(places()) if each.stored.kind == "folder"]
    results = _results(found, update=given.update)
    for line in told_results(results):
        print(line)
    is_short = (given.coverage or given.min is not None) and _tell_coverage(found, given.min or 0)
    is_failed = any(each.failures for each in results)
    return Status.FAULTS if is_failed or is_short else Status.CLEAN


def _results(found: Sequence[Volume], *, update: bool) -> list[Result]:
    """Return what came of all tests, and tell on a terminal how many have been run."""
    results: list[Result] = []
    with Progress(sys.stderr, "tests") as progress:
        for result in chain.from_iterable(results_of(each, update=update) for each in found):
            results.append(result)
            progress.told(len(results))
    return results


def _tell_coverage(found: Sequence[Volume], least: int) -> bool:
    """Say what the tests of each scenario reach, and return whether one of them reaches too little."""
    is_short = False
    for opened in found:
        if opened.scenario is None:
            continue
        own = (each for each in case_files(opened) if each.opened is opened)
        items = coverage(opened.scenario, [case for each in own for case in sound_cases(each)])
        missed = [f"{item.kind} {item.name}" for item, is_covered in items.items() if not is_covered]
        print(f"{opened.name}: {len(items) - len(missed)} of {len(items)} are reached ({_percent(items)}%)")
        print("".join(f"    never: {each}\n" for each in missed), end="")
        is_short |= _percent(items) < least
    return is_short


def _percent(items: Mapping[Item, bool]) -> int:
    return sum(items.values()) * 100 // len(items)


def _tested(reference: str, mods: Sequence[str]) -> Volume:
    opened = volume_named(reference, mods)
    if opened.stored.kind == "pack":
        raise RefusedError(f"{opened.name} is a pack; its tests are run in the folder of the scenario.")
    return opened


def told_results(results: Sequence[Result]) -> Iterator[str]:
    """Yield lines: the tests that failed with what failed in them, and how many there are of each."""
    failed = [each for each in results if each.failures]
    for each in failed:
        yield f"FAILED {each.name}"
        yield from (indent(failure, "    ") for failure in each.failures)
    yield from (f"{each.name}: {each.remark}" for each in results if each.remark is not None)
    yield f"{len(results) - len(failed)} passed, {len(failed)} failed"


def results_of(opened: Volume, *, update: bool) -> Iterator[Result]:
    """Yield what came of each test of a scenario. Raises RefusedError where it cannot be started."""
    if opened.scenario is None:
        raise RefusedError(f"{opened.name} cannot be started: {opened.refusal}", Status.FAULTS)
    for cases in case_files(opened):
        refused = refusal(cases)
        if refused:
            yield Result(cases.name, refused)
        for faulty in cases.read.faulty:
            yield Result(f"{cases.name}: {faulty.id}", fault_texts(cases, faulty.faults))
        for case in sound_cases(cases):
            came = outcome(cases, case, update=update)
            yield Result(f"{cases.name}: {case.id}", came.failures, came.remark)
