"""Scenes in motion: parts on their way from how they were seen last to how they are, by the time."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from game.frozen import Frozen, NamedTuple, replace
from game.screen.backdrop import Rings
from game.screen.ease import eased, share, slowing
from game.screen.needle import turned, turning
from game.screen.parts.gauge import Gauge
from game.screen.parts.map_panel import MapPanel
from game.screen.parts.sheet import Sheet
from game.screen.parts.strip import Strip
from game.screen.scene import Part, Piece, Scene
from game.screen.voyage import underway

SLIDING = 0.22
SLIDE = 24.0
"""Logical units by which a sheet comes in from the left."""
SAILING = 0.9
GROWING = 1.2

Seen = Mapping[str, Part]
"""The parts that were seen last, by the ids of their pieces."""


def moving(before: Part | None, after: Part) -> float:
    """Return for how many seconds a part is on its way from how it was seen; 0 where nothing of it moves."""
    match before, after:
        case _, Sheet():
            return 0.0 if _is_same_paper(before, after) else SLIDING
        case _, Rings(is_growing=True) if before != after:
            return GROWING
        case Strip(), Strip():
            return max((turning(*each) for each in _pairs(before, after)), default=0.0)
        case MapPanel(), MapPanel():
            return SAILING if underway(before.sight.picture, after.sight.picture, 0.0) else 0.0
        case _:
            return 0.0


def moved(before: Part | None, piece: Piece, elapsed: float) -> Piece:
    """Return a piece as it is so many seconds after it began to move; at the end it is itself."""
    if elapsed >= moving(before, piece.part):
        return piece
    match before, piece.part:
        case _, Sheet():
            left = round(SLIDE * (1 - slowing(share(elapsed, SLIDING))))
            return replace(piece, box=piece.box.moved(right=-left))
        case _, Rings() as rings:
            return replace(piece, part=replace(rings, grown=eased(share(elapsed, GROWING))))
        case Strip(), Strip() as strip:
            gauges = tuple(turned(*each, elapsed) for each in _pairs(before, strip))
            return replace(piece, part=replace(strip, moving=gauges))
        case MapPanel(), MapPanel() as panel:
            places = underway(before.sight.picture, panel.sight.picture, share(elapsed, SAILING))
            return replace(piece, part=replace(panel, sight=replace(panel.sight, moving=places)))
        case _:
            return piece


def _is_same_paper(before: Part | None, after: Sheet) -> bool:
    return isinstance(before, Sheet) and (before.title, before.source) == (after.title, after.source)


def _pairs(before: Strip, after: Strip) -> tuple[tuple[Gauge, Gauge], ...]:
    """All gauges of a strip, each with what the same one read before."""
    read = {gauge.label: gauge for gauge in before.gauges}
    return tuple((read.get(gauge.label, gauge), gauge) for gauge in after.gauges)


class Move(NamedTuple):
    """A piece by its id, how its part was seen last, and since when (seconds) it is on its way from there."""

    id: str
    before: Part | None
    began: float


class Motion(Frozen):
    """A scene, and the moves by which its pieces come to stand; one without moves stands."""

    scene: Scene = ()
    moves: tuple[Move, ...] = ()

    def at(self, now: float) -> Scene:
        """Return the scene as it is seen at a moment."""
        moves = {move.id: move for move in self.moves}
        return tuple(
            moved(moves[piece.id].before, piece, now - moves[piece.id].began) if piece.id in moves else piece
            for piece in self.scene
        )

    def goes(self, is_unmade: Callable[[Piece], bool]) -> bool:
        """Whether something moves now, and does not wait until it can be drawn."""
        ids = {move.id for move in self.moves}
        return any(piece.id in ids and not is_unmade(piece) for piece in self.scene)

    def later(self, now: float, is_unmade: Callable[[Piece], bool]) -> Motion:
        """Return the motion without the moves that are over; what cannot be drawn yet begins now."""
        pieces = {piece.id: piece for piece in self.scene}
        held = (
            move._replace(began=now) if is_unmade(pieces[move.id]) else move
            for move in self.moves
            if move.id in pieces
        )
        going = (each for each in held if now - each.began < moving(each.before, pieces[each.id].part))
        return Motion(self.scene, tuple(going))

    def begun(self, now: float) -> Motion:
        """Return the motion with all of its moves at their beginning."""
        return Motion(self.scene, tuple(move._replace(began=now) for move in self.moves))

    def changed(self, scene: Scene) -> Motion:
        """Return the motion of another scene of the same screens: what moves goes on."""
        return Motion(scene, self.moves)

    def to(self, scene: Scene, seen: Seen, now: float) -> Motion:
        """Return the motion to a scene in which something came, or went on, since it was seen."""
        new = tuple(
            Move(piece.id, seen.get(piece.id), now)
            for piece in scene
            if moving(seen.get(piece.id), piece.part)
        )
        begun = {move.id for move in new}
        return Motion(scene, (*(move for move in self.moves if move.id not in begun), *new))


def tells(scene: Scene) -> bool:
    """Whether a scene is one of the story, under its strip."""
    return any(isinstance(piece.part, Strip) for piece in scene)


def remembered(seen: Seen, scene: Scene) -> Seen:
    """Return what was seen last with a scene; what is not in it counts as long as the story is in sight."""
    return {**(seen if tells(scene) else {}), **{piece.id: piece.part for piece in scene}}
