"""Games drawn at random along the states of a solution, many at a time, where all ways have shares."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from game.analysis.columns.backward import Layers, Vector
from game.analysis.columns.edges import Ids
from game.analysis.columns.streams import Counters, numbers_after, units

_Places = npt.NDArray[np.int64]


def endings_of(layers: Layers, shares: Vector, ids: Ids, counters: Counters) -> _Places:
    """Return the number of the ending, from 1, of each game that begins at a state and has a stream."""
    places = layers.placed(ids).astype(np.int64)
    ended = np.zeros(len(ids), dtype=np.int64)
    games = np.arange(len(ids))
    while len(games):
        is_over = places < 0
        ended[games[is_over]] = -places[is_over]
        games, places, counters = games[~is_over], places[~is_over], counters[~is_over]
        counters, numbers = numbers_after(counters)
        places = _next(layers, shares, places, units(numbers))
    return ended


def _next(layers: Layers, shares: Vector, places: _Places, drawn: Vector) -> _Places:
    """Return where games go on: the first way whose running sum exceeds what was drawn."""
    groups = layers.groups
    firsts = np.array([group.first for group in groups])
    numbers = np.searchsorted(firsts, places, side="right") - 1
    sizes = np.array([group.last - group.first for group in groups])[numbers]
    ways = np.array([group.ways for group in groups])[numbers]
    edges = np.array([group.edges for group in groups])[numbers] + places - firsts[numbers]
    after = np.zeros(len(places), dtype=np.int64)
    sums = np.zeros(len(places))
    for way in range(int(ways.max(initial=0))):
        rows = np.flatnonzero((way < ways) & (sums <= drawn))  # so far no way was taken
        edge = edges[rows] + way * sizes[rows]
        share = shares[edge]
        taken = share > 0
        after[rows[taken]] = layers.children[edge[taken]]
        sums[rows] += share
    return after
