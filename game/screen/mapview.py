"""The map: a picture of the moment over a base that is kept."""

from __future__ import annotations

import math
from collections.abc import Iterator

import pygame

from game.frozen import Frozen, NamedTuple, replace
from game.screen.box import Box
from game.screen.cache import Cache, surface_bytes
from game.screen.canvas import Canvas
from game.screen.coast import Atlas
from game.screen.curves import Point
from game.screen.framing import Framing, Look, centre_of, framed
from game.screen.globe import draw_globe, globe_radius
from game.screen.mapbase import Ground, draw_base
from game.screen.maplabels import Names, draw_labels
from game.screen.mapmarks import Marks, PlacedMark, draw_lines, draw_marks, placed_marks
from game.screen.scale import PixelBox, Scale
from game.screen.seas import Sea, named
from game.screen.theme import Theme
from game.view.picture import MapPicture, Place, View

MAP_BYTES = 14_000_000  # of each kind: two of a large window
GLOBE_BYTES = 4_000_000
GLOBE_FINENESS = 0.3  # degrees: the outlines of a small globe
UNMOVED = Look()
Key = tuple[object, ...]


class Sight(Frozen):
    """What of the map is to be drawn: the picture, the view, how it is moved, and which mark has focus.

    `seas` are named where there is room; no label stands in the boxes that are `covered`. `moving` are
    marks on their way to where the picture has them, with the places where they are now.
    """

    picture: MapPicture
    view: View
    look: Look = UNMOVED
    focus: str | None = None
    seas: tuple[Sea, ...] = ()
    covered: tuple[Box, ...] = ()
    moving: tuple[tuple[str, Place], ...] = ()

    def framing(self, box: Box) -> Framing:
        return framed(self.view, box, centre_of(self.picture, self.view), self.look)


