"""Ranges of numbers, the values of choices, and starts drawn from them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from game.diagnostics.diagnostic import Diagnostic
from game.scenario.expressions.describing import about_no_value
from game.scenario.expressions.rules import NOT_A_VALUE
from game.scenario.expressions.types import ChoiceType, NumberType
from game.scenario.faults import RANGE_FAULT
from game.scenario.ids import BAD_ID, RESERVED, is_id, reserved
from game.scenario.quantities.durations import NO_CHOICE, NOT_A_QUANTITY
from game.scenario.quantities.whole import NOT_WHOLE, parse_whole
from game.source.composer import GIVEN_TWICE
from game.source.limits import OVER_A_LIMIT
from game.source.tree import Scalar

_RANGE = re.compile(r"([+-]?[0-9]+) +to +([+-]?[0-9]+)")
_STEPS = re.compile(r"([+-]?[0-9]+) +to +([+-]?[0-9]+)(?: +by +([0-9]+))?")
_WITHIN = re.compile(r"within +([0-9]+)")
_BETWEEN_VALUES = re.compile(r"(?:[\s,;/]|\bor\b)+")
_START_FORM = "write a value, `20 to 60 by 20`, or `one of 2, 5, 8`"

WIDEST = 1000


def parse_range(scalar: Scalar) -> tuple[int, int] | Diagnostic:
    """Return the ends of a range, both of which belong to it."""
    found = _RANGE.fullmatch(scalar.value.strip())
    if found is None:
        return Diagnostic(
            NOT_A_QUANTITY,
            f"`{scalar.value}` is not a range",
            scalar.span,
            "write both ends, such as `0 to 10`",
        )
    if max(len(each.lstrip("+-")) for each in found.groups()) > 9:
        return Diagnostic(NOT_WHOLE, "a number has at most 9 digits", scalar.span)
    low, high = int(found[1]), int(found[2])
    if low > high:
        return Diagnostic(RANGE_FAULT, "the range is reversed", scalar.span, f"write `{high} to {low}`")
    if high - low > WIDEST:
        return Diagnostic(
            OVER_A_LIMIT, f"a range is at most {WIDEST:,} wide", scalar.span, "choose a coarser scale"
        )
    return low, high


def parse_value_ids(scalars: Sequence[Scalar]) -> tuple[str, ...] | Diagnostic:
    """Return the values of a choice."""
    values: dict[str, None] = {}
    for each in scalars:
        if each.value in RESERVED and each.value != "none":
            return reserved(each)
        if not is_id(each.value):
            return Diagnostic(
                BAD_ID, f"`{each.value}` cannot be a value", each.span, "small letters, digits and `_`"
            )
        if each.value in values:
            return Diagnostic(GIVEN_TWICE, f"`{each.value}` is listed twice", each.span, "remove one of them")
        values[each.value] = None
    return tuple(values)


def parse_value(scalar: Scalar, of: NumberType | ChoiceType) -> int | Diagnostic:
    """Return one value of a type: a number within its range, or the index of a value by its id."""
    match of:
        case ChoiceType(values=values):
            if scalar.value in values:
                return values.index(scalar.value)
            message, cure = about_no_value(scalar.value, of)
            return Diagnostic(NOT_A_VALUE, message, scalar.span, cure)
        case NumberType(low, high):
            number = parse_whole(scalar)
            if isinstance(number, Diagnostic) or low <= number <= high:
                return number
            return Diagnostic(RANGE_FAULT, f"{number} lies outside the range {low} to {high}", scalar.span)


def parse_start(scalar: Scalar, of: NumberType | ChoiceType) -> tuple[int, ...] | Diagnostic:
    """Return the values from which a start is drawn, in the order of the draw."""
    text = scalar.value.strip()
    several = _listed(scalar, text, of)
    if several is not None:
        return Diagnostic(NOT_A_QUANTITY, f"`{text}` is not a start", scalar.span, f"write `{several}`")
    if text.startswith("one of "):
        return _parse_list(scalar, text, of)
    found = _STEPS.fullmatch(text) if isinstance(of, NumberType) else None
    return _parse_single(scalar, text, of) if found is None else _parse_steps(scalar, found, of)


def _listed(scalar: Scalar, text: str, of: NumberType | ChoiceType) -> str | None:
    """Return several values as they are listed, where commas or the words before them are missing."""
    parts = [part for part in _BETWEEN_VALUES.split(text.removeprefix("one of ")) if part]
    meant = f"one of {', '.join(parts)}"
    is_as_written = meant == text or (text.startswith("one of ") and text.count(",") == len(parts) - 1)
    if len(parts) < 2 or is_as_written or isinstance(_parse_list(scalar, meant, of), Diagnostic):
        return None
    return meant


def _parse_single(scalar: Scalar, text: str, of: NumberType | ChoiceType) -> tuple[int, ...] | Diagnostic:
    value = parse_value(scalar, of)
    if isinstance(value, Diagnostic) and value.rule is NOT_WHOLE and " " in text:
        return Diagnostic(NOT_A_QUANTITY, f"`{text}` is not a start", scalar.span, _START_FORM)
    return value if isinstance(value, Diagnostic) else (value,)


def _parse_steps(
    scalar: Scalar, found: re.Match[str], of: NumberType | ChoiceType
) -> tuple[int, ...] | Diagnostic:
    if max(len(each.lstrip("+-")) for each in found.groups() if each) > 9:
        return Diagnostic(NOT_WHOLE, "a number has at most 9 digits", scalar.span)
    low, high = int(found[1]), int(found[2])
    if low > high:
        return Diagnostic(RANGE_FAULT, "the range is reversed", scalar.span, f"write `{high} to {low}`")
    if not found[3] or int(found[3]) == 0:
        return Diagnostic(
            NO_CHOICE, "a start drawn from a range needs `by`", scalar.span, f"write `{low} to {high} by 1`"
        )
    return _within(scalar, tuple(range(low, high + 1, int(found[3]))[: WIDEST + 1]), of)


def _parse_list(scalar: Scalar, text: str, of: NumberType | ChoiceType) -> tuple[int, ...] | Diagnostic:
    values: list[int] = []
    for part in text.removeprefix("one of ").split(","):
        value = parse_value(Scalar(part.strip(), scalar.span), of)
        if isinstance(value, Diagnostic):
            return value
        if value in values:
            return Diagnostic(
                GIVEN_TWICE, f"`{part.strip()}` is listed twice", scalar.span, "remove one of them"
            )
        values.append(value)
    return tuple(sorted(values))


def _within(
    scalar: Scalar, values: tuple[int, ...], of: NumberType | ChoiceType
) -> tuple[int, ...] | Diagnostic:
    assert isinstance(of, NumberType)
    outside = [value for value in values if not of.low <= value <= of.high]
    if outside:
        return Diagnostic(
            RANGE_FAULT, f"{outside[0]} lies outside the range {of.low} to {of.high}", scalar.span
        )
    return values


def parse_within(scalar: Scalar) -> int | Diagnostic:
    """Return the greatest error of an estimate, written `within 2`."""
    found = _WITHIN.fullmatch(scalar.value.strip())
    if found is None:
        return Diagnostic(
            NOT_A_QUANTITY,
            f"`{scalar.value}` is not the width of an estimate",
            scalar.span,
            "write `within 2`",
        )
    if len(found[1]) > 3 or int(found[1]) > WIDEST:
        return Diagnostic(OVER_A_LIMIT, f"an error is at most {WIDEST:,}", scalar.span)
    return int(found[1])
