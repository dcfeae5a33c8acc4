"""The numbers of a scenario's rules where they stand in its files, and a file with one of them moved."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from game.diagnostics.diagnostic import Span
from game.scenario.loading import Loaded
from game.source.tree import Document, Node, Scalar, Sequence
from game.source.tree import Mapping as Tree

KINDS: Mapping[str, str] = {
    "odds": "weight",
    "start": "start",
    "change": "change",
    "set": "value",
    "when": "threshold",
    "unless": "threshold",
}
"""What a number is, by the field that holds it."""

_NUMBER = re.compile(r"(?<![\w.:])(?<!\d-)\d{1,9}(?![\w.:]|-\d)")
_WITHOUT_ODDS = re.compile(r"debrief\.|.*\.advice\.")


class Number(NamedTuple):
    """A whole number of the rules: its field, what it is, and where its digits stand."""

    path: str
    kind: str
    value: int
    span: Span

    @property
    def step(self) -> int:
        """By how much it is moved: a tenth, and at least one.

        >>> [Number("", "weight", value, Span.whole("")).step for value in (0, 4, 60)]
        [1, 1, 6]
        """
        return max(1, round(self.value / 10))


def rule_numbers(loaded: Loaded) -> tuple[Number, ...]:
    """Return the numbers of weights, starts, changes, values and conditions, in the order of the files.

    Conditions that no odds depend on, those of advice and of the debrief, are left out.
    """
    if loaded.decoder is None:
        return ()
    found = [
        number
        for path, place in loaded.decoder.places.items()
        if (kind := KINDS.get(path.rpartition(".")[2])) and not _WITHOUT_ODDS.match(path)
        for number in _numbers(path, kind, place.value)
    ]
    order = {document.file: place for place, document in enumerate(loaded.documents)}
    return tuple(
        sorted(dict.fromkeys(found), key=lambda each: (order.get(each.span.file, 0), each.span[1:3]))
    )


def _numbers(path: str, kind: str, node: Node) -> Iterator[Number]:
    match node:
        case Scalar(value):
            for digits in _NUMBER.finditer(value):
                span = node.part(*digits.span())
                if span.line == span.end_line and span.end_column - span.column == len(digits[0]):
                    yield Number(path, kind, int(digits[0]), span)
        case Tree(entries):
            inner = "weight" if kind == "start" else kind
            for entry in entries:
                yield from _numbers(f"{path}.{entry.key.value}", inner, entry.value)
        case Sequence(items):
            for item in items:
                yield from _numbers(path, kind, item)


def rewritten(document: Document, number: Number, value: int) -> bytes:
    """Return the file of a number with another value in its place."""
    lines = document.text.split("\n")
    line, column, end = number.span.line, number.span.column, number.span.end_column
    old = lines[line - 1]
    lines[line - 1] = f"{old[: column - 1]}{value}{old[end - 1 :]}"
    return "\n".join(lines).encode()
