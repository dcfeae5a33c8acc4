"""Faults made by hand for the tests of their forms."""

from __future__ import annotations

from game.diagnostics.diagnostic import Diagnostic, Note, Rule, Span

PLACE = Span("river/scenario.yaml", 2, 7, 2, 13)


def rule(code: str) -> Rule:
    return Rule(code, f"title of {code}", f"cause of {code}", "a: b", f"cure of {code}")


def fault(
    code: str = "E301",
    span: Span = PLACE,
    message: str = "there is no variable called `tensio`",
    meant: str | None = None,
    *,
    notes: tuple[Note, ...] = (),
    witness: tuple[str, ...] | None = None,
) -> Diagnostic:
    return Diagnostic(rule(code), message, span, meant, notes, witness)
