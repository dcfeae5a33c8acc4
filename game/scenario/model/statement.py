"""Who stands behind what is said."""

from __future__ import annotations

from enum import Enum

from game.frozen import Frozen, NamedTuple


class Evidence(Enum):
    """Who stands behind a statement."""

    DOCUMENTED = "documented"
    INFERRED = "inferred"
    INVENTED = "invented"


class SourceRef(NamedTuple):
    """A source with the place in it, in free words."""

    source: str
    locator: str | None


class Statement(Frozen):
    """Who stands behind what is said, and why. `evidence` has its default filled in."""

    evidence: Evidence = Evidence.INVENTED
    source: tuple[SourceRef, ...] = ()
    because: str | None = None
    quote: bool = False


UNSAID = Statement()
"""What stands behind a record that does not say."""
