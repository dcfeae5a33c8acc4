"""How many faults there are of each severity, and which are shown where there are too many."""

from __future__ import annotations

from collections.abc import Sequence

from game.diagnostics.diagnostic import Diagnostic, Severity

MOST_SHOWN = 100

_GRAVEST_FIRST = tuple(Severity)
_PLURALS = {
    Severity.ERROR: "errors",
    Severity.WARNING: "warnings",
    Severity.INFORMATION: "informations",
}


def count(diagnostics: Sequence[Diagnostic], severity: Severity) -> int:
    """Return how many of the faults are of a severity."""
    return sum(each.severity is severity for each in diagnostics)


def totals(diagnostics: Sequence[Diagnostic]) -> str:
    """Return the totals as a sentence's part: `1 error, 2 warnings`, or `no faults`."""
    words = (_counted(count(diagnostics, severity), severity) for severity in _GRAVEST_FIRST)
    return ", ".join(filter(None, words)) or "no faults"


def _counted(number: int, severity: Severity) -> str:
    if number == 0:
        return ""
    return f"{number:,} {severity.value if number == 1 else _PLURALS[severity]}"


def shown(diagnostics: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return the faults that are shown: all in their order, or the gravest hundred of more."""
    if len(diagnostics) <= MOST_SHOWN:
        return tuple(diagnostics)
    gravity = [_GRAVEST_FIRST.index(each.severity) for each in diagnostics]
    gravest = sorted(range(len(diagnostics)), key=gravity.__getitem__)[:MOST_SHOWN]
    return tuple(diagnostics[at] for at in sorted(gravest))
