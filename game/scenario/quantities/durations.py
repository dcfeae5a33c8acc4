"""Durations in whole minutes, and spreads of equally likely ones."""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction

from game.diagnostics.diagnostic import Diagnostic, Rule
from game.scenario.quantities.whole import NOT_WHOLE
from game.source.composer import GIVEN_TWICE
from game.source.tree import Scalar

NOT_A_QUANTITY = Rule(
    code="E208",
    title="not a duration, moment, range, start or place",
    cause="The field holds a quantity, and this is not how it is written. A step, a period and a"
    " deadline are at least one minute, and a clock ends after it starts.",
    example="deadline: soon",
    cure="Follow the example in the message.",
)

NO_CHOICE = Rule(
    code="E210",
    title="spread without a multiple of the step, or random range without `by`",
    cause="A spread chooses among the multiples of the clock's step, or in steps of its own with `by`."
    " A start that is drawn from a range of numbers needs `by`, so that it is clear which numbers can"
    " come.",
    example="start: 2 to 6",
    cure="Write `2 to 6 by 2`, or widen the spread to hold a multiple of the step.",
)

_UNITS = {"min": 1, "h": 60, "day": 1440, "days": 1440}
_DURATION = re.compile(r"([0-9]+) *(min|h|days|day)")
_RANGE = re.compile(r"([0-9]+) *(min|h|days|day)? +to +([0-9]+) *(min|h|days|day)(?: +by +(.+))?")
_OTHER_UNITS = {
    **dict.fromkeys(("m", "min", "mins", "minute", "minutes"), 1),
    **dict.fromkeys(("h", "hr", "hrs", "hour", "hours"), 60),
    **dict.fromkeys(("d", "day", "days"), 1440),
    **dict.fromkeys(("w", "wk", "wks", "week", "weeks"), 7 * 1440),
}
"""Units as people write them, of which the language has but few."""
_PART = rf"([0-9]{{1,6}}(?:\.[0-9]{{1,3}})?) *({'|'.join(sorted(_OTHER_UNITS, reverse=True))})\b\.?"
_OTHER_PART = re.compile(_PART, re.IGNORECASE)
_OTHER_DURATION = re.compile(rf"(?<![0-9.]){_PART}(?:(?: +and +|, *and +| +){_PART})*", re.IGNORECASE)
_DASH = re.compile(r"(?<=[0-9a-z]) *[-–—] *(?=[0-9])")
_MOST_DIGITS = 9
_FORM = "write a number and a unit, such as `30 min`, `6 h` or `2 days`"
_SPREAD_FORM = "write `6 h`, `6 to 12 h`, `8 to 11 h by 1 h`, or `one of 8 h, 14 h`"


def minutes(text: str) -> int | None:
    """Return the minutes of a duration, or None where it is none.

    >>> minutes("6 h"), minutes("2 days"), minutes("soon")
    (360, 2880, None)
    """
    found = _DURATION.fullmatch(text.strip())
    if found is None or len(found[1]) > _MOST_DIGITS:
        return None
    return int(found[1]) * _UNITS[found[2]]


def format_duration(duration: int) -> str:
    """Return a duration in its largest whole unit; days from two on.

    >>> [format_duration(each) for each in (0, 90, 360, 1440, 2880)]
    ['0 min', '90 min', '6 h', '24 h', '2 days']
    """
    if duration >= 2880 and duration % 1440 == 0:
        return f"{duration // 1440} days"
    return f"{duration // 60} h" if duration and duration % 60 == 0 else f"{duration} min"


def _in_units_of_the_language(duration: re.Match[str]) -> str:
    """Return a duration in other units as the language writes it, or as it was where minutes are broken."""
    parts = _OTHER_PART.findall(duration[0])
    total = sum(Fraction(number) * _OTHER_UNITS[unit.lower()] for number, unit in parts)
    return format_duration(int(total)) if total.denominator == 1 else duration[0]


def _cure(text: str, is_one: Callable[[str], bool], form: str) -> str:
    """Return how a duration or spread is written that was meant by a text, else the form of all of them."""
    meant = _OTHER_DURATION.sub(_in_units_of_the_language, _DASH.sub(" to ", text))
    if is_one(meant):
        return f"write `{meant}`"
    with_units = [f"{text} {unit}" for unit in ("min", "h", "days")]
    if is_one(with_units[0]):
        return "the unit is missing: write `{}`, `{}` or `{}`".format(*with_units)
    return form