class MapMaker:
    """Draws maps and keeps bases and finished maps.

    A base that is not there yet can be made in slices, `slices`, while the old map or the
    bare sea is shown; `draw` makes at once what is missing.
    """

    def __init__(self, atlas: Atlas) -> None:
        self._atlas = atlas
        self._bases: Cache[Key, pygame.Surface] = Cache(MAP_BYTES, surface_bytes)
        self._lined: Cache[Key, pygame.Surface] = Cache(MAP_BYTES, surface_bytes)
        self._maps: Cache[Key, pygame.Surface] = Cache(MAP_BYTES, surface_bytes)
        self._globes: Cache[Key, pygame.Surface] = Cache(GLOBE_BYTES, surface_bytes)
        self._last: _Last | None = None
        self._rough: tuple[Key, pygame.Surface] | None = None

    def draw(self, canvas: Canvas, box: Box, sight: Sight) -> None:
        """Draw the map in a box, from what is kept where it is kept."""
        moving = frozenset(id_ for id_, _ in sight.moving)
        still = replace(sight, moving=())
        key = (canvas.scale.rect(box), canvas.theme, still, moving)
        whole = self._maps.get(key, lambda: self._map(canvas, box, still, moving))
        canvas.paste(whole, box.x, box.y)
        self._rough = None
        if self._last is None or self._last.whole is not whole:
            self._remember(canvas, box, sight, whole)
        if moving:
            self._draw_moving(canvas, box, sight)

    def draw_roughly(self, canvas: Canvas, box: Box, sight: Sight) -> None:
        """Draw the map while its base is made: on the last one, moved and enlarged as the view was.

        Where the story moved it and it would not cover the box, the last map of the box stays as it was,
        or the sea is bare: a piece of land with cut coasts is no map.
        """
        key = (canvas.scale.rect(box), canvas.theme, sight)
        if self._rough is None or self._rough[0] != key:
            self._rough = (key, self._rough_map(canvas, box, sight))
        canvas.paste(self._rough[1], box.x, box.y)

    def _rough_map(self, canvas: Canvas, box: Box, sight: Sight) -> pygame.Surface:
        layer, framing, last = canvas.layer(box), sight.framing(box), self._last
        if last is not None and not last.is_like(canvas, framing):
            last = None
        if last is not None and sight.picture != last.picture and not last.covers(box, framing):
            if last.box == box:
                return last.whole
            last = None
        layer.fill(box, canvas.theme.sea)
        is_lined = False
        if last is not None:
            is_lined = _lines(last.picture) == _lines(sight.picture)
            _lay_moved(layer, box, last.lined if is_lined else last.base, last, framing)
        if not is_lined:
            _finish(draw_lines(layer, box, sight.picture, framing, times=1))
        draw_marks(layer, Marks(placed_marks(_now(sight), framing, box), sight.focus))
        return layer.surface

    def globe(self, canvas: Canvas, box: Box, over: Place) -> bool:
        """Draw a globe that fills a box, what is around it left as it is; return whether it is made."""
        made = self._globes.held(_globe_key(canvas, box, over))
        if made is not None:
            canvas.paste(made, box.x, box.y)
        return made is not None

    def has_globe(self, canvas: Canvas, box: Box, over: Place) -> bool:
        """Whether a globe is made."""
        return _globe_key(canvas, box, over) in self._globes

    def globe_slices(self, canvas: Canvas, box: Box, over: Place) -> Iterator[None]:
        """Make a globe, pausing after each slice; when it ends the globe is kept."""
        layer, radius = canvas.layer(box), globe_radius(box)
        world = View(-85, over.lon - 179, 85, over.lon + 179)
        yield from self._atlas.opened(world, GLOBE_FINENESS)
        shores = [shore for coasts in self._atlas.coasts(world, GLOBE_FINENESS) for shore in coasts.shores]
        yield
        yield from draw_globe(layer, box.middle, radius, over, shores)
        yield
        globe = _rounded(layer.surface, (radius + 5) * canvas.scale.unit)
        self._globes.put(_globe_key(canvas, box, over), globe)

    def is_ready(self, canvas: Canvas, box: Box, sight: Sight) -> bool:
        """Whether drawing will be quick, for the base is there with the lines on it."""
        return _lined_key(canvas.scale.rect(box), canvas.theme, sight) in self._lined

    def slices(self, canvas: Canvas, box: Box, sight: Sight) -> Iterator[None]:
        """Make the base and then the lines on it, pausing after each slice; when it ends both are kept."""
        rect = canvas.scale.rect(box)
        base_key = _base_key(rect, canvas.theme, sight)
        base = self._bases.held(base_key)
        if base is None:
            layer = canvas.layer(box)
            yield from self._atlas.opened(*_needed(box, sight))
            yield from draw_base(layer, box, self._ground(box, sight))
            base = self._bases.put(base_key, layer.surface)
            yield
        layer = Canvas(base.copy(), canvas.scale.inside(rect), canvas.kit)
        yield from draw_lines(layer, box, sight.picture, sight.framing(box))
        self._lined.put(_lined_key(rect, canvas.theme, sight), layer.surface)

    def marks(self, box: Box, sight: Sight) -> tuple[PlacedMark, ...]:
        """Return the marks that the box shows, from left to right, as Tab steps through them."""
        found = placed_marks(sight.picture, sight.framing(box), box)
        return tuple(sorted(found, key=lambda placed: (placed.at[0], placed.at[1])))

    def _ground(self, box: Box, sight: Sight) -> Ground:
        framing = sight.framing(box)
        return Ground(
            framing, self._atlas.coasts(*_needed(box, sight)), lit_places(sight.picture), _step(sight)
        )

    def _remember(self, canvas: Canvas, box: Box, sight: Sight, whole: pygame.Surface) -> None:
        """Have what is shown now ready for a rough map, as far as it is still held."""
        rect, theme = canvas.scale.rect(box), canvas.theme
        base = self._bases.held(_base_key(rect, theme, sight))
        lined = self._lined.held(_lined_key(rect, theme, sight))
        if base is not None and lined is not None:
            framing = sight.framing(box)
            self._last = _Last(base, lined, whole, sight.picture, box, canvas.scale, theme, framing)

    def _draw_moving(self, canvas: Canvas, box: Box, sight: Sight) -> None:
        """Draw the marks that are on their way where they are now."""
        moving = dict(sight.moving)
        picture = _now(sight)
        marks = replace(picture, marks=tuple(mark for mark in picture.marks if mark.id in moving))
        with canvas.clipped(box):
            draw_marks(canvas, Marks(placed_marks(marks, sight.framing(box), box), None))

    def _map(self, canvas: Canvas, box: Box, sight: Sight, moving: frozenset[str]) -> pygame.Surface:
        rect = canvas.scale.rect(box)
        framing = sight.framing(box)
        if not self.is_ready(canvas, box, sight):
            _finish(self.slices(canvas, box, sight))
        lined = self._lined.held(_lined_key(rect, canvas.theme, sight))
        assert lined is not None
        layer = Canvas(lined.copy(), canvas.scale.inside(rect), canvas.kit)
        marks = Marks(placed_marks(sight.picture, framing, box), sight.focus, moving)
        draw_marks(layer, marks)
        names = Names(named(sight.seas, sight.view.breadth / sight.look.zoom), sight.covered)
        draw_labels(layer, box, sight.picture, framing, marks, names)
        return layer.surface


def _finish(slices: Iterator[None]) -> None:
    for _ in slices:
        pass


