"""The coasts of the world from the files of a folder, coarse and fine."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate, pairwise
from pathlib import Path
from typing import TypeVar

from game.frozen import Frozen, NamedTuple
from game.screen.projection import distance_km
from game.view.picture import Place, View

DETAIL = 15.0  # degrees: a set narrower than this lies over another one
LARGEST_ISLAND_KM = 900.0
NEAR_KM = 50.0
WORLD, COARSE = View(-85, -180, 85, 180), 1.0
SLICE = 4000  # points between two pauses
KM_IN_A_DEGREE = 111.0  # of latitude, at the least
Degrees = tuple[float, float]  # latitude, longitude
Item = TypeVar("Item")


class Shore(Frozen):
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


class Coasts(Frozen):
    """One set of coasts: which box of the world it covers, and how fine it is in degrees."""

    box: View
    tolerance: float
    shores: tuple[Shore, ...]


class _File(NamedTuple):
    """A file as it was read; its outlines take ten times as long, and are made of the sets in use."""

    box: View
    tolerance: float
    units: int
    edges: tuple[float, float, float, float]
    rings: tuple[tuple[bool, list[int]], ...]

    @property
    def is_detail(self) -> bool:
        return self.box.breadth < DETAIL


class Atlas:
    """The sets of a folder. The files are read when a map is first drawn."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._files: tuple[_File, ...] = ()
        self._made: dict[int, Coasts] = {}

    def coasts(self, view: View, finest: float) -> tuple[Coasts, ...]:
        """Return the set for a view, then the details over it.

        Of the sets that cover the view, it is the coarsest whose tolerance is
        below `finest` degrees, or else the finest there is.
        """
        for _ in self.opened(view, finest):
            pass
        return tuple(self._made[i] for i in self._chosen(view, finest))

    def opened(self, view: View, finest: float) -> Iterator[None]:
        """Make what `coasts` gives, where it is not there yet, pausing after each slice."""
        if not self._files:
            files: list[_File] = []
            for path in sorted(self._folder.glob("*.json")):
                files.append(_read(path))
                yield
            self._files = tuple(files)
        for i in self._chosen(view, finest):
            if i in self._made:
                continue
            file, shores = self._files[i], list[Shore]()
            for rings in sliced(file.rings, lambda ring: len(ring[1]) // 2):
                shores += [_shore(line, file, is_land=is_land) for is_land, line in rings]
                yield
            self._made[i] = Coasts(file.box, file.tolerance, tuple(shores))

    def _chosen(self, view: View, finest: float) -> tuple[int, ...]:
        """Return the places of the files for a view."""
        covering = [i for i, file in enumerate(self._files) if not file.is_detail and _covers(file.box, view)]
        covering.sort(key=lambda i: self._files[i].tolerance)
        good = [i for i in covering if self._files[i].tolerance <= finest]
        chosen = good[-1] if good else covering[0]
        if finest > 4 * self._files[chosen].tolerance:
            return (chosen,)
        details = (i for i, file in enumerate(self._files) if file.is_detail and _meet(file.box, view))
        return (chosen, *details)

    def world(self) -> Coasts:
        """Return the set that covers the whole world."""
        return self.coasts(WORLD, COARSE)[0]


def _covers(box: View, view: View) -> bool:
    """Whether all of a view lies in the box of a set."""
    if box.breadth > 355:
        return True
    start = (view.west - box.west) % 360
    return start + view.breadth <= box.breadth and box.south <= view.south and view.north <= box.north


def _meet(first: View, second: View) -> bool:
    if first.south > second.north or second.south > first.north:
        return False
    return (second.west - first.west) % 360 < first.breadth or (
        first.west - second.west
    ) % 360 < second.breadth


def _read(path: Path) -> _File:
    """The set in a file; the file's form is told in the script that makes the maps."""
    raw = json.loads(path.read_text(encoding="utf-8"))
    units = raw["per_degree"]
    west, south, east, north = (side / units for side in raw["box"])
    is_round = east - west >= 360
    return _File(
        box=View(south, -180.0 if is_round else west, north, 180.0 if is_round else east),
        tolerance=raw["tolerance"] / units,
        units=units,
        edges=(south, north, west, east),
        rings=tuple((ring["fill"] == "land", ring["line"]) for ring in raw["rings"]),
    )


def sliced(items: Iterable[Item], points: Callable[[Item], int]) -> Iterator[list[Item]]:
    """Yield items in groups of so many points as are made or drawn between two pauses."""
    group: list[Item] = []
    count = 0
    for item in items:
        group.append(item)
        count += points(item)
        if count > SLICE:
            yield group
            group, count = [], 0
    yield group


def _shore(line: Sequence[int], file: _File, *, is_land: bool) -> Shore:
    lons = [x / file.units for x in accumulate(line[0::2])]
    lats = [y / file.units for y in accumulate(line[1::2])]
    places = tuple(zip(lats, lons, strict=True))
    south, north, west, east = min(lats), max(lats), min(lons), max(lons)
    middle = Place((south + north) / 2, (west + east) / 2)
    reach = max(distance_km(middle, Place(lat, east)) for lat in (south, middle.lat, north))
    is_inner = (
        file.edges[0] < south and north < file.edges[1] and file.edges[2] < west and east < file.edges[3]
    )
    return Shore(
        is_land=is_land,
        places=places,
        strokes=((0, len(places)),) if is_inner else _strokes(places, file.edges),
        middle=middle,
        reach_km=reach if east - west < 90 else math.inf,
    )


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


def is_inside_out(shore: Shore, centre: Place) -> bool:
    """Whether a map about a centre turns an outline inside out: it lies around the far end of the globe.

    What is drawn within it is then what lies outside.
    """
    return holds(shore, Place(-centre.lat, centre.lon + 180))


def islands(shores: Sequence[Shore], places: Sequence[Place]) -> tuple[Shore, ...]:
    """Return the islands on or near whose shore one of the places lies, with their islets.

    Land that reaches too far from its middle is no island, whatever part of it a map shows.
    """
    small = [shore for shore in shores if shore.is_land and shore.reach_km <= LARGEST_ISLAND_KM]
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
    near = NEAR_KM + shore.reach_km
    north = near / KM_IN_A_DEGREE
    return any(
        distance_km(shore.middle, Place(*place)) < near
        for place in main.places[::8]
        if abs(place[0] - shore.middle.lat) < north
    )
