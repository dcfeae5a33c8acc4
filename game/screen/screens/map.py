"""The whole map: moved and enlarged, its marks read one by one, its layers hidden and shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from game.frozen import NamedTuple, replace
from game.screen.box import Box
from game.screen.desk import MARGIN, Desk, Layout, Stop
from game.screen.framing import Look
from game.screen.layers import NAMES, Layer, layers, without
from game.screen.mapmarks import PlacedMark, placed_marks
from game.screen.mapview import UNMOVED, Sight
from game.screen.parts.globe_inset import RADIUS, inset
from game.screen.parts.keys import cap_height, fitting_hints, hints_width
from game.screen.parts.map_key import KeyRow, MapKey, key_size, row_boxes
from game.screen.parts.map_panel import MapPanel, map_box
from game.screen.parts.plain import Band, HintLine, Words
from game.screen.press import Press
from game.screen.scene import Piece
from game.screen.screens.screen import Act, Become, Screen
from game.screen.seas import seas
from game.screen.styles import heading, prose
from game.screen.uses import Uses
from game.view.page import Page
from game.view.picture import Mark
from game.view.words import Words as Table

ZOOM = 1.4
MOST_ZOOM = 7.6
STEP = 120.0
HEAD = 76.0
EDGE = 24.0
ABOVE = 4  # of the keys, above the map beside its name
KEY_SHARE = 0.36  # of the map's breadth: a key that takes more is shown when it is asked for
WAYS = {"left": (1, 0), "right": (-1, 0), "up": (0, 1), "down": (0, -1)}


class Map(Screen):
    """The map with the view that is chosen, how it is moved, and the mark that is read (by number, or -1).

    `hidden` are the ids of the layers that are not shown; `has_key` is None while nobody has asked for
    the key or put it away.
    """

    page: Page
    view: int = 0
    look: Look = UNMOVED
    mark: int = -1
    hidden: frozenset[str] = frozenset()
    has_key: bool | None = None

    help_key = "help.screen.map"
    uses: ClassVar[Uses] = (
        ("key.escape", "hint.back"),
        ("key.plus_minus", "hint.zoom"),
        ("key", "hint.key"),
        ("view", "hint.view"),
        ("key.arrows", "hint.pan"),
        ("key.tab", "hint.mark"),
        ("key.digits", "hint.layer"),
        ("key.home", "hint.whole"),
    )

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The marks from west to east."""
        west = self.page.map.views[self.view].west
        shown = without(self.page.map, self.hidden).marks
        return tuple(sorted(shown, key=lambda mark: (mark.place.lon - west) % 360))

    def layout(self, desk: Desk) -> Layout:
        return _layout(desk, self)

    def focused(self, id: str) -> Map:  # noqa: A002  an id is an id
        kind, _, name = id.partition(" ")
        return replace(self, focus=id, mark=int(name) if kind == "mark" else -1)

    def pointed(self, id: str) -> Map:  # noqa: A002  an id is an id
        kind, _, name = id.partition(" ")
        mark = int(name) if kind == "mark" else -1
        if mark == self.mark or (mark < 0 and self.focus.startswith("mark")):
            return self
        return replace(self, focus="map", mark=mark)

    def dragged(self, right: float, down: float) -> Map:
        look = self.look
        return replace(self, look=look._replace(right=look.right + right, down=look.down + down))

    def wheeled(self, notches: float, x: float, y: float) -> Map:
        del x, y
        return self._zoomed(ZOOM if notches > 0 else 1 / ZOOM)

    def activated(self, id: str) -> Act | None:  # noqa: A002  an id is an id
        kind, _, name = id.partition(" ")
        return Become(self._toggled(name)) if kind == "layer" else None

    def answer(self, press: Press) -> Act | None:
        if press.has_control or press.has_alt:
            return None
        if press.key in ("m", "escape"):
            return self.back()
        keyed = [each.id for each in layers(self.page.map) if each.key == press.key]
        answered = self._toggled(*keyed) if keyed else self._answered(press.key)
        return None if answered is None else Become(answered)

    def _answered(self, key: str) -> Map | None:
        if key in ("+", "-"):
            return self._zoomed(ZOOM if key == "+" else 1 / ZOOM)
        if key in WAYS and not (self.focus.startswith("layer") and key in ("up", "down")):
            across, down = WAYS[key]
            return self.dragged(across * STEP, down * STEP)
        if key == "v":
            views = len(self.page.map.views)
            return replace(self, view=(self.view + 1) % views, look=Look(), mark=-1)
        if key == "home":
            return replace(self, look=Look())
        if key == "l":
            return replace(self, has_key=not self.has_key if self.has_key is not None else False)
        return None

    def _toggled(self, *ids: str) -> Map:
        return replace(self, hidden=self.hidden ^ {*ids}, mark=-1)

    def _zoomed(self, by: float) -> Map:
        zoom = min(max(1.0, self.look.zoom * by), MOST_ZOOM)
        share = zoom / self.look.zoom
        return replace(self, look=Look(zoom, self.look.right * share, self.look.down * share))


class _Corner(NamedTuple):
    """A corner of a box, as shares of what is left over."""

    right: float
    down: float

    def box(self, room: Box, width: float, height: float) -> Box:
        left = room.x + self.right * (room.width - width)
        return Box(left, room.y + self.down * (room.height - height), width, height)


CORNERS = (_Corner(1, 1), _Corner(0, 1), _Corner(1, 0), _Corner(0, 0))


