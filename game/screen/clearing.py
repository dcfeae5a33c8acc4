"""Where something lies over a picture so that least of it is missed."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import product

from game.frozen import NamedTuple
from game.screen.backdrop import Rings
from game.screen.box import Box
from game.screen.desk import Desk
from game.screen.parts.dialog import Dialog, dialog_layout
from game.screen.parts.globe_inset import GlobeInset
from game.screen.parts.keys import fitting_hints, hints_width
from game.screen.parts.map_panel import MapPanel, map_box
from game.screen.parts.plain import Band, HintLine, Words
from game.screen.parts.sheet import Sheet, sheet_layout
from game.screen.parts.veil import Veil
from game.screen.parts.vignette import Vignette
from game.screen.scene import Piece

EDGE = 12.0
AIR = 8.0  # units around what lies over a picture, that are best bare
STEPS = 24  # places across and down that are tried
INK, VIEW, PAPER = 8.0, 0.4, 0.2
"""What it costs to cover a unit of words, of a map or picture, of bare paper."""

Size = tuple[float, float]


class Obstacle(NamedTuple):
    """A box, and what it costs to cover a unit of it."""

    box: Box
    cost: float


def obstacles(desk: Desk, pieces: Iterable[Piece]) -> tuple[Obstacle, ...]:
    """Return what would be missed of pieces if something lay over them."""
    return tuple(each for piece in pieces for each in _of(desk, piece))


def clearest(
    canvas: Box, sizes: Iterable[Size], price: Callable[[Box], float], under: Sequence[Obstacle]
) -> Box:
    """Return the cheapest place on a canvas, in one of some sizes, by its price and by what it covers.

    The cheap ones are looked at first: what a place covers only adds to its price. It is added up no further
    than to the cheapest so far, what costs most before the rest.
    """
    edges = [(*_edges(each.box), each.cost) for each in sorted(under, key=_most, reverse=True)]
    priced = sorted(
        ((price(box), box) for size in sizes for box in _places(canvas, size)), key=lambda each: each[0]
    )
    best, least = priced[0][1], math.inf
    for own, box in priced:
        if own >= least:
            break
        cost = _cost(own, least, _edges(box.grown(AIR)), edges)
        if cost < least:
            best, least = box, cost
    return best


def covered(box: Box, obstacles: Iterable[Obstacle]) -> float:
    """Return what a box costs by what it covers."""
    edges = [(*_edges(each.box), each.cost) for each in obstacles]
    return _cost(0.0, math.inf, _edges(box), edges)


def _edges(box: Box) -> tuple[float, float, float, float]:
    return box.x, box.y, box.right, box.bottom


def _most(obstacle: Obstacle) -> float:
    """What it costs to cover the whole of an obstacle."""
    return obstacle.cost * obstacle.box.width * obstacle.box.height


def _cost(
    own: float,
    most: float,
    edges: tuple[float, float, float, float],
    under: Iterable[tuple[float, float, float, float, float]],
) -> float:
    """Return what a place costs, or something above `most`; for thousands of places, so with bare numbers."""
    x, y, right, bottom = edges
    for left, top, end, foot, cost in under:
        if left < right and x < end and top < bottom and y < foot:
            own += cost * (min(end, right) - max(left, x)) * (min(foot, bottom) - max(top, y))
            if own > most:
                break
    return own


def words_box(desk: Desk, box: Box, part: Words) -> Box:
    """Return the box of words themselves, within the box that they were given."""
    setting = desk.type.setting(part.words, part.style, box.width)
    left = box.x + (box.width - setting.wide) * part.style.align.value
    return Box(left, box.y, setting.wide, setting.tall)


def _of(desk: Desk, piece: Piece) -> Iterator[Obstacle]:
    box = piece.box
    match piece.part:
        case Band() | Veil():
            pass
        case Words() as part:
            yield Obstacle(words_box(desk, box, part), INK)
        case HintLine(hints=hints):
            seen = fitting_hints(desk.type, hints, box.width)
            yield Obstacle(box._replace(width=hints_width(desk.type, seen)), INK)
        case Dialog() as part:
            yield Obstacle(dialog_layout(desk.type, part, desk.box).box, INK)
        case Sheet() as part:
            yield from _of_sheet(desk, box, part)
        case MapPanel() as part:
            ground = map_box(desk.type, box, part)
            yield Obstacle(ground, VIEW)
            yield Obstacle(Box(box.x, ground.bottom, box.width, box.bottom - ground.bottom), INK)
        case Rings() | Vignette() | GlobeInset():
            yield Obstacle(box, VIEW)
        case _:
            yield Obstacle(box, INK)


def _of_sheet(desk: Desk, box: Box, sheet: Sheet) -> Iterator[Obstacle]:
    """The words from the title to the end of the body, the line at the foot, and bare paper."""
    yield Obstacle(box, PAPER)
    layout = sheet_layout(desk.type, sheet, box)
    end = layout.window.y + min(layout.content, layout.window.height)
    yield Obstacle(Box(box.x, box.y, box.width, end - box.y), INK)
    if sheet.footer or sheet.mark:
        yield Obstacle(Box(box.x, layout.window.bottom, box.width, box.bottom - layout.window.bottom), INK)


def _places(canvas: Box, size: Size) -> Iterator[Box]:
    width, height = size
    across, down = canvas.width - width - 2 * EDGE, canvas.height - height - 2 * EDGE
    for i, j in product(range(STEPS + 1), repeat=2):
        yield Box(canvas.x + EDGE + across * i / STEPS, canvas.y + EDGE + down * j / STEPS, width, height)
