"""Faults as values for JSON, in the form that section 17 of the language gives."""

from __future__ import annotations

from collections.abc import Sequence

from game.diagnostics.counting import count, shown
from game.diagnostics.diagnostic import Diagnostic, Note, Severity, Span

Row = dict[str, object]


def check_form(diagnostics: Sequence[Diagnostic], *, is_complete: bool) -> Row:
    """Return what `check --format json` prints: totals of all faults, and those that are shown.

    `is_complete` says that no rule ran over its budget.
    """
    return {
        "check": 1,
        "errors": count(diagnostics, Severity.ERROR),
        "warnings": count(diagnostics, Severity.WARNING),
        "informations": count(diagnostics, Severity.INFORMATION),
        "complete": is_complete,
        "diagnostics": [diagnostic_row(each) for each in shown(diagnostics)],
    }


def diagnostic_row(diagnostic: Diagnostic) -> Row:
    """Return one fault; what it has not, such as the line of a fault of a whole file, is null."""
    span = diagnostic.span
    return {
        "code": diagnostic.code,
        "severity": diagnostic.severity.value,
        "message": diagnostic.message,
        "help": diagnostic.help,
        **_start(span),
        "end_line": span.end_line or None,
        "end_column": span.end_column or None,
        "notes": [_note_row(each) for each in diagnostic.notes],
        "witness": None if diagnostic.witness is None else list(diagnostic.witness),
    }


def _note_row(note: Note) -> Row:
    return {"message": note.message, **_start(note.span)}


def _start(span: Span) -> Row:
    return {"file": span.file or None, "line": span.line or None, "column": span.column or None}