class _Last(NamedTuple):
    """The base that was shown last, the same with the lines on it, and the whole map."""

    base: pygame.Surface
    lined: pygame.Surface
    whole: pygame.Surface
    picture: MapPicture
    box: Box
    scale: Scale
    theme: Theme
    framing: Framing

    def is_like(self, canvas: Canvas, framing: Framing) -> bool:
        """Whether it shows the world as it is to be seen now, but moved, enlarged or in another box."""
        same = (self.scale, self.theme, self.framing.projection)
        return same == (canvas.scale, canvas.theme, framing.projection)

    def covers(self, box: Box, framing: Framing) -> bool:
        """Whether it covers a box where it is moved and enlarged to."""
        (left, top), share = _moved(self, box, framing)
        right, bottom = left + self.box.width * share, top + self.box.height * share
        return left < 1 and top < 1 and right > box.width - 1 and bottom > box.height - 1


def _moved(last: _Last, box: Box, framing: Framing) -> tuple[Point, float]:
    """Where in a box the corner of a map comes to lie, and how much larger it is than it was."""
    before = last.framing
    share = framing.units_per_km / before.units_per_km
    left = framing.origin[0] - box.x - (before.origin[0] - last.box.x) * share
    return (left, framing.origin[1] - box.y - (before.origin[1] - last.box.y) * share), share


def _lay_moved(layer: Canvas, box: Box, shown: pygame.Surface, last: _Last, framing: Framing) -> None:
    """Lay a map on a layer, moved and enlarged from where it was to where it is now."""
    unit = layer.scale.unit
    (left, top), share = _moved(last, box, framing)
    left, top = left * unit, top * unit
    width, height = layer.surface.get_size()
    first = (math.floor(-left / share), math.floor(-top / share))
    size = (math.ceil(width / share) + 1, math.ceil(height / share) + 1)
    part = pygame.Rect(first, size).clip(shown.get_rect())
    if part.width and part.height:
        large = (round(part.width * share), round(part.height * share))
        moved = shown.subsurface(part)
        moved = moved if share == 1 else pygame.transform.scale(moved, large)
        layer.surface.blit(moved, (round(left + part.x * share), round(top + part.y * share)))


def _lines(picture: MapPicture) -> Key:
    """What lies on the base of a map and stays while marks come and go."""
    return (picture.rings, picture.lines, picture.tracks)


def _now(sight: Sight) -> MapPicture:
    """The picture with all marks where they are now."""
    places = dict(sight.moving)
    marks = (replace(mark, place=places.get(mark.id, mark.place)) for mark in sight.picture.marks)
    return replace(sight.picture, marks=tuple(marks))


def _globe_key(canvas: Canvas, box: Box, over: Place) -> Key:
    return (canvas.scale.rect(box)[2:], canvas.theme, over)


def _rounded(surface: pygame.Surface, radius: float) -> pygame.Surface:
    """Return what of a picture lies within a circle about its middle."""
    width, height = surface.get_size()
    large = pygame.Surface((2 * width, 2 * height), pygame.SRCALPHA)
    large.fill((255, 255, 255, 0))
    pygame.draw.circle(large, (255, 255, 255, 255), (width, height), 2 * radius)
    disc = pygame.Surface((width, height), pygame.SRCALPHA)
    disc.blit(surface, (0, 0))
    mask = pygame.transform.smoothscale(large, (width, height))
    disc.blit(mask, (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
    return disc


def _base_key(rect: PixelBox, theme: Theme, sight: Sight) -> Key:
    centre = centre_of(sight.picture, sight.view)
    return (rect, theme, sight.view, sight.look, centre, lit_places(sight.picture))


def _lined_key(rect: PixelBox, theme: Theme, sight: Sight) -> Key:
    return (*_base_key(rect, theme, sight), *_lines(sight.picture))


def lit_places(picture: MapPicture) -> tuple[Place, ...]:
    """The places whose islands are lit: those of missile sites and of the middles of rings."""
    sites = [mark.place for mark in picture.marks if mark.kind == "missile_site"]
    return tuple(dict.fromkeys((*sites, *(ring.centre for ring in picture.rings))))


def _needed(box: Box, sight: Sight) -> tuple[View, float]:
    """Return which part of the world a map needs, and how fine in degrees."""
    framing = sight.framing(box)
    return shown_view(framing, box, sight.view), framing.degrees_per_unit


def _step(sight: Sight) -> int:
    """Degrees between the lines of the graticule."""
    wide = sight.view.breadth / sight.look.zoom
    return 5 if wide < 50 else 10 if wide < 120 else 30


def shown_view(framing: Framing, box: Box, view: View) -> View:
    """The view, larger by what the box shows beyond it."""
    across = box.width * framing.degrees_per_unit / max(0.2, math.cos(math.radians(abs(view.north))))
    along = box.height * framing.degrees_per_unit
    middle = Place((view.south + view.north) / 2, view.west + view.breadth / 2)
    wide, high = max(across, view.breadth), max(along, view.north - view.south)
    return View(
        max(-85.0, middle.lat - high / 2),
        middle.lon - min(wide, 359.0) / 2,
        min(85.0, middle.lat + high / 2),
        middle.lon + min(wide, 359.0) / 2,
        view.label,
    )
