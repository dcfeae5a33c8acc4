"""Names of which nothing can be said, because they may stand in what could not be read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from game.diagnostics.diagnostic import Diagnostic
from game.scenario.faults import NOTHING_GIVEN
from game.scenario.meant import Searches, nearest
from game.source.tree import Document

_PART = re.compile(r"[a-z0-9]+")
_WORD = re.compile(r"[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)?")


def doubtful(
    errors: Sequence[Diagnostic], documents: Iterable[Document], names: Sequence[str]
) -> frozenset[str]:
    """Return the names that faulty fields may speak of, misspelt ones and those cut into words included.

    An error speaks for its line and for the lines below that are indented deeper; where nothing stands
    after a name, for those indented like it too.
    """
    if not errors:
        return frozenset()
    lines = {each.file: each.text.split("\n") for each in documents}
    spoken_for = sorted({(each.span.file, line) for each in errors for line in _lines(lines, each)})
    words = {word for file, line in spoken_for for word in _WORD.findall(lines[file][line].lower())}
    parts = {part for word in words for part in (word, word.partition(".")[2]) if part}
    searches, known = Searches(), frozenset(names)
    meant = (nearest(word, searches.among(names)) for word in sorted(parts - known))
    spelt_out = (name for name in names if parts.issuperset(_PART.findall(name.lower())))
    return frozenset(parts) | {name for name in meant if name is not None} | frozenset(spelt_out)


def _lines(lines: Mapping[str, list[str]], fault: Diagnostic) -> Iterator[int]:
    """List the lines for which an error speaks, counted from 0."""
    span = fault.span
    file = lines.get(span.file, [])
    if not 0 < span.line <= len(file):
        return
    yield span.line - 1
    indent = _indent(file[span.line - 1]) + (fault.rule is not NOTHING_GIVEN)
    for number in range(span.line, len(file)):
        if file[number].strip() and _indent(file[number]) < indent:
            return
        yield number


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" -"))
