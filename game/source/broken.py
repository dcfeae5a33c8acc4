"""The place where a parser gave up on a text, and what it had read just before."""

from __future__ import annotations

import re
from collections.abc import Iterator

from game.diagnostics.diagnostic import Diagnostic
from game.frozen import Frozen
from game.source.events import Unreadable
from game.source.place import span_of
from game.source.syntax import not_yaml


class Break(Frozen):
    """A text with such a place; `quoted` is the last text in quotes that was read before it."""

    error: Unreadable
    file: str
    text: str
    quoted: tuple[int, int] | None

    @property
    def index(self) -> int:
        return self.error.index

    @property
    def line_start(self) -> int:
        return self.text.rfind("\n", 0, self.index) + 1

    @property
    def before(self) -> str:
        """What stands on the line before the place."""
        return self.text[self.line_start : self.index]

    @property
    def line(self) -> str:
        return self.text[self.line_start :].split("\n", 1)[0]

    @property
    def above(self) -> tuple[int, str]:
        """The start and the text of the last line above that is neither empty nor a comment."""
        return next(self.lines_above(), (0, ""))

    def lines_above(self) -> Iterator[tuple[int, str]]:
        """Yield the start and the text of each line above that is neither empty nor a comment, going up."""
        end = self.line_start - 1
        while end > 0:
            start = self.text.rfind("\n", 0, end) + 1
            written = self.text[start:end]
            if written.strip() and not written.lstrip().startswith("#"):
                yield start, written
            end = start - 1

    def fault(self, message: str, start: int, cure: str, length: int | None = None) -> Diagnostic:
        """Return the fault at an index: of the given length, or up to the next space."""
        if length is None:
            found = re.compile(r"[^\s]*").match(self.text, start)
            length = found.end() - start if found is not None else 0
        return not_yaml(message, span_of(self.text, self.file, start, start + length), cure)
