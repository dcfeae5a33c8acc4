"""Marks of the map: what a thing is by its shape, whose it is by its filling."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping

from game.frozen import NamedTuple
from game.screen.box import Box
from game.screen.canvas import Canvas
from game.screen.colour import Colour
from game.screen.curves import Point, loop, turned
from game.screen.theme import Theme
from game.screen.vector import Pen
from game.view.picture import Mark

REACH = 20.0  # no mark is drawn farther from its place
RADII: Mapping[str, float] = {"city": 6.0, "base": 8.0, "crash": 11.0}
RADIUS = 14.0

# fmt: off
TRIANGLE = ((0.0, -14.0), (12.5, 8.5), (-12.5, 8.5))
DIAMOND = ((0.0, -13.0), (12.0, 0.0), (0.0, 13.0), (-12.0, 0.0))
SQUARE = ((-10.0, -10.0), (10.0, -10.0), (10.0, 10.0), (-10.0, 10.0))
HULL = ((-15.0, -6.0), (7.0, -6.0), (17.0, 0.0), (7.0, 6.0), (-15.0, 6.0))
LEAN_HULL = ((-15.0, -4.5), (4.0, -5.5), (18.0, 0.0), (4.0, 5.5), (-15.0, 4.5))
HOLD = ((-11.0, -3.0), (-5.0, -3.0), (-5.0, 3.0), (-11.0, 3.0))
TURRET = ((-4.0, -2.5), (2.0, -2.5), (2.0, 2.5), (-4.0, 2.5))
ROUND_HULL = loop(((-16.0, 0.0), (-9.0, -5.0), (9.0, -5.0), (16.0, 0.0), (9.0, 5.0), (-9.0, 5.0)), 6)
TOWER = ((-4.0, -3.0), (4.0, -3.0), (4.0, 3.0), (-4.0, 3.0))
AIRCRAFT = (
    (16.0, 0.0), (12.0, -2.0), (4.0, -2.2), (-3.0, -15.0), (-7.0, -15.0), (-3.5, -2.2), (-10.0, -1.8),
    (-13.0, -6.0), (-16.0, -6.0), (-14.0, 0.0), (-16.0, 6.0), (-13.0, 6.0), (-10.0, 1.8), (-3.5, 2.2),
    (-7.0, 15.0), (-3.0, 15.0), (4.0, 2.2), (12.0, 2.0),
)
# fmt: on


class Paint(NamedTuple):
    """What a mark is drawn with; `angle` is clockwise from the right, in radians."""

    pen: Pen
    theme: Theme
    at: Point
    angle: float
    colour: Colour
    is_filled: bool

    def outline(self, shape: tuple[Point, ...], thick: float = 2.6) -> None:
        """Draw a shape, filled or hollow, with the night around it so that it stands off the map."""
        points = turned(shape, self.angle, 1.0, self.at)
        self.pen.outline(points, self.theme.n0, thick + 3.4)
        self.pen.polygon(points, self.colour if self.is_filled else self.theme.n0)
        self.pen.outline(points, self.colour, thick)

    def inner(self, shape: tuple[Point, ...]) -> None:
        """Draw a shape upon a mark, in its colour on a hollow one and cut out of a filled one."""
        colour = self.theme.n0 if self.is_filled else self.colour
        self.pen.polygon(turned(shape, self.angle, 1.0, self.at), colour)


def side_colour(theme: Theme, side_index: int | None) -> Colour:
    """Return the colour of a side's marks."""
    if side_index is None:
        return theme.n7
    sides = (theme.blue, theme.red, theme.green, theme.n6)
    return sides[min(side_index, len(sides) - 1)]


def label_colour(theme: Theme, side_index: int | None) -> Colour:
    """Return the colour of the labels of a side's marks."""
    if side_index is None:
        return theme.n7
    sides = (theme.bluel, theme.redl, theme.green, theme.n6)
    return sides[min(side_index, len(sides) - 1)]


