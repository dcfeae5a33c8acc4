"""Faults in one sentence each, for lists, menus and the terminal."""

from __future__ import annotations

from collections.abc import Sequence

from game.diagnostics.diagnostic import Diagnostic, Span
from game.diagnostics.printable import printable


def place(span: Span) -> str:
    """Return a place as messages write it: file, line and column, or the file alone."""
    return f"{span.file}:{span.line}:{span.column}" if span.line else span.file


def first_fault(faults: Sequence[Diagnostic]) -> str:
    """Return the first of some faults with its place, and the number of the others, fit for a terminal."""
    first = faults[0]
    meant = f"; {first.help}" if first.help and first.help.startswith("did you mean") else ""
    more = f" (and {len(faults) - 1} more)" if len(faults) > 1 else ""
    sentence = f"{place(first.span)}: {first.message}{meant}{more}"
    return printable(sentence if sentence.endswith("?") else f"{sentence}.")
