"""The backward pass: from the ends to the roots, layer by layer, in float64."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from game.analysis.columns.exploration import CHANCE, HISTORICAL, UNDECIDED, Edges

Vector = npt.NDArray[np.float64]
Whole = npt.NDArray[np.int64]


class Layer(NamedTuple):
    """States whose followers all lie in layers before it; `edges` are sorted by their parents."""

    states: Whole
    edges: Whole
    begins: Whole
    is_chance: npt.NDArray[np.bool_]


class Layers:
    """The states of an exploration in an order in which followers come first."""

    def __init__(self, edges: Edges, states: int) -> None:
        inner = edges.parents >= 0
        self.edges = Edges(
            edges.parents[inner], edges.children[inner], edges.shares[inner], edges.has_left[inner]
        )
        self._states = states
        self.layers = tuple(self._layers())

    def _layers(self) -> list[Layer]:
        parents, children = self.edges.parents, self.edges.children
        by_parent = np.argsort(parents, kind="stable")
        starts = np.searchsorted(parents[by_parent], np.arange(self._states + 1))
        inner = np.flatnonzero(children >= 0)
        by_child = inner[np.argsort(children[inner], kind="stable")]
        child_starts = np.searchsorted(children[by_child], np.arange(self._states + 1))
        left = np.bincount(parents[inner], minlength=self._states)
        frontier = np.flatnonzero(left == 0)
        layers: list[Layer] = []
        while len(frontier):
            layers.append(self._layer(frontier, by_parent, starts))
            into = by_child[_ranges(child_starts[frontier], child_starts[frontier + 1])]
            touched, counts = np.unique(parents[into], return_counts=True)
            left[touched] -= counts
            frontier = touched[left[touched] == 0]
        return layers

    def _layer(self, states: Whole, by_parent: Whole, starts: Whole) -> Layer:
        low, high = starts[states], starts[states + 1]
        edges = by_parent[_ranges(low, high)]
        begins = np.concatenate([[0], np.cumsum(high - low)[:-1]]).astype(np.int64)
        return Layer(states, edges, begins, self.edges.shares[edges[begins], CHANCE] > 0)

    def solved(self, ends: Vector) -> tuple[Vector, Vector, Vector, Vector]:
        """Return careful, reckless, undecided and historical values of all states.

        `ends` holds the value of each ending, the last for a game that is not finished.
        """
        size = self._states + len(ends)
        careful, reckless, undecided, historical = (np.zeros(size) for _ in range(4))
        for values in (careful, reckless, undecided, historical):
            values[self._states :] = ends[::-1]  # the child -k is read from the end
        for layer in self.layers:
            children = self.edges.children[layer.edges]
            shares = self.edges.shares[layer.edges]
            chance, begins = shares[:, CHANCE], layer.begins
            is_chance = layer.is_chance
            means = np.add.reduceat(chance * careful[children], begins)
            careful[layer.states] = np.where(is_chance, means, np.minimum.reduceat(careful[children], begins))
            means = np.add.reduceat(chance * reckless[children], begins)
            reckless[layer.states] = np.where(
                is_chance, means, np.maximum.reduceat(reckless[children], begins)
            )
            weights = chance + shares[:, UNDECIDED]
            undecided[layer.states] = np.add.reduceat(weights * undecided[children], begins)
            recorded = np.where(self.edges.has_left[layer.edges], undecided[children], historical[children])
            follows = np.add.reduceat((chance + np.nan_to_num(shares[:, HISTORICAL])) * recorded, begins)
            leaves = np.isnan(shares[begins, HISTORICAL])
            historical[layer.states] = np.where(leaves, undecided[layer.states], follows)
        return tuple(values[: self._states] for values in (careful, reckless, undecided, historical))  # type: ignore[return-value]


def _ranges(starts: Whole, ends: Whole) -> Whole:
    """Return all numbers from each start up to its end, one range behind another."""
    lengths = ends - starts
    total = int(lengths.sum())
    if not total:
        return np.zeros(0, dtype=np.int64)
    offsets = np.repeat(starts - np.concatenate([[0], np.cumsum(lengths)[:-1]]), lengths)
    return offsets + np.arange(total)
