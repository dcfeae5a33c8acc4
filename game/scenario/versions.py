"""Versions of scenarios, and which of them a mod fits."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Mapping

Version = tuple[int, ...]

_BOUND = re.compile(r"(>=|<=|==|=|>|<)? *([0-9]{1,4}(?:\.[0-9]{1,4}){0,2})")
_COMPARED: Mapping[str, Callable[[Version, Version], bool]] = {
    ">=": operator.ge,
    "<=": operator.le,
    ">": operator.gt,
    "<": operator.lt,
    "==": operator.eq,
    "=": operator.eq,
    "": operator.eq,
}


def is_within(version: str, needs: str) -> bool | None:
    """Return whether a version lies within all bounds, or None where they are none.

    Parts that are not written are 0.

    >>> is_within("0.4.1", ">=0.1, <1.0"), is_within("1", ">=0.1, <1.0"), is_within("1", "about 1")
    (True, False, None)
    """
    bounds = [_BOUND.fullmatch(each.strip()) for each in needs.split(",")]
    own = _parts(version)
    held = [_COMPARED[each[1] or ""](own, _parts(each[2])) for each in bounds if each is not None]
    return all(held) if len(held) == len(bounds) else None


def _parts(version: str) -> Version:
    numbers = [int(each) for each in version.split(".")]
    return (*numbers, 0, 0, 0)[:3]
