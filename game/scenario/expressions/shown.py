"""Words that the player sees, written where the numbers and ids stand for which they are shown."""

from __future__ import annotations

import re
from collections.abc import Iterator

from game.frozen import NamedTuple
from game.scenario.expressions.lexer import QUOTES
from game.scenario.expressions.parser import MOST_CHARACTERS
from game.scenario.expressions.scope import Level, Scope, Wanted
from game.scenario.expressions.types import ChoiceType, NumberType

_EQUALITY = re.compile(rf"([a-z][a-z0-9_.]*)\s+(is\s+not\b|!=|is\b|==|=)\s*[{QUOTES}]?(?=(\S))")


class Shown(NamedTuple):
    """A word of a name that the player sees, from `start` to `end` of a text, and what is written for it."""

    start: int
    end: int
    message: str
    cure: str


def shown_word(text: str, wanted: Wanted, scope: Scope) -> Shown | None:
    """Return the first word in a text that is shown for a value of what it is compared with or given to."""
    if len(text) > MOST_CHARACTERS:
        return None
    for name, sign, start in _compared(text, wanted):
        levels, of = scope.words_of(name), scope.type_of(name)
        place = _longest_at(text[start:], levels)
        if place is None:
            continue
        end = start + len(levels[place].word)
        message = f"`{text[start:end]}` is what the player reads of `{name}`"
        if isinstance(of, ChoiceType):
            return Shown(start, end, message, f"write `{of.values[levels[place].value]}`")
        if isinstance(of, NumberType):
            low = of.low if place == 0 else levels[place].value
            high = of.high if place == len(levels) - 1 else levels[place + 1].value - 1
            cure = _number(low, high) if sign is None else f"write `{_condition(name, sign, low, high, of)}`"
            return Shown(start, end, message, cure)
    return None


def _compared(text: str, wanted: Wanted) -> Iterator[tuple[str, str | None, int]]:
    """Yield each name with the sign by which something is compared, None where it is given, and its start."""
    if wanted.what == "value":
        yield wanted.subject, None, len(text) - len(text.lstrip(f" {QUOTES}"))
    for found in _EQUALITY.finditer(text):
        yield found[1], found[2], found.start(3)


def _longest_at(text: str, levels: tuple[Level, ...]) -> int | None:
    """Return which of some words a text begins with, case aside."""
    begins = [
        (len(level.word), place)
        for place, level in enumerate(levels)
        if re.match(re.escape(level.word) + r"(?!\w)", text, re.IGNORECASE)
    ]
    return max(begins)[1] if begins else None


def _number(low: int, high: int) -> str:
    return f"write `{low}`" if low == high else f"write a number from {low} to {high}"


def _condition(name: str, sign: str, low: int, high: int, of: NumberType) -> str:
    """Return the condition that a number lies, or does not lie, from one value to another of its range."""
    if low == high:
        within = f"{name} is {low}"
    elif high == of.high:
        within = f"{name} >= {low}"
    else:
        within = f"{name} <= {high}" if low == of.low else f"{name} between {low} and {high}"
    return within if sign in {"is", "==", "="} else f"not {within}"
