"""Chances of the catastrophe as a Page is given them, and the fixed scale of words for them (section 10)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from game.view.page import OddsRow
from game.view.words import Words

Chance = float
"""From 0 to 1; a fraction serves as well."""

_SCALE = ((0.02, "remote"), (0.15, "unlikely"), (0.40, "possible"))
_UPPER = ((0.60, "even"), (0.85, "likely"))


class Odds(NamedTuple):
    """What the player can know of the odds, as far as they are worked out.

    `choices` has the chance after a choice by its id, `decision.option` or `wait`; `advisers` what
    an adviser takes it to be, by his id and that of the choice.
    """

    choices: Mapping[str, Chance]
    advisers: Mapping[tuple[str, str], Chance]


def likelihood(chance: Chance, words: Words) -> str:
    """Return the word for a chance.

    >>> from game.view.words import ENGLISH
    >>> [likelihood(each, ENGLISH) for each in (0.0, 0.02, 0.4, 0.6, 0.85, 0.86)]
    ['remote', 'unlikely', 'an even chance', 'an even chance', 'likely', 'almost certain']
    """
    for bound, word in _SCALE:
        if chance < bound:
            return words[f"likelihood.{word}"]
    for bound, word in _UPPER:
        if chance <= bound:
            return words[f"likelihood.{word}"]
    return words["likelihood.certain"]


def odds_rows(odds: Odds, keys: Mapping[str, str], words: Words) -> tuple[OddsRow, ...]:
    """Return a row for each choice on offer whose odds are known; `keys` are their keys by id."""
    return tuple(
        OddsRow(key, likelihood(odds.choices[choice], words), round(odds.choices[choice] * 100))
        for choice, key in keys.items()
        if choice in odds.choices
    )
