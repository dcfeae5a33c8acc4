"""The mark of the coach in its place over the picture of a screen."""

from __future__ import annotations

from game.screen.backdrop import Rings
from game.screen.box import Box, enclosing
from game.screen.coach import TASKS, Coach
from game.screen.desk import Desk, Layout
from game.screen.parts.coach_mark import CoachMark, Obstacles, mark_box, mark_size
from game.screen.parts.dialog import Dialog, dialog_layout
from game.screen.parts.keys import Hint
from game.screen.parts.map_panel import MapPanel
from game.screen.parts.veil import Veil
from game.screen.scene import Piece
from game.screen.screens.screen import Screen

ID = "coach"
ACTIONS = ("advisers", "map", "journal", "wait", "help")
_TARGET, _STOP, _PIECE, _VIEW = 40.0, 6.0, 3.0, 0.4
"""What it costs to cover a unit of what is spoken of, of a stop, of another piece, of a map or rings."""


def coach_piece(coach: Coach, screen: Screen, layout: Layout, desk: Desk) -> Piece | None:
    """Return the mark for a screen with its layout, None where it has nothing to say there."""
    mark = coach.mark(screen)
    if mark is None:
        return None
    words = desk.words
    spoken_of = (
        tuple(piece.box for piece in layout.scene if _is_of(mark.target, piece.id))
        or _seen(layout, mark.target)
        or _seen(layout, mark.way)
    )
    target = enclosing(spoken_of) if spoken_of and mark.target else None
    part = CoachMark(
        words["coach.title"],
        words[mark.words].format(**{name: desk.cap(name) for name in ACTIONS}),
        Hint(words["key.backspace"], words["coach.away"]),
        coach.at / len(TASKS),
        target,
    )
    obstacles: Obstacles = (
        *((box, _TARGET) for box in spoken_of if mark.target),
        *((stop.box, _STOP) for stop in layout.stops if not stop.is_hidden and not _is_view(layout, stop.id)),
        *((_covering(piece, desk), _weight(piece)) for piece in layout.scene),
    )
    return Piece(ID, mark_box(mark_size(desk.type, part, desk.box), desk.box, target, obstacles), part)


def _seen(layout: Layout, target: str) -> tuple[Box, ...]:
    return tuple(stop.box for stop in layout.stops if not stop.is_hidden and _is_of(target, stop.id))


def _is_of(target: str, id_: str) -> bool:
    return id_ == target or id_.startswith(f"{target} ")


def _is_view(layout: Layout, id_: str) -> bool:
    return any(piece.id == id_ and isinstance(piece.part, MapPanel | Rings) for piece in layout.scene)


def _covering(piece: Piece, desk: Desk) -> Box:
    """The box that a piece covers; a dialog lies in the middle of its own."""
    if isinstance(piece.part, Dialog):
        return dialog_layout(desk.type, piece.part, desk.box).box
    return piece.box


def _weight(piece: Piece) -> float:
    match piece.part:
        case Rings() | MapPanel():
            return _VIEW
        case Veil():
            return 0.0
        case _:
            return _PIECE
