"""Comments of a PO file that silence rules: `# excomm: ignore W713` above an entry."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.diagnostics.diagnostic import Span
from game.source.comment import silenced_codes
from game.source.tree import Ignore

_HEADER = 'msgid ""'
_WHOLE_FILE = 0


def catalogue_ignores(text: str, file: str) -> Iterator[Ignore]:
    r"""Yield the comments that silence rules in an entry; above the header, those of the whole file.

    >>> [each.line for each in catalogue_ignores('# excomm: ignore W713\nmsgid ""\nmsgstr ""', "es.po")]
    [0]
    """
    written = text.replace("\r\n", "\n").split("\n")
    lines = [line.strip() for line in written]
    for number, line in enumerate(lines, 1):
        codes = silenced_codes(line) if line.startswith("#") else None
        if codes is not None:
            column = written[number - 1].index("#") + 1
            first, last = _entry(lines, number)
            yield Ignore(first, codes, Span(file, number, column, number, column + len(line)), last)


def _entry(lines: Sequence[str], comment: int) -> tuple[int, int]:
    """Return the first and the last line of the entry below a comment, by their numbers."""
    first = comment
    while first < len(lines) and lines[first].startswith("#"):
        first += 1
    if first < len(lines) and lines[first] == _HEADER:
        return _WHOLE_FILE, _WHOLE_FILE
    last = first
    while last + 1 < len(lines) and lines[last + 1] and not lines[last + 1].startswith(("#", "msgctxt")):
        last += 1
    return first + 1, last + 1
