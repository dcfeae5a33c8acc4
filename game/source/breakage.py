"""Where a text stops being YAML, in one sentence that an author can act upon.

The two parsers name the same place in different words; what is said here depends on the
place and on what they have in common only.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from game.diagnostics.diagnostic import Diagnostic
from game.source.brackets import in_brackets, never_closed
from game.source.broken import FIELD, Break, Line
from game.source.dashes import among_fields, among_items, missing_dash
from game.source.events import Unreadable
from game.source.indentation import indented_otherwise, too_shallow_above
from game.source.lookalikes import curly_quote, fence, other_colon
from game.source.place import span_of
from game.source.syntax import sign_of_yaml, text_behind

_QUOTE_IT = "put the whole text in quotation marks"
_QUOTE_OR_BLOCK = "put the whole text in quotation marks, or below a `|` on lines of its own"
_OPENING = re.compile(r" *(?:- +)*(?:[^\s:'\"\[{][^:\n]*: +)?(?P<sign>[{\[\"'])")
_COMMENT = re.compile(r"(?<= )#")


def breakage(error: Unreadable, file: str, text: str, quoted: tuple[int, int] | None) -> Diagnostic:
    """Return the fault that made the text unreadable.

    `quoted` is the last text in quotes that was read before: a quotation mark that is
    not closed swallows the lines below it, and the parser stops far from the cause.
    """
    broken = Break(error, file, text, quoted)
    words = f"{error.context}: {error.problem}"
    for part, explanation in _EXPLANATIONS:
        if part in words:
            return explanation(broken)
    return broken.fault("this line cannot be read", error.index, _QUOTE_IT)


def _sign(broken: Break) -> Diagnostic:
    start = broken.error.context_index
    found = re.compile(r"[*&!][^\s]*").search(broken.text, start)
    if found is None or found.start() > broken.index:
        return broken.fault("this line cannot be read", broken.index, _QUOTE_IT)
    return sign_of_yaml(found.group(), span_of(broken.text, broken.file, *found.span()))


def _bad_beginning(broken: Break) -> Diagnostic:
    if (mark := fence(broken)) is not None:
        return mark
    sign = broken.text[broken.index : broken.index + 1]
    name = "a backquote" if sign == "`" else f"`{sign}`"
    return broken.fault(f"an unquoted text cannot begin with {name}", broken.index, _QUOTE_IT)


def _open_quote(broken: Break) -> Diagnostic:
    return broken.fault(
        "this quotation mark is never closed",
        broken.error.context_index,
        "close it at the end of the text",
        1,
    )


def _bad_escape(broken: Break) -> Diagnostic:
    start = max(broken.text.rfind("\\", 0, broken.index + 1), 0)
    written = broken.text[start : start + 2]
    return broken.fault(
        f"`{written}` is not a sign that may follow a backslash here",
        start,
        "write two backslashes for one, or use single quotation marks",
        2,
    )


def _colon(broken: Break) -> Diagnostic:
    """A colon where no name can stand: within a text, or because of the line above."""
    above, line = broken.above, Line(broken.line_start, broken.line)
    field = FIELD.match(line.written)
    if field is None or field.end("colon") - 1 < len(broken.before):
        return curly_quote(broken) or broken.fault(
            "a colon and a space within an unquoted text begin a field", broken.index, _QUOTE_OR_BLOCK, 1
        )
    other = FIELD.match(above.written)
    if other is not None and other.group("value")[:1] not in ("", " "):
        return other_colon(broken, above) or broken.fault(
            "a space is missing after the colon", above.start + other.start("colon"), "write `name: value`", 1
        )
    if other is None:
        return _no_colon(broken, above.first)
    if other.group("value").strip() and line.indent > len(other.group("lead")):
        return too_shallow_above(broken) or broken.fault(
            "this line is indented deeper than the one above, which has its value already",
            line.first,
            "indent it like the line above, or remove the value there",
        )
    return broken.fault(
        "this name is too long, or its line is indented wrongly", line.first, "write `name: value`"
    )


def _no_colon(broken: Break, start: int) -> Diagnostic:
    if broken.text.startswith(("[", "{"), start):
        return never_closed(broken, start)
    begin = broken.text.rfind("\n", 0, start) + 1
    line = Line(begin, broken.text[begin:].split("\n", 1)[0])
    if (known := other_colon(broken, line) or missing_dash(broken, line)) is not None:
        return known
    written = line.written[start - begin :]
    if re.match(r"[\w-]+:\S", written):
        colon = start + written.index(":")
        return broken.fault("a space is missing after the colon", colon, "write `name: value`", 1)
    return broken.fault(
        "there is no name and no colon on this line",
        start,
        "write `name: value`; indent the line if it continues the text above",
    )


def _missing_colon(broken: Break) -> Diagnostic:
    return _no_colon(broken, broken.error.context_index)


def _unexpected(broken: Break) -> Diagnostic:
    """What cannot stand here: the text goes on after its end, or the line is at the wrong place."""
    if broken.quoted is not None and _is_swallowing(broken):
        return broken.fault(
            "this quotation mark is not closed on its line",
            broken.quoted[0],
            "close it at the end of the text",
            1,
        )
    if broken.before.strip(" -"):
        return _goes_on(broken)
    return _misplaced(broken)


def _is_swallowing(broken: Break) -> bool:
    assert broken.quoted is not None
    start, end = broken.quoted
    return "\n" in broken.text[start:end] and broken.line_start < end <= broken.index


def _goes_on(broken: Break) -> Diagnostic:
    opening = _OPENING.match(broken.line)
    if opening is None or opening.start("sign") >= len(broken.before):
        return broken.fault("this cannot stand here", broken.index, _QUOTE_IT)
    sign = opening.group("sign")
    start = broken.line_start + opening.start("sign")
    if sign in ("'", '"'):
        cure = "put the whole text in the other kind of quotation marks, or below a `|` on lines of its own"
        return broken.fault("the text goes on after its closing quotation mark", start, cure, 1)
    return broken.fault(
        f"a text that begins with `{sign}` must stand in quotation marks", start, _QUOTE_OR_BLOCK, 1
    )


def _misplaced(broken: Break) -> Diagnostic:
    above = broken.above
    cut = _COMMENT.search(above.written)
    rest = broken.text[broken.index :]
    if cut is not None and FIELD.match(broken.line) is None:
        return broken.fault(
            "a space and `#` begin a comment, so the text ends here, but it goes on below",
            above.start + cut.start(),
            _QUOTE_OR_BLOCK,
            len(above.written) - cut.start(),
        )
    if rest.startswith(":"):
        return broken.fault("there is no name before the colon", broken.index, "write `name: value`", 1)
    if rest.startswith(("- ", "-\n")):
        return among_fields(broken)
    if FIELD.match(broken.line) is None:
        return _no_colon(broken, broken.index)
    return indented_otherwise(broken) or broken.fault(
        "the indentation of this line fits no line above",
        broken.index,
        "indent it like the fields it belongs to",
    )


def _among_items(broken: Break) -> Diagnostic:
    if broken.before.strip(" -"):
        return _unexpected(broken)
    return among_items(broken)


def _no_content(broken: Break) -> Diagnostic:
    sign = broken.text[broken.index : broken.index + 1]
    if not sign.strip():
        return broken.fault("something is missing here", broken.index, "look for an open bracket above", 0)
    return broken.fault(f"`{sign}` cannot stand here", broken.index, _QUOTE_IT, 1)


def _block_header(broken: Break) -> Diagnostic:
    start = broken.error.context_index
    return text_behind(broken.text[start], span_of(broken.text, broken.file, start, start + 1))


def _item(broken: Break) -> Diagnostic:
    return broken.fault(
        "a list begins on a line of its own", broken.index, f"{_QUOTE_IT} if it is no list", 1
    )


def _after_the_end(broken: Break) -> Diagnostic:
    above = broken.above
    if above.written.rstrip() == "...":
        return sign_of_yaml("...", span_of(broken.text, broken.file, above.start, above.start + 3))
    return _unexpected(broken)


# The first row counts whose words are part of what the parser says. Each pair of rows that
# differs is the wording of libyaml and of PyYAML.
_EXPLANATIONS: tuple[tuple[str, Callable[[Break], Diagnostic]], ...] = (
    ("scanning an alias", _sign),
    ("scanning an anchor", _sign),
    ("scanning a tag", _sign),
    ("parsing a tag", _sign),
    ("undefined tag handle", _sign),
    ("cannot start any token", _bad_beginning),
    ("escape", _bad_escape),
    ("hexdecimal", _bad_escape),
    ("hexadecimal", _bad_escape),
    ("scanning a quoted scalar", _open_quote),
    ("mapping values are not allowed", _colon),
    ("could not find expected ':'", _missing_colon),
    ("sequence entries are not allowed", _item),
    ("scanning a block scalar", _block_header),
    ("parsing a flow mapping", in_brackets),
    ("parsing a flow sequence", in_brackets),
    ("node content", _no_content),
    ("parsing a block collection", _among_items),
    ("parsing a block mapping", _unexpected),
    ("<document start>", _after_the_end),
)
