"""The ground of the map: sea, graticule, land, coast and its glow, made in slices."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import pygame

from game.frozen import Frozen, NamedTuple
from game.screen.box import Box, rows
from game.screen.canvas import Canvas
from game.screen.coast import Coasts, Degrees, Shore, is_inside_out, islands, sliced
from game.screen.colour import BLACK, Colour, mixed
from game.screen.curves import Point, cut
from game.screen.framing import Framing
from game.screen.projection import Equidistant, Plate, distance_km
from game.screen.theme import Theme
from game.screen.vector import Pen
from game.view.picture import Place

ENLARGED = 2
BANDS = 8  # filling takes points times lines: in bands it takes less, and can pause between them
GLOW = 7.0
GLOW_COARSE = 2


class Ground(Frozen):
    """What a base shows: a framing, the sets of coasts, and the places whose islands are lit."""

    framing: Framing
    coasts: tuple[Coasts, ...]
    lit: tuple[Place, ...]
    step: int  # degrees between the lines of the graticule


class _Outline(NamedTuple):
    """An outline on the canvas."""

    shore: Shore
    points: list[Point]

    @property
    def strokes(self) -> Iterator[list[Point]]:
        return (self.points[start:end] for start, end in self.shore.strokes)


def draw_base(canvas: Canvas, box: Box, ground: Ground) -> Iterator[None]:
    """Draw the base in a box of the canvas, pausing after each slice of some milliseconds."""
    theme = canvas.theme
    canvas.fill(box, theme.sea)
    visible = visible_shores(ground.framing, ground.coasts, box)
    yield
    lit = frozenset(id(shore) for shore in islands(visible, ground.lit))
    yield
    outlines: list[_Outline] = []
    for shores in sliced(visible, lambda shore: len(shore.places)):
        for shore in shores:
            outlines += [_Outline(shore, points) for points in _turns(ground.framing, shore.places)]
        yield
    with canvas.pen(box, ENLARGED) as pen:
        yield from _draw_graticule(pen, ground, box, theme.graticule)
        yield from _fill_land(pen, box, outlines, lit, ground.framing, theme)
        for outline in outlines:
            is_lit = id(outline.shore) in lit
            for stroke in outline.strokes:
                pen.stroke(stroke, theme.island_coast if is_lit else theme.coast, 1.6 if is_lit else 1.3)
        yield
    yield
    if not theme.is_light:
        plain = [stroke for outline in outlines if id(outline.shore) not in lit for stroke in outline.strokes]
        bright = [stroke for outline in outlines if id(outline.shore) in lit for stroke in outline.strokes]
        _add_glow(canvas, box, plain, mixed(theme.coast, BLACK, 0.5), 2.2)
        yield
        _add_glow(canvas, box, bright, mixed(theme.island_coast, BLACK, 0.34), 2.6)


def _fill_land(
    pen: Pen, box: Box, outlines: Sequence[_Outline], lit: frozenset[int], framing: Framing, theme: Theme
) -> Iterator[None]:
    areas = [
        (cut(points, 0, box.x - 9, box.right + 9), colour)
        for points, colour in _areas(box, outlines, lit, framing, theme)
    ]
    for band in rows(box, (box.height / BANDS,) * BANDS):
        for points, own in areas:
            pen.polygon(cut(points, 1, band.y - 1, band.bottom + 1), own)
        yield


def _areas(
    box: Box, outlines: Sequence[_Outline], lit: frozenset[int], framing: Framing, theme: Theme
) -> Iterator[tuple[Sequence[Point], Colour]]:
    """What is filled, and with which colour. Land that the map turns inside out is sea within its outline."""
    projection = framing.projection
    turned = {
        id(each.shore)
        for each in outlines
        if isinstance(projection, Equidistant) and is_inside_out(each.shore, projection.centre)
    }
    whole = ((box.x, box.y), (box.right, box.y), (box.right, box.bottom), (box.x, box.bottom))
    for each in outlines:
        if id(each.shore) in turned and each.shore.is_land:
            yield whole, theme.land
            yield each.points, theme.sea
    for each in outlines:
        if id(each.shore) in lit:
            yield each.points, theme.island
        elif id(each.shore) not in turned:
            yield each.points, theme.land if each.shore.is_land else theme.sea


def visible_shores(framing: Framing, coasts: tuple[Coasts, ...], box: Box) -> tuple[Shore, ...]:
    """Return the outlines that may reach into the box; a detail takes the place of what lies below it."""
    first, *details = coasts
    shores = [shore for shore in first.shores if _may_meet(framing, shore, box)]
    for detail in details:
        fine = [shore for shore in detail.shores if _may_meet(framing, shore, box)]
        shores = [shore for shore in shores if not any(_is_same(shore, other) for other in fine)]
        shores += fine
    return tuple(shores)


def _is_same(first: Shore, second: Shore) -> bool:
    nearness = 0.2 * second.reach_km + 3
    return (
        abs(first.reach_km - second.reach_km) < nearness
        and distance_km(first.middle, second.middle) < nearness
    )


def _may_meet(framing: Framing, shore: Shore, box: Box) -> bool:
    if shore.reach_km == float("inf") or isinstance(framing.projection, Plate):
        return True
    x, y = framing.at(shore.middle)
    far = distance_km(shore.middle, framing.projection.centre) / 6371
    reach = (shore.reach_km + 20) * framing.units_per_km * max(1.6, 1 + far * far)
    return box.grown(reach).has_point(x, y)


def _turns(framing: Framing, places: Sequence[Degrees]) -> Iterator[list[Point]]:
    """An outline as often as the map shows it: on a flat map of the whole world up to three times."""
    shifts = (0.0, -360.0, 360.0) if isinstance(framing.projection, Plate) else (0.0,)
    for shift in shifts:
        yield framing.points(places, shift)


def _draw_graticule(pen: Pen, ground: Ground, box: Box, colour: Colour) -> Iterator[None]:
    step, framing = ground.step, ground.framing
    meridians = [[(float(lat), float(lon)) for lat in range(-80, 81, 2)] for lon in range(-180, 180, step)]
    parallels = [
        [(float(lat), float(lon)) for lon in range(-180, 181, 2)] for lat in range(-90 + step, 90, step)
    ]
    near = box.grown(60)
    for lines in (meridians, parallels):
        yield
        for places in lines:
            for run in _runs(framing.points(places), near):
                pen.stroke(run, colour, 1.2)
    yield


def _runs(points: Sequence[Point], box: Box) -> Iterator[list[Point]]:
    """The stretches of a line that lie within a box, without leaps across the map."""
    run: list[Point] = []
    for before, point in pairwise(points):
        is_leap = abs(point[0] - before[0]) + abs(point[1] - before[1]) > box.width / 2
        if not is_leap and (box.has_point(*before) or box.has_point(*point)):
            run = run or [before]
            run.append(point)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _add_glow(
    canvas: Canvas, box: Box, lines: Sequence[Sequence[Point]], colour: Colour, thick: float
) -> None:
    """Add the lines, blurred, to the light of what is drawn already."""
    left, top, width, height = canvas.scale.rect(box)
    small = pygame.Surface((max(1, width // GLOW_COARSE), max(1, height // GLOW_COARSE)))
    factor = canvas.scale.unit / GLOW_COARSE
    shift_x = (canvas.scale.left - left) / GLOW_COARSE
    shift_y = (canvas.scale.top - top) / GLOW_COARSE
    wide = max(1, round(thick * factor))
    for line in lines:
        points = [(x * factor + shift_x, y * factor + shift_y) for x, y in line]
        pygame.draw.lines(small, colour, False, points, wide)
    radius = max(1, round(GLOW * factor / 1.7))
    soft = pygame.transform.box_blur(pygame.transform.box_blur(small, radius), radius)
    grown = pygame.transform.smoothscale(soft, (width, height))
    canvas.surface.blit(grown, (left, top), special_flags=pygame.BLEND_RGB_ADD)
