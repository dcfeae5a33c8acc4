"""Functions of registers and minute that are made when a game first comes to them.

A scenario has more than a thousand, and most games ask for a few dozen.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

ValueT = TypeVar("ValueT")


class Deferred(Generic[ValueT]):
    """A function that is made when it is first called; `made` is the function itself, which is quicker."""

    __slots__ = ("_function", "_make")

    def __init__(self, make: Callable[[], Callable[[Sequence[int], int], ValueT]]) -> None:
        self._make = make
        self._function: Callable[[Sequence[int], int], ValueT] | None = None

    @property
    def made(self) -> Callable[[Sequence[int], int], ValueT]:
        if self._function is None:
            self._function = self._make()
        return self._function

    def __call__(self, registers: Sequence[int], minute: int) -> ValueT:
        return self.made(registers, minute)
