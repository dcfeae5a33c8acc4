"""The ways from state to state, in columns, gathered while they are found."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Ids = npt.NDArray[np.int32]
Shares = npt.NDArray[np.float64]
Marks = npt.NDArray[np.uint8]

IS_CHANCE, IS_RECORDED, LEAVES = 1, 2, 4
"""Marks of a way: chance takes it; *historical* takes it; a deadline on it takes the game off the record."""


class Edges(NamedTuple):
    """Ways from states to states; a child below 0 is the end of the game, -1 for the first ending.

    `shares` hold the chance of a way of chance, and of a way of the player that which *undecided*
    gives to it. Where the player has the move and no way is recorded, *historical* is *undecided*.
    """

    parents: Ids
    children: Ids
    shares: Shares
    marks: Marks


class GrowingEdges:
    """Edges in the making: begun with their parents, and given a child when it is known."""

    def __init__(self) -> None:
        self.count = 0
        self._begun: list[tuple[Ids, Shares, Marks]] = []
        self._ended: list[tuple[Ids, Ids, bool]] = []

    def begin(self, parents: Ids, shares: Shares, marks: Marks) -> Ids:
        """Return the numbers of new edges."""
        first = self.count
        self.count += len(parents)
        self._begun.append((parents, shares, marks))
        return np.arange(first, self.count, dtype=np.int32)

    def end(self, edges: Ids, children: Ids, *, leaves: bool) -> None:
        """Give edges their children; `leaves` if a deadline took them off the record."""
        self._ended.append((edges, children, leaves))

    def taken(self) -> Edges:
        """Return all edges, which are given away: nothing can be added any more."""
        parents, shares, marks = self._columns()
        children = np.zeros(self.count, dtype=np.int32)
        while self._ended:
            edges, ids, leaves = self._ended.pop()
            children[edges] = ids
            if leaves:
                marks[edges] |= LEAVES
        return Edges(parents, children, shares, marks)

    def _columns(self) -> tuple[Ids, Shares, Marks]:
        begun, self._begun = self._begun, []
        if not begun:
            return np.zeros(0, dtype=np.int32), np.zeros(0), np.zeros(0, dtype=np.uint8)
        parents, shares, marks = zip(*begun, strict=True)
        return np.concatenate(parents), np.concatenate(shares), np.concatenate(marks)
