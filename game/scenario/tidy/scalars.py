"""Texts as they are written: bare where they can be, quoted where they must, long ones in blocks."""

from __future__ import annotations

import json
import re

WIDTH = 110
"""The width of a line; longer texts stand in blocks, longer groups and lists on lines of their own."""

_BARE = re.compile(r"(?![-?:](?: |$))[^\s,\[\]{}#&*!|>'\"%@`][^\n\t]*", re.DOTALL)
_MARKED = re.compile(r"(?:\{[^{}]*\}|<[^<>]*>|\[@[^\[\]]*\]|\S)+")
_WHOLE = re.compile(r"[0-9]{1,9}")


def is_bare(value: str, *, in_flow: bool) -> bool:
    """Return whether a value can stand without quotes, and is the same then.

    >>> is_bare("a boat", in_flow=True), is_bare("a, b", in_flow=True), is_bare("a, b", in_flow=False)
    (True, False, True)
    >>> is_bare("war: peace", in_flow=False), is_bare("*Vega*", in_flow=False), is_bare("-2", in_flow=True)
    (False, False, True)
    """
    if not _BARE.fullmatch(value) or value != value.strip() or value in {"---", "..."}:
        return False
    if ": " in value or " #" in value or value.endswith(":") or not value.isprintable():
        return False
    return not (in_flow and any(sign in value for sign in ",[]{}")) and not (in_flow and ":" in value)


def inline(value: str, source: str, *, in_flow: bool, signed: bool) -> str:
    """Return a value on one line; `source` is how it was written."""
    if signed and _WHOLE.fullmatch(value):
        return f"+{value}"
    if is_bare(value, in_flow=in_flow):
        return value
    if source and "\n" not in source and source[0] in "'\"":
        return source
    if not source or ("\n" not in source and not in_flow):
        return source
    return json.dumps(value, ensure_ascii=False)


def literal(value: str) -> tuple[str, tuple[str, ...]] | None:
    """Return the head of a block text and its lines, or None where no such block holds the value."""
    body = value.rstrip("\n")
    ends = len(value) - len(body)
    if not body or ends > 1:
        return None
    head = "|" if ends else "|-"
    if body.startswith((" ", "\n")):
        return None
    return head, tuple(body.split("\n"))


def wrapped(value: str, width: int) -> tuple[str, ...] | None:
    """Return a text broken into lines, never within its markup; None where a break would change it."""
    if "\n" in value or "  " in value or value != value.strip():
        return None
    lines: list[str] = []
    for word in _MARKED.findall(value):
        if lines and len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return tuple(lines) if " ".join(lines) == value else None
