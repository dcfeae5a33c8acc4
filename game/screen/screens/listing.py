"""Things in a column that may be longer than its box: whole things are shown, those around the focus."""

from __future__ import annotations

from collections.abc import Sequence

from game.frozen import NamedTuple
from game.screen.box import Box
from game.screen.desk import Stop
from game.screen.parts.scroll import WIDTH, Rail
from game.screen.scene import Part, Piece

BESIDE = 12.0  # the rows and their bar


class Entry(NamedTuple):
    """A thing of a column with its height."""

    id: str
    part: Part
    height: float
    is_slow: bool = False


class Column(NamedTuple):
    """The pieces that are seen, with a bar at the right where more is there, and the stops of all."""

    pieces: tuple[Piece, ...]
    stops: tuple[Stop, ...]
    bottom: float


def column(box: Box, entries: Sequence[Entry], focus: str, gap: float) -> Column:
    """Return as many whole entries as a box holds, the one in focus among them."""
    at = next((i for i, entry in enumerate(entries) if entry.id == focus), 0)
    first, last = _span(box.height, [entry.height for entry in entries], at, gap)
    pieces: list[Piece] = []
    stops: list[Stop] = []
    y = box.y - sum(entry.height + gap for entry in entries[:first])
    for i, entry in enumerate(entries):
        place = Box(box.x, y, box.width, entry.height)
        is_seen = first <= i <= last
        stops.append(Stop(entry.id, place, entry.is_slow, is_hidden=not is_seen))
        if is_seen:
            pieces.append(Piece(entry.id, place, entry.part))
        y += entry.height + gap
    bottom = pieces[-1].box.bottom if pieces else box.y
    if len(pieces) < len(entries):
        pieces.append(_rail(box, stops, first, bottom))
    return Column(tuple(pieces), tuple(stops), bottom)


def _rail(box: Box, stops: Sequence[Stop], first: int, bottom: float) -> Piece:
    """The bar right of a column that begins with one of its entries and ends at a height."""
    top = stops[first].box.y
    content = stops[-1].box.bottom - stops[0].box.y
    rail = Rail(top - stops[0].box.y, content, bottom - top)
    return Piece("rail", Box(box.right + BESIDE, box.y, WIDTH, bottom - box.y), rail)


def _span(room: float, heights: Sequence[float], at: int, gap: float) -> tuple[int, int]:
    """The first and last of the entries that fit: from the top if the focus is among them, else around it."""
    first, last = 0, -1
    reach = 0.0
    for i, height in enumerate(heights):
        reach += height + (gap if i > first else 0)
        while reach > room and first < i <= at:
            reach -= heights[first] + gap
            first += 1
        if reach > room and i > at:
            break
        last = i
    return first, last
