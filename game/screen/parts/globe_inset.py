"""A small globe in a corner of the map: where in the world the view lies, and what lies beyond it."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from game.frozen import Frozen, NamedTuple
from game.screen.box import Box
from game.screen.canvas import Canvas
from game.screen.curves import Point
from game.screen.fonts import Role
from game.screen.framing import has_place
from game.screen.globe import globe_point, globe_radius
from game.screen.halo import write_with_halo
from game.screen.labels import Wish, around, placed
from game.screen.mapview import MapMaker
from game.screen.marks import label_colour, side_colour
from game.screen.typeset import Style
from game.view.picture import MapPicture, Mark, Place, View

RADIUS = 132.0
SPOT = 6.0
SIZE = 20
KINDS = ("city", "missile_site", "airfield", "base")
EDGE_STEPS = 12


class Spot(NamedTuple):
    """A place on the globe with its name."""

    words: str
    place: Place
    side_index: int | None


class GlobeInset(Frozen):
    """The globe turned to `over`, with the edge of the view, and spots that lie beyond the view."""

    over: Place
    view: View
    spots: tuple[Spot, ...]


def inset(picture: MapPicture, view: View) -> GlobeInset | None:
    """Return the globe for a view, None where nothing lies beyond it that a globe could show."""
    wide = _widened(view)
    beyond = [mark for mark in picture.marks if mark.kind in KINDS and not has_place(wide, mark.place)]
    own = [view.middle] * max(1, len(beyond))  # as heavy as all that lies beyond
    over = _middle([*own, *(mark.place for mark in beyond)])
    seen = [mark for mark in beyond if globe_point((0, 0), 1, over, mark.place) is not None]
    if not seen or globe_point((0, 0), 1, over, view.middle) is None:
        return None
    return GlobeInset(over, view, tuple(_spot(mark) for mark in seen))


def draw_globe_inset(canvas: Canvas, maps: MapMaker, box: Box, part: GlobeInset) -> None:
    """Draw the globe as large as the box allows, with a name beside each spot that has room.

    Its place stays bare while it is made.
    """
    theme, centre, radius = canvas.theme, box.middle, globe_radius(box)
    if not maps.globe(canvas, box, part.over):
        return
    with canvas.pen(box, 2) as pen:
        for run in _edge(part, centre, radius):
            pen.line(run, theme.amber, 2.4)
        points = [globe_point(centre, radius, part.over, spot.place) for spot in part.spots]
        for spot, at in zip(part.spots, points, strict=True):
            if at is not None:
                pen.disc(at, SPOT + 2, theme.n0)
                pen.disc(at, SPOT, side_colour(theme, spot.side_index))
    _draw_names(canvas, box, part, points)


def _draw_names(canvas: Canvas, box: Box, part: GlobeInset, points: Sequence[Point | None]) -> None:
    seen = [(spot, at) for spot, at in zip(part.spots, points, strict=True) if at is not None]
    dots = [Box(at[0], at[1], 0, 0).grown(SPOT) for _, at in seen]
    styles = [Style(Role.LABEL, SIZE, label_colour(canvas.theme, spot.side_index)) for spot, _ in seen]
    settings = [canvas.setting(spot.words, style) for (spot, _), style in zip(seen, styles, strict=True)]
    wishes = [
        Wish(around(dot, setting.wide + 4, setting.tall + 4))
        for dot, setting in zip(dots, settings, strict=True)
    ]
    for (spot, _), style, place in zip(
        seen, styles, placed(wishes, box.grown(-2), tuple(dots), ()), strict=True
    ):
        if place is not None:
            write_with_halo(canvas, spot.words, style, place.x + 2, place.y + 2)


def _widened(view: View) -> View:
    """Return a view with as much again on every side: what lies in it is not far away."""
    high = view.north - view.south
    wide = min(view.breadth * 3, 359.0)
    west = view.middle.lon - wide / 2
    return View(view.south - high, west, view.north + high, west + wide)


def _spot(mark: Mark) -> Spot:
    return Spot(mark.label.partition(",")[0], mark.place, mark.side_index)


def _edge(part: GlobeInset, centre: Point, radius: float) -> Iterator[list[Point]]:
    """Yield the stretches of the view's edge that the near side shows."""
    view, shares = part.view, [i / EDGE_STEPS for i in range(EDGE_STEPS + 1)]
    lons = [view.west + view.breadth * share for share in shares]
    lats = [view.south + (view.north - view.south) * share for share in shares]
    places = [
        *(Place(view.south, lon) for lon in lons),
        *(Place(lat, lons[-1]) for lat in lats),
        *(Place(view.north, lon) for lon in reversed(lons)),
        *(Place(lat, lons[0]) for lat in reversed(lats)),
    ]
    run: list[Point] = []
    for place in places:
        at = globe_point(centre, radius, part.over, place)
        if at is not None:
            run.append(at)
        elif len(run) > 1:
            yield run
            run = []
    if len(run) > 1:
        yield run


def _middle(places: Sequence[Place]) -> Place:
    """Return the place in the middle of others, on the globe."""
    x = y = z = 0.0
    for place in places:
        lat, lon = math.radians(place.lat), math.radians(place.lon)
        x, y, z = x + math.cos(lat) * math.cos(lon), y + math.cos(lat) * math.sin(lon), z + math.sin(lat)
    return Place(math.degrees(math.atan2(z, math.hypot(x, y))), math.degrees(math.atan2(y, x)))
