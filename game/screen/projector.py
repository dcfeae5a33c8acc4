"""What is seen of the house: layouts of its screens, painted on the stage of the window; fades, a toast."""

from __future__ import annotations

import math
import os
from operator import is_
from time import perf_counter

import pygame

from game.screen.coach import Coach
from game.screen.coaching import coach_piece
from game.screen.desk import Layout
from game.screen.fade import Fade
from game.screen.house import House
from game.screen.motion import Motion, Seen, remembered, tells
from game.screen.overflow import check
from game.screen.parts.coach_mark import CoachMark, away_box
from game.screen.parts.keys import hint_at
from game.screen.parts.plain import HintLine
from game.screen.press import Press
from game.screen.remark import SILENCE, caption_piece, toast_piece
from game.screen.router import focus_of
from game.screen.scene import Piece, Scene
from game.screen.screens.screen import Screen
from game.screen.stage import Stage, Workshop
from game.store.assets import Content, nothing
from game.store.places import shipped

SLICE = 8.0  # milliseconds of making what takes long, between two looks at the events
PAINTING = 25.0  # milliseconds of painting what the player waits for, between two looks at the events
DEBUG = "EXCOMM_DEBUG"  # where it is set, a layout that cuts something is a fault of the program
_Over = tuple[str, str, Coach | None]


