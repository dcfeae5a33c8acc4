"""The map and what stands on it."""

from __future__ import annotations

from collections.abc import Mapping

from game.diagnostics.diagnostic import Span
from game.frozen import Frozen, NamedTuple, aside
from game.scenario.model.span import NOWHERE
from game.scenario.text import Text


class Coordinates(NamedTuple):
    """Decimal degrees: north and east are positive."""

    latitude: float
    longitude: float


class Box(NamedTuple):
    """A view of the map from its south-west to its north-east corner; it may cross the date line."""

    south: float
    west: float
    north: float
    east: float


class View(Frozen):
    """A named view of the map."""

    id: str
    box: Box
    label: Text | None = None
    phase: str | None = None
    span: Span = aside(default=NOWHERE)


class Place(Frozen):
    """A named place; also a codex entry."""

    id: str
    at: Coordinates
    label: Text
    about: Text | None = None
    span: Span = aside(default=NOWHERE)


class Marker(Frozen):
    """A mark on the map, at a place or along a route."""

    id: str
    kind: str
    side: str | None = None
    form: str | None = None
    at: Coordinates | None = None
    along: str | None = None
    label: Text | None = None
    hidden: bool = False
    span: Span = aside(default=NOWHERE)


class Route(Frozen):
    """A way on the map; `takes` is in minutes."""

    id: str
    path: tuple[Coordinates, ...]
    takes: int
    label: Text | None = None
    hidden: bool = False
    span: Span = aside(default=NOWHERE)


class Ring(Frozen):
    """A circle of equal distance; `radius` is in kilometres."""

    id: str
    around: Coordinates
    radius: float
    label: Text | None = None
    hidden: bool = False
    span: Span = aside(default=NOWHERE)


class Line(Frozen):
    """A line on the map."""

    id: str
    path: tuple[Coordinates, ...]
    label: Text | None = None
    hidden: bool = False
    span: Span = aside(default=NOWHERE)


class Map(Frozen):
    """The map's own things; the coasts are the program's."""

    view: Mapping[str, View] = {}
    places: Mapping[str, Place] = {}
    markers: Mapping[str, Marker] = {}
    routes: Mapping[str, Route] = {}
    rings: Mapping[str, Ring] = {}
    lines: Mapping[str, Line] = {}
