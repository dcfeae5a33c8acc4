"""How long games are: the least and the most that is answered, or read, from the start to an end."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from game.analysis.survey.noting import Weights
from game.analysis.survey.survey import Survey
from game.analysis.survey.values import Backward

_FORBIDDEN = 1 << 30
"""More than any game has words."""


class Bounds(NamedTuple):
    """The least and the most."""

    least: int
    most: int

    def joined(self, other: Bounds) -> Bounds:
        """Return the bounds of both together.

        >>> Bounds(3, 5).joined(Bounds(1, 4))
        Bounds(least=1, most=5)
        """
        return Bounds(min(self.least, other.least), max(self.most, other.most))


def answered(survey: Survey, backward: Backward) -> Bounds:
    """Return how many decisions the player answers in a game."""
    return _bounds(survey, backward, (survey.ways.labels >= 0).astype(np.int32), 0, None)


def words_read(
    survey: Survey, backward: Backward, endings: Mapping[str, int], left_out: Collection[str] = ()
) -> Bounds:
    """Return how many words are read in a game; `endings` are the words of each.

    Decisions that are left out are answered as they open, by the option on record if it is on offer,
    else by the first that is.
    """
    weights = survey.read().copy()
    children = survey.ways.children
    for number, ending in enumerate(survey.program.endings, 1):
        weights[children == -number] += endings.get(ending, 0)
    return _bounds(survey, backward, weights, survey.read_first, _forbidden(survey, left_out))


def _bounds(
    survey: Survey,
    backward: Backward,
    weights: Weights,
    first: int,
    forbidden: npt.NDArray[np.bool_] | None,
) -> Bounds:
    root = survey.id(survey.start)
    if root < 0:
        return Bounds(first, first)
    dear, cheap = weights.astype(np.int64), weights.astype(np.int64)
    if forbidden is not None:
        dear[forbidden] = _FORBIDDEN
        cheap[forbidden] = -_FORBIDDEN
    least = backward.greatest_sum(dear, is_least=True)[root]
    most = backward.greatest_sum(cheap)[root]
    return Bounds(first + int(least), first + int(most))


def _forbidden(survey: Survey, left_out: Collection[str]) -> npt.NDArray[np.bool_] | None:
    """Return the ways that are not gone where decisions are left out; None where all are kept."""
    if not left_out:
        return None
    ways, program = survey.ways, survey.program
    decisions = program.scenario.decisions
    ranks = np.full(len(program.options) + 1, len(program.options) * 2, dtype=np.int32)
    for place, row in enumerate(program.options):
        if row.decision in left_out:
            is_recorded = decisions[row.decision].historical == row.option
            first = next(at for at, each in enumerate(program.options) if each.decision == row.decision)
            ranks[place] = first * 2 if is_recorded else place * 2 + 1
    # what is no option of these has the last rank, which stands at the end for labels below 0
    rank = ranks[np.maximum(ways.labels, -1)]
    best = np.minimum.reduceat(rank, ways.starts[:-1]) if len(ways.counts) else rank
    return np.asarray(rank > np.repeat(best, ways.counts))
