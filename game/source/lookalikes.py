"""Signs that look like those of YAML and are others: wide colons, foreign spaces, curly quotes, fences."""

from __future__ import annotations

import re
import unicodedata

from game.diagnostics.diagnostic import Diagnostic
from game.source.broken import FIELD, Break, Line

_COLON = re.compile(r" *(?:- +)*[\w.-]+ ?(?P<sign>[\u02d0\u2236\ua789\ufe13\ufe55\uff1a])")
_SPACE = re.compile(r" *(?:- +)*[\w.-]+:(?P<sign>[^\S \n])")
_CURLY = re.compile(r" *(?P<sign>[\u00ab\u2018-\u201f\u2039])")
_FENCE = re.compile(r"`{3,}[^`\n]*$", re.MULTILINE)


def other_colon(broken: Break, line: Line) -> Diagnostic | None:
    """Return the fault of a line whose colon, or the space behind it, is another sign of the same look."""
    for pattern, cure in ((_COLON, "write `:` and a space"), (_SPACE, "type a space in its place")):
        found = pattern.match(line.written)
        if found is not None:
            sign = found["sign"]
            name = unicodedata.name(sign, f"U+{ord(sign):04X}").lower()
            message = f"the sign after this name is no colon: {name}"
            if pattern is _SPACE:
                message = f"what follows this colon is no plain space: {name}"
            return broken.fault(message, line.start + found.start("sign"), cure, 1)
    return None


def curly_quote(broken: Break) -> Diagnostic | None:
    """Return the fault of a text in curly quotation marks, in which a colon begins a field all the same."""
    field = FIELD.match(broken.line)
    found = None if field is None else _CURLY.match(broken.line, field.end("colon"))
    if found is None:
        return None
    message = f"`{found['sign']}` is no quotation mark of YAML, so the colon in this text begins a field"
    return broken.fault(
        message, broken.line_start + found.start("sign"), 'put straight ones around the text: `"`', 1
    )


def fence(broken: Break) -> Diagnostic | None:
    """Return the fault of a line of backquotes: it came along with an example that was copied."""
    found = _FENCE.match(broken.text, broken.index)
    if found is None or broken.before.strip():
        return None
    return broken.fault("this line marks an example in a text and is no YAML", broken.index, "delete it")
