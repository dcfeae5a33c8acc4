"""The round of the window: events are taken, screens answer, what changed is painted, then it sleeps."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from functools import partial
from operator import is_
from time import monotonic, sleep

import pygame

from game.screen.acts import Act, QuickLoad, Save
from game.screen.app import Prepared
from game.screen.bookcase import Bookcase
from game.screen.desk import Layout
from game.screen.fade import Fade
from game.screen.house import House
from game.screen.overflow import check
from game.screen.parts.dialog import toast_box
from game.screen.parts.plain import Toast
from game.screen.press import Press, pressed
from game.screen.router import click_act, focus_of, key_act, point_act, present_act, wheel_act
from game.screen.scene import Piece, Scene
from game.screen.screens.letter import Letter
from game.screen.screens.opening import Opening
from game.screen.screens.reading import Reading
from game.screen.screens.screen import Screen
from game.screen.speaker import Heard, Speaker, level
from game.screen.stage import Stage, Workshop
from game.solver.current import CurrentSolver
from game.store.keymap import usual
from game.store.places import shipped
from game.store.settings import ReadSettings, Settings, read_settings

LIVELY, CALM, ASLEEP = 0.008, 0.02, 0.1  # seconds between two looks at the events; each costs 0.1 ms
LIVELY_FOR, AWAKE_FOR = 2.0, 60.0  # seconds after the last input
SLICE = 8.0  # milliseconds of making what takes long, between two looks at the events
TOAST = 2.6
DEBUG = "EXCOMM_DEBUG"  # where it is set, a layout that cuts something is a fault of the program
PERCENTS = (100, 250, 25)
ARRIVING = (Letter, Opening, Reading)
"""What is put away to see what came next; behind all else lies what was heard already."""
PAGES: Mapping[str, int] = {"space": 1, "page_down": 1, "page_up": -1}
"""A presenter's keys: the next page, and the one before."""


