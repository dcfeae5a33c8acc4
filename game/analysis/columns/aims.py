"""One policy followed by whoever shuns or seeks some endings: the best ways, and what comes of them."""

from __future__ import annotations

import numpy as np

from game.analysis.columns.backward import Layers, Vector
from game.analysis.columns.edges import Ids


def best_shares(layers: Layers, ends: Vector, *, is_least: bool) -> Vector:
    """Return the shares of all ways where the player takes the first of those that are best for a goal.

    Best is what reaches the goal least, or most, often; what cannot be told apart is equal.
    """
    values = np.concatenate([np.zeros(layers.states), ends[::-1]])
    shares = layers.shares()
    for group in layers.groups:
        states, edges = slice(group.first, group.last), group.all_edges
        after = values[layers.children[edges]].reshape(group.ways, -1)
        mine = shares[edges].reshape(group.ways, -1)
        if group.is_chance:
            values[states] = (mine * after).sum(axis=0)
            continue
        found = after.min(axis=0) if is_least else after.max(axis=0)
        values[states] = found
        is_best = np.abs(after - found) <= found * 2 * layers.error
        mine[:] = 0.0
        mine[is_best.argmax(axis=0), np.arange(len(found))] = 1.0
    return shares


def followed(layers: Layers, ends: Vector, shares: Vector) -> Vector:
    """Return the values of all states by place, and then of the ends, where all ways have shares."""
    values = np.concatenate([np.zeros(layers.states), ends[::-1]])
    for group in layers.groups:
        weighed = shares[group.all_edges] * values[layers.children[group.all_edges]]
        values[group.first : group.last] = weighed.reshape(group.ways, -1).sum(axis=0)
    return values


def values_at(layers: Layers, ids: Ids, values: Vector) -> Vector:
    """Return some of the values of `followed`, of states or of ends."""
    found: Vector = values[layers.placed(ids)]
    return found
