"""What no game reaches, told once: at the root of it, and not where another fault told it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import chain

from game.diagnostics.diagnostic import Diagnostic
from game.lint.reach.never import Findings, decision_faults, hidden_endings, impossible_outcomes, never_faults
from game.lint.reach.values import fixed_variables, settled_conditions, stepped_over
from game.lint.reach.ways import ways
from game.lint.reach.world import reach
from game.lint.subject import Subject
from game.scenario.model import Scenario

_CONDITIONS = (".when", ".unless")


def findings(scenario: Scenario) -> Findings:
    """Return what may be in a scenario without errors, and what might be if everything could happen."""
    found = tuple(ways(scenario))
    actual = reach(scenario, found)
    missed = {way.path for way in found} - actual.entries
    return Findings(found, actual, reach(scenario, found, forced=missed) if missed else actual)


def reach_faults(
    subject: Subject, always: Collection[str], told: Collection[str], fixed: Collection[str]
) -> Iterator[Diagnostic]:
    """Yield what is never reached.

    `always` are the fields with a condition that was found to decide nothing; `told` the entries of
    which was said that they do not happen; `fixed` the names of which was said that they do not change.
    """
    scenario = subject.scenario
    if subject.errors:
        yield from impossible_outcomes(subject, None)
        return
    found = findings(scenario)
    owners = {path.removesuffix(each) for path in always for each in _CONDITIONS if path.endswith(each)}
    known = {*told, *owners}
    yield from chain(
        decision_faults(scenario, found, told),
        never_faults(scenario, found, known, fixed),
        hidden_endings(scenario, found),
        impossible_outcomes(subject, found),
    )
    yield from fixed_variables(subject, found, fixed)
    free = {*fixed, *found.fixed_names}
    passed_over = tuple(stepped_over(subject, found, always))
    yield from (fault for _, fault in passed_over)
    yield from settled_conditions(subject, found, {*always, *(path for path, _ in passed_over)}, free)
