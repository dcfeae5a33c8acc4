"""The place where a parser gave up on a text, and what it had read just before."""

from __future__ import annotations

import re
from collections.abc import Iterator

from game.diagnostics.diagnostic import Diagnostic
from game.frozen import Frozen, NamedTuple
from game.source.events import Unreadable
from game.source.place import span_of
from game.source.syntax import not_yaml

FIELD = re.compile(r"(?P<lead> *(?:- +)*)(?P<name>[^\s:#'\"\[{][^:\n]*?)(?P<colon>:)(?P<value>.*)")
_ITEM = re.compile(r" *-(?: |$)")
_COMMENT = re.compile(r"(?:^| )#.*")


class Line(NamedTuple):
    """A line that is neither empty nor a comment, with the index at which it starts."""

    start: int
    written: str

    @property
    def indent(self) -> int:
        return len(self.written) - len(self.written.lstrip(" "))

    @property
    def first(self) -> int:
        """The index of the first character that is no space."""
        return self.start + self.indent

    @property
    def is_item(self) -> bool:
        return _ITEM.match(self.written) is not None

    @property
    def is_field(self) -> bool:
        return FIELD.match(self.written) is not None

    @property
    def is_heading(self) -> bool:
        """Whether the line is a name without a value, so that what belongs to it stands below."""
        field = FIELD.match(self.written)
        return field is not None and not _COMMENT.sub("", field["value"]).strip()


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
    def above(self) -> Line:
        """The last line above."""
        return next(self.lines_above(), Line(0, ""))

    def lines_above(self, start: int | None = None) -> Iterator[Line]:
        """Yield the lines above the one that starts there, or above the place, going up."""
        end = (self.line_start if start is None else start) - 1
        while end > 0:
            start = self.text.rfind("\n", 0, end) + 1
            yield from _told(start, self.text[start:end])
            end = start - 1

    def lines_below(self, start: int | None = None) -> Iterator[Line]:
        """Yield the lines below the one that starts there, or below the place."""
        start = self.line_start if start is None else start
        while (end := self.text.find("\n", start)) >= 0:
            start = end + 1
            stop = self.text.find("\n", start)
            yield from _told(start, self.text[start : stop if stop >= 0 else len(self.text)])

    def fault(self, message: str, start: int, cure: str, length: int | None = None) -> Diagnostic:
        """Return the fault at an index: of the given length, or up to the next space."""
        if length is None:
            found = re.compile(r"[^\s]*").match(self.text, start)
            length = found.end() - start if found is not None else 0
        return not_yaml(message, span_of(self.text, self.file, start, start + length), cure)


def _told(start: int, written: str) -> Iterator[Line]:
    if written.strip() and not written.lstrip().startswith("#"):
        yield Line(start, written)
