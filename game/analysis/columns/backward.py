"""The backward pass: from the ends to the roots, layer by layer, in float64.

States get new places, so that those of a layer, whose followers all lie in earlier layers, stand
side by side, chance before the player, and the edges of a layer with them. A pass for one goal
then reads its edges once from front to back.
"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from game.analysis.columns.edges import IS_CHANCE, IS_RECORDED, LEAVES, Edges, Ids

Vector = npt.NDArray[np.float64]
Whole = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

ROUNDING = 2.0**-53
"""How much one operation in float64 may be wrong, as a part of its result."""


class Values(NamedTuple):
    """The chances of one goal from every place, and then of the ends, the first ending last; by policy."""

    careful: Vector
    reckless: Vector
    undecided: Vector
    historical: Vector


class _Group(NamedTuple):
    """States of one layer and kind, by places and by their edges; `begins` counts from the first edge."""

    states: slice
    edges: slice
    begins: Whole
    is_chance: bool


class Layers:
    """The states of an exploration in an order in which followers come first.

    `error` bounds that of every value, as a part of it. All numbers are at least 0 and nothing is
    subtracted, so a layer adds at most one rounding for each way from a state, for the product,
    and for the share itself, which is a quotient.
    """

    def __init__(self, edges: Edges, states: int) -> None:
        parents, children, shares, marks = edges
        self._states = states
        by_parent = np.argsort(parents, kind="stable").astype(np.int32)
        starts = _starts(parents, states)
        is_chance = (marks[by_parent[starts[:-1]]] & IS_CHANCE).astype(bool)
        depths = _depths(parents, children, states)
        order = np.lexsort((~is_chance, depths)).astype(np.int32)
        self._places = np.zeros(states + 1, dtype=np.int32)
        self._places[order] = np.arange(states, dtype=np.int32)
        lengths = (starts[1:] - starts[:-1])[order]
        self._starts = np.concatenate([[0], np.cumsum(lengths)])
        in_order = by_parent[_ranges(starts[:-1][order], lengths)]
        del by_parent, starts
        self._children = self._placed(children[in_order])
        self._shares = shares[in_order]
        self._leaves: Flags = (marks[in_order] & LEAVES).astype(bool)
        self._is_recorded: Flags = (marks[in_order] & IS_RECORDED).astype(bool)
        self._groups = self._grouped(depths[order], is_chance[order])
        most_ways = int(lengths.max()) if states else 0
        self.error = (int(depths.max()) + 1 if states else 0) * (most_ways + 2) * ROUNDING

    def _placed(self, ids: Ids) -> Ids:
        """Return the places of states; the end -k of a game stays, and is read from the end of the values."""
        return np.where(ids >= 0, self._places[np.maximum(ids, 0)], ids)

    def _grouped(self, depths: Ids, is_chance: Flags) -> tuple[_Group, ...]:
        kinds = depths.astype(np.int64) * 2 + ~is_chance
        changes = (np.flatnonzero(np.diff(kinds)) + 1).tolist()
        bounds = [0, *changes, self._states] if self._states else []
        return tuple(self._group(first, last, bool(is_chance[first])) for first, last in pairwise(bounds))

    def _group(self, first: int, last: int, is_chance: bool) -> _Group:  # noqa: FBT001 - a field as it is
        begin = int(self._starts[first])
        edges = slice(begin, int(self._starts[last]))
        return _Group(slice(first, last), edges, self._starts[first:last] - begin, is_chance)

    def values(self, ids: Ids, solved: Values) -> Vector:
        """Return the values of states, or of ends, in a row for each policy."""
        places = self._placed(ids)
        return np.stack([row[places] for row in solved])

    def solved(self, ends: Vector) -> Values:
        """Return the values of all states by place, where `ends` holds that of each ending.

        The last is that of a game that is not finished.
        """
        first = np.concatenate([np.zeros(self._states), ends[::-1]])
        values = Values(first, first.copy(), first.copy(), first.copy())
        for group in self._groups:
            if group.is_chance:
                self._mean(group, values)
            else:
                self._chosen(group, values)
        return values

    def _mean(self, group: _Group, values: Values) -> None:
        children, shares = self._children[group.edges], self._shares[group.edges]
        begins, states = group.begins, group.states
        undecided = values.undecided[children]
        for row in (values.careful, values.reckless):
            row[states] = np.add.reduceat(shares * row[children], begins)
        values.undecided[states] = np.add.reduceat(shares * undecided, begins)
        recorded = np.where(self._leaves[group.edges], undecided, values.historical[children])
        values.historical[states] = np.add.reduceat(shares * recorded, begins)

    def _chosen(self, group: _Group, values: Values) -> None:
        children, begins, states = self._children[group.edges], group.begins, group.states
        values.careful[states] = np.minimum.reduceat(values.careful[children], begins)
        values.reckless[states] = np.maximum.reduceat(values.reckless[children], begins)
        undecided = values.undecided[children]
        mean = np.add.reduceat(self._shares[group.edges] * undecided, begins)
        values.undecided[states] = mean
        is_recorded = self._is_recorded[group.edges]
        recorded = np.where(self._leaves[group.edges], undecided, values.historical[children])
        follows = np.add.reduceat(np.where(is_recorded, recorded, 0.0), begins)
        values.historical[states] = np.where(np.logical_or.reduceat(is_recorded, begins), follows, mean)


def _depths(parents: Ids, children: Ids, states: int) -> Ids:
    """Return of each state the length of the longest way to an end."""
    depths = np.zeros(states, dtype=np.int32)
    inner = np.flatnonzero(children >= 0).astype(np.int32)
    starts = _starts(children[inner], states)
    by_child = inner[np.argsort(children[inner], kind="stable")]
    into = parents[by_child]
    del inner, by_child
    left = np.bincount(into, minlength=states)
    frontier = np.flatnonzero(left == 0)
    depth = 0
    while len(frontier):
        depths[frontier] = depth
        depth += 1
        reached = into[_ranges(starts[frontier], starts[frontier + 1] - starts[frontier])]
        touched, counts = np.unique(reached, return_counts=True)
        left[touched] -= counts
        frontier = touched[left[touched] == 0]
    return depths


def _starts(ids: Ids, states: int) -> Whole:
    """Return where the edges of each state begin, and where the last end, once they are sorted by state."""
    return np.concatenate([[0], np.cumsum(np.bincount(ids, minlength=states))])


def _ranges(starts: Whole, lengths: Whole) -> Whole:
    """Return all numbers from each start on, as many as its length, one range behind another."""
    if not len(lengths):
        return np.zeros(0, dtype=np.int64)
    offsets = np.repeat(starts - np.concatenate([[0], np.cumsum(lengths)[:-1]]), lengths)
    return offsets + np.arange(len(offsets))
