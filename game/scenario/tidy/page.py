"""The text of a file by its positions: what stands between its nodes, comments above all."""

from __future__ import annotations

import re
from itertools import accumulate

from game.diagnostics.diagnostic import Span
from game.frozen import NamedTuple
from game.source.tree import Node

_COMMENT_BEHIND = re.compile(r"([ ]+)(#[^\n]*)")


class Gap(NamedTuple):
    """What stands between two nodes: the comment behind the first, then lines of comments and blank ones."""

    behind: str
    lines: tuple[str, ...]


class Page:
    """A text that is looked at by line and column."""

    def __init__(self, text: str) -> None:
        self.text = text
        lengths = (len(line) + 1 for line in text.split("\n"))
        self._starts = [0, *accumulate(lengths)]

    def index(self, line: int, column: int) -> int:
        return self._starts[line - 1] + column - 1

    def source(self, span: Span) -> str:
        """Return the characters of a span."""
        return self.text[self.index(span.line, span.column) : self.index(span.end_line, span.end_column)]

    def gap(self, start: int, end: int) -> Gap:
        """Return what stands between two places, of which the second begins a line's content."""
        between = self.text[start:end]
        first, *others = between.split("\n")
        found = _COMMENT_BEHIND.fullmatch(first.rstrip())
        behind = found[1] + found[2].rstrip() if found is not None else ""
        lines = others if end >= len(self.text) else others[:-1]
        return Gap(behind, tuple(line.rstrip() for line in lines))

    def start(self, node: Node) -> int:
        return self.index(node.span.line, node.span.column)

    def end(self, node: Node) -> int:
        return self.index(node.span.end_line, node.span.end_column)


def indent_of(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def squeezed(lines: tuple[str, ...]) -> tuple[str, ...]:
    """Return lines of which no two blank ones follow each other."""
    return tuple(
        line for place, line in enumerate(lines) if line.strip() or place == 0 or lines[place - 1].strip()
    )
