"""The picture of the map as values: marks, rings, lines and tracks in degrees; no pixel and no projection."""

from __future__ import annotations

from typing import NamedTuple


class Mark(NamedTuple):
    """A mark at a place.

    `kind` is a word of the language (`missile_site`, `ship`); `side_index` counts the sides in the
    order in which actors name them, None without a side: 0 is drawn filled, every other in outline.
    `label` is its name or, without one, its kind in words. `heading` is in degrees clockwise from
    north while it is under way, else None.
    """

    id: str
    kind: str
    side_index: int | None
    form: str | None
    lat: float
    lon: float
    label: str
    heading: float | None


class Ring(NamedTuple):
    """A circle of equal distance."""

    lat: float
    lon: float
    radius_km: float
    label: str


class Line(NamedTuple):
    """A line through points, each a latitude and a longitude."""

    points: tuple[tuple[float, float], ...]
    label: str


class Track(NamedTuple):
    """A way that something takes, from its first point to its last."""

    points: tuple[tuple[float, float], ...]
    label: str


class View(NamedTuple):
    """A window on the map; `west` may be greater than `east` where it crosses the date line."""

    south: float
    west: float
    north: float
    east: float
    label: str


class MapPicture(NamedTuple):
    """What the map shows now. `view` is the place in `views` of the one to show first, None without views."""

    marks: tuple[Mark, ...] = ()
    rings: tuple[Ring, ...] = ()
    lines: tuple[Line, ...] = ()
    tracks: tuple[Track, ...] = ()
    views: tuple[View, ...] = ()
    view: int | None = None
