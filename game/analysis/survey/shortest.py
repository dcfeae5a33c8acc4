"""The ways between states as columns, and the shortest of them: a search in breadth, level by level."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from game.analysis.columns.edges import IS_CHANCE, Edges, Ids, Marks, Shares

_LEAST = 1e-300
"""What is reached is never so unlikely that it counts as unreached."""


class Ways(Edges):
    """Finished edges, which can be read again and again.

    A child below 0 is the end of the game, as in Edges.
    """

    def __init__(self, lengths: Ids, children: Ids, shares: Shares, marks: Marks, blocks: list[int]) -> None:
        super().__init__()
        self.children = children
        self.shares = shares
        self.marks = marks
        self.counts = lengths
        self.starts = np.concatenate([[0], np.cumsum(lengths)])
        self._blocks = blocks

    def blocks(self) -> list[int]:
        return self._blocks

    def lengths(self) -> Ids:
        return self.counts

    def taken_children(self) -> Ids:
        return self.children

    def taken_shares(self) -> Shares:
        return self.shares

    def taken_marks(self) -> Marks:
        return self.marks

    def states(self, ways: Ids) -> Ids:
        """Return the states from which some ways go."""
        return (np.searchsorted(self.starts, ways, side="right") - 1).astype(np.int32)

    def likelihoods(self, ways: Ids) -> Shares:
        """Return how likely the ways are where they begin: 1 for what the player does."""
        is_chance = (self.marks[ways] & IS_CHANCE).astype(bool)
        return np.where(is_chance, self.shares[ways], 1.0)

    def after(self, states: Ids) -> Ids:
        """Return all ways from some states."""
        counts = self.counts[states]
        begins = np.repeat(self.starts[states] - np.concatenate([[0], np.cumsum(counts)[:-1]]), counts)
        return (begins + np.arange(len(begins))).astype(np.int32)

    def shortest(self, root: int, goals: Ids) -> tuple[int, ...]:
        """Return the numbers of the ways, each among those of its state, from a root over one of the goals.

        It is a shortest way, and of equally short ones one of the likeliest. The root must reach a goal.
        """
        before, likelihood = self._searched(root, goals)
        froms = self.states(goals)
        reached = np.flatnonzero(likelihood[froms] > 0)
        chances = likelihood[froms[reached]] * self.likelihoods(goals[reached])
        way = int(goals[reached[int(np.argmax(chances))]])
        return tuple(self._back(before, way))[::-1]

    def _back(self, before: Ids, way: int) -> Iterator[int]:
        """Yield the numbers of the ways on the way back."""
        while way >= 0:
            state = int(np.searchsorted(self.starts, way, side="right")) - 1
            yield way - int(self.starts[state])
            way = int(before[state])

    def _searched(self, root: int, goals: Ids) -> tuple[Ids, Shares]:
        """Return of each state the way that leads to it, and how likely it is.

        The search stops at the first level from which a goal goes; states beyond have 0.
        """
        before = np.full(len(self.counts), -1, dtype=np.int32)
        likelihood = np.zeros(len(self.counts))
        likelihood[root] = 1.0
        is_goal = np.zeros(len(self.counts), dtype=bool)
        is_goal[self.states(goals)] = True
        level = np.array([root], dtype=np.int32)
        while not is_goal[level].any():
            ways = self.after(level)
            children = self.children[ways]
            is_new = (children >= 0) & (likelihood[np.maximum(children, 0)] == 0)
            ways, children = ways[is_new], children[is_new]
            chances = np.maximum(likelihood[self.states(ways)] * self.likelihoods(ways), _LEAST)
            order = np.lexsort((-ways, chances, children))  # the last of each child is the likeliest
            ways, children, chances = ways[order], children[order], chances[order]
            is_last = np.append(children[1:] != children[:-1], True) if len(children) else np.zeros(0, bool)
            level = children[is_last]
            before[level] = ways[is_last]
            likelihood[level] = chances[is_last]
        return before, likelihood
