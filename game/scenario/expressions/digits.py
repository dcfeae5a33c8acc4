"""Cures for numbers that are not plain digits: fractions, digits in groups, shares of a hundred."""

from __future__ import annotations

import re

_GROUPS = re.compile(r"[0-9]{1,3}([, ][0-9]{3})+")
_FRACTION = re.compile(r"([0-9]+)[.,]([0-9]{1,3})")
_PARTS = {1: "tenths", 2: "hundredths", 3: "thousandths"}
_PERCENT = {"number": "write the number alone: odds are weights and need not add up to 100"}


def cure_of_fraction(written: str, what: str) -> str:
    """Return how the number that was meant is had with whole numbers; it is never rounded.

    >>> cure_of_fraction("0.25", "number")
    'odds are weights: write `25`, and all others of this chance 100 times as great'
    """
    found = _FRACTION.fullmatch(written)
    if found is None:
        return "count in smaller parts"
    digits = len(found[2])
    whole = int(found[1] + found[2])
    if what == "number":
        return f"odds are weights: write `{whole}`, and all others of this chance {10**digits} times as great"
    return f"count in {_PARTS[digits]} wherever this number is used: then this is `{whole}`"


def cure_of_groups(written: str, what: str) -> str | None:
    """Return how digits with commas or spaces between them are written, or None where they are no number.

    >>> cure_of_groups("1,000", "condition"), cure_of_groups("3, 4", "condition")
    ('write `1000`: a number has only digits', None)
    """
    if _GROUPS.fullmatch(written):
        return f"write `{re.sub('[, ]', '', written)}`: a number has only digits"
    return cure_of_fraction(written, what) if _FRACTION.fullmatch(written) else None


def cure_of_percent(what: str) -> str:
    return _PERCENT.get(what, "write the number alone: it is no share of a hundred")
