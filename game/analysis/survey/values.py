"""The chances of a goal from every state: least, greatest, undecided; in float64.

This is the backward pass of `game.analysis.columns.backward` over the ways of a survey, which keep the
option that each takes. A chance is exact to about the sum of as many roundings as the longest game has
turns with ways; `error` bounds it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from game.analysis.columns.edges import Ids
from game.analysis.survey.shortest import DRAWS, Ways

Vector = npt.NDArray[np.float64]

_ROUNDING = 2.0**-53
_EXPECTED = 1e-12
"""The bound of performance and specification on what columns may be wrong."""


class Chances(NamedTuple):
    """The chances of a goal by state, and behind the states of the ends, the first last.

    `least` and `greatest` are those of the best play against it and towards it.
    """

    least: Vector
    greatest: Vector
    undecided: Vector


class _Layer(NamedTuple):
    """States as far from the end and with the same to move: themselves, their ways, where these begin."""

    states: Ids
    ways: Ids
    begins: npt.NDArray[np.int64]
    is_chance: bool


class Backward:
    """The states of a survey in an order in which followers come first."""

    def __init__(self, ways: Ways) -> None:
        self._ways = ways
        depths = _depths(ways)
        self._layers = tuple(_layers(ways, depths))
        longest = int(depths.max()) + 1 if len(depths) else 0
        most = int(ways.counts.max()) if len(ways.counts) else 0
        self.error = max(_EXPECTED, longest * (most + 2) * _ROUNDING)

    def chances(self, ends: Vector) -> Chances:
        """Return the chances from every state; `ends` holds that of each ending, the unfinished last."""
        size = len(self._ways.counts)
        first = np.concatenate([np.zeros(size), ends[::-1]])
        rows = (first, first.copy(), first.copy())
        children = self._ways.children
        for layer in self._layers:
            part = self._ways.shares(layer.ways)
            for row, chosen in zip(rows, (np.minimum, np.maximum, None), strict=True):
                after = row[children[layer.ways]]
                if layer.is_chance or chosen is None:
                    row[layer.states] = np.add.reduceat(part * after, layer.begins)
                else:
                    row[layer.states] = chosen.reduceat(after, layer.begins)
        return Chances(*rows)

    def greatest_sum(
        self, weights: npt.NDArray[np.int32] | npt.NDArray[np.int64], *, is_least: bool = False
    ) -> npt.NDArray[np.int64]:
        """Return of each state the greatest, or least, sum of the weights of ways to an end of the game."""
        found = np.zeros(len(self._ways.counts) + 1, dtype=np.int64)
        chosen = np.minimum if is_least else np.maximum
        for layer in self._layers:
            after = self._ways.children[layer.ways]
            onward = np.where(after >= 0, found[np.maximum(after, 0)], 0)
            found[layer.states] = chosen.reduceat(weights[layer.ways] + onward, layer.begins)
        return found[:-1]


def _layers(ways: Ways, depths: Ids) -> Iterator[_Layer]:
    if not len(depths):
        return
    is_chance = ways.labels[ways.starts[:-1]] == DRAWS
    kinds = depths * 2 + ~is_chance
    order = np.argsort(kinds, kind="stable").astype(np.int32)
    sorted_kinds = kinds[order]
    bounds = [0, *(np.flatnonzero(np.diff(sorted_kinds)) + 1).tolist(), len(order)]
    for first, last in pairwise(bounds):
        states = order[first:last]
        counts = ways.counts[states]
        begins = np.concatenate([[0], np.cumsum(counts)[:-1]])
        yield _Layer(states, ways.after(states), begins, bool(is_chance[states[0]]))


def _depths(ways: Ways) -> Ids:
    """Return of each state the length of the longest way to an end.

    Most followers were found in later blocks, so a few sweeps from the last block to the first do.
    """
    depths = np.zeros(len(ways.counts), dtype=np.int32)
    bounds = list(pairwise(np.cumsum([0, *ways.blocks]).tolist()))
    has_grown = True
    while has_grown:
        has_grown = False
        for first, last in reversed(bounds):
            if first == last:
                continue
            after = ways.children[ways.starts[first] : ways.starts[last]]
            above = np.where(after >= 0, depths[np.maximum(after, 0)] + 1, 0)
            found = np.maximum.reduceat(above, ways.starts[first:last] - ways.starts[first])
            if (found != depths[first:last]).any():
                depths[first:last] = found
                has_grown = True
    return depths
