"""Results of chances as runs and pins write them: delays, errors of estimates, values of starts.

The result of a chance with outcomes is the outcome's id and needs no form of its own.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import assert_never

from game.scenario.expressions.types import ChoiceType, NumberType, TruthType, Type


class Quantity(Enum):
    """What a result counts that is no value of a name."""

    DELAY = "delay"
    ERROR = "error"


ResultKind = Quantity | Type
"""The kind of a site's results: delays of a spread, errors of an estimate, values of a start."""

_MINUTES = {"": 1, "min": 1, "h": 60, "day": 1440, "days": 1440}
_DELAY = re.compile(r"([0-9]{1,9}) *(min|h|days?|)")
_NUMBER = re.compile(r"[+-]?[0-9]{1,9}")
_TRUTHS = ("no", "yes")


def format_result(kind: ResultKind, value: int) -> str:
    """Return the result in words; a delay is in whole hours if it can be, else in minutes.

    >>> format_result(Quantity.DELAY, 840), format_result(Quantity.DELAY, 90)
    ('14 h', '90 min')
    >>> format_result(Quantity.ERROR, -1)
    '-1'
    >>> format_result(ChoiceType("theory", ("political", "military")), 1)
    'military'
    """
    match kind:
        case Quantity.DELAY:
            return f"{value // 60} h" if value and value % 60 == 0 else f"{value} min"
        case Quantity.ERROR | NumberType():
            return str(value)
        case ChoiceType(_, values):
            return values[value]
        case TruthType():
            return _TRUTHS[value]
        case _:
            assert_never(kind)


def parse_result(kind: ResultKind, written: str) -> int | None:
    """Return the value that is written, or None where it is none of this kind.

    A delay may have any unit, and none is minutes; a number may have a sign. Whether the site
    has such a result is for the caller to say.

    >>> [parse_result(Quantity.DELAY, each) for each in ("14 h", "840 min", "840", "2 days", "soon")]
    [840, 840, 840, 2880, None]
    >>> parse_result(ChoiceType("theory", ("political", "military")), "military")
    1
    """
    match kind:
        case Quantity.DELAY:
            delay = _DELAY.fullmatch(written.strip())
            return int(delay[1]) * _MINUTES[delay[2]] if delay else None
        case Quantity.ERROR | NumberType():
            return int(written) if _NUMBER.fullmatch(written.strip()) else None
        case ChoiceType(_, values):
            return _index(values, written)
        case TruthType():
            return _index(_TRUTHS, written)
        case _:
            assert_never(kind)


def _index(words: tuple[str, ...], written: str) -> int | None:
    return words.index(written) if written in words else None
