"""The comments of a file: those that cut a value, and those that silence a rule."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from game.diagnostics.diagnostic import Diagnostic, Rule, Span
from game.frozen import NamedTuple
from game.source.limits import MOST_FAULTS_OF_A_KIND
from game.source.syntax import shortened
from game.source.tree import Ignore, Mapping, Node, Scalar, Sequence

CUT_BY_COMMENT = Rule(
    code="W106",
    title="a comment cuts a value",
    cause="A space and `#` begin a comment, so that what follows is not part of the value. Here a letter or a"
    " digit follows at once, as if it was meant to be.",
    example="source: frus_xi #34",
    cure="Write it without `#`, or put the value in quotation marks. Put a space after `#` of a comment.",
)

_IGNORE = re.compile(r"#+ *excomm: *ignore\b *((?:[A-Z]\d{3}(?:, *| +|$))*)")
_CODE = re.compile(r"[A-Z]\d{3}")


class Comment(NamedTuple):
    """A comment from its `#` to the end of the line, as indexes of the text, and the place of its `#`."""

    start: int
    end: int
    line: int
    column: int


def comments(text: str, quoted: list[tuple[int, int]]) -> Iterator[Comment]:
    """Yield the comments of a text; `quoted` are the stretches, in order, in which `#` is a character."""
    place, passed, line, counted = 0, 0, 1, 0
    while (start := text.find("#", place)) >= 0:
        while passed < len(quoted) and quoted[passed][1] <= start:
            passed += 1
        if passed < len(quoted) and quoted[passed][0] <= start:
            place = quoted[passed][1]
            continue
        if start and text[start - 1] not in " \n":
            place = start + 1
            continue
        line, counted = line + text.count("\n", counted, start), start
        end = text.find("\n", start)
        place = end if end >= 0 else len(text)
        yield Comment(start, place, line, start - text.rfind("\n", 0, start))


def ignores(text: str, file: str, found: list[Comment]) -> tuple[Ignore, ...]:
    """Return the comments that silence rules: on their own line, or alone for the next line with content."""
    if "excomm:" not in text:
        return ()
    silencing: list[Ignore] = []
    next_content, following = 0, len(text)
    for comment in reversed(found):
        gap = text[comment.end : following]
        if content := gap.lstrip():
            next_content = comment.line + gap.count("\n", 0, len(gap) - len(content))
        following = comment.start
        if match := _IGNORE.match(text, comment.start, comment.end):
            line = comment.line if _before(text, comment) or not next_content else next_content
            silencing.append(Ignore(line, tuple(_CODE.findall(match.group(1))), _span(file, comment)))
    return tuple(reversed(silencing))


def silenced_codes(comment: str) -> tuple[str, ...] | None:
    """Return the codes that a comment silences, or None where it silences nothing.

    >>> silenced_codes("# excomm: ignore W713, W710"), silenced_codes("# by hand")
    (('W713', 'W710'), None)
    """
    match = _IGNORE.match(comment)
    return None if match is None else tuple(_CODE.findall(match.group(1)))


def _before(text: str, comment: Comment) -> str:
    return text[comment.start - comment.column + 1 : comment.start].rstrip()


def _span(file: str, comment: Comment) -> Span:
    length = comment.end - comment.start
    return Span(file, comment.line, comment.column, comment.line, comment.column + length)


def cut_values(text: str, file: str, found: list[Comment], root: Node | None) -> Iterator[Diagnostic]:
    """Yield a warning for each comment that follows an unquoted text and looks like a part of it."""
    suspects = [
        each for each in found if text[each.start + 1 : each.start + 2].isalnum() and _before(text, each)
    ]
    if not suspects:
        return
    ends = set(_ends_of_plain_texts(root))
    cutting = (each for each in suspects if (each.line, len(_before(text, each)) + 1) in ends)
    for comment in islice(cutting, MOST_FAULTS_OF_A_KIND):
        written = shortened(text[comment.start : comment.end])
        yield Diagnostic(
            CUT_BY_COMMENT,
            f"the value ends before `{written}`, since a space and `#` begin a comment",
            _span(file, comment),
            help="write it without `#`, or put the value in quotation marks",
        )


def _ends_of_plain_texts(node: Node | None) -> Iterator[tuple[int, int]]:
    match node:
        case Scalar(is_plain=True) if not node.is_absent:
            yield node.span.end_line, node.span.end_column
        case Sequence():
            for item in node.items:
                yield from _ends_of_plain_texts(item)
        case Mapping():
            for entry in node.entries:
                yield from _ends_of_plain_texts(entry.value)
