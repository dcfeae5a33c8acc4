"""The map and what stands on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from game.diagnostics.diagnostic import Span
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


@dataclass(frozen=True, slots=True)
class View:
    """A named view of the map."""

    id: str
    box: Box
    label: Text | None = None
    phase: str | None = None
    span: Span = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Place:
    """A named place; also a codex entry."""

    id: str
    at: Coordinates
    label: Text
    about: Text | None = None
    span: Span = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Marker:
    """A mark on the map, at a place or along a route."""

    id: str
    kind: str
    side: str | None = None
    form: str | None = None
    at: Coordinates | None = None
    along: str | None = None
    label: Text | None = None
    hidden: bool = False
    span: Span = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Route:
    """A way on the map; `takes` is in minutes."""

    id: str
    path: tuple[Coordinates, ...]
    takes: int
    label: Text | None = None
    hidden: bool = False
    span: Span = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Ring:
    """A circle of equal distance; `radius` is in kilometres."""

    id: str
    around: Coordinates
    radius: float
    label: Text | None = None
    hidden: bool = False
    span: Span = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Line:
    """A line on the map."""

    id: str
    path: tuple[Coordinates, ...]
    label: Text | None = None
    hidden: bool = False
    span: Span = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Map:
    """The map's own things; the coasts are the program's."""

    view: Mapping[str, View] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)
    markers: Mapping[str, Marker] = field(default_factory=dict)
    routes: Mapping[str, Route] = field(default_factory=dict)
    rings: Mapping[str, Ring] = field(default_factory=dict)
    lines: Mapping[str, Line] = field(default_factory=dict)
