"""Lines of words in runs, each of one style."""

from __future__ import annotations

from enum import Enum

from game.frozen import NamedTuple


class RunStyle(Enum):
    """How a run of words is set."""

    PLAIN = "plain"
    ITALIC = "italic"
    VALUE = "value"
    LINK = "link"
    CITE = "cite"

    __hash__ = object.__hash__  # it is looked up for every word that is set


class Run(NamedTuple):
    """Words of one style. `target` is the codex id of a link, or the id of the card of a citation."""

    words: str
    style: RunStyle = RunStyle.PLAIN
    target: str | None = None


Line = tuple[Run, ...]
"""A paragraph, heading or label: runs in order."""