class Projector:
    """The window's picture of a house; times are seconds of the clock of the loop."""

    def __init__(self, window: pygame.Window, house: House, content: Content = nothing) -> None:
        self._window = window
        self._house = house
        self._workshop = Workshop(shipped("assets"), content)
        self._stage = self._staged()
        self._staged_for = house.settings
        self._layouts: dict[int, tuple[Screen, Layout]] = {}
        self._kind: tuple[object, ...] = ()
        self._painted: tuple[tuple[Screen, ...], *_Over] | None = None
        self._leaving: pygame.Surface | None = None
        self._fade: Fade | None = None
        self._motion = Motion()
        self._seen: Seen = {}
        self._toast = self._caption = SILENCE
        self._is_stale = True
        self._is_checked = bool(os.environ.get(DEBUG))

    @property
    def surface(self) -> pygame.Surface:
        return self._stage.surface

    @property
    def is_fading(self) -> bool:
        return self._fade is not None

    @property
    def is_painting(self) -> bool:
        """Whether the player waits for a picture."""
        return not self._stage.is_painted

    @property
    def is_making(self) -> bool:
        """Whether the picture still lacks something, and nothing moves on it that is to move evenly."""
        return self._stage.is_busy and not self._is_moving and self._fade is None

    @property
    def _is_moving(self) -> bool:
        return bool(self._motion.moves) and self._motion.goes(self._stage.is_unmade)

    @property
    def is_busy(self) -> bool:
        """Whether something moves, or is still being painted or made."""
        return self._fade is not None or bool(self._motion.moves) or self._stage.is_busy

    @property
    def moving(self) -> frozenset[str]:
        """What moves now: the ids of pieces."""
        return frozenset(move.id for move in self._motion.moves)

    def spoil(self) -> None:
        """Let the window be shown anew."""
        self._is_stale = True

    def restage(self) -> None:
        """Begin again for another window, other settings, or another public."""
        self._stage = self._staged()
        self._staged_for = self._house.settings
        self._layouts.clear()
        self._leaving = self._fade = self._painted = None
        self._motion = Motion()
        self._is_stale = True

    def settle(self) -> None:
        """Let all that moves be where it comes to stand: the player goes on."""
        if self._fade is not None:
            self._fade.finish(self._stage.surface)
            self._fade = None
            self._is_stale = True
        self._motion = self._motion.begun(-math.inf)

    def point(self, place: tuple[int, int]) -> tuple[float, float]:
        """Return the logical point under the mouse; a window may have more pixels than it says."""
        ratio = self.surface.get_width() / max(1, self._window.size[0])
        return self._stage.canvas.scale.logical(place[0] * ratio, place[1] * ratio)

    def dragged(self, way: tuple[int, int]) -> tuple[float, float]:
        """Return a way of the mouse in logical units."""
        unit = self._stage.canvas.scale.unit
        return way[0] / unit, way[1] / unit

    def focused(self) -> Screen:
        """Return the top screen with its focus on a stop that is there."""
        top = self._house.top
        focus = focus_of(top, self.layout(top))
        if focus != top.focus:
            top = top.focused(focus)
            self._house.stack.turn(top)
        return top

    def layout(self, screen: Screen) -> Layout:
        kept = self._layouts.get(id(screen))
        if kept is None or kept[0] is not screen:
            kept = (screen, screen.layout(self._stage.desk))
            if self._is_checked:
                check(self._stage.desk, kept[1])
            self._layouts = {
                id(each): self._layouts[id(each)] for each in self._house.stack if id(each) in self._layouts
            }
            self._layouts[id(screen)] = kept
        return kept[1]

    def _scene(self) -> Scene:
        """The pieces of all screens that are seen; only the top one has a focus."""
        pieces: list[Piece] = []
        below = self._house.stack.seen[:-1]
        for depth, screen in enumerate(below):
            quiet = self.layout(screen).scene
            pieces += [Piece(f"{depth} {piece.id}", piece.box, piece.part) for piece in quiet]
        pieces += [
            Piece(f"{len(below)} {piece.id}", piece.box, piece.part)
            for piece in self.layout(self.focused()).scene
        ]
        coached = self._coached()
        if coached is not None:
            pieces.append(coached)
        if self._caption.words:
            pieces.append(caption_piece(self._stage.desk, self._caption.words, tuple(pieces)))
        if self._toast.words:
            pieces.append(toast_piece(self._stage.desk, self._toast.words, tuple(pieces)))
        return tuple(pieces)

    @property
    def is_coached(self) -> bool:
        """Whether the coach has something to say on what is seen."""
        return self._coached() is not None

    def coach_at(self, x: float, y: float) -> str | None:
        """Return what of the coach's mark lies at a logical point: `away`, `mark`, or None."""
        piece = self._coached()
        if piece is None or not isinstance(piece.part, CoachMark) or not piece.box.has_point(x, y):
            return None
        return "away" if away_box(self._stage.desk.type, piece.box, piece.part).has_point(x, y) else "mark"

    def hinted_at(self, x: float, y: float) -> Press | None:
        """Return the key whose hint lies at a logical point."""
        for piece in self.layout(self._house.top).scene:
            if isinstance(piece.part, HintLine):
                hint = hint_at(self._stage.desk.type, piece.box, piece.part.hints, x, y)
                key = self._stage.desk.meant(hint.key) if hint is not None else None
                return Press(key) if key is not None else None
        return None

    def _coached(self) -> Piece | None:
        coach, top = self._house.coach, self._house.top
        if coach is None:
            return None
        return coach_piece(coach, top, self.layout(top), self._stage.desk)

    def show(self, now: float) -> None:
        """Bring the window to what is to be seen at a time, or nearer to it."""
        self._mind_settings()
        self._mind_remarks(now)
        if not self.is_painting:
            began = perf_counter()
            self._take_scene(now)
            if self.is_painting and 1000 * (perf_counter() - began) > PAINTING:
                return  # to lay it out took as long as painting may: first the events are looked at
        is_drawn = self._is_faded(now) if self._fade is not None else self._is_painted_on(now)
        if is_drawn or (self._is_stale and not self.is_painting):
            self._window.flip()
            self._is_stale = False
            self._name()

    def _take_scene(self, now: float) -> None:
        """Have painted what is to be seen now; what was to be seen before is painted."""
        kind = tuple(type(screen) for screen in self._house.stack.seen)
        is_other = kind != self._kind
        if is_other:
            self._leave(kind)
        elif self._fade is not None:
            return
        if is_other or self._is_outdated():
            self._motion = self._motion_to(self._scene(), now, is_other=is_other)
            self._painted = (self._house.stack.seen, *self._over)
        elif not (self._is_stale or self._motion.moves):
            return
        self._motion = self._motion.later(now, self._stage.is_unmade)
        self._stage.paint(self._motion.at(now), self.moving)

    def _motion_to(self, scene: Scene, now: float, *, is_other: bool) -> Motion:
        """Return how a scene comes about: with moves where a screen came, or the story may have gone on."""
        seen, self._seen = self._seen, remembered(self._seen, scene)
        if self._house.settings.reduced_motion or not seen:
            return Motion(scene)
        if is_other:
            return Motion().to(scene, seen, now)
        return self._motion.to(scene, seen, now) if tells(scene) else self._motion.changed(scene)

    def _leave(self, kind: tuple[object, ...]) -> None:
        """Have another screen painted; it is to come through the one that is seen."""
        has_fade = bool(self._kind) and not self._house.settings.reduced_motion
        if self._fade is None:
            self._stage.leave()
        else:  # what is seen is a mixture of two
            self._stage.forget()
        self._kind, self._fade = kind, None
        self._leaving = self._stage.surface.copy() if has_fade else None

    def _is_painted_on(self, now: float) -> bool:
        """Go on painting and making; return whether there is more to be seen."""
        if not self.is_painting and self._is_moving:
            return False  # what takes long is made when all stands
        if not self._stage.advance(PAINTING if self.is_painting else SLICE):
            return False
        if self._leaving is not None:
            surface = self._stage.surface
            self._fade = Fade(surface, now)
            surface.blit(self._leaving, (0, 0))
            self._leaving = None
            self._fade.draw(surface, now)
        return True

    def _is_faded(self, now: float) -> bool:
        """Go on with one screen coming through another."""
        assert self._fade is not None
        if self._fade.is_over(now):
            self._fade.finish(self._stage.surface)
            self._fade = None
            self._motion = self._motion.begun(now)
        else:
            self._fade.draw(self._stage.surface, now)
        return True

    def _name(self) -> None:
        """Let the title of the window say what is seen, for who cannot see it."""
        assert self._painted is not None
        place = self._house.words["name." + self._painted[0][-1].help_key.rpartition(".")[2]]
        title = self._house.words["name.window"].format(place=place)
        if self._window.title != title:
            self._window.title = title

    @property
    def _over(self) -> _Over:
        """What lies over the screens."""
        return self._toast.words, self._caption.words, self._house.coach

    def _is_outdated(self) -> bool:
        """Whether the surface shows other screens than the very ones that are seen."""
        if self._painted is None or self._painted[1:] != self._over:
            return True
        seen = self._house.stack.seen
        return len(seen) != len(self._painted[0]) or not all(map(is_, seen, self._painted[0]))

    def _mind_settings(self) -> None:
        settings = self._house.settings
        if settings == self._staged_for and self._stage.desk.is_presented == self._house.is_presented:
            return
        if settings.full_screen != self._staged_for.full_screen:
            if settings.full_screen:
                self._window.set_fullscreen(True)
            else:
                self._window.set_windowed()
        self.restage()

    def _mind_remarks(self, now: float) -> None:
        """Take what the house says in passing, which goes with the screens that it was said on."""
        house, on = self._house, tuple(map(type, self._house.stack))
        self._toast = self._toast.later(house.toast, now, on)
        self._caption = self._caption.later(house.caption, now, on)
        house.toast = house.caption = ""

    def _staged(self) -> Stage:
        house = self._house
        return Stage(
            self._window.get_surface(),
            house.settings,
            self._workshop,
            house.words,
            is_presented=house.is_presented,
        )
