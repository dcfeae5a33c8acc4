"""The ways between states as columns, and the shortest of them: a search in breadth, level by level."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from game.analysis.columns.edges import MARKS, Coded, Ids, Shares

Labels = npt.NDArray[np.int16]

WAITS, DRAWS = -1, -2
"""The label of a way on which the player waits, and of one that chance takes."""

_LEAST = 1e-300
"""What is reached is never so unlikely that it counts as unreached."""


class Ways:
    """The ways of all states, state by state; a child below 0 is an end of the game, -1 the first ending.

    `labels` are the places of the options that are taken. `blocks` are the numbers
    of states that were found together.
    """

    def __init__(self, counts: Ids, children: Ids, coded: Coded, labels: Labels, blocks: list[int]) -> None:
        self.counts = counts
        self.children = children
        self._coded = coded
        self.labels = labels
        self.blocks = blocks
        self.starts = np.concatenate([[0], np.cumsum(counts)])

    def states(self, ways: Ids) -> Ids:
        """Return the states from which some ways go."""
        return (np.searchsorted(self.starts, ways, side="right") - 1).astype(np.int32)

    def shares(self, ways: Ids) -> Shares:
        """Return the chances of draws, and of what the player does under *undecided*."""
        shares: Shares = self._coded.shares[self._coded.words[ways] >> MARKS]
        return shares

    def likelihoods(self, ways: Ids) -> Shares:
        """Return how likely the ways are where they begin: 1 for what the player does."""
        return np.where(self.labels[ways] == DRAWS, self.shares(ways), 1.0)

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
