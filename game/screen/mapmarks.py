"""Rings, lines, tracks and marks of the map."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise

import pygame

from game.frozen import NamedTuple
from game.screen.box import Box, rows
from game.screen.canvas import Canvas
from game.screen.colour import Colour, mixed
from game.screen.curves import Point
from game.screen.framing import Framing
from game.screen.labels import spread
from game.screen.marks import draw_mark, extent, side_colour
from game.screen.projection import circle, destination
from game.screen.theme import Theme
from game.view.picture import MapPicture, Mark, Place, Ring
from game.view.sphere import between, distance

GRADUATIONS = (0.25, 0.5, 0.75)
WAKE = 62.0
FURTHEST = 11.0  # units that marks may stand off their places to be told apart
UNDER_WAY = ("ship", "submarine", "aircraft")
FILLS = {False: 26, True: 13}
FAR_KM = 3000.0  # what reaches farther is dashed, as a rocket of intermediate range does
BEND = math.radians(1.0)
DASHES = (16.0, 10.0)
SMOOTH = 2  # times as large as they are seen lines are drawn, and then reduced
BANDS = 6


class PlacedMark(NamedTuple):
    """A mark where it is drawn, pointing clockwise from the right by an angle in radians."""

    mark: Mark
    at: Point
    angle: float
    box: Box


class Marks(NamedTuple):
    """The marks of a map, the id of the one in focus, and those on their way, which are drawn apart."""

    placed: tuple[PlacedMark, ...]
    focus: str | None
    moving: frozenset[str] = frozenset()

    @property
    def still(self) -> tuple[PlacedMark, ...]:
        return tuple(each for each in self.placed if each.mark.id not in self.moving)


def placed_marks(picture: MapPicture, framing: Framing, box: Box) -> tuple[PlacedMark, ...]:
    """Return the marks whose places the box shows, moved apart a little where they would overlap."""
    shown = [(mark, at) for mark in picture.marks if box.grown(-4).has_point(*(at := framing.at(mark.place)))]
    boxes = spread([extent(mark, at) for mark, at in shown], FURTHEST)
    return tuple(
        PlacedMark(mark, own.middle, _angle(mark, framing), own)
        for (mark, _), own in zip(shown, boxes, strict=True)
    )


def _angle(mark: Mark, framing: Framing) -> float:
    if mark.heading is None:
        return 0.0 if mark.kind != "aircraft" else -math.pi / 4
    ahead = destination(mark.place, mark.heading, 20)
    (ax, ay), (bx, by) = framing.at(mark.place), framing.at(ahead)
    return math.atan2(by - ay, bx - ax)


def ring_points(ring: Ring, framing: Framing, share: float = 1.0) -> list[Point]:
    """Return the points of a ring, or of one inside it at a share of its radius."""
    return framing.points(circle(ring.centre, ring.radius_km * share))


class _Stroke(NamedTuple):
    """A line as a pen draws it; a fine one has no joints."""

    points: Sequence[Point]
    colour: Colour
    thick: float
    dashes: tuple[float, ...] = ()
    is_fine: bool = False


def draw_lines(
    canvas: Canvas, box: Box, picture: MapPicture, framing: Framing, times: int = SMOOTH
) -> Iterator[None]:
    """Draw rings in red, tracks in blue dashes, and lines in amber with a dashed core.

    Rings are solid, with graduations within; those that reach far are dashed. How a ring
    looks does not depend on the others. Both are lightly filled. It pauses after each slice of some
    milliseconds; with `times` of 1 all takes as long as one of them, and the lines have steps.
    """
    if not canvas.theme.is_flat:
        for is_far, alpha in FILLS.items():
            outlines = [ring_points(ring, framing) for ring in picture.rings if _is_far(ring) is is_far]
            _fill(canvas, box, outlines, alpha)
            yield
    strokes = tuple(_strokes(canvas.theme, picture, framing))
    for band in rows(box, (box.height / BANDS,) * BANDS) if times > 1 else (box,):
        with canvas.pen(band, times) as pen:
            for stroke in strokes:
                if stroke.is_fine:
                    pen.stroke(stroke.points, stroke.colour, stroke.thick)
                else:
                    pen.line(stroke.points, stroke.colour, stroke.thick, stroke.dashes)
        yield


def _strokes(theme: Theme, picture: MapPicture, framing: Framing) -> Iterator[_Stroke]:
    for ring in picture.rings:
        if _is_far(ring):
            yield _Stroke(ring_points(ring, framing), theme.red, 2.4, DASHES)
            continue
        faint = mixed(theme.sea, theme.red, 0.42)
        for share in GRADUATIONS:
            yield _Stroke(ring_points(ring, framing, share), faint, 1.2, is_fine=True)
        yield _Stroke(ring_points(ring, framing), theme.red, 3)
    for track in picture.tracks:
        yield _Stroke(line_points(track.points, framing), theme.blue, 2.4, (12, 7))
    for line in picture.lines:
        points = line_points(line.points, framing)
        yield _Stroke(points, theme.amber, 5)
        yield _Stroke(points, theme.n0, 1.5, (4, 12))


def _is_far(ring: Ring) -> bool:
    return ring.radius_km > FAR_KM


def _fill(canvas: Canvas, box: Box, outlines: Sequence[Sequence[Point]], alpha: int) -> None:
    """Tint what lies within any of the outlines, once."""
    left, top, width, height = canvas.scale.rect(box)
    unit = canvas.scale.unit
    veil = pygame.Surface((width, height), pygame.SRCALPHA)
    for outline in outlines:
        points = [
            (canvas.scale.left + x * unit - left, canvas.scale.top + y * unit - top) for x, y in outline
        ]
        pygame.draw.polygon(veil, (*canvas.theme.red, alpha), points)
    canvas.surface.blit(veil, (left, top))


def line_points(points: Sequence[Place], framing: Framing) -> tuple[Point, ...]:
    """Return a line that goes the shortest way on the globe from place to place, with a corner at each."""
    way = [place for leg in pairwise(points) for place in _leg(*leg)]
    return tuple(framing.points((*way, *points[-1:])))


def _leg(start: Place, end: Place) -> Iterator[Place]:
    """Yield places from one to before another, so near to each other that the way bends as the globe does."""
    count = max(1, math.ceil(distance(start, end) / BEND))
    return (between(start, end, i / count) for i in range(count))


def draw_marks(canvas: Canvas, marks: Marks) -> None:
    """Draw wakes, then marks, cities first and missile sites last; the mark in focus has an amber ring."""
    for placed in marks.still:
        if placed.mark.heading is not None and placed.mark.kind in UNDER_WAY:
            _draw_wake(canvas, placed)
    order = ("city", "base", "airfield", "crash", "submarine", "ship", "aircraft", "missile_site")
    for placed in sorted(marks.still, key=lambda placed: order.index(placed.mark.kind)):
        draw_mark(canvas, placed.mark, placed.at, placed.angle)
        if placed.mark.id == marks.focus:
            with canvas.pen(placed.box.grown(20)) as pen:
                pen.circle(placed.at, 24, canvas.theme.amber, 4)


def wake(placed: PlacedMark) -> tuple[Point, Point]:
    """Return the ends of the wake of a mark that is under way."""
    (x, y), cosine, sine = placed.at, math.cos(placed.angle), math.sin(placed.angle)
    return (x - cosine * WAKE, y - sine * WAKE), (x - cosine * 20, y - sine * 20)


def _draw_wake(canvas: Canvas, placed: PlacedMark) -> None:
    ends = wake(placed)
    left, top = min(x for x, _ in ends) - 4, min(y for _, y in ends) - 4
    right, bottom = max(x for x, _ in ends) + 4, max(y for _, y in ends) + 4
    with canvas.pen(Box(left, top, right - left, bottom - top)) as pen:
        pen.line(ends, side_colour(canvas.theme, placed.mark.side_index), 1.8, (3, 6))
