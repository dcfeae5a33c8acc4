"""A test file into its tests, with every fault at its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from game.diagnostics.diagnostic import Diagnostic, Span, has_errors
from game.frozen import Frozen, NamedTuple, replace
from game.scenario.cases import CaseFile
from game.scenario.consistency.sites import match_faults, pin_faults
from game.scenario.decoder import Decoder
from game.scenario.decoding import decoded
from game.scenario.faults import UNREADABLE
from game.scenario.loading import Loaded
from game.scenario.meant import nearest
from game.scenario.model import Scenario
from game.scenario.names import field
from game.scenario.quantities.durations import NOT_A_QUANTITY
from game.scenario.records.tests import TEST_FILE
from game.scenario.unknown import UNKNOWN
from game.scenario.where import Where
from game.source.reader import document
from game.source.tree import Document, Mapping, Scalar


class FaultyCase(NamedTuple):
    """A test that cannot be carried out, the line of its name, and its faults."""

    id: str
    line: int
    faults: tuple[Diagnostic, ...]


class ReadCases(Frozen):
    """The tests of a file that can be carried out; None where nothing of it can be read.

    A fault of one test leaves the others as they are. `diagnostics` are all that is wrong, warnings too.
    """

    file: CaseFile | None
    diagnostics: tuple[Diagnostic, ...]
    document: Document
    faulty: tuple[FaultyCase, ...] = ()

    @property
    def faults_of_the_file(self) -> tuple[Diagnostic, ...]:
        """The errors that stand in none of its tests."""
        of_tests = {fault for each in self.faulty for fault in each.faults}
        return tuple(each for each in self.diagnostics if has_errors((each,)) and each not in of_tests)


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
    absent = [*decoder.diagnostics, *match_faults(decoder, loaded.scenario, ())]
    made = cases if isinstance(cases, CaseFile) else CaseFile(None, ())
    found = (
        *faults,
        *map(_named, absent),
        *pin_faults(decoder, loaded.scenario, ()),
        *_out_of_bounds(decoder, made, loaded.scenario),
    )
    ordered = tuple(sorted(found, key=lambda each: (each.span, each.code)))
    faulty = tuple(_faulty(read.root, [each for each in ordered if has_errors((each,))]))
    broken_ids = {each.id for each in faulty}
    sound = made._replace(cases=tuple(each for each in made.cases if each.id not in broken_ids))
    return ReadCases(sound, ordered, read, faulty)


def _faulty(root: Mapping, faults: list[Diagnostic]) -> Iterator[FaultyCase]:
    """Yield the tests within which faults lie, in the order of the file."""
    tests = field(root, "tests")
    for key, node in tests.entries if isinstance(tests, Mapping) else ():
        first, last = key.span[1:3], max(key.span[3:], node.span[3:])
        within = tuple(each for each in faults if first <= each.span[1:3] <= last)
        if within:
            yield FaultyCase(key.value, key.span.line, within)


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
