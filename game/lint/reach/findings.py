"""What no game reaches, told once: at the root of it, and not where another fault told it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from itertools import chain

from game.diagnostics.diagnostic import Diagnostic
from game.lint.reach.never import Findings, decision_faults, hidden_endings, impossible_outcomes, never_faults
from game.lint.reach.pins import pin_faults
from game.lint.reach.values import fixed_variables, settled_conditions, stepped_over
from game.lint.reach.ways import ways
from game.lint.reach.world import reach
from game.lint.subject import Subject
from game.scenario.model import Scenario

_CONDITIONS = (".when", ".unless")


def findings(scenario: Scenario, closed: Collection[str]) -> Findings:
    """Return what may be in a scenario without errors, and what might be without what keeps entries away.

    Entries that are out of reach for a reason of their own are taken to happen in the second. What is
    still out of reach there waits for itself, as two events do of which each asks for the other.
    `closed` are the entries whose own condition never holds, whatever the values are.
    """
    every = tuple(ways(scenario))
    found = tuple(each for each in every if each.path not in closed or not (each.holds or each.fails))
    actual = reach(scenario, found)
    missed = {way.path for way in every} - actual.entries
    if not missed:
        return Findings(found, actual, actual)
    everything = reach(scenario, every, forced=missed)
    followers = {way.path for way in found if everything.is_open(way)}
    return Findings(found, actual, reach(scenario, every, forced=missed - followers))


def reach_faults(
    subject: Subject, always: Mapping[str, bool], told: Collection[str], fixed: Collection[str]
) -> Iterator[Diagnostic]:
    """Yield what is never reached.

    `always` are the fields with a condition that was found to decide nothing, each with what it
    always is; `told` the entries of
    which was said that they do not happen; `fixed` the names of which was said that they do not change.
    """
    scenario = subject.scenario
    if subject.errors:
        yield from impossible_outcomes(subject, None)
        return
    owners = {path.rpartition(".")[0] for path in always if path.endswith(_CONDITIONS)}
    found = findings(
        scenario, {path.rpartition(".")[0] for path, holds in always.items() if _closes(path, holds=holds)}
    )
    passed_over = [each for each in stepped_over(subject, found, always) if not _opens(each[0], found)]
    known = {*told, *owners, *(path.rpartition(".")[0] for path, _ in passed_over)}
    yield from chain(
        decision_faults(scenario, found, told),
        never_faults(scenario, found, known, fixed),
        hidden_endings(scenario, found),
    )
    impossible = tuple(impossible_outcomes(subject, found))
    yield from impossible
    yield from pin_faults(subject, found.ways, {each.span for each in impossible})
    yield from fixed_variables(subject, found, fixed)
    free = {*fixed, *found.fixed_names}
    yield from (fault for _, fault in passed_over)
    yield from settled_conditions(subject, found, {*always, *(path for path, _ in passed_over)}, free)


def _closes(path: str, *, holds: bool) -> bool:
    return (path.endswith(".when") and not holds) or (path.endswith(".unless") and holds)


def _opens(path: str, found: Findings) -> bool:
    """Return whether a field is that of a decision that never opens, of which that is said."""
    owner = path.rpartition(".")[0]
    return owner.startswith("decisions.") and owner.count(".") == 1 and owner not in found.actual.entries
