"""Which line is indented wrongly, where the parser stops at one further down."""

from __future__ import annotations

import re
from itertools import islice

from game.diagnostics.diagnostic import Diagnostic
from game.source.broken import Break, Line

_INDENTED = re.compile(r"^ +(?=[^\s#-])", re.MULTILINE)


def _unit(broken: Break) -> int:
    """Return by how many spaces a level is indented: as the first line of the file that is."""
    found = _INDENTED.search(broken.text)
    return len(found[0]) if found is not None else 2


def too_shallow_above(broken: Break) -> Diagnostic | None:
    """Return the fault of the line above, where the deeper one below it is indented rightly.

    That is as deep as the fields of the name above both, or as the fields above and below both.
    """
    above, *before = islice(broken.lines_above(), 2)
    line = Line(broken.line_start, broken.line)
    after = next(broken.lines_below(), line)
    if not before or not before[0].is_field or above.indent >= line.indent:
        return None
    if before[0].is_heading:
        is_right = before[0].indent + _unit(broken) == line.indent
    else:
        is_right = not before[0].is_item and before[0].indent == line.indent == after.indent
    if not is_right:
        return None
    message = "this line is indented less than the next one, which belongs beside it"
    return broken.fault(message, above.first, f"indent it by {line.indent} spaces")


def indented_otherwise(broken: Break) -> Diagnostic | None:
    """Return the fault of a line above that is indented otherwise than all else in the file.

    It begins the level beside which the parser stopped, or the one around that. The line at which it
    stopped is indented as that one should be.
    """
    unit = _unit(broken)
    level = len(broken.before)
    deeper: list[Line] = []
    around: Line | None = None
    for line in broken.lines_above():
        if around is not None and line.indent >= around.indent:
            continue
        if line.indent >= level:
            deeper.append(line)
        elif level - line.indent == unit:
            return _fault_of(broken, around or _odd(broken, deeper, line, level + unit), level)
        elif around is not None:
            return None
        else:
            around = line
    return _fault_of(broken, _least(deeper), level) if around is None else None


def _odd(broken: Break, inner: list[Line], around: Line, depth: int) -> Line | None:
    """Return the line that is out of place where all was right if `around` were a level deeper.

    It is that one if several lines below it would be, or if it is a name with what belongs to it, as is the
    line where the parser stopped. Else it is the first one below, and so it is if that has nothing below it
    and should.
    """
    least = _least(inner)
    if least is None or least.indent != depth or _is_bare(broken, least):
        return least
    is_one = sum(each.indent == depth for each in inner) == 1
    return least if is_one and not Line(broken.line_start, broken.line).is_heading else around


def _is_bare(broken: Break, line: Line) -> bool:
    return line.is_heading and next(broken.lines_below(line.start), line).indent <= line.indent


def _least(lines: list[Line]) -> Line | None:
    """Return the line that is indented least; of several the uppermost."""
    return min(lines, key=lambda each: (each.indent, each.start), default=None)


def _fault_of(broken: Break, odd: Line | None, level: int) -> Diagnostic | None:
    """Return the fault of a line that should have another indentation."""
    if odd is None or odd.indent == level:
        return None
    message = "this line is indented otherwise than the one further down that belongs beside it"
    return broken.fault(message, odd.first, f"indent both by {level} spaces")
