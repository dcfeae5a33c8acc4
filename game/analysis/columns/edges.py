"""The ways from state to state, in columns: numbered state by state, while states are found."""

from __future__ import annotations

from typing import Generic, NamedTuple, TypeVar

import numpy as np
import numpy.typing as npt

Ids = npt.NDArray[np.int32]
Shares = npt.NDArray[np.float64]
Marks = npt.NDArray[np.uint8]
Words = npt.NDArray[np.uint32]
Flags = npt.NDArray[np.bool_]
Number = TypeVar("Number", bound=np.generic)

IS_CHANCE, IS_RECORDED, LEAVES = 1, 2, 4
"""Marks of a way: chance takes it; *historical* takes it; a deadline on it takes the game off the record."""

MARKS = 3
"""So many bits of a coded way are its marks; above them stands the number of its share."""
_SPARE = 8
"""A column that grows takes room for one value more in so many."""


class Coded(NamedTuple):
    """The ways, each with its marks and the number of its share among `shares` in one word."""

    words: Words
    shares: Shares


class _Grown(Generic[Number]):
    """A column that grows at its end, in one piece: pieces that are joined later take twice the room."""

    def __init__(self, kind: type[Number]) -> None:
        self._room: npt.NDArray[Number] = np.zeros(0, dtype=kind)
        self._count = 0

    def extend(self, values: npt.NDArray[Number]) -> None:
        count = self._count + len(values)
        if count > len(self._room):
            self._room.resize(count + count // _SPARE, refcheck=False)  # no part of it is known elsewhere
        self._room[self._count : count] = values
        self._count = count

    @property
    def values(self) -> npt.NDArray[Number]:
        """Return what may be written to until the column grows again."""
        return self._room[: self._count]

    def taken(self) -> npt.NDArray[Number]:
        """Return the whole column, of which nothing is left here."""
        room, count = self._room, self._count
        self._room, self._count = np.zeros(0, dtype=room.dtype), 0
        room.resize(count, refcheck=False)
        return room


class Edges:
    """Ways from states to states; a child below 0 is the end of the game, -1 for the first ending.

    Shares hold the chance of a way of chance, and of a way of the player that which *undecided*
    gives to it. Where the player has the move and no way is recorded, *historical* is *undecided*.
    The columns are large, so they are taken away by who needs them, once.
    """

    def __init__(self) -> None:
        self._count = 0
        self._blocks: list[int] = []
        self._lengths = _Grown(np.int32)
        self._words = _Grown(np.uint32)
        self._children = _Grown(np.int32)
        self._codes: dict[float, int] = {}

    def begin(self, goes: Flags, shares: Shares, marks: Marks) -> Ids:
        """Return the numbers of the ways of further states: a row for each, and a column for each way.

        Where a state does not go a way, the number means nothing.
        """
        numbers = np.cumsum(goes.ravel(), dtype=np.int32).reshape(goes.shape) + np.int32(self._count - 1)
        words = np.empty(goes.shape, dtype=np.uint32)
        for column in range(goes.shape[1]):
            words[:, column] = self._coded(shares[:, column])
        words = ((words << np.uint32(MARKS)) | marks)[goes]
        self._blocks.append(len(goes))
        self._lengths.extend(goes.sum(axis=1, dtype=np.int32))
        self._words.extend(words)
        self._children.extend(np.zeros(len(words), dtype=np.int32))
        self._count += len(words)
        return numbers

    def _coded(self, shares: Shares) -> int | Words:
        """Return the numbers of shares, of which there are few that differ."""
        least = shares.min()
        if least == shares.max():
            return self._code(float(least))
        found, inverse = np.unique(shares, return_inverse=True)
        return np.array([self._code(each) for each in found.tolist()], dtype=np.uint32)[inverse.ravel()]

    def _code(self, share: float) -> int:
        return self._codes.setdefault(share, len(self._codes))

    def end(self, edges: Ids, children: Ids, *, leaves: bool) -> None:
        """Give edges their children; `leaves` if a deadline took them off the record."""
        self._children.values[edges] = children
        if leaves:
            self._words.values[edges] |= LEAVES

    def blocks(self) -> list[int]:
        """Return how many states there are in each block of those that were found together."""
        return self._blocks

    def taken_lengths(self) -> Ids:
        """Return how many ways each state has."""
        return self._lengths.taken()

    def taken_children(self) -> Ids:
        """Return the children, state by state."""
        return self._children.taken()

    def taken_coded(self) -> Coded:
        """Return the marks and shares, state by state."""
        return Coded(self._words.taken(), np.array([*self._codes], dtype=np.float64))


def marks_of(words: Words) -> Marks:
    """Return the marks of coded ways."""
    return (words & ((1 << MARKS) - 1)).astype(np.uint8)


def shares_of(coded: Coded) -> Shares:
    """Return the shares of coded ways."""
    shares: Shares = coded.shares[coded.words >> MARKS]
    return shares