def _is_duration(text: str) -> bool:
    return minutes(text) is not None


def _is_spread(text: str) -> bool:
    if text.startswith("one of "):
        delays = [minutes(part) for part in text.removeprefix("one of ").split(",")]
        return None not in delays and len(set(delays)) == len(delays)
    found = _RANGE.fullmatch(text)
    if found is None:
        return _is_duration(text)
    return _rises(found) and (found[5] is None or bool(minutes(found[5])))


def _rises(found: re.Match[str]) -> bool:
    if max(len(found[1]), len(found[3])) > _MOST_DIGITS:
        return False
    low, high = _ends(found)
    return low <= high


def _ends(found: re.Match[str]) -> tuple[int, int]:
    return int(found[1]) * _UNITS[found[2] or found[4]], int(found[3]) * _UNITS[found[4]]


def parse_duration(scalar: Scalar, least: int = 0) -> int | Diagnostic:
    """Return a duration in minutes, at least `least`."""
    found = minutes(scalar.value)
    if found is None:
        cure = _cure(scalar.value.strip(), _is_duration, _FORM)
        return Diagnostic(NOT_A_QUANTITY, f"`{scalar.value}` is not a duration", scalar.span, cure)
    if found < least:
        return Diagnostic(NOT_A_QUANTITY, f"it must be at least {least} min", scalar.span, _FORM)
    return found


def parse_spread(scalar: Scalar, step: int | None) -> tuple[int, ...] | Diagnostic:
    """Return the delays of a spread in rising order; `step` is the clock's, None while it is unknown."""
    text = scalar.value.strip()
    if text.startswith("one of "):
        return _parse_list(scalar, text)
    found = _RANGE.fullmatch(text)
    if found is None:
        single = minutes(text)
        if single is None:
            cure = _cure(text, _is_spread, _SPREAD_FORM)
            return Diagnostic(NOT_A_QUANTITY, f"`{text}` is not a duration or spread", scalar.span, cure)
        return (single,)
    if max(len(found[1]), len(found[3])) > _MOST_DIGITS:
        return Diagnostic(NOT_WHOLE, f"a number has at most {_MOST_DIGITS} digits", scalar.span)
    low, high = _ends(found)
    if low > high:
        return Diagnostic(NOT_A_QUANTITY, "the spread ends before it begins", scalar.span, _SPREAD_FORM)
    return _steps(scalar, low, high, found[5], step)


def _steps(
    scalar: Scalar, low: int, high: int, by: str | None, step: int | None
) -> tuple[int, ...] | Diagnostic:
    if by is not None:
        width = minutes(by)
        if not width:
            cure = _cure(scalar.value.strip(), _is_spread, _SPREAD_FORM)
            return Diagnostic(NOT_A_QUANTITY, f"`{by}` is not a duration", scalar.span, cure)
        first = low
    elif step is None:
        return (low,)
    else:
        width, first = step, -(-low // step) * step
    if (high - first) // width > 1000:
        return Diagnostic(
            NO_CHOICE, "the spread has more than 1,000 choices", scalar.span, "choose a coarser `by`"
        )
    delays = tuple(range(first, high + 1, width))
    if not delays:
        return Diagnostic(
            NO_CHOICE,
            f"no multiple of the clock's step of {format_duration(width)} lies in this spread",
            scalar.span,
            f"give a step of its own: `{scalar.value} by 1 h`",
        )
    return delays


def _parse_list(scalar: Scalar, text: str) -> tuple[int, ...] | Diagnostic:
    parts = [part.strip() for part in text.removeprefix("one of ").split(",")]
    delays = []
    for part in parts:
        found = minutes(part)
        if found is None:
            cure = _cure(text, _is_spread, _SPREAD_FORM)
            return Diagnostic(NOT_A_QUANTITY, f"`{part}` is not a duration", scalar.span, cure)
        if found in delays:
            return Diagnostic(GIVEN_TWICE, f"`{part}` is listed twice", scalar.span, "remove one of them")
        delays.append(found)
    return tuple(sorted(delays))
