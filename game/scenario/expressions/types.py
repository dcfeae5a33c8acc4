"""The three types of the expression language. Every value is a whole number at heart."""

from __future__ import annotations

from game.frozen import NamedTuple


class NumberType(NamedTuple):
    """A whole number from `low` to `high`, both included."""

    low: int
    high: int


class TruthType(NamedTuple):
    """Yes or no, held as 1 or 0."""


class ChoiceType(NamedTuple):
    """One of named values, held as its index. `owner` is the name whose values they are."""

    owner: str
    values: tuple[str, ...]


Type = NumberType | TruthType | ChoiceType
