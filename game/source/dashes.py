"""Items of a list and fields side by side: a `-` too many, one that is missing, or one without its space."""

from __future__ import annotations

from itertools import takewhile

from game.diagnostics.diagnostic import Diagnostic
from game.source.broken import FIELD, Break, Line

_WRITE = "begin it with `- `"
_AWAY = "take the `-` away"


def missing_dash(broken: Break, line: Line) -> Diagnostic | None:
    """Return the fault of a line without a colon that was meant as an item of a list."""
    if line.written[line.indent] == "-" and not line.is_item:
        return broken.fault("a space is missing after the `-`", line.first, "write `- ` and then the text", 1)
    if any(each.is_item for each in _beside(broken, line)):
        return broken.fault("this line stands among the items of a list", line.first, _WRITE)
    return None


def among_items(broken: Break) -> Diagnostic:
    """Return the fault of a line where an item should stand, or of the item that made a list of fields."""
    line = Line(broken.line_start, broken.line)
    beside = (line, *_beside(broken, line))
    items = [each for each in beside if each.is_item]
    fields = [each for each in beside if each.is_field and not each.is_item]
    if items and fields and (len(items), not items[0].is_field) <= (len(fields), False):
        first = min(items)
        return broken.fault("this `-` begins a list, but fields stand beside it", first.first, _AWAY, 1)
    return missing_dash(broken, line) or broken.fault(
        "this line stands among the items of a list", broken.index, f"{_WRITE}, or indent it otherwise"
    )


def among_fields(broken: Break) -> Diagnostic:
    """Return the fault of an item that stands where a field should."""
    is_field = FIELD.match(broken.line) is not None
    cure = _AWAY if is_field else "indent it below its field"
    return broken.fault("an item of a list stands among fields", broken.index, cure, 1)


def _beside(broken: Break, line: Line) -> tuple[Line, ...]:
    """Return the other lines of the same group or list: those as deep, up to one that is less deep."""
    around = (broken.lines_above(line.start), broken.lines_below(line.start))
    return tuple(
        each
        for lines in around
        for each in takewhile(lambda other: other.indent >= line.indent, lines)
        if each.indent == line.indent
    )