def _layout(desk: Desk, screen: Map) -> Layout:
    whole, head = desk.box, HEAD * desk.text**0.7
    view = screen.page.map.views[screen.view]
    names = () if NAMES in screen.hidden else seas(desk.words)
    bare = Sight(without(screen.page.map, screen.hidden), view, screen.look, seas=names)
    mark = screen.marks[screen.mark] if 0 <= screen.mark < len(screen.marks) else None
    caption = desk.words["map.nothing"] if mark is None else _reading(mark, desk)
    own = Box(0, head, whole.width, whole.height - head)
    ground = map_box(desk.type, own, MapPanel(bare, caption))
    placed = placed_marks(bare.picture, bare.framing(ground), ground)
    extras = tuple(_extras(desk, screen, ground, placed))
    sight = replace(
        bare, focus=mark.id if mark is not None else None, covered=tuple(each.box for each in extras)
    )
    pieces = (Piece("map", own, MapPanel(sight, caption)), *extras, *_head(desk, screen, head))
    numbers = {each.id: i for i, each in enumerate(screen.marks)}
    spots = tuple(Stop(f"mark {numbers[each.mark.id]}", each.box.grown(6)) for each in placed)
    marks = (Stop(f"mark {i}", ground, is_hidden=True) for i in range(len(screen.marks)))
    rows = (stop for piece in extras if isinstance(piece.part, MapKey) for stop in _rows(desk, piece))
    return Layout(pieces, (Stop("map", ground, is_hidden=True), *marks, *rows), spots=spots)


def _extras(desk: Desk, screen: Map, ground: Box, placed: Sequence[PlacedMark]) -> Iterator[Piece]:
    """Yield the key and the globe, each in the corner where it hides the fewest marks."""
    room, corners = ground.grown(-EDGE), list(CORNERS)
    key = _key(desk, screen)
    width, height = key_size(desk.type, key)
    is_small = width <= KEY_SHARE * room.width and height <= 0.86 * room.height
    if screen.has_key is not False and (is_small or screen.has_key) and height <= room.height:
        corner = _emptiest(corners, room, (width, height), placed)
        corners.remove(corner)
        yield Piece("key", corner.box(room, width, height), key)
    globe = inset(without(screen.page.map, screen.hidden), screen.page.map.views[screen.view])
    size = 2 * RADIUS + 16
    if globe is not None and is_small and size <= 0.4 * room.height and screen.look == UNMOVED:
        corner = _emptiest(
            [each for each in corners if each.right == 0] or corners, room, (size, size), placed
        )
        yield Piece("globe", corner.box(room, size, size), globe)


def _emptiest(
    corners: Sequence[_Corner], room: Box, size: tuple[float, float], placed: Sequence[PlacedMark]
) -> _Corner:
    def hides(corner: _Corner) -> int:
        box = corner.box(room, *size)
        return sum(each.box.meets(box) for each in placed)

    return min(corners, key=hides)


def _key(desk: Desk, screen: Map) -> MapKey:
    words = desk.words
    rows = tuple(
        KeyRow(layer, _words_of(layer, words), layer.key.upper(), layer.id not in screen.hidden)
        for layer in layers(screen.page.map)
    )
    kind, _, name = screen.focus.partition(" ")
    return MapKey(words["map.key"], rows, name if kind == "layer" else "")


def _words_of(layer: Layer, words: Table) -> str:
    """Return what a layer is called: by its kind alone where the form means nothing for it."""
    return words.get(f"layer.{layer.id}") or words[f"layer.{layer.id.partition('.')[0]}"]


def _rows(desk: Desk, piece: Piece) -> Iterator[Stop]:
    assert isinstance(piece.part, MapKey)
    for row, box in zip(piece.part.rows, row_boxes(desk.type, piece.box, piece.part), strict=True):
        yield Stop(f"layer {row.layer.id}", box)


def _head(desk: Desk, screen: Map, head: float) -> Iterator[Piece]:
    """Yield the band above the map: its name, the view and moment, and the keys that move it."""
    words, theme, whole = desk.words, desk.theme, desk.box
    view = screen.page.map.views[screen.view]
    title_style, line_style = heading(36, theme.n7), prose(24, theme.n6)
    title = desk.type.setting(words["map.title"], title_style)
    when = words["map.when"].format(date=screen.page.date_words, time=screen.page.time_words)
    label = f"{view.label}. {when}" if view.label else when
    left = MARGIN + title.wide + 28
    hints = fitting_hints(desk.type, desk.hints(screen.uses[:ABOVE]), whole.width - left - MARGIN)
    own = hints_width(desk.type, hints)
    line = desk.type.setting(label, line_style)
    yield Piece("head", Box(0, 0, whole.width, head), Band(theme.n0))
    yield Piece("rule", Box(0, head, whole.width, 2), Band(theme.n4))
    title_box = Box(MARGIN, (head - title.tall) / 2, title.wide + 4, title.rest)
    yield Piece("title", title_box, Words(words["map.title"], title_style))
    if line.wide <= whole.width - left - own - 2 * MARGIN:
        box = Box(left, (head - line.tall) / 2, line.wide + 2, line.rest)
        yield Piece("when", box, Words(label, line_style))
    high = cap_height(desk.type)
    yield Piece("hints", Box(whole.width - MARGIN - own, (head - high) / 2, own, high), HintLine(hints))


def _reading(mark: Mark, desk: Desk) -> str:
    kind = desk.words[f"kind.{mark.kind}"]
    words = desk.words["map.label"].format(label=mark.label, kind=kind) if mark.label != kind else mark.label
    return f"{words}. {mark.about}" if mark.about else words
