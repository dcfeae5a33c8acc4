"""The backward pass: from the ends to the roots, layer by layer, in float64.

States get new places, so that those of a layer, whose followers all lie in earlier layers, stand
side by side, chance before the player, and the edges of a layer with them. A pass for one goal
then reads its edges once from front to back.
"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple, TypeVar

import numpy as np
import numpy.typing as npt

from game.analysis.columns.edges import IS_CHANCE, IS_RECORDED, LEAVES, Edges, Ids

Vector = npt.NDArray[np.float64]
Whole = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

Number = TypeVar("Number", bound=np.generic)

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

    def __init__(self, edges: Edges) -> None:
        """Take the edges, of which nothing is left."""
        lengths = edges.lengths()
        starts = np.concatenate([[0], np.cumsum(lengths)])
        self._states = len(lengths)
        children, marks = edges.taken_children(), edges.taken_marks()
        is_chance = (marks[starts[:-1]] & IS_CHANCE).astype(bool)
        depths = _depths(children, starts, edges.blocks())
        order = np.lexsort((~is_chance, depths)).astype(np.int32)
        self._places = np.zeros(self._states + 1, dtype=np.int32)
        self._places[order] = np.arange(self._states, dtype=np.int32)
        self._groups = _grouped(depths[order], is_chance[order], lengths[order])
        froms, lengths = starts[:-1][order], lengths[order]
        self._children = self._placed(self._in_order(children, froms, lengths))
        del children
        self._marks = self._in_order(marks, froms, lengths)
        del marks
        self._shares = self._in_order(edges.taken_shares(), froms, lengths)
        most_ways = int(lengths.max()) if self._states else 0
        self.error = (int(depths.max()) + 1 if self._states else 0) * (most_ways + 2) * ROUNDING

    def _in_order(self, column: npt.NDArray[Number], froms: Whole, lengths: Ids) -> npt.NDArray[Number]:
        """Return a column of edges in the order of the places of their states, group by group."""
        made = np.empty_like(column)
        for group in self._groups:
            made[group.edges] = column[_ranges(froms[group.states], lengths[group.states])]
        return made

    def _placed(self, ids: Ids) -> Ids:
        """Return the places of states; the end -k of a game stays, and is read from the end of the values."""
        return np.where(ids >= 0, self._places[np.maximum(ids, 0)], ids)

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
        recorded = np.where(self._marks[group.edges] & LEAVES, undecided, values.historical[children])
        values.historical[states] = np.add.reduceat(shares * recorded, begins)

    def _chosen(self, group: _Group, values: Values) -> None:
        children, begins, states = self._children[group.edges], group.begins, group.states
        values.careful[states] = np.minimum.reduceat(values.careful[children], begins)
        values.reckless[states] = np.maximum.reduceat(values.reckless[children], begins)
        undecided = values.undecided[children]
        mean = np.add.reduceat(self._shares[group.edges] * undecided, begins)
        values.undecided[states] = mean
        is_recorded = (self._marks[group.edges] & IS_RECORDED).astype(bool)
        recorded = np.where(self._marks[group.edges] & LEAVES, undecided, values.historical[children])
        follows = np.add.reduceat(np.where(is_recorded, recorded, 0.0), begins)
        values.historical[states] = np.where(np.logical_or.reduceat(is_recorded, begins), follows, mean)

    def best(self, ends: Vector, *, is_least: bool) -> Vector:
        """Return the shares of all ways where the player takes the first of those that are best for a goal.

        Best is what reaches the goal least, or most, often; what cannot be told apart is equal.
        """
        values = np.concatenate([np.zeros(self._states), ends[::-1]])
        shares = self._shares.copy()
        extreme = np.minimum if is_least else np.maximum
        for group in self._groups:
            after = values[self._children[group.edges]]
            if group.is_chance:
                values[group.states] = np.add.reduceat(shares[group.edges] * after, group.begins)
                continue
            found = extreme.reduceat(after, group.begins)
            values[group.states] = found
            lengths = np.diff(group.begins, append=len(after))
            is_best = np.abs(after - np.repeat(found, lengths)) <= np.repeat(found, lengths) * 2 * self.error
            places = np.where(is_best, np.arange(len(after)), len(after))
            shares[group.edges] = 0.0
            shares[group.edges.start + np.minimum.reduceat(places, group.begins)] = 1.0
        return shares

    def followed(self, ends: Vector, shares: Vector) -> Vector:
        """Return the values of all states by place, and then of the ends, where all ways have shares."""
        values = np.concatenate([np.zeros(self._states), ends[::-1]])
        for group in self._groups:
            weighed = shares[group.edges] * values[self._children[group.edges]]
            values[group.states] = np.add.reduceat(weighed, group.begins)
        return values

    def values_at(self, ids: Ids, values: Vector) -> Vector:
        """Return some of the values of `followed`, of states or of ends."""
        found: Vector = values[self._placed(ids)]
        return found


def _grouped(depths: Ids, is_chance: Flags, lengths: Ids) -> tuple[_Group, ...]:
    """Return the groups of states that are in order."""
    if not len(depths):
        return ()
    starts = np.concatenate([[0], np.cumsum(lengths)])
    kinds = depths * 2 + ~is_chance
    bounds = [0, *(np.flatnonzero(np.diff(kinds)) + 1).tolist(), len(depths)]
    return tuple(
        _Group(
            slice(first, last),
            slice(int(starts[first]), int(starts[last])),
            starts[first:last] - starts[first],
            bool(is_chance[first]),
        )
        for first, last in pairwise(bounds)
    )


def _depths(children: Ids, starts: Whole, blocks: list[int]) -> Ids:
    """Return of each state the length of the longest way to an end.

    Most followers were found in later blocks, so a few sweeps from the last block to the first do.
    """
    depths = np.zeros(len(starts) - 1, dtype=np.int32)
    bounds = list(pairwise(np.cumsum([0, *blocks]).tolist()))
    has_grown = True
    while has_grown:
        has_grown = False
        for first, last in reversed(bounds):
            after = children[starts[first] : starts[last]]
            above = np.where(after >= 0, depths[np.maximum(after, 0)] + 1, 0)
            found = np.maximum.reduceat(above, starts[first:last] - starts[first])
            if (found != depths[first:last]).any():
                depths[first:last] = found
                has_grown = True
    return depths


def _ranges(starts: Whole, lengths: Ids) -> Whole:
    """Return all numbers from each start on, as many as its length, one range behind another."""
    if not len(lengths):
        return np.zeros(0, dtype=np.int64)
    offsets = np.repeat(starts - np.concatenate([[0], np.cumsum(lengths)[:-1]]), lengths)
    return offsets + np.arange(len(offsets))