def extent(mark: Mark, at: Point) -> Box:
    """Return the box that a mark takes at a point."""
    radius = RADII.get(mark.kind, RADIUS)
    high = radius * 0.62 if mark.kind in ("ship", "submarine") else radius
    return Box(at[0] - radius, at[1] - high, 2 * radius, 2 * high)


class Sign(NamedTuple):
    """What a mark looks like, wherever it stands."""

    kind: str
    form: str | None
    is_filled: bool
    colour: Colour
    angle: float
    theme: Theme


def draw_mark(canvas: Canvas, mark: Mark, at: Point, angle: float) -> None:
    """Draw a mark at a logical point; what is not under way points to the right."""
    theme = canvas.theme
    around = Box(at[0] - REACH, at[1] - REACH, 2 * REACH, 2 * REACH)
    colour = side_colour(theme, mark.side_index)
    sign = Sign(mark.kind, mark.form, mark.is_filled, colour, angle, theme)
    canvas.stamp(around, theme.n0, _draw_sign, sign)


def _draw_sign(pen: Pen, box: Box, sign: Sign) -> None:
    paint = Paint(pen, sign.theme, box.middle, sign.angle, sign.colour, sign.is_filled)
    DRAWN[sign.kind](paint, sign.form)


def _site(paint: Paint, form: str | None) -> None:
    shape = {"medium": TRIANGLE, "intermediate": DIAMOND}.get(form or "medium", SQUARE)
    paint._replace(angle=0.0).outline(shape)


def _ship(paint: Paint, form: str | None) -> None:
    paint.outline(LEAN_HULL if form == "warship" else HULL)
    if form == "tanker":
        paint.inner(HOLD)
    elif form == "warship":
        paint.inner(TURRET)


def _submarine(paint: Paint, form: str | None) -> None:
    del form
    hollow = paint._replace(is_filled=False)
    hollow.outline(ROUND_HULL, 2.4)
    if paint.is_filled:
        hollow.inner(TOWER)


def _aircraft(paint: Paint, form: str | None) -> None:
    del form
    paint.outline(AIRCRAFT, 1.6)


def _airfield(paint: Paint, form: str | None) -> None:
    del form
    pen, at = paint.pen, paint.at
    pen.disc(at, 13, paint.theme.n0)
    pen.disc(at, 11, paint.colour if paint.is_filled else paint.theme.n0)
    pen.circle(at, 10, paint.colour, 2.6)
    bar = paint.theme.n0 if paint.is_filled else paint.colour
    pen.line(turned(((-6.0, 0.0), (6.0, 0.0)), -math.pi / 4, 1.0, at), bar, 3.4)


def _city(paint: Paint, form: str | None) -> None:
    del form
    paint.pen.disc(paint.at, 5.5, paint.theme.n0)
    paint.pen.disc(paint.at, 3.6, paint.colour)


def _base(paint: Paint, form: str | None) -> None:
    del form
    square = tuple((x * 0.5, y * 0.5) for x, y in SQUARE)
    paint._replace(angle=0.0).outline(square, 2.4)


def _crash(paint: Paint, form: str | None) -> None:
    del form
    for turn in (math.pi / 4, -math.pi / 4):
        stroke = turned(((-9.0, 0.0), (9.0, 0.0)), turn, 1.0, paint.at)
        paint.pen.line(stroke, paint.theme.n0, 7)
    for turn in (math.pi / 4, -math.pi / 4):
        paint.pen.line(turned(((-8.0, 0.0), (8.0, 0.0)), turn, 1.0, paint.at), paint.colour, 3.4)


DRAWN: Mapping[str, Callable[[Paint, str | None], None]] = {
    "missile_site": _site,
    "ship": _ship,
    "submarine": _submarine,
    "aircraft": _aircraft,
    "airfield": _airfield,
    "city": _city,
    "base": _base,
    "crash": _crash,
}
