"""Whole numbers, of at most nine digits."""

from __future__ import annotations

import re

from game.diagnostics.diagnostic import Diagnostic, Rule
from game.source.tree import Scalar

NOT_WHOLE = Rule(
    code="E203",
    title="not a whole number",
    cause="Numbers are whole and have at most nine digits. There are no fractions in the rules.",
    example="priority: 2.5",
    cure="Write a whole number; use a finer scale where you need halves.",
)

_WHOLE = re.compile(r"[+-]?[0-9]+")


def parse_whole(scalar: Scalar) -> int | Diagnostic:
    """Return the number that is written, with or without a sign."""
    text = scalar.value.strip()
    if not _WHOLE.fullmatch(text):
        return Diagnostic(
            NOT_WHOLE, f"`{_short(text)}` is not a whole number", scalar.span, "write digits, such as `12`"
        )
    if len(text.lstrip("+-")) > 9:
        return Diagnostic(NOT_WHOLE, "a number has at most 9 digits", scalar.span)
    return int(text)


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"
