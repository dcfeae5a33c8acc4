"""Which line is indented wrongly, where the parser stops at one further down."""

from __future__ import annotations

import re

from game.diagnostics.diagnostic import Diagnostic
from game.source.broken import Break

_INDENTED = re.compile(r"^ +(?=[^\s#-])", re.MULTILINE)


def indented_otherwise(broken: Break) -> Diagnostic | None:
    """Return the fault of a line above that is indented otherwise than all else in the file.

    It begins the level beside which the parser stopped, or the one around that. The line at which it
    stopped is indented as that one should be.
    """
    unit = _INDENTED.search(broken.text)
    level = len(broken.before)
    deeper = around = None
    for start, written in broken.lines_above():
        indent = len(written) - len(written.lstrip(" "))
        if around is not None and indent >= around[0]:
            continue
        if indent >= level:
            deeper = (indent, start) if deeper is None else min(deeper, (indent, start))
        elif unit is not None and level - indent == len(unit[0]):
            return _fault_of(broken, around or deeper, level)
        elif around is not None:
            return None
        else:
            around = indent, start
    return _fault_of(broken, deeper, level) if around is None else None


def _fault_of(broken: Break, odd: tuple[int, int] | None, level: int) -> Diagnostic | None:
    """Return the fault of a line, given by its indentation and its start, that should have another one."""
    if odd is None or odd[0] == level:
        return None
    message = "this line is indented otherwise than the one further down that belongs beside it"
    return broken.fault(message, sum(odd), f"indent both by {level} spaces")
