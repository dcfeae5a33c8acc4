"""Which part of the world a box of the canvas shows."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache

from game.frozen import Frozen, NamedTuple
from game.screen.box import Box
from game.screen.curves import Point
from game.screen.projection import Equidistant, Plate, Projection, distance_km
from game.view.picture import MapPicture, Place, View

WIDEST = 120.0  # degrees of longitude for an azimuthal map
SIDES = 12
NEAREST = 2.5
SPARE = 40.0  # units about what is shown, for marks and labels
CELLS = 12  # of a side, by which a look is moved


class Look(NamedTuple):
    """How the player has moved the map: enlarged about its middle, then moved by logical units."""

    zoom: float = 1.0
    right: float = 0.0
    down: float = 0.0


class Framing(Frozen):
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


@lru_cache(maxsize=64)
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


def near_look(picture: MapPicture, view: View, box: Box) -> Look:
    """Return how near a box that is no map of its own shows a view: its sides may go, not what happens in it.

    All marks but cities and all lines of the view stay in the box. The look changes in steps, so that the
    ground stays the same while ships move a little.
    """
    framing = framed(view, box, centre_of(picture, view), Look())
    places = [mark.place for mark in picture.marks if mark.kind != "city"]
    places += [place for line in picture.lines for place in line.points]
    points = [framing.at(place) for place in places if has_place(view, place)]
    if not points or isinstance(framing.projection, Plate):
        return Look()
    zoom_x, right = _enlarged([x for x, _ in points], box.x, box.width)
    zoom_y, down = _enlarged([y for _, y in points], box.y, box.height)
    zoom = max(1.0, min(NEAREST, zoom_x, zoom_y))
    return Look(zoom, right * zoom, down * zoom) if zoom > 1.0 else Look()


def _enlarged(places: Sequence[float], start: float, length: float) -> tuple[float, float]:
    """How many times a side may be enlarged with the places still on it, and how far it is moved before."""
    cell = length / CELLS
    first = math.floor((min(places) - SPARE - start) / cell)
    end = math.ceil((max(places) + SPARE - start) / cell)
    return CELLS / (end - first), (CELLS - first - end) / 2 * cell


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
