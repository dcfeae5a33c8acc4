"""Where a group in `{ }` or a list in `[ ]` breaks off: a comma is missing, or the closing sign."""

from __future__ import annotations

import re

from game.diagnostics.diagnostic import Diagnostic
from game.source.broken import Break

_QUOTE = "put a text that has such signs in quotation marks"
# What stands between the last comma and a second colon: a value, a gap, and the name that follows.
_GAP = re.compile(r"(?P<value>[^\s,;{}\[\]]+)(?P<gap>\s*;\s*|\s+)(?P<name>[a-z][a-z0-9_.]*)\s*$")


def in_brackets(broken: Break) -> Diagnostic:
    """Return the fault of a group or list between brackets that cannot be read to its end."""
    start = broken.error.context_index
    closing = "]" if broken.text.startswith("[", start) else "}"
    if broken.index >= len(broken.text) or "\n" in broken.text[start : broken.index]:
        return never_closed(broken, start)
    return _missing_comma(broken, start) or broken.fault(
        f"a comma or `{closing}` is missing here", broken.index, _QUOTE, 1
    )


def never_closed(broken: Break, start: int) -> Diagnostic:
    """Return the fault of an open bracket."""
    return broken.fault(
        f"`{broken.text[start : start + 1]}` is never closed", start, "close it on the same line", 1
    )


def _missing_comma(broken: Break, start: int) -> Diagnostic | None:
    """Return the fault of two fields without a comma between them: the parser stops at the second colon."""
    colon = broken.text.find(":", broken.index)
    found = _GAP.search(broken.text, start, colon) if colon >= 0 else None
    if found is None or "\n" in found.group():
        return None
    if ";" in found["gap"]:
        place = found.start("gap") + found["gap"].index(";")
        return broken.fault("fields are not parted by a semicolon", place, "write a comma in its place", 1)
    cure = f"write a comma between two fields, or {_QUOTE}"
    return broken.fault(f"a comma is missing before `{found['name']}:`", found.start("name"), cure)
