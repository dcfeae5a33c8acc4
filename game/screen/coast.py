"""The coasts of the world from the files of a folder, coarse and fine."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, pairwise
from pathlib import Path

from game.screen.projection import distance_km
from game.view.picture import Place, View

DETAIL = 15.0  # degrees: a set narrower than this lies over another one
NEAR_KM = 50.0
Degrees = tuple[float, float]  # latitude, longitude


@dataclass(frozen=True, slots=True)
class Shore:
    """One outline: land, or water within land.

    The last place is the first. `strokes` are the stretches of places, from and
    before, that are shore and not the cut at the edge of the set. No place lies farther
    from `middle` than `reach_km`.
    """

    is_land: bool
    places: tuple[Degrees, ...]
    strokes: tuple[tuple[int, int], ...]
    middle: Place
    reach_km: float


@dataclass(frozen=True, slots=True)
class Coasts:
    """One set of coasts: which box of the world it covers, and how fine it is in degrees."""

    box: View
    tolerance: float
    shores: tuple[Shore, ...]

    @property
    def is_detail(self) -> bool:
        return self.box.breadth < DETAIL

    def covers(self, view: View) -> bool:
        """Whether all of a view lies in the set."""
        if self.box.breadth > 355:
            return True
        start = (view.west - self.box.west) % 360
        return (
            start + view.breadth <= self.box.breadth
            and self.box.south <= view.south
            and view.north <= self.box.north
        )


class Atlas:
    """The sets of a folder; each file is read when its set is first needed."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._read = cache(read_coasts)

    def coasts(self, view: View, finest: float) -> tuple[Coasts, ...]:
        """Return the set for a view, then the details over it.

        Of the sets that cover the view, it is the coarsest whose tolerance is
        below `finest` degrees, or else the finest there is.
        """
        sets = [self._read(path) for path in sorted(self._folder.glob("*.json"))]
        covering = [coasts for coasts in sets if not coasts.is_detail and coasts.covers(view)]
        covering.sort(key=lambda coasts: coasts.tolerance)
        good = [coasts for coasts in covering if coasts.tolerance <= finest]
        chosen = good[-1] if good else covering[0]
        if finest > 4 * chosen.tolerance:
            return (chosen,)
        return (chosen, *(coasts for coasts in sets if coasts.is_detail and _meet(coasts.box, view)))

    def world(self) -> Coasts:
        """Return the set that covers the whole world."""
        return self.coasts(View(-85, -180, 85, 180), finest=1.0)[0]


def _meet(first: View, second: View) -> bool:
    if first.south > second.north or second.south > first.north:
        return False
    return (second.west - first.west) % 360 < first.breadth or (
        first.west - second.west
    ) % 360 < second.breadth


def read_coasts(path: Path) -> Coasts:
    """Return the set in a file; the file's form is told in the script that makes the maps."""
    raw = json.loads(path.read_text(encoding="utf-8"))
    units = raw["per_degree"]
    west, south, east, north = (side / units for side in raw["box"])
    edges = (south, north, west, east)
    if east - west >= 360:
        west, east = -180.0, 180.0
    return Coasts(
        box=View(south, west, north, east),
        tolerance=raw["tolerance"] / units,
        shores=tuple(_shore(ring["fill"] == "land", ring["line"], units, edges) for ring in raw["rings"]),
    )


def _shore(is_land: bool, line: Sequence[int], units: int, edges: Sequence[float]) -> Shore:  # noqa: FBT001
    lons = [x / units for x in accumulate(line[0::2])]
    lats = [y / units for y in accumulate(line[1::2])]
    places = tuple(zip(lats, lons, strict=True))
    middle = Place((min(lats) + max(lats)) / 2, (min(lons) + max(lons)) / 2)
    corners = (
        Place(lat, lon) for lat in (min(lats), max(lats)) for lon in (min(lons), middle.lon, max(lons))
    )
    reach = max(distance_km(middle, corner) for corner in corners)
    if max(lons) - min(lons) > 90:
        reach = math.inf
    return Shore(is_land, places, _strokes(places, edges), middle, reach)


def _strokes(places: Sequence[Degrees], edges: Sequence[float]) -> tuple[tuple[int, int], ...]:
    """The stretches of a closed line without the edges that run along a side of the box."""
    south, north, west, east = edges
    sides = ((0, south), (0, north), (1, west), (1, east))
    strokes: list[tuple[int, int]] = []
    start = 0
    for i, (before, place) in enumerate(pairwise(places), 1):
        if any(before[axis] == place[axis] == side for axis, side in sides):
            strokes.append((start, i))
            start = i
    strokes.append((start, len(places)))
    return tuple((first, end) for first, end in strokes if end - first > 1)


def holds(shore: Shore, place: Place) -> bool:
    """Whether a place lies within an outline."""
    lon = place.lon + round((shore.middle.lon - place.lon) / 360) * 360
    is_inside = False
    for (lat_a, lon_a), (lat_b, lon_b) in pairwise(shore.places):
        if (lat_a > place.lat) != (lat_b > place.lat):
            crossing = lon_a + (place.lat - lat_a) / (lat_b - lat_a) * (lon_b - lon_a)
            is_inside ^= lon < crossing
    return is_inside


def islands(shores: Sequence[Shore], places: Sequence[Place], largest_km: float) -> tuple[Shore, ...]:
    """Return the islands on or near whose shore one of the places lies, with their islets.

    Land that reaches farther than the largest distance from its middle is no island.
    """
    small = [shore for shore in shores if shore.is_land and shore.reach_km <= largest_km]
    main = [
        shore
        for shore in small
        if any(
            distance_km(shore.middle, place) < shore.reach_km + 1 and holds(shore, place) for place in places
        )
    ]
    return tuple(shore for shore in small if any(shore is one or _is_islet(shore, one) for one in main))


def _is_islet(shore: Shore, main: Shore) -> bool:
    if shore.reach_km > main.reach_km / 4 or distance_km(shore.middle, main.middle) > main.reach_km + NEAR_KM:
        return False
    return any(distance_km(shore.middle, Place(*place)) < NEAR_KM for place in main.places[::8])
