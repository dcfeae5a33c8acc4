"""A picture as parts in their places, and what of it has to be drawn again."""

from __future__ import annotations

from collections.abc import Iterable

from game.frozen import Frozen
from game.screen.backdrop import Rings
from game.screen.box import Box, enclosing
from game.screen.parts.adviser import AdviserTile
from game.screen.parts.branch import Branch, Threads
from game.screen.parts.button import Button
from game.screen.parts.card import Card
from game.screen.parts.coach_mark import CoachMark
from game.screen.parts.dialog import Dialog
from game.screen.parts.entry import MenuEntry
from game.screen.parts.folder import Folder
from game.screen.parts.globe_inset import GlobeInset
from game.screen.parts.hundred import Hundred
from game.screen.parts.machine import Machine
from game.screen.parts.map_key import MapKey
from game.screen.parts.map_panel import MapPanel
from game.screen.parts.plain import Band, Caption, Chip, Face, HintLine, Toast, Words
from game.screen.parts.plot import Plot
from game.screen.parts.row import Row
from game.screen.parts.scroll import Rail
from game.screen.parts.share import ShareRow
from game.screen.parts.sheet import Sheet
from game.screen.parts.sign import Sign
from game.screen.parts.speech import Speech
from game.screen.parts.strip import Strip
from game.screen.parts.tab import TabWord
from game.screen.parts.tabs import Tabs
from game.screen.parts.teletype import Teletype
from game.screen.parts.veil import Veil
from game.screen.parts.vignette import Vignette

Part = (
    AdviserTile
    | Band
    | Branch
    | Button
    | Caption
    | Card
    | Chip
    | CoachMark
    | Dialog
    | Face
    | Folder
    | GlobeInset
    | HintLine
    | Hundred
    | Machine
    | MapKey
    | MapPanel
    | MenuEntry
    | Plot
    | Rail
    | Rings
    | Row
    | ShareRow
    | Sheet
    | Sign
    | Speech
    | Strip
    | TabWord
    | Tabs
    | Teletype
    | Threads
    | Toast
    | Veil
    | Vignette
    | Words
)

REACH = 8.0
REACHES: dict[type, float] = {
    Card: 44.0,
    Sheet: 40.0,
    Strip: 2.0,
    HintLine: 4.0,
    Folder: 60.0,
    Teletype: 40.0,
    Machine: 50.0,
    Rings: 0.0,
    Veil: 0.0,
    Speech: 20.0,
    CoachMark: 40.0,
    Toast: 40.0,
    Words: 24.0,
}
FALLS: dict[type, float] = {Sheet: 10.0}
"""How far below a part its shadow lies, where that matters to what stands above and beside it."""


class Piece(Frozen):
    """A part in its place.

    `id` tells a piece from the others of its picture and stays when the part changes.
    """

    id: str
    box: Box
    part: Part

    @property
    def reach(self) -> Box:
        """The box that the part may draw on: with shadow, frame and pointer."""
        kind = type(self.part)
        return self.box.grown(REACHES.get(kind, REACH)).moved(down=FALLS.get(kind, 0.0))


Scene = tuple[Piece, ...]


def damaged(before: Scene, after: Scene) -> tuple[Box, ...]:
    """Return what has to be drawn again, as boxes that do not meet.

    A piece that is new, gone or changed damages what it reached and what it reaches now.
    A changed order damages nothing: pieces that lie over each other keep their order.
    """
    old, new = {piece.id: piece for piece in before}, {piece.id: piece for piece in after}
    boxes = [
        piece.reach
        for id_ in {**old, **new}
        if old.get(id_) != new.get(id_)
        for piece in (old.get(id_), new.get(id_))
        if piece is not None
    ]
    return apart(boxes)


def apart(boxes: Iterable[Box]) -> tuple[Box, ...]:
    """Return boxes with those that meet joined to one."""
    found: list[Box] = []
    for box in boxes:
        joined = box
        while met := [other for other in found if other.meets(joined)]:
            joined = enclosing((joined, *met))
            found = [other for other in found if other not in met]
        found.append(joined)
    return tuple(found)
