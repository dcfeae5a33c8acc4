"""Chances of the catastrophe as a Page is given them, and the fixed scale of words for them (section 10)."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Literal

from game.frozen import NamedTuple
from game.view.page import OddsRow
from game.view.words import Words

Chance = Fraction | float
"""From 0 to 1."""

_SCALE = ((0.02, "remote"), (0.15, "unlikely"), (0.40, "possible"))
_UPPER = ((0.60, "even"), (0.85, "likely"))


Stage = Literal["solving", "solved", "beyond", "missing", "memory", "stopped"]
"""How far exact odds are: being worked out, there, or not to be had.

Then the states are too many, numpy is missing, memory does not suffice, or working them out failed.
"""


class Work(NamedTuple):
    """The stage, and how many states were found in how many seconds."""

    stage: Stage
    states: int = 0
    seconds: int = 0


class Odds(NamedTuple):
    """What the player can know of the odds, as far as they are worked out.

    `choices` has the chance of a catastrophe after a choice by its id, `decision.option` or `wait`;
    `advisers` what an adviser takes it to be, by his id and that of the choice. All are under
    *undecided* play after the choice, and of a belief, never of the true state. Unless the stage is
    `solved` they come from playouts, and only words are made of them. Where they are not `is_whole`
    the player's belief was a sample.
    """

    choices: Mapping[str, Chance]
    advisers: Mapping[tuple[str, str], Chance]
    work: Work = Work("solved")
    is_whole: bool = True


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


def worlds(chance: Chance) -> str:
    """Return a chance in worlds of a hundred, never 0 or 100 where it is not certain.

    >>> [worlds(each) for each in (0, 0.001, 0.13, 0.999, 1)]
    ['0', '<1', '13', '>99', '100']
    """
    hundredths = chance * 100
    if 0 < hundredths < 1:
        return "<1"
    if 99 < hundredths < 100:
        return ">99"
    return str(round(hundredths))


def odds_rows(odds: Odds, keys: Mapping[str, str], words: Words) -> tuple[OddsRow, ...] | None:
    """Return a row for each choice on offer; `keys` are their keys by id. None where nothing is known."""
    is_solved = odds.work.stage == "solved"
    rows = tuple(
        OddsRow(
            key, likelihood(odds.choices[choice], words), worlds(odds.choices[choice]) if is_solved else ""
        )
        for choice, key in keys.items()
        if choice in odds.choices
    )
    return rows or None


def has_same_chances(one: Odds, other: Odds) -> bool:
    """Whether two odds differ only in how far the work is, and not in how it ended."""
    return one._replace(work=other.work) == other and one.work.stage == other.work.stage


def odds_words(odds: Odds | None, words: Words) -> str:
    """Return what the odds are of, or why there are none."""
    if odds is None:
        return words["odds.none"]
    stage, states, seconds = odds.work
    told = words[f"odds.{stage}"].format(states=f"{states:,}", seconds=seconds)
    return told if odds.is_whole else f"{told} {words['odds.part']}"
