"""The two streams of a game in plain text: wrapped and prompted on a terminal, bare in a pipe."""

from __future__ import annotations

import shutil
import sys
import textwrap
from collections.abc import Callable
from typing import TextIO

from game.diagnostics.printable import printable
from game.terminal.codepage import fitted

_LONGEST_LINE = 120
"""Letters of a line that are read; no command has more, and what is read may be written back."""

Read = Callable[[str], str | None]
"""Gives the next line without its end, None where there is none; the prompt is for a terminal only."""

Write = Callable[[str], None]
"""Takes one line."""


class Console:
    """Reads and writes lines. A prompt is written if somebody types, lines are wrapped on a terminal only.

    `is_typed` says whether somebody types.
    """

    def __init__(self, source: TextIO | None = None, target: TextIO | None = None) -> None:
        self._source = sys.stdin if source is None else source
        self._target = sys.stdout if target is None else target
        self._is_wide = not self._target.isatty()
        self.is_typed = self._source is not None and self._source.isatty()

    def read(self, prompt: str) -> str | None:
        """Return the next line without its end, None where the input ends.

        Nothing in it is obeyed by a terminal that it is written back to.
        """
        if self._source is None:
            return None
        if self.is_typed:
            self._target.write(self._fitted(prompt))
        self._target.flush()
        line = ""
        try:
            line = self._source.readline()
        finally:
            if self.is_typed and not line:  # nobody pressed Enter, so the prompt's line is still open
                self._target.write("\n")
        return printable(line.rstrip("\r\n")[:_LONGEST_LINE]) if line else None

    def note(self, line: str) -> None:
        """Write a line that is only for somebody who types."""
        if self.is_typed:
            self.write(line)

    def write(self, line: str) -> None:
        """Write one line, over several of the screen if it is long."""
        width = 0 if self._is_wide else shutil.get_terminal_size().columns - 1
        for each in wrapped(line, width):
            self._target.write(self._fitted(each) + "\n")

    def _fitted(self, line: str) -> str:
        return fitted(line, self._target.encoding or "utf-8")


def wrapped(line: str, width: int) -> list[str]:
    """Return the line in pieces of at most a width, each beginning under its text; 0 is no width.

    >>> wrapped("    The commander asks for orders.", 22)
    ['    The commander asks', '    for orders.']
    >>> wrapped("  1 Do nothing until dawn", 18)
    ['  1 Do nothing until', '    dawn']
    """
    if width <= 0 or len(line) <= width:
        return [line]
    indent = " " * 4 if line.startswith("  ") else ""
    pieces = textwrap.wrap(line, max(width, 20), subsequent_indent=indent, break_long_words=False)
    return pieces or [line]
