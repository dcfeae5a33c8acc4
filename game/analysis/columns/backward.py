"""The backward pass: from the ends to the roots, group by group, in float64.

States get new places, so that those of a group stand side by side. The states of a group are as far
from the end, have as many ways and the same to move, chance or the player; all that follows them lies
in groups before. So a pass reads the ways of a group as a table, a row for each way.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from itertools import pairwise
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from game.analysis.columns.edges import (
    IS_CHANCE,
    IS_RECORDED,
    LEAVES,
    MARKS,
    Coded,
    Edges,
    Ids,
    Marks,
    Number,
    Shares,
    Words,
    marks_of,
    shares_of,
)
from game.analysis.figures import Policy

Vector = npt.NDArray[np.float64]
Whole = npt.NDArray[np.int64]
Values = npt.NDArray[np.float64]
"""Chances by place, policy and goal; behind the places stand the ends, the first ending last."""

PASSES_TO_ORDER = 2
"""So many passes over the states are made until they are in layers."""
ROUNDING = 2.0**-53
"""How much one operation in float64 may be wrong, as a part of its result."""

_CAREFUL, _RECKLESS, _UNDECIDED, _HISTORICAL = range(len(Policy))
_AT_ONCE = 1 << 15
"""So many states of a group are worked on at once: they stay near the processor."""
_SPACE = 64_000_000
"""So many bytes may the values of several goals take together; more goals take more passes."""


class Group(NamedTuple):
    """States of one depth, kind and number of ways: their places, and where their ways begin."""

    first: int
    last: int
    edges: int
    ways: int
    is_chance: bool

    @property
    def all_edges(self) -> slice:
        return slice(self.edges, self.edges + self.ways * (self.last - self.first))


class _Ways(NamedTuple):
    """The ways of some states of a group: a row for each way, a column for each state."""

    children: Ids
    shares: Shares
    marks: Marks


class LayerColumns(NamedTuple):
    """What layers are made of: the ways in the order of the groups, and the place of each state.

    Behind the places stands one more, of no state. A group is a row of numbers.
    """

    children: Ids
    places: Ids
    words: Words
    shares: Shares
    groups: Whole


class Layers:
    """The states of an exploration in an order in which followers come first.

    `error` bounds that of every value, as a part of it. All numbers are at least 0 and nothing is
    subtracted, so a layer adds at most one rounding for each way from a state, for the product,
    and for the share itself, which is a quotient.
    """

    def __init__(self, columns: LayerColumns, error: float) -> None:
        """Take columns that fit together. Raises ValueError where they do not."""
        self.children = columns.children
        self.error = error
        self._columns = columns
        self._coded = Coded(columns.words, columns.shares)
        rows = columns.groups.tolist()
        self.groups = tuple(
            Group(first, last, edges, ways, is_chance != 0) for first, last, edges, ways, is_chance in rows
        )
        self.states = self.groups[-1].last if self.groups else 0
        self._check()

    def _check(self) -> None:
        """Raise ValueError where a way leads to nowhere, or a state is missing."""
        first = edges = 0
        for group in self.groups:
            if (group.first, group.edges) != (first, edges) or group.ways < 1 or group.last <= group.first:
                raise ValueError("a group is out of place")
            if int(self.children[group.all_edges].max(initial=-1)) >= group.first:
                raise ValueError("a way does not lead on")
            first, edges = group.last, group.all_edges.stop
        children, places, words, shares, _ = self._columns
        if not len(children) == len(words) == edges or len(places) != self.states + 1:
            raise ValueError("states or ways are missing")
        if int(places.min()) < 0 or int(places.max()) > max(0, self.states - 1):
            raise ValueError("a state has no place")
        if int(words.max(initial=0)) >> MARKS >= max(1, len(shares)):
            raise ValueError("shares are missing")

    @property
    def columns(self) -> LayerColumns:
        return self._columns

    def placed(self, ids: Ids) -> Ids:
        """Return the places of states; the end -k of a game stays, and is read from the end of the values."""
        return np.where(ids >= 0, self._columns.places[np.maximum(ids, 0)], ids)

    def values(self, ids: Ids, solved: Values) -> Values:
        """Return the values of states, or of ends: by state, policy and goal."""
        return solved[self.placed(ids)]

    def shares(self) -> Shares:
        """Return the shares of all ways in the order of the groups."""
        return shares_of(self._coded)

    def solved(self, goals: Sequence[Vector], heard: Callable[[], None]) -> Values:
        """Return the values of all states by place, where each goal gives that of each ending.

        The last is that of a game that is not finished. `heard` is called again and again.
        """
        ends = np.stack(goals, axis=1)[::-1]
        values = np.zeros((self.states + len(ends), len(Policy), len(goals)))
        values[self.states :] = ends[:, None, :]
        for group in self.groups:
            solve = _mean if group.is_chance else _chosen
            for first in range(group.first, group.last, _AT_ONCE):
                last = min(first + _AT_ONCE, group.last)
                solve(self._ways(group, first, last), values, values[first:last])
                heard()
        return values

    def _ways(self, group: Group, first: int, last: int) -> _Ways:
        size = group.last - group.first
        columns = slice(first - group.first, last - group.first)
        children = self.children[group.all_edges].reshape(group.ways, size)[:, columns]
        words: Words = self._coded.words[group.all_edges].reshape(group.ways, size)[:, columns]
        return _Ways(children, shares_of(Coded(words, self._coded.shares)), marks_of(words))


def at_once(states: int) -> int:
    """Return for how many goals a pass over so many states should be made, at least one."""
    return max(1, _SPACE // (8 * len(Policy) * max(1, states)))


def layers_of(edges: Edges, told: Callable[[int], None]) -> Layers:
    """Return the layers of edges, of which nothing is left.

    `told` hears again and again in which pass over the states that is done: the first finds how far they
    are from the end, the second puts them in order.
    """
    lengths = edges.taken_lengths()
    states = len(lengths)
    starts = np.zeros(states + 1, dtype=np.int32)
    np.cumsum(lengths, out=starts[1:])
    children = edges.taken_children()
    coded = edges.taken_coded()
    is_chance = (coded.words[starts[:-1]] & IS_CHANCE).astype(bool)
    depths = _depths(children, starts, edges.blocks(), partial(told, 1))
    groups, order = _grouped(depths, is_chance, lengths)
    places = np.zeros(states + 1, dtype=np.int32)
    places[order] = np.arange(states, dtype=np.int32)
    froms = starts[:-1][order]
    heard = partial(told, PASSES_TO_ORDER)
    words = _in_order(coded.words, groups, froms, heard)
    coded = coded._replace(words=words)
    children = _in_order(children, groups, froms, heard)
    for first in range(0, len(children), _AT_ONCE):
        some = children[first : first + _AT_ONCE]
        some[:] = np.where(some >= 0, places[np.maximum(some, 0)], some)
        heard()
    most_ways = int(lengths.max()) if states else 0
    error = (int(depths.max()) + 1 if states else 0) * (most_ways + 2) * ROUNDING
    rows = np.array(groups, dtype=np.int64).reshape(-1, len(Group._fields))
    return Layers(LayerColumns(children, places, words, coded.shares, rows), error)


def _in_order(
    column: npt.NDArray[Number], groups: Sequence[Group], froms: Ids, heard: Callable[[], None]
) -> npt.NDArray[Number]:
    """Return a column of ways group by group: all first ways of its states, then all second ones."""
    made = np.empty_like(column)
    for group in groups:
        begins = froms[group.first : group.last]
        for way in range(group.ways):
            place = group.edges + way * len(begins)
            made[place : place + len(begins)] = column[begins + way]
            heard()
    return made


def _mean(ways: _Ways, values: Values, made: Values) -> None:
    """Write the mean over what chance may do; what leaves the record goes on undecided."""
    for children, shares, marks in zip(*ways, strict=True):
        after = _after(children, marks, values)
        after *= shares[:, None, None]
        made += after


def _chosen(ways: _Ways, values: Values, made: Values) -> None:
    """Write the least, the greatest, the mean of *undecided*, and what the record chooses."""
    is_followed = np.zeros(len(made), dtype=bool)
    made[:, _CAREFUL] = np.inf
    for children, shares, marks in zip(*ways, strict=True):
        after = _after(children, marks, values)
        np.minimum(made[:, _CAREFUL], after[:, _CAREFUL], out=made[:, _CAREFUL])
        np.maximum(made[:, _RECKLESS], after[:, _RECKLESS], out=made[:, _RECKLESS])
        made[:, _UNDECIDED] += shares[:, None] * after[:, _UNDECIDED]
        is_recorded = (marks & IS_RECORDED).astype(bool)
        if is_recorded.any():
            made[is_recorded, _HISTORICAL] = after[is_recorded, _HISTORICAL]
            is_followed |= is_recorded
    np.copyto(made[:, _HISTORICAL], made[:, _UNDECIDED], where=~is_followed[:, None])


def _after(children: Ids, marks: Marks, values: Values) -> Values:
    """Return the values after a way."""
    after: Values = values.take(children, axis=0)
    leaves = (marks & LEAVES).astype(bool)
    if leaves.any():
        after[leaves, _HISTORICAL] = after[leaves, _UNDECIDED]
    return after


def _grouped(depths: Ids, is_chance: npt.NDArray[np.bool_], lengths: Ids) -> tuple[tuple[Group, ...], Ids]:
    """Return the groups, and the states in their order."""
    if not len(depths):
        return (), np.zeros(0, dtype=np.int32)
    kinds = (depths.astype(np.int64) * 2 + ~is_chance) * (int(lengths.max()) + 1) + lengths
    # numbers of 16 bits are sorted in one go
    short = kinds.astype(np.uint16) if kinds.max() < 1 << 16 else kinds
    order = np.argsort(short, kind="stable").astype(np.int32)
    kinds = kinds[order]
    bounds = [0, *(np.flatnonzero(np.diff(kinds)) + 1).tolist(), len(depths)]
    groups: list[Group] = []
    edges = 0
    for first, last in pairwise(bounds):
        state = order[first]
        groups.append(Group(first, last, edges, int(lengths[state]), bool(is_chance[state])))
        edges += (last - first) * groups[-1].ways
    return tuple(groups), order


def _depths(children: Ids, starts: Ids, blocks: list[int], heard: Callable[[], None]) -> Ids:
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
            heard()
    return depths
