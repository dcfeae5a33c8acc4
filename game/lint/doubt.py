"""Names of which nothing can be said, because they may stand in what could not be read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from game.diagnostics.diagnostic import Diagnostic, Span
from game.scenario.meant import nearest
from game.source.tree import Document

_WORD = re.compile(r"[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)?")


def doubtful(
    errors: Sequence[Diagnostic], documents: Iterable[Document], names: Sequence[str]
) -> frozenset[str]:
    """Return the names that faulty fields may speak of, misspelt ones included.

    An error speaks for its line and for the lines below that are indented deeper.
    """
    if not errors:
        return frozenset()
    lines = {each.file: each.text.split("\n") for each in documents}
    words = {word for each in errors for line in _lines(lines, each.span) for word in _WORD.findall(line)}
    parts = {part for word in words for part in (word, word.partition(".")[2]) if part}
    meant = (nearest(word, names) for word in sorted(parts) if word not in names)
    return frozenset(parts) | {name for name in meant if name is not None}


def _lines(lines: Mapping[str, list[str]], span: Span) -> Iterator[str]:
    file = lines.get(span.file, [])
    if not 0 < span.line <= len(file):
        return
    first = file[span.line - 1]
    yield first
    indent = _indent(first)
    for line in file[span.line :]:
        if line.strip() and _indent(line) <= indent:
            return
        yield line


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" -"))
