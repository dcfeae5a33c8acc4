"""The mark of the coach in its place over the picture of a screen."""

from __future__ import annotations

from functools import lru_cache

from game.screen.backdrop import Rings
from game.screen.box import Box, enclosing
from game.screen.clearing import INK, Obstacle, Size, clearest, obstacles
from game.screen.coach import TASKS, Coach
from game.screen.desk import Desk, Layout
from game.screen.parts.coach_mark import CoachMark, mark_sizes
from game.screen.parts.keys import Hint
from game.screen.parts.map_panel import MapPanel
from game.screen.parts.sheet import Sheet
from game.screen.scene import Piece
from game.screen.screens.screen import Screen

ID = "coach"
ACTIONS = ("advisers", "map", "journal", "wait", "help")
TARGET, STOP = 40.0, 6.0
"""What it costs to cover a unit of what is spoken of, and of a stop."""
OVER = 1e7
"""What it costs to lie over what is spoken of, be it by a hair: more than all else together."""
AWAY, OWN = 20.0, 4.0
"""What a unit of the way to it costs, and a unit of the own breadth: a mark is as narrow as it can be."""


def coach_piece(coach: Coach, screen: Screen, layout: Layout, desk: Desk) -> Piece | None:
    """Return the mark for a screen with its layout, None where it has nothing to say there."""
    mark = coach.mark(screen)
    if mark is None:
        return None
    words = desk.words
    spoken = tuple(piece for piece in layout.scene if _is_of(mark.target, piece.id))
    spoken_of = tuple(piece.box for piece in spoken) or _seen(layout, mark.target) or _seen(layout, mark.way)
    target = enclosing(spoken_of) if spoken_of and mark.target else None
    part = CoachMark(
        words["coach.title"],
        words[mark.words].format(**{name: desk.cap(name) for name in ACTIONS}),
        Hint(words["key.backspace"], words["coach.away"]),
        coach.at / len(TASKS),
        target,
    )
    under = (
        *(each._replace(cost=TARGET) for each in obstacles(desk, spoken) if each.cost == INK),
        *(
            Obstacle(stop.box, STOP)
            for stop in layout.stops
            if not stop.is_hidden and not _is_view(layout, stop.id)
        ),
        *obstacles(desk, layout.scene),
    )
    return Piece(ID, _place(desk.box, mark_sizes(desk.type, part, desk.box), target, under), part)


@lru_cache(maxsize=32)
def _place(canvas: Box, sizes: tuple[Size, ...], target: Box | None, under: tuple[Obstacle, ...]) -> Box:
    """Return where a mark covers least, near to its target and never over it if that can be."""

    def price(box: Box) -> float:
        return OWN * box.width + (0.0 if target is None else _way(box, target))

    return clearest(canvas, sizes, price, under)


def _way(box: Box, target: Box) -> float:
    """What it costs to lie away from a target, or over it."""
    (ax, ay), (bx, by) = box.middle, target.middle
    across, down = abs(ax - bx), abs(ay - by)
    apart = (
        max(0.0, across - (box.width + target.width) / 2),
        max(0.0, down - (box.height + target.height) / 2),
    )
    return (OVER if box.meets(target) else 0.0) + AWAY * sum(apart) + 2 * (across + down)


def _seen(layout: Layout, target: str) -> tuple[Box, ...]:
    return tuple(stop.box for stop in layout.stops if not stop.is_hidden and _is_of(target, stop.id))


def _is_of(target: str, id_: str) -> bool:
    return id_ == target or id_.startswith(f"{target} ")


def _is_view(layout: Layout, id_: str) -> bool:
    """Whether a stop is looked at or read, so that it costs what its picture does."""
    return any(piece.id == id_ and isinstance(piece.part, MapPanel | Rings | Sheet) for piece in layout.scene)
