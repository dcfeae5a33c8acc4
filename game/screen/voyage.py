"""Marks of the map on their way from where they were to where they are."""

from __future__ import annotations

from game.screen.ease import eased
from game.view.picture import MapPicture, Place
from game.view.sphere import between


def underway(before: MapPicture, after: MapPicture, share: float) -> tuple[tuple[str, Place], ...]:
    """Return the marks that were elsewhere, each where it is after a share, 0 to 1, of its way."""
    places = {mark.id: mark.place for mark in before.marks}
    moved = (mark for mark in after.marks if mark.id in places and places[mark.id] != mark.place)
    return tuple((mark.id, between(places[mark.id], mark.place, eased(share))) for mark in moved)
