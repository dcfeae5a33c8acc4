"""Sources with their locators: `frus_xi doc. 96`."""

from __future__ import annotations

from game.scenario.model import SourceRef


def parse_source(text: str) -> SourceRef:
    """Return the id and, behind the first space, the place in it.

    >>> parse_source("frus_xi doc. 96")
    SourceRef(source='frus_xi', locator='doc. 96')
    """
    name, _, locator = text.strip().partition(" ")
    return SourceRef(name, locator.strip() or None)
