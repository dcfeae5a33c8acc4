"""Which part of the world a box of the canvas shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from game.screen.box import Box
from game.screen.curves import Point
from game.screen.projection import Equidistant, Plate, Projection, distance_km
from game.view.picture import MapPicture, Place, View

WIDEST = 120.0  # degrees of longitude for an azimuthal map
SIDES = 12


class Look(NamedTuple):
    """How the player has moved the map: enlarged about its middle, then moved by logical units."""

    zoom: float = 1.0
    right: float = 0.0
    down: float = 0.0


@dataclass(frozen=True, slots=True)
class Framing:
    """A projection, and how its kilometres lie on the canvas."""

    projection: Projection
    units_per_km: float
    origin: Point

    def at(self, place: Place) -> Point:
        """Return the logical point of a place."""
        x, y = self.projection.point(place.lat, place.lon)
        return self.origin[0] + x * self.units_per_km, self.origin[1] + y * self.units_per_km

    def points(self, places: Sequence[tuple[float, float]], shift: float = 0.0) -> list[Point]:
        """Return the logical points of many places."""
        (left, top), factor = self.origin, self.units_per_km
        return [(left + x * factor, top + y * factor) for x, y in self.projection.points(places, shift)]

    @property
    def degrees_per_unit(self) -> float:
        return 1 / (self.units_per_km * 111.2)


def framed(view: View, box: Box, centre: Place, look: Look) -> Framing:
    """Return the framing in which all of a view lies in a box, as large as it can be.

    The centre is that of the projection: circles around it are drawn as circles.
    """
    wide = view.breadth > WIDEST
    projection: Projection = Plate(view.middle) if wide else Equidistant(centre)
    edge = _edge(view)
    points = [projection.points([(lat, lon)])[0] if wide else projection.point(lat, lon) for lat, lon in edge]
    left, right = min(x for x, _ in points), max(x for x, _ in points)
    top, bottom = min(y for _, y in points), max(y for _, y in points)
    factor = min(box.width / (right - left), box.height / (bottom - top)) * look.zoom
    across, along = box.middle
    return Framing(
        projection,
        factor,
        (
            across - (left + right) / 2 * factor + look.right,
            along - (top + bottom) / 2 * factor + look.down,
        ),
    )


def _edge(view: View) -> list[tuple[float, float]]:
    """Places along the four sides of a view."""
    shares = [i / SIDES for i in range(SIDES + 1)]
    west = view.middle.lon - view.breadth / 2  # so that longitudes run on
    lons = [west + view.breadth * share for share in shares]
    lats = [view.south + (view.north - view.south) * share for share in shares]
    return [
        *((view.south, lon) for lon in lons),
        *((view.north, lon) for lon in lons),
        *((lat, west) for lat in lats),
        *((lat, west + view.breadth) for lat in lats),
    ]


def has_place(view: View, place: Place) -> bool:
    """Whether a place lies in a view."""
    return view.south <= place.lat <= view.north and (place.lon - view.west) % 360 <= view.breadth


def centre_of(picture: MapPicture, view: View) -> Place:
    """Return the centre for a picture's projection: that of its largest ring, if the view shows it."""
    rings = sorted(picture.rings, key=lambda ring: -ring.radius_km)
    for ring in rings:
        if has_place(view, ring.centre) and distance_km(ring.centre, view.middle) < 3000:
            return ring.centre
    return view.middle
