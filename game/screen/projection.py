"""From the globe to the plane, in kilometres, x to the east and y to the south."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache

from game.frozen import Frozen
from game.screen.curves import Point
from game.view.picture import Place
from game.view.sphere import distance

EARTH_KM = 6371.0
FARTHEST = math.radians(150)  # points beyond are drawn at this distance: near the antipode shapes tear


def distance_km(first: Place, second: Place) -> float:
    """Return the great-circle distance of two places.

    >>> round(distance_km(Place(52.52, 13.40), Place(55.76, 37.62)), -1)
    1610.0
    """
    return EARTH_KM * distance(first, second)


def destination(start: Place, heading: float, km: float) -> Place:
    """Return the place so many kilometres from a start on a great circle, heading in degrees from north."""
    lat, way, turn = math.radians(start.lat), km / EARTH_KM, math.radians(heading)
    sine = math.sin(lat) * math.cos(way) + math.cos(lat) * math.sin(way) * math.cos(turn)
    across = math.sin(turn) * math.sin(way) * math.cos(lat)
    lon = math.atan2(across, math.cos(way) - math.sin(lat) * sine)
    return Place(math.degrees(math.asin(max(-1.0, min(1.0, sine)))), start.lon + math.degrees(lon))


@lru_cache(maxsize=64)
def circle(centre: Place, radius_km: float, count: int = 180) -> tuple[Place, ...]:
    """Return places at a distance from a centre, clockwise from north; the last is the first."""
    return tuple(destination(centre, 360 * i / count, radius_km) for i in range(count + 1))


class Equidistant(Frozen):
    """Azimuthal equidistant: distances and directions from the centre are true, and circles around it."""

    centre: Place

    def point(self, lat: float, lon: float) -> Point:
        return self.points(((lat, lon),))[0]

    def points(self, places: Sequence[tuple[float, float]], shift: float = 0.0) -> list[Point]:
        """Return the points of many places, given as latitude and longitude."""
        del shift  # turns of the globe lie on each other
        sin, cos, degree, middle = math.sin, math.cos, math.radians(1), self.centre.lon
        own_sine, own_cosine = sin(self.centre.lat * degree), cos(self.centre.lat * degree)
        found: list[Point] = []
        for lat, lon in places:  # some ten thousand times for a map: no call that can be spared
            turn = (lon - middle) * degree
            sine, cosine = sin(lat * degree), cos(lat * degree)
            along = cosine * cos(turn)
            x = cosine * sin(turn)
            y = own_cosine * sine - own_sine * along
            reach = math.sqrt(x * x + y * y)
            if reach < 1e-12:
                found.append((0.0, 0.0))
                continue
            angle = math.atan2(reach, own_sine * sine + own_cosine * along)
            angle = min(angle, FARTHEST)
            factor = EARTH_KM * angle / reach
            found.append((x * factor, -y * factor))
        return found


class Plate(Frozen):
    """Equirectangular, true along one parallel: for views so wide that an azimuthal map would tear."""

    centre: Place

    def point(self, lat: float, lon: float) -> Point:
        """Return the point nearest to the centre, of all turns of the globe."""
        return self._point(lat, (lon - self.centre.lon + 180) % 360 - 180)

    def points(self, places: Sequence[tuple[float, float]], shift: float = 0.0) -> list[Point]:
        """Return points that run on as their longitudes do, moved by `shift` degrees."""
        return [self._point(lat, lon - self.centre.lon + shift) for lat, lon in places]

    def _point(self, lat: float, turn: float) -> Point:
        shrink = math.cos(math.radians(min(60.0, abs(self.centre.lat))))
        across, up = math.radians(turn) * shrink, math.radians(lat - self.centre.lat)
        return EARTH_KM * across, -EARTH_KM * up


class Orthographic(Frozen):
    """The globe as it is seen from far away, its radius one."""

    centre: Place

    def point(self, lat: float, lon: float) -> tuple[float, float, bool]:
        """Return x, y and whether the place is on the near side; one on the far side is moved to the rim."""
        up, turn = math.radians(lat), math.radians(lon - self.centre.lon)
        tilt = math.radians(self.centre.lat)
        x = math.cos(up) * math.sin(turn)
        y = math.cos(tilt) * math.sin(up) - math.sin(tilt) * math.cos(up) * math.cos(turn)
        depth = math.sin(tilt) * math.sin(up) + math.cos(tilt) * math.cos(up) * math.cos(turn)
        if depth < 0:
            reach = math.hypot(x, y) or 1.0
            x, y = x / reach, y / reach
        return x, -y, depth >= 0


Projection = Equidistant | Plate
