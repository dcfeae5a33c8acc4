"""Labels of the map: which come first, where each may stand, and how they stand off the ground."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.frozen import NamedTuple
from game.screen.box import Box
from game.screen.canvas import Canvas
from game.screen.colour import Colour
from game.screen.curves import Point, dense
from game.screen.fonts import Role
from game.screen.framing import Framing
from game.screen.halo import write_with_halo
from game.screen.labels import Wish, about, around, beside, placed
from game.screen.mapmarks import Marks, PlacedMark, line_points, ring_points, wake
from game.screen.marks import label_colour
from game.screen.seas import Sea
from game.screen.typeset import Setting, Style
from game.view.picture import MapPicture

ORDER = ("missile_site", "aircraft", "ship", "submarine", "crash", "base", "airfield", "city")
SIZE = 20
NAMED_LINE = 22
SEA = 23
SPACED = 0.22
PADDING = 3.0
BACKING = 120
"""How dark the ground of a label is, from 0 to 255: what lies below shines through, and words stand out."""
APART = 8.0  # units between the points by which it is known that a label lies on a line
MOST = 0.1  # of the map that labels may cover: a small one is not crowded


class Names(NamedTuple):
    """The seas to be named, and the boxes of the canvas where nothing can be read."""

    seas: Sequence[Sea] = ()
    covered: Sequence[Box] = ()


class _Label(NamedTuple):
    words: str
    style: Style
    wish: Wish
    is_still: bool = True


def draw_labels(
    canvas: Canvas,
    box: Box,
    picture: MapPicture,
    framing: Framing,
    marks: Marks,
    names: Names,
) -> None:
    """Draw each label that has room; what has none is left out, and named when it has the focus."""
    labels = (
        *_labels_of_lines(canvas, picture, framing, box),
        *_labels_of_marks(canvas, marks),
        *_labels_of_rings(canvas, picture, framing, box),
        *_labels_of_tracks(canvas, picture, framing, box),
        *_labels_of_seas(canvas, names.seas, framing, box),
    )
    drawn = (point for points in _drawn(picture, framing, marks.placed) for point in dense(points, APART))
    crossed = tuple(point for point in drawn if box.has_point(*point))
    taken = (*names.covered, *(mark.box.grown(2) for mark in marks.placed))
    most = MOST * box.width * box.height
    boxes = placed([label.wish for label in labels], box.grown(-8), taken, crossed, most)
    for label, place in zip(labels, boxes, strict=True):
        if place is not None and label.is_still:
            _draw(canvas, label, place)


def _labels_of_marks(canvas: Canvas, marks: Marks) -> Iterator[_Label]:
    def rank(mark: PlacedMark) -> tuple[bool, int, int]:
        side = mark.mark.side_index
        return mark.mark.id != marks.focus, ORDER.index(mark.mark.kind), 9 if side is None else side

    named: set[str] = set()
    for mark in sorted(marks.placed, key=rank):
        if mark.mark.label in named:
            continue  # ships of one name stand together: it is written once
        named.add(mark.mark.label)
        role = Role.HEADLINE if mark.mark.kind in ("city", "missile_site") else Role.LABEL
        style = Style(role, SIZE, label_colour(canvas.theme, mark.mark.side_index))
        setting = canvas.setting(mark.mark.label, style)
        wish = Wish(around(mark.box, *_size(setting)))
        yield _Label(mark.mark.label, style, wish, is_still=mark.mark.id not in marks.moving)


def _labels_of_lines(canvas: Canvas, picture: MapPicture, framing: Framing, box: Box) -> Iterator[_Label]:
    for line in picture.lines:
        yield _beside(canvas, line.label, canvas.theme.amber, line_points(line.points, framing), box)


def _labels_of_tracks(canvas: Canvas, picture: MapPicture, framing: Framing, box: Box) -> Iterator[_Label]:
    for track in picture.tracks:
        yield _beside(canvas, track.label, canvas.theme.bluel, line_points(track.points, framing), box)


def _labels_of_rings(canvas: Canvas, picture: MapPicture, framing: Framing, box: Box) -> Iterator[_Label]:
    named: set[str] = set()
    for ring in picture.rings:
        if ring.label not in named:
            named.add(ring.label)
            yield _beside(canvas, ring.label, canvas.theme.redl, ring_points(ring, framing), box)


def _labels_of_seas(canvas: Canvas, seas: Sequence[Sea], framing: Framing, box: Box) -> Iterator[_Label]:
    for sea in seas:
        at = framing.at(sea.place)
        if box.has_point(*at):
            colour = canvas.theme.land_name if sea.is_land else canvas.theme.sea_name
            style = Style(Role.LABEL, SEA, colour, track=SPACED)
            words = sea.words.upper()
            wish = Wish(about(at, *_size(canvas.setting(words, style))), is_quiet=True)
            yield _Label(words, style, wish)


def _beside(canvas: Canvas, words: str, colour: Colour, points: Sequence[Point], box: Box) -> _Label:
    style = Style(Role.HEADLINE, NAMED_LINE, colour)
    setting = canvas.setting(words, style)
    inside = [point for point in points if box.has_point(*point)]
    return _Label(words, style, Wish(beside(inside, *_size(setting))))


def _size(setting: Setting) -> tuple[float, float]:
    return setting.wide + 2 * PADDING, setting.tall + 2 * PADDING


def _drawn(picture: MapPicture, framing: Framing, marks: Sequence[PlacedMark]) -> Iterator[Sequence[Point]]:
    """What labels would better not cover."""
    for line in picture.lines:
        yield line_points(line.points, framing)
    for track in picture.tracks:
        yield line_points(track.points, framing)
    for ring in picture.rings:
        yield ring_points(ring, framing)
    for mark in marks:
        if mark.mark.heading is not None:
            yield wake(mark)


def _draw(canvas: Canvas, label: _Label, place: Box) -> None:
    x, y = place.x + PADDING, place.y + PADDING
    if not label.wish.is_quiet:
        canvas.veil(place, canvas.theme.n0, BACKING)
    write_with_halo(canvas, label.words, label.style, x, y)
