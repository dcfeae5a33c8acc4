"""Commas within `{ }` that were meant as part of a value: the value is put together again, and told once."""

from __future__ import annotations

import re
from collections.abc import Sequence

from game.diagnostics.diagnostic import Diagnostic, Rule, Span
from game.frozen import replace
from game.source.syntax import not_yaml, shortened
from game.source.tree import Entry, Scalar

UNKNOWN_FIELD = Rule(
    code="E202",
    title="field does not belong here",
    cause="A record has a field that its kind does not know. Either the name is misspelt, or the field"
    " belongs to the record above or below and the line is indented too far or not far enough. Within"
    " `{ }` a comma begins a new field, even where it is meant as part of a value.",
    example="events:\n  storm:\n    titel: The storm",
    cure="Correct the name, or move the line to the record that it belongs to. Put a value with a comma in"
    " quotation marks.",
)

_COMMA = "within `{ }` the comma in this value begins a new field"
_UNSPACED = re.compile(r"[a-z][a-z0-9_.]*:(?=[^\s/:])")
_ID = re.compile(r"[a-z][a-z0-9_]*(\.[a-z0-9_]+)*")


def is_bare(entry: Entry) -> bool:
    """Return whether an entry within `{ }` is a name alone, without a colon: a value that a comma cut off."""
    key, value = entry
    if not (isinstance(value, Scalar) and value.is_absent and key.is_plain):
        return False
    return value.span[1:3] == key.span[3:5]


def rejoined(entries: Sequence[Entry], text: str) -> tuple[tuple[Entry, ...], tuple[Diagnostic, ...]]:
    """Return the entries of `{ }` with cut values whole again, and a fault for each of these.

    A name alone that follows no plain value stays as it is. In one such as `tension:-2` a space is missing.
    """
    whole: list[Entry] = []
    unspaced: list[Diagnostic] = []
    cut: dict[int, list[str]] = {}
    for entry in entries:
        before = whole[-1].value if whole else None
        if is_bare(entry) and (colon := _UNSPACED.match(entry.key.value)) is not None:
            spaced, fault = _spaced(entry.key, colon.end() - 1)
            whole.append(spaced)
            unspaced.append(fault)
            continue
        if is_bare(entry) and isinstance(before, Scalar) and before.is_plain and not before.is_absent:
            cut.setdefault(len(whole) - 1, [before.value]).append(entry.key.value)
            whole[-1] = whole[-1]._replace(value=_joined(before, entry.key, text))
        else:
            whole.append(entry)
    return tuple(whole), (*unspaced, *(_comma(whole[at], pieces) for at, pieces in cut.items()))


def _spaced(key: Scalar, colon: int) -> tuple[Entry, Diagnostic]:
    """Return the name and the value on both sides of a colon, and the fault that no space stands between."""
    name, value = key.value[:colon], key.value[colon + 1 :]
    entry = Entry(Scalar(name, key.part(0, colon)), Scalar(value, key.part(colon + 1, len(key.value))))
    place = key.part(colon, colon + 1)
    return entry, not_yaml("a space is missing after the colon", place, f"write `{name}: {shortened(value)}`")


def outside_of_cut_values(faults: Sequence[Diagnostic]) -> Sequence[Diagnostic]:
    """Return the faults without those that are told within a value that a comma cut: it is told already.

    A value that is faulty also when it is whole gets the cure of that: in quotation marks it would stay so.
    """
    cut = [each for each in faults if each.message == _COMMA]
    if not cut:
        return faults
    outside: list[Diagnostic] = []
    within: list[Diagnostic] = []
    for each in faults:
        is_within = each.message != _COMMA and any(each.span.lies_in(value.span) for value in cut)
        (within if is_within else outside).append(each)
    return [_cured(each, within) if each.message == _COMMA else each for each in outside]


def _cured(cut: Diagnostic, within: Sequence[Diagnostic]) -> Diagnostic:
    """Return the fault of a value that a comma cut with the cure of the first fault within that has one."""
    cures = (each.help for each in within if each.help and each.span.lies_in(cut.span))
    return replace(cut, help=next(cures, cut.help))


def _joined(first: Scalar, last: Scalar, text: str) -> Scalar:
    """Return one value of two pieces, as it is written where both stand on one line."""
    span = Span(*first.span[:3], *last.span[3:])
    if span.line != span.end_line:
        return Scalar(f"{first.value}, {last.value}", span)
    return Scalar(text.split("\n")[span.line - 1][span.column - 1 : span.end_column - 1], span)


def _comma(entry: Entry, pieces: Sequence[str]) -> Diagnostic:
    assert isinstance(entry.value, Scalar)
    name, written = entry.key.value, entry.value.value.replace('"', '\\"')
    quoted = f'put a value with a comma in quotation marks: `{name}: "{shortened(written)}"`'
    if all(_ID.fullmatch(each) for each in pieces):
        quoted = f"write a list as `{name}: [{shortened(', '.join(pieces))}]`, or {quoted}"
    return Diagnostic(UNKNOWN_FIELD, _COMMA, entry.value.span, quoted)