class Loop:
    """The window with its stage and its house."""

    def __init__(self, window: pygame.Window, prepared: Prepared) -> None:
        shelf = prepared.shelf
        bookcase = Bookcase(shelf.places, shelf.language, prepared.words)
        self._words = prepared.words
        read = (
            ReadSettings(Settings(sound=False), ())
            if prepared.is_safe
            else read_settings(shelf.places.settings)
        )
        self.window = window
        self.house = House(shelf, bookcase, read.settings, self._words)
        self.house.is_presented = prepared.is_presented
        self._solvers = self.house.solvers = CurrentSolver()
        self._solvers.prepare()
        self._workshop = Workshop(shipped("assets"))
        self._speaker = Speaker(shipped("assets") / "sounds", read.settings)
        self._listened: tuple[type[Screen], ...] = ()
        self._stage = self._staged()
        self._staged_for = read.settings
        self._layouts: dict[int, tuple[Screen, Layout]] = {}
        self._kind: tuple[object, ...] = ()
        self._painted: tuple[tuple[Screen, ...], str] | None = None
        self._fade: Fade | None = None
        self._moved_at = self._now = monotonic()
        self._toast, self._toast_until = "", 0.0
        self._is_stale = True
        self._is_checked = bool(os.environ.get(DEBUG))
        if read.sentences:
            self.house.toast = " ".join(read.sentences)
        if prepared.session is not None:
            self.house.enter(prepared.session, prepared.decide)
        if read.settings.full_screen:
            window.set_fullscreen(True)
        bookcase.open()

    def run(self) -> int:
        """Go round until the player leaves; return the exit status."""
        try:
            while not self.house.is_left:
                self.turn()
                sleep(self._pause)
        finally:
            self._solvers.close()
        self._speaker.close()
        return 0

    def turn(self) -> None:
        """Take what happened, and show what came of it."""
        for event in pygame.event.get():
            self._take(event)
        before, self._now = self._now, monotonic()
        top = self.house.top
        if top.is_moving:
            self.house.stack[-1] = top.later((self._now - before) * 1000)
        self._is_stale |= self.house.notice()
        self._listen()
        self._show()

    @property
    def _pause(self) -> float:
        quiet = self._now - self._moved_at
        is_moving = self.house.top.is_moving or self._fade is not None or self._stage.is_busy
        if is_moving or quiet < LIVELY_FOR:
            return LIVELY
        return CALM if quiet < AWAKE_FOR else ASLEEP

    # ------------------------------------------------------------------ events

    def _take(self, event: pygame.Event) -> None:
        if event.type == pygame.KEYDOWN:
            self._moved_at = monotonic()
            press = self._meant(pressed(event))
            if press is not None and not self._kept(press) and not self._presented(press):
                self._do(key_act(self._focused(), self._layout(self.house.top), press))
        elif event.type == pygame.MOUSEBUTTONDOWN and event.button == 1:
            self._moved_at = monotonic()
            self._do(click_act(self.house.top, self._layout(self.house.top), *self._point(event.pos)))
        elif event.type == pygame.MOUSEBUTTONDOWN and event.button == 3:
            self._do(self.house.top.back())
        elif event.type == pygame.MOUSEMOTION:
            self._moved_at = monotonic()
            unit = self._stage.canvas.scale.unit
            drag = (event.rel[0] / unit, event.rel[1] / unit) if event.buttons[0] else None
            layout, point = self._layout(self.house.top), self._point(event.pos)
            self._do(point_act(self.house.top, layout, *point, drag))
        elif event.type == pygame.MOUSEWHEEL:
            self._moved_at = monotonic()
            point = self._point(pygame.mouse.get_pos())
            self._do(wheel_act(self.house.top, self._layout(self.house.top), *point, event.y))
        elif event.type == pygame.WINDOWSIZECHANGED:
            self._restage()
        elif event.type == pygame.WINDOWEXPOSED:
            self._is_stale = True
        elif event.type in (pygame.QUIT, pygame.WINDOWCLOSE):
            self.house.is_left = True

    def _meant(self, press: Press | None) -> Press | None:
        """Return the usual key for what a key does by the player's settings; None if it does nothing."""
        if press is None or self.house.top.takes_any_key or press.has_control or press.has_alt:
            return press
        key = usual(self.house.settings.keys, press.key)
        return press._replace(key=key) if key is not None else None

    def _kept(self, press: Press) -> bool:
        """Do what a key means on every screen; return whether it means something."""
        house, settings = self.house, self.house.settings
        if house.top.takes_any_key:
            return False
        if press.has_control:
            controls: Mapping[str, Callable[[], None]] = {
                "q": partial(setattr, house, "is_left", True),
                "+": partial(self._resize_text, 1),
                "-": partial(self._resize_text, -1),
            }
            act = controls.get(press.key)
        elif press.key == "f11" or (press.key == "enter" and press.has_alt):
            act = partial(house.adopt, replace(settings, full_screen=not settings.full_screen))
        else:
            keys: Mapping[str, Callable[[], None]] = {
                "f1": partial(house.show, "help"),
                "f2": partial(house.show, "settings"),
                "f5": partial(house.do, Save()),
                "f9": partial(house.do, QuickLoad()),
                "f10": self._present,
                "f12": self._keep_picture,
            }
            act = keys.get(press.key)
        if act is not None:
            act()
        return act is not None

    def _presented(self, press: Press) -> bool:
        """Before a class, turn the page by a presenter's keys; return whether it was one."""
        by = PAGES.get(press.key)
        if not self.house.is_presented or by is None or press.has_control or press.has_alt:
            return False
        screen = self._focused()
        act = present_act(screen, self._layout(screen), by)
        self._do(act)
        return act is not None

    def _present(self) -> None:
        """Begin or end to show the game to a class."""
        self.house.is_presented = not self.house.is_presented
        said = "toast.presented" if self.house.is_presented else "toast.not_presented"
        self.house.toast = self._words[said]
        self._restage()

    def _do(self, act: Act | None) -> None:
        if act is not None:
            self.house.do(act)

    def _focused(self) -> Screen:
        """The top screen with its focus on a stop that is there."""
        top = self.house.top
        focus = focus_of(top, self._layout(top))
        if focus != top.focus:
            self.house.stack[-1] = top = top.focused(focus)
        return top

    def _point(self, place: tuple[int, int]) -> tuple[float, float]:
        """Return the logical point under the mouse; a window may have more pixels than it says."""
        ratio = self._stage.surface.get_width() / max(1, self.window.size[0])
        return self._stage.canvas.scale.logical(place[0] * ratio, place[1] * ratio)

    def _resize_text(self, by: int) -> None:
        least, most, step = PERCENTS
        settings = self.house.settings
        percent = min(max(least, settings.text_scale + by * step), most)
        self.house.adopt(replace(settings, text_scale=percent))
        self.house.toast = self._words["toast.text"].format(percent=percent)

    def _keep_picture(self) -> None:
        folder = self.house.shelf.places.runs.parent / "pictures"
        path = folder / f"excomm {datetime.now().astimezone():%Y-%m-%d %H.%M.%S}.png"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            pygame.image.save(self._stage.surface, path)
            self.house.toast = self._words["toast.picture"].format(name=path)
        except (OSError, pygame.error) as fault:
            self.house.toast = self._words["toast.no_picture"].format(reason=fault)

    # ------------------------------------------------------------------ sound

    def _listen(self) -> None:
        """Let be heard what came into sight and what was done; name it in words where that is wanted."""
        house = self.house
        for name in house.heard:
            self._speaker.play(Heard(name))
        house.heard.clear()
        stack = tuple(map(type, house.stack))
        if stack == self._listened:
            return
        before, self._listened = self._listened, stack
        self._speaker.hum(level(house.page))
        if len(stack) < len(before) and not issubclass(before[-1], ARRIVING):
            return
        for cue in house.top.cues:
            if not cue.is_asset:
                self._speaker.play(Heard(cue.name, "story"))
            if house.settings.captions and cue.caption and not isinstance(house.top, Letter):
                house.toast = self._words["toast.heard"].format(caption=cue.caption)

    # ------------------------------------------------------------------ picture

    def _staged(self) -> Stage:
        house = self.house
        return Stage(
            self.window.get_surface(),
            house.settings,
            self._workshop,
            self._words,
            is_presented=house.is_presented,
        )

    def _restage(self) -> None:
        self._stage = self._staged()
        self._staged_for = self.house.settings
        self._layouts.clear()
        self._fade = None
        self._is_stale = True

    def _layout(self, screen: Screen) -> Layout:
        kept = self._layouts.get(id(screen))
        if kept is None or kept[0] is not screen:
            kept = (screen, screen.layout(self._stage.desk))
            if self._is_checked:
                check(self._stage.desk, kept[1])
            self._layouts = {
                id(each): self._layouts[id(each)] for each in self.house.stack if id(each) in self._layouts
            }
            self._layouts[id(screen)] = kept
        return kept[1]

    def _scene(self) -> Scene:
        """The pieces of all screens that are seen; only the top one has a focus."""
        pieces: list[Piece] = []
        *below, top = self.house.seen
        for depth, screen in enumerate(below):
            quiet = self._layout(screen).scene
            pieces += [Piece(f"{depth} {piece.id}", piece.box, piece.part) for piece in quiet]
        pieces += [
            Piece(f"{len(below)} {piece.id}", piece.box, piece.part)
            for piece in self._layout(self._focused()).scene
        ]
        del top
        if self._toast:
            box = toast_box(self._stage.desk.type, self._toast, self._stage.desk.box)
            pieces.append(Piece("toast", box, Toast(self._toast)))
        return tuple(pieces)

    def _show(self) -> None:
        self._mind_settings()
        self._mind_toast()
        is_drawn = self._is_stale
        self._is_stale = False
        kind = tuple(type(screen) for screen in self.house.seen)
        if kind != self._kind:
            is_drawn |= self._change(kind)
        elif self._fade is None or self._fade.is_over(self._now):
            if self._fade is not None:
                self._fade.finish(self._stage.surface)
                self._fade, is_drawn = None, True
            if is_drawn or not self._is_painted():
                self._painted = (self.house.seen, self._toast)
                is_drawn |= self._stage.paint(self._scene())
            if self._stage.is_busy:
                is_drawn |= self._stage.advance(SLICE)
        else:
            self._fade.draw(self._stage.surface, self._now)
            is_drawn = True
        if is_drawn:
            self.window.flip()
        self._name()

    def _name(self) -> None:
        """Let the title of the window say what is seen, for who cannot see it."""
        place = self._words["name." + self.house.top.help_key.rpartition(".")[2]]
        title = self._words["name.window"].format(place=place)
        if self.window.title != title:
            self.window.title = title

    def _is_painted(self) -> bool:
        """Whether the surface shows the very screens that are seen."""
        if self._painted is None or self._painted[1] != self._toast:
            return False
        seen = self.house.seen
        return len(seen) == len(self._painted[0]) and all(map(is_, seen, self._painted[0]))

    def _change(self, kind: tuple[object, ...]) -> bool:
        """Paint another screen whole, and let it come through the old one."""
        surface = self._stage.surface
        is_first = not self._kind
        self._kind = kind
        before = None if is_first or self.house.settings.reduced_motion else surface.copy()
        self._stage.forget()
        self._stage.paint(self._scene())
        if before is not None:
            self._fade = Fade(before, surface.copy(), self._now)
            self._fade.draw(surface, self._now)
        return True

    def _mind_settings(self) -> None:
        settings = self.house.settings
        if settings == self._staged_for:
            return
        if settings.full_screen != self._staged_for.full_screen:
            if settings.full_screen:
                self.window.set_fullscreen(True)
            else:
                self.window.set_windowed()
        self._speaker.adopt(settings)
        self._restage()

    def _mind_toast(self) -> None:
        if self.house.toast:
            self._toast, self.house.toast = self.house.toast, ""
            self._toast_until = self._now + TOAST
        elif self._toast and self._now >= self._toast_until:
            self._toast = ""
