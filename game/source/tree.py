"""The nodes of a YAML file with their places: all that is left of YAML after this room.

All scalars are text; the field that reads one decides what it means.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.diagnostics.diagnostic import Span
from game.frozen import Frozen, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable


class Scalar(NamedTuple):
    """A text with the place where it stands; an absent value is an empty plain scalar.

    `part(start, end)` is the place of the characters `value[start:end]` in the file,
    exact inside quotes, folded lines and block texts too.

    A NamedTuple, since a file of 10,000 lines makes 20,000 of them.
    """

    value: str
    span: Span
    is_plain: bool = True
    locate: Callable[[int, int], Span] | None = None

    @property
    def is_absent(self) -> bool:
        return self.is_plain and not self.value

    def part(self, start: int, end: int) -> Span:
        """Return the place of `value[start:end]`; without `locate` the text stands on one line as it is."""
        if self.locate is not None:
            return self.locate(start, end)
        file, line, column, end_line, end_column = self.span
        if line != end_line or end_column - column != len(self.value):
            return self.span
        start, end, _ = slice(start, end).indices(len(self.value))
        return Span(file, line, column + start, line, column + max(start, end))


class Sequence(NamedTuple):
    """A list of nodes."""

    items: tuple[Node, ...]
    span: Span


class Entry(NamedTuple):
    """A key of a mapping with its value."""

    key: Scalar
    value: Node


class Mapping(NamedTuple):
    """Keys and values in the order of the file; no key stands twice."""

    entries: tuple[Entry, ...]
    span: Span
    is_flow: bool = False  # written in { }, where a comma begins a new field


Node = Scalar | Sequence | Mapping


class Ignore(NamedTuple):
    """A comment `# excomm: ignore CODE ...`: the line it speaks of, its codes and its place.

    Of an entry that takes several lines it speaks of all up to `last_line`; 0 is `line` alone.
    """

    line: int
    codes: tuple[str, ...]
    span: Span
    last_line: int = 0


class Document(Frozen):
    """One file as read: `root` is None where it could not be read or is empty.

    `text` has line feeds only and no byte order mark; spans point into it. `has_all_ids` is false where an
    entry lost the line of its id and was left out. `nodes` counts the values in it, for the limit of the
    whole scenario.
    """

    file: str
    text: str
    root: Mapping | None
    ignores: tuple[Ignore, ...] = ()
    is_readable: bool = True
    has_all_ids: bool = True
    nodes: int = 0
