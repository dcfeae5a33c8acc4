"""The ways from state to state, in columns: numbered state by state, while states are found."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Ids = npt.NDArray[np.int32]
Shares = npt.NDArray[np.float64]
Marks = npt.NDArray[np.uint8]
Flags = npt.NDArray[np.bool_]

IS_CHANCE, IS_RECORDED, LEAVES = 1, 2, 4
"""Marks of a way: chance takes it; *historical* takes it; a deadline on it takes the game off the record."""


class Edges:
    """Ways from states to states; a child below 0 is the end of the game, -1 for the first ending.

    Shares hold the chance of a way of chance, and of a way of the player that which *undecided*
    gives to it. Where the player has the move and no way is recorded, *historical* is *undecided*.
    The columns are large, so each is taken away by who needs it, once.
    """

    def __init__(self) -> None:
        self._count = 0
        self._lengths: list[Ids] = []
        self._shares: list[Shares] = []
        self._marks: list[Marks] = []
        self._ended: list[tuple[Ids, Ids]] = []
        self._leaving: list[Ids] = []

    def begin(self, goes: Flags, shares: Shares, marks: Marks) -> Ids:
        """Return the numbers of the ways of further states: a row for each, and a column for each way.

        Where a state does not go a way, the number means nothing.
        """
        numbers = np.cumsum(goes.ravel(), dtype=np.int32).reshape(goes.shape) + np.int32(self._count - 1)
        self._lengths.append(goes.sum(axis=1, dtype=np.int32))
        self._shares.append(shares[goes])
        self._marks.append(marks[goes])
        self._count += len(self._shares[-1])
        return numbers

    def end(self, edges: Ids, children: Ids, *, leaves: bool) -> None:
        """Give edges their children; `leaves` if a deadline took them off the record."""
        self._ended.append((edges, children))
        if leaves:
            self._leaving.append(edges)

    def blocks(self) -> list[int]:
        """Return how many states there are in each block of those that were found together."""
        return [len(each) for each in self._lengths]

    def lengths(self) -> Ids:
        """Return how many ways each state has."""
        return np.concatenate([np.zeros(0, dtype=np.int32), *self._lengths])

    def taken_children(self) -> Ids:
        """Return the children, state by state."""
        children = np.zeros(self._count, dtype=np.int32)
        while self._ended:
            edges, ids = self._ended.pop()
            children[edges] = ids
        return children

    def taken_shares(self) -> Shares:
        """Return the shares, state by state."""
        shares, self._shares = self._shares, []
        return np.concatenate([np.zeros(0), *shares])

    def taken_marks(self) -> Marks:
        """Return the marks, state by state."""
        marks, self._marks = self._marks, []
        whole = np.concatenate([np.zeros(0, dtype=np.uint8), *marks])
        for edges in self._leaving:
            whole[edges] |= LEAVES
        return whole
