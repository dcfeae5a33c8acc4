"""The table of values: odds by policy and ending, each an exact fraction where it is known."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from fractions import Fraction
from typing import NamedTuple

from game.frozen import Frozen


class Policy(Enum):
    """Who plays on: the odds of a choice depend on what is done next (section 10)."""

    CAREFUL = "careful"
    RECKLESS = "reckless"
    UNDECIDED = "undecided"
    HISTORICAL = "historical"


class Figure(NamedTuple):
    """A probability: exact, or from columns without a fraction, or sampled with its 95% interval."""

    value: float
    exact: Fraction | None = None
    low: float | None = None
    high: float | None = None

    @classmethod
    def of(cls, exact: Fraction) -> Figure:
        """Return the figure of a fraction.

        >>> Figure.of(Fraction(2, 5))
        Figure(value=0.4, exact=Fraction(2, 5), low=None, high=None)
        """
        return cls(float(exact), exact)


class Odds(Frozen):
    """The figures of every ending under every policy, and of all catastrophes together.

    `careful` and `reckless` are for each ending by itself, so that they do not add up to 1.
    `catastrophe` is None where no ending is marked as one.
    """

    policies: Mapping[Policy, Mapping[str, Figure]]
    catastrophe: Mapping[Policy, Figure] | None


class Ahead(NamedTuple):
    """What lies ahead: the odds, and those after each option when the player next has the move."""

    odds: Odds
    options: Mapping[str, Odds]


class Row(NamedTuple):
    """The figures of one way to play: of every ending, and of all catastrophes together.

    `catastrophe` is None where no ending is marked as one.
    """

    endings: Mapping[str, Figure]
    catastrophe: Figure | None
