"""The map of a moment as values: degrees and kilometres, no pixels."""

from __future__ import annotations

from typing import Literal

from game.frozen import Frozen, NamedTuple

MarkKind = Literal["missile_site", "airfield", "ship", "submarine", "aircraft", "city", "base", "crash"]
MarkForm = Literal["medium", "intermediate", "tanker", "warship"]


class Place(NamedTuple):
    """A point of the globe in degrees, north and east positive."""

    lat: float
    lon: float


class Mark(Frozen):
    """A thing on the map.

    `side_index` is 0 for the player's side and counts the others that have marks from 1, as they are
    declared; None for a thing of no side. The side declared first `is_filled`, and so is a thing of no side.
    `heading` is the course in degrees clockwise from north of a thing under way, else None. `at` is the name
    of the place where it is, empty where it has none or bears that itself; `about` is what is said of the
    place, in words.
    """

    id: str
    kind: MarkKind
    place: Place
    label: str
    side_index: int | None = None
    form: MarkForm | None = None
    heading: float | None = None
    is_filled: bool = True
    at: str = ""
    about: str = ""


class Spot(NamedTuple):
    """A place with a name and no mark on it."""

    label: str
    place: Place


class Ring(Frozen):
    """All points at a distance from a place; `around` is its name, if it has one."""

    id: str
    centre: Place
    radius_km: float
    label: str
    around: str = ""


class Line(Frozen):
    """A line that is held, through two points or more."""

    id: str
    points: tuple[Place, ...]
    label: str


class Track(Frozen):
    """A route that is or was taken, through two points or more."""

    id: str
    points: tuple[Place, ...]
    label: str


class View(Frozen):
    """A part of the world between two parallels and two meridians; it may lie across the date line.

    East of `west` the view runs to `east`, so that a view from 170 to -160 is thirty degrees wide.
    """

    south: float
    west: float
    north: float
    east: float
    label: str = ""

    @property
    def breadth(self) -> float:
        """Degrees of longitude, more than 0 and at most 360.

        >>> View(0, 170, 10, -160).breadth, View(-60, -180, 80, 180).breadth
        (30, 360)
        """
        return (self.east - self.west) % 360 or 360

    @property
    def middle(self) -> Place:
        """The point halfway between the sides, its longitude from -180 to 180."""
        lon = self.west + self.breadth / 2
        return Place((self.south + self.north) / 2, (lon + 180) % 360 - 180)


class MapPicture(Frozen):
    """What is to be seen on the map now; hidden things are not in it. The first view is shown first."""

    views: tuple[View, ...]
    marks: tuple[Mark, ...] = ()
    rings: tuple[Ring, ...] = ()
    lines: tuple[Line, ...] = ()
    tracks: tuple[Track, ...] = ()
    spots: tuple[Spot, ...] = ()
