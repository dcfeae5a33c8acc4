"""The globe as it is seen from far away."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.screen.box import Box
from game.screen.canvas import Canvas
from game.screen.coast import Shore, is_inside_out, sliced
from game.screen.colour import mixed
from game.screen.curves import Point
from game.screen.projection import Orthographic
from game.view.picture import Place

STEP = 30


def globe_radius(box: Box) -> float:
    """Return the radius of the globe that fills a box, with the rim about it."""
    return min(box.width, box.height) / 2 - 8


def draw_globe(
    canvas: Canvas, centre: Point, radius: float, over: Place, shores: Sequence[Shore]
) -> Iterator[None]:
    """Draw the globe about a point, turned so that a place lies in its middle, pausing after each slice."""
    theme = canvas.theme
    view = Orthographic(over)
    around = Box(centre[0], centre[1], 0, 0).grown(radius + 8)
    with canvas.pen(around, 2) as pen:
        pen.disc(centre, radius + 5, theme.n4)
        pen.disc(centre, radius + 3, theme.n0)
        pen.disc(centre, radius, theme.sea)
        for run in _graticule(view):
            pen.stroke([_at(centre, radius, point) for point in run], theme.graticule, 1)
        yield
        land = mixed(theme.land, theme.coast, 0.25)
        turned = {id(shore) for shore in shores if is_inside_out(shore, over)}
        yield
        ordered = sorted(shores, key=lambda shore: id(shore) not in turned)
        for group in sliced(ordered, lambda shore: len(shore.places)):
            for shore in group:
                seen = [view.point(lat, lon) for lat, lon in shore.places]
                points = [_at(centre, radius, (x, y)) for x, y, _ in seen]
                inner, outer = (land, theme.sea) if shore.is_land else (theme.sea, land)
                if not any(is_near for _, _, is_near in seen):
                    continue
                if id(shore) in turned:
                    pen.disc(centre, radius, inner)
                pen.polygon(points, outer if id(shore) in turned else inner)
            yield
        pen.circle(centre, radius, theme.n5, 1.5)


def globe_point(centre: Point, radius: float, over: Place, place: Place) -> Point | None:
    """Return where a place lies on the globe, None on its far side."""
    x, y, is_near = Orthographic(over).point(place.lat, place.lon)
    return _at(centre, radius, (x, y)) if is_near else None


def _at(centre: Point, radius: float, point: Point) -> Point:
    return centre[0] + radius * point[0], centre[1] + radius * point[1]


def _graticule(view: Orthographic) -> Iterator[list[Point]]:
    meridians = [[(lat, lon) for lat in range(-80, 81, 4)] for lon in range(-180, 180, STEP)]
    parallels = [[(lat, lon) for lon in range(-180, 181, 4)] for lat in range(-60, 61, STEP)]
    for places in (*meridians, *parallels):
        run: list[Point] = []
        for lat, lon in places:
            x, y, is_near = view.point(lat, lon)
            if is_near:
                run.append((x, y))
                continue
            if len(run) > 1:
                yield run
            run = []
        if len(run) > 1:
            yield run
