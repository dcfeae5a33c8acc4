"""Marks on their way from where they were at the last turn to where they are now."""

from __future__ import annotations

from game.view.picture import MapPicture, Place
from game.view.sphere import between

SAILING = 900.0
"""Milliseconds in which all marks that have moved come to their new places."""


def eased(share: float) -> float:
    """Return how far a motion is that begins and ends gently, 0 to 1.

    >>> eased(0.0), eased(0.5), eased(1.0)
    (0.0, 0.5, 1.0)
    """
    return share * share * (3 - 2 * share)


def has_moved(before: MapPicture | None, after: MapPicture) -> bool:
    """Whether a mark stands elsewhere than before."""
    return before is not None and bool(underway(before, after, 0.0))


def underway(before: MapPicture, after: MapPicture, share: float) -> tuple[tuple[str, Place], ...]:
    """Return the marks that were elsewhere, each where it is after a share, 0 to 1, of its way."""
    places = {mark.id: mark.place for mark in before.marks}
    moved = (mark for mark in after.marks if mark.id in places and places[mark.id] != mark.place)
    return tuple((mark.id, between(places[mark.id], mark.place, eased(share))) for mark in moved)
