"""What is worked out when it is first asked for, and kept for the next time."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

KeyT = TypeVar("KeyT")
ValueT = TypeVar("ValueT")


class Kept(dict[KeyT, ValueT]):
    """The values of keys, each made when it is first asked for; all are forgotten when there are too many.

    >>> squares = Kept(lambda number: number * number, most=2)
    >>> squares[3], squares[4], squares[5], list(squares)
    (9, 16, 25, [5])
    """

    __slots__ = ("_made", "_most")

    def __init__(self, made: Callable[[KeyT], ValueT], most: int) -> None:
        super().__init__()
        self._made = made
        self._most = most

    def __missing__(self, key: KeyT) -> ValueT:
        if len(self) >= self._most:
            self.clear()
        value = self[key] = self._made(key)
        return value
