"""The rule for names that nothing bears, in every section of a scenario."""

from __future__ import annotations

from collections.abc import Iterable

from game.diagnostics.diagnostic import Diagnostic, Rule, Span
from game.scenario.expressions.rules import NOT_A_VALUE
from game.scenario.faults import NO_SUCH_OPTION
from game.scenario.meant import nearest

UNKNOWN = Rule(
    code="E301",
    title="unknown name",
    cause="A condition, a text or a field names something that no file of the scenario declares."
    " Usually a letter is wrong, or the thing was renamed in one place only.",
    example="when: tensoin > 6",
    cure="Correct the spelling, or declare the thing. If the message proposes a name, it is the nearest"
    " one that there is.",
)

_OF_NAMES = frozenset({UNKNOWN, NO_SUCH_OPTION, NOT_A_VALUE})


def unknown(kind: str, name: str, span: Span, candidates: Iterable[str]) -> Diagnostic:
    """Return the fault of a name that nothing of its kind bears: `there is no variable called ...`."""
    meant = nearest(name, candidates)
    help_ = None if meant is None else f"did you mean `{meant}`?"
    return Diagnostic(UNKNOWN, f"there is no {kind} called `{name}`", span, help_)


def first_reports(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return the faults without the unknown names, options and values that their file was told of before."""
    told: set[tuple[str, str]] = set()
    kept: list[Diagnostic] = []
    for each in diagnostics:
        key = (each.span.file, each.message)
        if each.rule in _OF_NAMES and key in told:
            continue
        if each.rule in _OF_NAMES:
            told.add(key)
        kept.append(each)
    return tuple(kept)
