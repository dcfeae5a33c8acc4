"""The people who speak to a question, in a row of tiles around the one who has the word."""

from __future__ import annotations

from collections.abc import Sequence

from game.frozen import NamedTuple, replace
from game.screen.box import Box, columns
from game.screen.desk import Desk, Stop
from game.screen.parts.adviser import adviser_height, adviser_width, has_room_beside
from game.screen.parts.speech import Speech, speech_height
from game.screen.scene import Piece
from game.screen.screens.room_view import PEOPLE, quote
from game.screen.shown import tile_of
from game.view.page import Adviser

GUTTER = 18.0
MOST = 5
POINTER = 60.0
GAP = 14.0


class People(NamedTuple):
    """The tiles and the band of speech below them, from y = 0 downward, with their height."""

    height: float
    pieces: tuple[Piece, ...]
    stops: tuple[Stop, ...]

    def at(self, y: float) -> tuple[Piece, ...]:
        return tuple(Piece(piece.id, piece.box.moved(down=y), piece.part) for piece in self.pieces)

    def stops_at(self, y: float) -> tuple[Stop, ...]:
        return tuple(stop._replace(box=stop.box.moved(down=y)) for stop in self.stops)


def people_row(
    desk: Desk, people: Sequence[Adviser], speaker: str, focus: str, left: float, width: float
) -> People:
    """Return as many tiles as fit a width, and what the speaker says."""
    if not people:
        return People(0.0, (), ())
    tiles = [
        tile_of(each, desk.words, is_speaking=each.id == speaker, has_focus=focus == f"{PEOPLE} {each.id}")
        for each in people
    ]
    least = max(adviser_width(desk.type, tile) for tile in tiles)
    count = max(1, min(len(tiles), MOST, int((width + GUTTER) / (least + GUTTER))))
    own = (width - GUTTER * (count - 1)) / count
    if not all(has_room_beside(desk.type, tile, own) for tile in tiles):
        tiles = [replace(tile, is_stacked=True) for tile in tiles]
    high = max(adviser_height(desk.type, tile, own) for tile in tiles)
    at = next((i for i, each in enumerate(people) if each.id == speaker), 0)
    first = min(max(0, at - count // 2), len(tiles) - count)
    boxes = columns(Box(left, 0, width, high), count, GUTTER)
    pieces = [
        Piece(f"{PEOPLE} {each.id}", box, tile)
        for each, tile, box in zip(people[first:], tiles[first:], boxes, strict=False)
    ]
    band = Box(left - 5, high + GAP, width + 5, _band_height(desk, people, width + 5))
    pieces.append(Piece("speech", band, _speech(desk, people, at, boxes[at - first].x + POINTER)))
    return People(band.bottom, tuple(pieces), tuple(_stops(people, first, boxes, own)))


def _stops(people: Sequence[Adviser], first: int, boxes: Sequence[Box], own: float) -> list[Stop]:
    """The stops of all people; those before and after the row would stand beside it."""
    step = own + GUTTER
    return [
        Stop(
            f"{PEOPLE} {each.id}",
            boxes[0].moved(right=(i - first) * step),
            is_hidden=not first <= i < first + len(boxes),
        )
        for i, each in enumerate(people)
    ]


def _speech(desk: Desk, people: Sequence[Adviser], at: int, pointer: float | None = None) -> Speech:
    place = desk.words["room.speaker"].format(number=at + 1, count=len(people)) if len(people) > 1 else ""
    return Speech(quote(people[at], desk), place, pointer)


def _band_height(desk: Desk, people: Sequence[Adviser], width: float) -> float:
    """The height in which everybody's words have room, so that nothing moves when another speaks."""
    return max(speech_height(desk.type, _speech(desk, people, i), width) for i in range(len(people)))
