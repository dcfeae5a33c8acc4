"""What was made of the last few values: found again by the very values, not by equal ones.

To compare two scenarios, or to hash one, takes longer than most of what is made of them.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import Generic, TypeVar

MadeT = TypeVar("MadeT")


class Recent(Generic[MadeT]):
    """The last `most` things that were made, each beside the values that it was made of.

    Threads may share it: at worst a thing is made twice.
    """

    def __init__(self, most: int) -> None:
        self._kept: deque[tuple[tuple[object, ...], MadeT]] = deque(maxlen=most)

    def get(self, of: tuple[object, ...], make: Callable[[], MadeT]) -> MadeT:
        """Return what was made of some values, made now if it is not at hand."""
        found = self.found(of)
        if found is None:
            found = make()
            self.put(of, found)
        return found

    def found(self, of: tuple[object, ...]) -> MadeT | None:
        """Return what was made of some values, or None if it is not at hand."""
        for known, made in reversed(tuple(self._kept)):
            if all(one is other for one, other in zip(known, of, strict=True)):
                return made
        return None

    def put(self, of: tuple[object, ...], made: MadeT) -> None:
        """Take a thing for what is made of some values."""
        self._kept.append((of, made))
