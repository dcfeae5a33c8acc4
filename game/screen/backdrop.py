"""Rings behind titles and endings, with coasts or a globe before them, made in slices and kept."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Literal

import pygame

from game.frozen import Frozen, NamedTuple, replace
from game.screen.box import Box
from game.screen.cache import Cache, surface_bytes
from game.screen.canvas import Canvas
from game.screen.coast import COARSE, WORLD, Atlas, Coasts, Shore, islands
from game.screen.colour import BLACK, Colour, mixed
from game.screen.curves import Point
from game.screen.ease import part_way
from game.screen.framing import Framing, centre_of, framed
from game.screen.globe import draw_globe
from game.screen.mapbase import visible_shores
from game.screen.mapview import Sight, lit_places, shown_view
from game.screen.scale import PixelBox
from game.screen.theme import Theme
from game.view.picture import Place

COUNT = 13
ENLARGED = 2
BACKDROP_BYTES = 24_000_000
GLOBE = 0.44  # of the rings' radius
LONG = 1500  # points of a coast after which there is a pause
FADE = 0.5  # of the width, from the left
Mood = Literal["danger", "calm", "war", "sober"]
Key = tuple[object, ...]


class Rings(Frozen):
    """Thirteen rings about a point: `across`, `down` and `radius` are shares of the box.

    The radius is one of its height. `sight` draws coasts over them, `globe` the globe in their
    middle; `has_fade` lets the left side go. Those that are growing draw outward when they come into
    sight, and are seen as far as a share of their radius, `grown`.
    """

    mood: Mood = "danger"
    across: float = 0.5
    down: float = 0.5
    radius: float = 0.5
    sight: Sight | None = None
    globe: Place | None = None
    has_fade: bool = False
    is_growing: bool = False
    grown: float = 1.0


class Backdrops:
    """Makes rings in slices and keeps them; until one is there its place stays bare."""

    def __init__(self, atlas: Atlas) -> None:
        self._atlas = atlas
        self._made: Cache[Key, pygame.Surface] = Cache(BACKDROP_BYTES, surface_bytes)

    def has(self, canvas: Canvas, box: Box, rings: Rings) -> bool:
        return _key(canvas.scale.rect(box), canvas.theme, rings) in self._made

    def draw(self, canvas: Canvas, box: Box, rings: Rings) -> None:
        """Draw what is there, as far as it is grown; nothing where it is not made yet."""
        made = self._made.held(_key(canvas.scale.rect(box), canvas.theme, rings))
        if made is None:
            return
        if rings.grown < 1:
            _draw_disc_of(canvas.surface, made, canvas.scale.rect(box), rings)
        else:
            canvas.paste(made, box.x, box.y)

    def slices(self, canvas: Canvas, box: Box, rings: Rings, ground: pygame.Surface) -> Iterator[None]:
        """Make the rings on the ground of the window, pausing after each slice."""
        rect = canvas.scale.rect(box)
        layer = Canvas(
            pygame.Surface((max(1, rect[2]), max(1, rect[3]))), canvas.scale.inside(rect), canvas.kit
        )
        layer.surface.blit(ground, (0, 0), rect)
        bare = layer.surface.copy()
        centre = (box.x + rings.across * box.width, box.y + rings.down * box.height)
        radius = rings.radius * box.height
        yield from _discs(layer, box, rings, centre, radius)
        seen = None
        if rings.sight is not None:
            framing = _framing(rings.sight, centre, radius)
            needed = (shown_view(framing, box, rings.sight.view), framing.degrees_per_unit)
            yield from self._atlas.opened(*needed)
            seen = _seen(framing, self._atlas.coasts(*needed), box, lit_places(rings.sight.picture))
            yield
            yield from _lines(layer, box, seen)
        if rings.has_fade:
            _fade(layer.surface, bare)
        if seen is not None:
            yield from _solids(layer, box, seen)
        if rings.globe is not None:
            yield from self._atlas.opened(WORLD, COARSE)
            yield from draw_globe(layer, centre, radius * GLOBE, rings.globe, self._atlas.world().shores)
            yield
        self._made.put(_key(rect, canvas.theme, rings), layer.surface)


class _Seen(NamedTuple):
    """Coasts to be drawn as lines, and the islands that the map lights, the only solid shapes."""

    framing: Framing
    lines: tuple[Shore, ...]
    solids: tuple[Shore, ...]


def _framing(sight: Sight, centre: Point, radius: float) -> Framing:
    """Return the framing of what lies about the rings: what threatens, or the view, is in their middle."""
    square = Box(*centre, 0, 0).grown(radius * 0.72)
    framing = framed(sight.view, square, centre_of(sight.picture, sight.view), sight.look)
    lit = lit_places(sight.picture)
    right, down = framing.at(lit[-1] if lit else sight.view.middle)
    (left, top), (across, along) = framing.origin, centre
    return replace(framing, origin=(left + across - right, top + along - down))


def _seen(framing: Framing, coasts: tuple[Coasts, ...], box: Box, lit: tuple[Place, ...]) -> _Seen:
    """Return what of the coasts lies about the rings."""
    shores = visible_shores(framing, coasts, box)
    solid = {id(shore) for shore in islands(shores, lit)}
    return _Seen(
        framing,
        tuple(shore for shore in shores if id(shore) not in solid),
        tuple(shore for shore in shores if id(shore) in solid),
    )


def _lines(layer: Canvas, box: Box, seen: _Seen) -> Iterator[None]:
    line = mixed(layer.theme.n7, layer.theme.n1, 0.35)
    with layer.pen(box, ENLARGED) as pen:
        for shore in seen.lines:
            points = seen.framing.points(shore.places)
            for start, end in shore.strokes:
                pen.stroke(points[start:end], line, 1.6)
            if len(points) > LONG:
                yield


def _solids(layer: Canvas, box: Box, seen: _Seen) -> Iterator[None]:
    with layer.pen(box, ENLARGED) as pen:
        for shore in seen.solids:
            pen.polygon(seen.framing.points(shore.places), layer.theme.n7)
    yield


def _discs(layer: Canvas, box: Box, rings: Rings, centre: Point, radius: float) -> Iterator[None]:
    theme = layer.theme
    with layer.pen(box, ENLARGED) as pen:
        yield
        for i in range(COUNT):
            share = i / (COUNT - 1)
            own = radius * (1 - i / COUNT)
            fill, line = _colours(theme, rings.mood, share)
            pen.disc(centre, own, fill)
            pen.circle(centre, own, line, 1.4)
            yield
        pen.circle(centre, radius, _rim(theme, rings.mood), 3)
    yield


def _colours(theme: Theme, mood: Mood, share: float) -> tuple[Colour, Colour]:
    """Fill and line of a ring, by how far it lies inward."""
    ground = theme.n1
    strength = {
        "danger": 0.10 + 0.80 * share,
        "calm": 0.04 + 0.42 * share,
        "sober": 0.04 + 0.3 * share,
        "war": 0.0,
    }
    hue = {"danger": theme.red, "calm": theme.green, "sober": theme.n5, "war": theme.red}[mood]
    fill = mixed(ground, BLACK, 0.15 + 0.8 * share) if mood == "war" else mixed(ground, hue, strength[mood])
    edge = mixed(theme.red, BLACK, 0.75) if mood == "war" else mixed(fill, BLACK, 0.28)
    return fill, edge


def _rim(theme: Theme, mood: Mood) -> Colour:
    return theme.red if mood in ("danger", "war") else mixed(theme.n1, BLACK, 0.3)


def _fade(surface: pygame.Surface, bare: pygame.Surface) -> None:
    """Let the ground come through toward the left."""
    width, height = surface.get_size()
    steps = max(2, round(width * FADE))
    ramp = pygame.Surface((steps, 1), pygame.SRCALPHA)
    for x in range(steps):
        ramp.set_at((x, 0), (255, 255, 255, round(235 * (1 - x / steps) ** 1.2)))
    veil = pygame.Surface((steps, height), pygame.SRCALPHA)
    veil.blit(bare, (0, 0))
    veil.blit(pygame.transform.scale(ramp, (steps, height)), (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
    surface.blit(veil, (0, 0))


def _draw_disc_of(surface: pygame.Surface, made: pygame.Surface, rect: PixelBox, rings: Rings) -> None:
    """Draw of finished rings what lies inside the radius to which they are grown, row by row.

    The globe in their middle is there from the beginning.
    """
    left, top, width, height = rect
    across, down = rings.across * width, rings.down * height
    least = GLOBE if rings.globe is not None else 0.0
    radius = part_way(least, 1.0, rings.grown) * rings.radius * height
    first, last = max(0, math.ceil(down - radius)), min(height, math.floor(down + radius))
    rows = []
    for y in range(first, last):
        half = math.sqrt(radius * radius - (y - down) ** 2)
        start = max(0, round(across - half))
        rows.append((made, (left + start, top + y), (start, y, min(width, round(across + half)) - start, 1)))
    surface.blits(rows, doreturn=False)


def _key(rect: PixelBox, theme: Theme, rings: Rings) -> Key:
    return (rect, theme, replace(rings, grown=1.0))
