"""How far a long piece of work has come, on one line of a terminal that is wiped at the end."""

from __future__ import annotations

import time
from types import TracebackType
from typing import Self, TextIO

from game.analysis.graph import Headway

_BETWEEN = 0.2
"""Seconds between two lines."""


class Progress:
    """Tells on a terminal how many things there are after how many seconds, until it is left.

    Where there is no terminal it tells nothing.
    """

    def __init__(self, stream: TextIO, what: str = "states") -> None:
        self._stream = stream
        self._what = what
        self._is_heard = stream.isatty()
        self._begun = self._told_at = time.monotonic()
        self._length = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._is_heard = False
        if self._length:
            self._print("")
            self._stream.write("\r")
            self._stream.flush()

    def told(self, number: int) -> None:
        """Say how many there are so far, if it was not just said."""
        self._say(number, "")

    def heard(self, headway: Headway) -> None:
        """Say how many states there are so far, and in which pass over them the work is."""
        self._say(headway.states, f", pass {headway.number} of {headway.passes}" if headway.passes else "")

    def _say(self, number: int, further: str) -> None:
        now = time.monotonic()
        if self._is_heard and now - self._told_at >= _BETWEEN:
            self._told_at = now
            self._print(f"{number:,} {self._what}, {now - self._begun:.0f} s{further}")

    def _print(self, line: str) -> None:
        self._stream.write(f"\r{line.ljust(self._length)}")
        self._stream.flush()
        self._length = len(line)
