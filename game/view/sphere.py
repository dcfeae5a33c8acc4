"""Ways on the globe: where one is after a part of a path, and on what course. Great circles, in degrees."""

from __future__ import annotations

from itertools import pairwise
from math import acos, asin, atan2, cos, degrees, radians, sin

from game.frozen import NamedTuple
from game.view.picture import Place


class Position(NamedTuple):
    """A place on a way, with the course in degrees clockwise from north."""

    place: Place
    heading: float


def distance(start: Place, end: Place) -> float:
    """Return the angle between two places in radians; times 6371 it is kilometres.

    >>> round(distance(Place(0, 170), Place(0, -170)), 4)
    0.3491
    """
    north, south = radians(start.lat), radians(end.lat)
    turn = radians(end.lon - start.lon)
    angle = sin(north) * sin(south) + cos(north) * cos(south) * cos(turn)
    return acos(min(1.0, max(-1.0, angle)))


def between(start: Place, end: Place, part: float) -> Place:
    """Return the place after a part, 0 to 1, of the shortest way; the date line is no wall.

    >>> between(Place(0, 170), Place(0, -170), 0.75)
    Place(lat=0.0, lon=-175.0)
    """
    whole = distance(start, end)
    if not whole or not sin(whole):
        return start if part < 1 else end
    here, there = sin((1 - part) * whole) / sin(whole), sin(part * whole) / sin(whole)
    x, y, z = (
        here * first + there * second for first, second in zip(_vector(start), _vector(end), strict=True)
    )
    return Place(round(degrees(asin(min(1.0, max(-1.0, z)))), 6), round(degrees(atan2(y, x)), 6))


def course(start: Place, end: Place) -> float:
    """Return the course at the start of the shortest way.

    >>> round(course(Place(0, 0), Place(0, 10)))
    90
    """
    north, south = radians(start.lat), radians(end.lat)
    turn = radians(end.lon - start.lon)
    east = sin(turn) * cos(south)
    ahead = cos(north) * sin(south) - sin(north) * cos(south) * cos(turn)
    return degrees(atan2(east, ahead)) % 360


def along(path: tuple[Place, ...], part: float) -> Position:
    """Return where one is after a part, 0 to 1, of a path of two places or more at an even speed."""
    legs = tuple(pairwise(path))
    lengths = [distance(*leg) for leg in legs]
    left = part * sum(lengths)
    for (start, end), length in zip(legs, lengths, strict=True):
        if left < length:
            here = between(start, end, left / length)
            return Position(here, course(here, end))
        left -= length
    return Position(path[-1], course(*legs[-1]))


def _vector(place: Place) -> tuple[float, float, float]:
    lat, lon = radians(place.lat), radians(place.lon)
    return cos(lat) * cos(lon), cos(lat) * sin(lon), sin(lat)
