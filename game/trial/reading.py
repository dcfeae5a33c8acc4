"""A test file into its tests, with every fault at its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from game.diagnostics.diagnostic import Diagnostic, Span, has_errors
from game.scenario.cases import CaseFile
from game.scenario.consistency.sites import match_faults, pin_faults
from game.scenario.decoder import Decoder
from game.scenario.decoding import decoded
from game.scenario.faults import UNREADABLE
from game.scenario.loading import Loaded
from game.scenario.meant import nearest
from game.scenario.model import Scenario
from game.scenario.quantities.durations import NOT_A_QUANTITY
from game.scenario.records.tests import TEST_FILE
from game.scenario.unknown import UNKNOWN
from game.scenario.where import Where
from game.source.reader import document
from game.source.tree import Document, Mapping, Scalar


@dataclass(frozen=True, slots=True)
class ReadCases:
    """The tests of a file, None where any of it is faulty."""

    file: CaseFile | None
    diagnostics: tuple[Diagnostic, ...]
    document: Document


def scenario_named(content: bytes, file: str) -> Scalar | None:
    """Return the scenario that a test file names, with its place, or None where it names none."""
    root = document(content, file)[0].root
    given = {key.value: node for key, node in root.entries} if isinstance(root, Mapping) else {}
    named = given.get("scenario")
    return named if isinstance(named, Scalar) and named.value else None


def not_there(named: Scalar, candidates: Iterable[str]) -> Diagnostic:
    """Return the fault of a test file that names a scenario that is not there."""
    near = nearest(named.value, candidates)
    message = f"there is no scenario called `{named.value}`"
    return Diagnostic(UNREADABLE, message, named.span, f"did you mean `{near}`?" if near else None)


def read_cases(content: bytes, file: str, loaded: Loaded) -> ReadCases:
    """Return the tests of a file of a scenario that was loaded without errors.

    A file that cannot be read and a name that the scenario lacks are E116; what is wrong with a pin,
    a condition or a quantity has the code that it has in a scenario.
    """
    read, faults = document(content, file)
    broken = next((each for each in faults if has_errors((each,))), None)
    if broken is not None:
        fault = Diagnostic(
            UNREADABLE, f"this test file cannot be read: {broken.message}", broken.span, broken.help
        )
        return ReadCases(None, (fault,), read)
    if read.root is None:
        fault = Diagnostic(UNREADABLE, "this test file is empty", Span.whole(file))
        return ReadCases(None, (fault,), read)
    if loaded.decoder is None or loaded.scenario is None:
        return ReadCases(None, faults, read)
    decoder = Decoder(loaded.decoder.names)
    cases = decoded(decoder, TEST_FILE, read.root, Where())
    absent = [*decoder.diagnostics, *match_faults(decoder, loaded.scenario)]
    made = cases if isinstance(cases, CaseFile) else CaseFile(None, ())
    found = (
        *faults,
        *map(_named, absent),
        *pin_faults(decoder, loaded.scenario),
        *_out_of_bounds(decoder, made, loaded.scenario),
    )
    ordered = tuple(sorted(found, key=lambda each: (each.span, each.code)))
    return ReadCases(None if has_errors(ordered) else made, ordered, read)


def _named(fault: Diagnostic) -> Diagnostic:
    """Return a fault of a test; a name that the scenario lacks is one of the file's own."""
    return replace(fault, rule=UNREADABLE) if fault.rule is UNKNOWN else fault


def _out_of_bounds(decoder: Decoder, file: CaseFile, scenario: Scenario) -> Iterator[Diagnostic]:
    """Yield the faults of values that are well written and still cannot be meant."""
    clock = scenario.clock
    for case in file.cases:
        places = {
            name: decoder.places.get(f"tests.{case.id}.{name}") for name in ("at", "plays", "transcript")
        }
        if case.at is not None and not clock.starts <= case.at < clock.ends and (place := places["at"]):
            message = (
                "the game cannot begin here: the moment lies before the start of the clock or at its end"
            )
            yield Diagnostic(NOT_A_QUANTITY, message, place.value.span)
        if case.plays < 1 and (place := places["plays"]):
            yield Diagnostic(NOT_A_QUANTITY, "at least one game is played", place.value.span)
        if case.transcript is not None and (place := places["transcript"]) and _leaves(case.transcript):
            message = f"`{case.transcript}` is no file of this folder"
            yield Diagnostic(
                UNREADABLE,
                message,
                place.value.span,
                "write a name such as `road_taken.txt`, with forward slashes",
            )


def _leaves(path: str) -> bool:
    """Return whether a path is none that lies beneath the folder of the test, or no text file."""
    parts = path.split("/")
    is_within = not any(part in {"", ".", ".."} for part in parts) and "\\" not in path and ":" not in path
    return not (is_within and path.endswith(".txt"))
