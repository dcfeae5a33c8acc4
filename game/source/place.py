"""Where the characters of a value stand in the file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from game.diagnostics.diagnostic import Span
from game.frozen import NamedTuple


def span_of(text: str, file: str, start: int, end: int) -> Span:
    """Return the span of the characters `text[start:end]` of a file."""
    line, column = position_of(text, start)
    if end <= start:
        return Span(file, line, column, line, column)
    end_line, end_column = position_of(text, end - 1)
    return Span(file, line, column, end_line, end_column + 1)


def position_of(text: str, index: int) -> tuple[int, int]:
    """Return line and column, both from 1, of a character of a text."""
    return text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index)


class Stretch(NamedTuple):
    """The characters of the file that stand for one character of a value."""

    start: int
    end: int


class Places:
    """The places of a value that is quoted, folded or a block text.

    Called with the start and the end of a part of the value, it returns the part's
    span. The stretches are worked out at the first call: few values are ever asked.
    """

    __slots__ = ("_end", "_file", "_start", "_stretches", "_style", "_text", "_value")

    def __init__(self, file: str, text: str, stretch: Stretch, style: str, value: str) -> None:
        self._file = file
        self._text = text
        self._start, self._end = stretch
        self._style = style
        self._value = value
        self._stretches: tuple[Stretch, ...] | None = None

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Places) and self._origin == other._origin

    def __hash__(self) -> int:
        return hash(self._origin)

    def __repr__(self) -> str:
        return f"Places{self._origin}"

    @property
    def _origin(self) -> tuple[str, int, int, str, str]:
        return self._file, self._start, self._end, self._style, self._value

    def __call__(self, start: int, end: int) -> Span:
        if self._stretches is None:
            self._stretches = stretches(self._text, self._start, self._end, self._style, self._value)
        return self._span(self._stretches, start, end)

    def _span(self, places: tuple[Stretch, ...], start: int, end: int) -> Span:
        if not places:
            return span_of(self._text, self._file, self._start, self._end)
        start, end = max(start, 0), min(end, len(places))
        if start >= len(places):
            last = places[-1].end
            return span_of(self._text, self._file, last, last)
        if end <= start:
            return span_of(self._text, self._file, places[start].start, places[start].start)
        return span_of(self._text, self._file, places[start].start, places[end - 1].end)


def stretches(text: str, start: int, end: int, style: str, value: str) -> tuple[Stretch, ...]:
    """Return for each character of the value its stretch of `text[start:end]`.

    `style` is that of YAML: `|`, `>`, `'`, `"`, or nothing for a plain text. Empty
    if the value cannot have come from there, so that no wrong place is ever named.
    """
    if style in ("|", ">"):
        for indent in _indents(text, start, end):
            found = tuple(_of_block(text, start, end, indent))
            if len(found) == len(value):
                return found
        return ()
    inner = (start + 1, end - 1) if style else (start, end)
    found = tuple(_of_line_text(text, *inner, _tokens(style)))
    return found if len(found) == len(value) else ()


_FOLD = r"(?P<spaces>\ +)(?P<broken>\n[\ \n]*)?|(?P<fold>\n[\ \n]*)"
_TOKENS = {
    "": rf"{_FOLD}|(?P<one>.)",
    "'": rf"{_FOLD}|(?P<one>''|.)",
    '"': rf"""\\(?P<joined>\n[\ \n]*) | {_FOLD}
        | (?P<one>\\x.{{2}} | \\u.{{4}} | \\U.{{8}} | \\. | .)""",
}


@cache
def _tokens(style: str) -> re.Pattern[str]:
    """Return what a text in a style is made of. Few runs ask for the place of a part of one."""
    return re.compile(_TOKENS[style], re.VERBOSE)


def _of_line_text(text: str, start: int, end: int, tokens: re.Pattern[str]) -> Iterator[Stretch]:
    for token in tokens.finditer(text, start, end):
        match token.lastgroup:
            case "one":
                yield Stretch(*token.span())
            case "spaces":
                yield from (Stretch(each, each + 1) for each in range(*token.span()))
            case "joined":
                # A backslash takes away the line break after it; empty lines after that count.
                yield from _breaks(text, *token.span("joined"))[1:]
            case _:
                breaks = _breaks(text, *token.span())
                yield from breaks[1:] or breaks


def _breaks(text: str, start: int, end: int) -> list[Stretch]:
    return [Stretch(each, each + 1) for each in range(start, end) if text[each] == "\n"]


class _Line(NamedTuple):
    start: int
    end: int


def _lines(text: str, start: int, end: int) -> list[_Line]:
    """Return the lines of a block text after its header; the last one may lack its line break."""
    head = text.find("\n", start, end)
    if head < 0:
        return []
    ends = [head, *(each.start() for each in re.compile("\n").finditer(text, head + 1, end))]
    lines = [_Line(last + 1, this) for last, this in pairwise(ends)]
    return lines if ends[-1] + 1 >= end else [*lines, _Line(ends[-1] + 1, end)]


def _indents(text: str, start: int, end: int) -> Iterator[int]:
    """List the indentations that a block text can have, the likeliest first."""
    for line in _lines(text, start, end):
        written = text[line.start : line.end]
        if written.strip(" "):
            yield from range(len(written) - len(written.lstrip(" ")), -1, -1)
            return
    yield from range(max((line.end - line.start for line in _lines(text, start, end)), default=0), -1, -1)


def _of_block(text: str, start: int, end: int, indent: int) -> Iterator[Stretch]:
    header = text[start : start + 3].split("\n", maxsplit=1)[0]
    is_folded = header.startswith(">")
    breaks: list[Stretch] = []
    was_blank, is_first = False, True
    for line in _lines(text, start, end):
        content = line.start + indent
        if line.end <= content:
            breaks.append(Stretch(line.end, line.end + 1))
            continue
        is_blank = text[content] == " "
        if is_folded and not (is_first or was_blank or is_blank):
            yield from breaks[1:] or breaks
        else:
            yield from breaks
        yield from (Stretch(each, each + 1) for each in range(content, line.end))
        breaks = [Stretch(line.end, line.end + 1)]
        was_blank, is_first = is_blank, False
    if "-" not in header:
        at_most = len(breaks) if "+" in header else 0 if is_first else 1
        yield from (each for each in breaks[:at_most] if each.start < len(text))
