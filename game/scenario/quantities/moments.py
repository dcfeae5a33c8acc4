"""Moments and days of the calendar, as minutes since the beginning of year 1."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from game.diagnostics.diagnostic import Diagnostic
from game.frozen import NamedTuple
from game.scenario.quantities.durations import NOT_A_QUANTITY, minutes
from game.source.tree import Node, Scalar

_MOMENT = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2}) +([0-9]{2}):([0-9]{2})")
_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_NEARLY = re.compile(
    r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:(?: *T *| +)([0-9]{1,2}):([0-9]{2})(?::[0-9]{2}(?:\.[0-9]+)?)?)?"
)
_FORM = "write year, month, day, hour and minute, such as `1962-10-27 12:00`"
_DAY_MINUTES = 24 * 60


class Grid(NamedTuple):
    """A clock: its first and last moment and its step, in minutes."""

    starts: int
    ends: int
    step: int


def _day(year: str, month: str, day: str) -> int | None:
    try:
        return (date(int(year), int(month), int(day)).toordinal() - 1) * _DAY_MINUTES
    except ValueError:
        return None


def _moment(text: str) -> int | None:
    found = _MOMENT.fullmatch(text.strip())
    if found is None or int(found[4]) > 23 or int(found[5]) > 59:
        return None
    day = _day(found[1], found[2], found[3])
    return None if day is None else day + int(found[4]) * 60 + int(found[5])


def _cure(text: str) -> str:
    """Return how the moment is written that a text means, why there is none, or else the form of all."""
    found = _NEARLY.fullmatch(text.strip())
    if found is None:
        return _FORM
    year, month, day = map(int, found.groups()[:3])
    if not (year and 1 <= month <= 12):
        return "a year is 0001 to 9999, and a month 01 to 12"
    last = monthrange(year, month)[1]
    if not 1 <= day <= last:
        return f"the last day of that month is `{year:04}-{month:02}-{last}`"
    if found[4] is None:
        return f"write the time as well: `{year:04}-{month:02}-{day:02} 12:00`"
    if int(found[4]) > 23 or int(found[5]) > 59:
        return "an hour is 00 to 23, and a minute 00 to 59; midnight is 00:00 of the next day"
    return f"write `{year:04}-{month:02}-{day:02} {int(found[4]):02}:{found[5]}`"


def parse_moment(scalar: Scalar) -> int | Diagnostic:
    """Return a moment in minutes."""
    found = _moment(scalar.value)
    if found is None:
        return Diagnostic(
            NOT_A_QUANTITY, f"`{scalar.value}` is not a moment", scalar.span, _cure(scalar.value)
        )
    return found


def parse_moment_or_day(scalar: Scalar) -> tuple[int, bool] | Diagnostic:
    """Return a moment, or the beginning of a day, in minutes, and whether it is a whole day."""
    parts = _DAY.fullmatch(scalar.value.strip())
    if parts is not None:
        day = _day(parts[1], parts[2], parts[3])
        if day is not None:
            return day, True
    found = parse_moment(scalar)
    return found if isinstance(found, Diagnostic) else (found, False)


def format_moment(moment: int) -> str:
    """Return a moment as it is written.

    >>> format_moment(_moment("1962-10-27 12:05"))
    '1962-10-27 12:05'
    """
    day, minute = divmod(moment, _DAY_MINUTES)
    return f"{date.fromordinal(day + 1).isoformat()} {minute // 60:02}:{minute % 60:02}"


def grid(starts: Node | None, ends: Node | None, step: Node | None) -> Grid | None:
    """Return the clock that three fields give, or None where one is faulty or they do not fit."""
    texts = [node.value for node in (starts, ends, step) if isinstance(node, Scalar)]
    if len(texts) != 3:
        return None
    first, last, width = _moment(texts[0]), _moment(texts[1]), minutes(texts[2])
    if first is None or last is None or not width or last <= first:
        return None
    return Grid(first, last, width)
