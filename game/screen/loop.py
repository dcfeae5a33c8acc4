"""The round of the window: events are taken, screens answer, what changed is painted, then it sleeps."""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from functools import partial
from time import monotonic, sleep

import pygame

from game.frozen import replace
from game.screen.acts import PutAway, QuickLoad, Save, Show
from game.screen.bookcase import Bookcase
from game.screen.collector import set_aside, settle
from game.screen.errands import InTurn
from game.screen.house import House
from game.screen.listening import Listening
from game.screen.prepared import Prepared
from game.screen.press import Press, pressed
from game.screen.projector import Projector
from game.screen.router import click_act, key_act, point_act, present_act, wheel_act
from game.screen.screens.screen import Act
from game.screen.speaker import Speaker
from game.solver.current import CurrentSolver
from game.store.assets import Assets
from game.store.keymap import key_of, usual
from game.store.places import shipped
from game.store.settings import ReadSettings, Settings, read_settings

LIVELY, CALM, ASLEEP = 0.008, 0.03, 0.1  # seconds between two looks at the events; each costs 0.1 ms
HANDOVER = 0.0001  # seconds for which a thread that reads keeps the loop waiting, again and again
LIVELY_FOR, AWAKE_FOR = 2.0, 60.0  # seconds after the last input
RESTING = 0.25  # seconds after the last input, after which the player looks at what is there
PERCENTS = (100, 250, 25)
LONGEST_REPEAT = 1.0  # seconds after which the same key was pressed again, whatever became of its end
STEPS = frozenset({pygame.KEYDOWN, pygame.MOUSEBUTTONDOWN})
"""What may bring another picture; more of it at a time would keep the window from looking at the events."""
REPEATED = frozenset(
    {
        pygame.K_UP,
        pygame.K_DOWN,
        pygame.K_LEFT,
        pygame.K_RIGHT,
        pygame.K_BACKSPACE,
        pygame.K_TAB,
        pygame.K_PLUS,
        pygame.K_MINUS,
        pygame.K_EQUALS,
        pygame.K_KP_PLUS,
        pygame.K_KP_MINUS,
    }
)
"""Keys that may be held down."""
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
        self.house.has_audience = prepared.is_presented
        self.house.games.readings, self.house.games.writings = InTurn("reading"), InTurn("writing")
        self.house.glimpses.errands = InTurn("glimpses", is_labour=True)
        self._solvers = CurrentSolver()
        self._is_whole = False
        content = Assets(shelf.places, prepared.named).content
        speaker = Speaker(shipped("assets") / "sounds", read.settings, content)
        self._listening = Listening(self.house, speaker)
        self.projector = Projector(window, self.house, content)
        self._moved_at = self._now = self._looked_at = monotonic()
        self._pressed = (0, 0.0)
        self._due: deque[pygame.Event] = deque()
        self.house.toast = " ".join(said.in_words(self._words) for said in read.said)
        if prepared.session is not None and prepared.terms is not None:
            self.house.teach(prepared.session, prepared.terms)
        elif prepared.session is not None:
            self.house.enter(prepared.session, prepared.decide)
        if read.settings.full_screen:
            window.set_fullscreen(True)
        if prepared.session is None:
            bookcase.open()

    def run(self) -> int:
        """Go round until the player leaves; return the exit status."""
        sys.setswitchinterval(HANDOVER)
        sparing = self._sparing()
        try:
            while not self.house.is_left:
                self.turn()
                next(sparing, None)
                sleep(self.pause)
        finally:
            self.close()
        return 0

    def close(self) -> None:
        """End what runs beside the window; documents that were asked for are written first."""
        self.house.scribe.close()
        self._solvers.close()
        self.house.games.close()
        self.house.glimpses.close()
        self.house.teaching.close()
        self._listening.close()

    def turn(self) -> None:
        """Take what happened, and show what came of it."""
        self._due.extend(pygame.event.get())
        has_events = bool(self._due)
        self._take_due()
        before, self._now = self._now, monotonic()
        top = self.house.top
        if top.is_moving:
            self.house.stack.turn(top.later((self._now - before) * 1000))
        if not has_events and not self._is_due:
            return
        self._looked_at = self._now
        if self.house.notice():
            self.projector.spoil()
        self._listening.listen()
        self.projector.show(self._now)
        if not self._is_whole and not self.projector.is_busy:
            self._begin_the_rest()
        if self._is_at_rest:
            self.house.glimpses.look(self.house.top)

    def _begin_the_rest(self) -> None:
        """Begin what works beside the loop: not before the first picture is whole, which is waited for."""
        self._is_whole = True
        self.house.solve_with(self._solvers)
        if not self.house.bookcase.is_open:
            self.house.bookcase.open()

    def _sparing(self) -> Iterator[None]:
        """Set aside what stays as long as the window: the first game, then what stands on the shelves."""
        while not self._is_whole:
            yield
        set_aside()
        while not self.house.bookcase.is_read:
            yield
        settle()

    @property
    def _is_at_rest(self) -> bool:
        """Whether the player waits for nothing, so that work beside the loop keeps nobody waiting."""
        is_awaited = self.projector.is_busy or self.house.games.awaited is not None
        return not is_awaited and self._now - self._moved_at > RESTING

    @property
    def _is_due(self) -> bool:
        """Whether to look at the time and at what was done beside the loop: seldom while nothing happens."""
        return self.pause < CALM or self._now - self._looked_at >= ASLEEP

    @property
    def pause(self) -> float:
        """Seconds until the next look at the events; none while the picture lacks something."""
        if self.projector.is_painting or self.projector.is_making or self._due:
            return 0.0
        quiet = self._now - self._moved_at
        is_moving = self.house.top.is_moving or self.projector.is_busy
        if is_moving or quiet < LIVELY_FOR:
            return LIVELY
        return CALM if quiet < AWAKE_FOR else ASLEEP

    # ------------------------------------------------------------------ events

    def _take_due(self) -> None:
        """Take what happened up to what brings another picture, which is to be seen before the rest."""
        while self._due:
            event, top = self._due.popleft(), self.house.top
            self._take(event)
            if event.type in STEPS and self.house.top is not top:
                return

    def _take(self, event: pygame.Event) -> None:  # noqa: C901  one case an event
        if event.type in STEPS:
            self.projector.settle()
        if event.type == pygame.KEYDOWN:
            self._moved_at = monotonic()
            press = None if self._is_held(event.key) else self._meant(pressed(event))
            if press is not None:
                self._press(press)
        elif event.type == pygame.KEYUP:
            self._pressed = (0, 0.0)
        elif event.type == pygame.TEXTINPUT:
            self._do(self.house.top.typed(event.text))
        elif event.type == pygame.MOUSEBUTTONDOWN and event.button == 1:
            self._moved_at = monotonic()
            self._click(*self.projector.point(event.pos))
        elif event.type == pygame.MOUSEBUTTONDOWN and event.button == 3:
            self._do(self.house.top.back())
        elif event.type == pygame.MOUSEMOTION:
            self._moved_at = monotonic()
            drag = self.projector.dragged(event.rel) if event.buttons[0] else None
            layout, point = self.projector.layout(self.house.top), self.projector.point(event.pos)
            self._do(point_act(self.house.top, layout, *point, drag))
        elif event.type == pygame.MOUSEWHEEL:
            self._moved_at = monotonic()
            point = self.projector.point(pygame.mouse.get_pos())
            self._do(wheel_act(self.house.top, self.projector.layout(self.house.top), *point, event.y))
        elif event.type == pygame.WINDOWSIZECHANGED:
            self.projector.restage()
        elif event.type == pygame.WINDOWEXPOSED:
            self.projector.spoil()
        elif event.type in (pygame.QUIT, pygame.WINDOWCLOSE):
            self.house.is_left = True

    def _press(self, press: Press) -> None:
        """Do what a key means on every screen, or before a class, or on this one."""
        if not self._kept(press) and not self._presented(press):
            self._do(key_act(self.projector.focused(), self.projector.layout(self.house.top), press))

    def _click(self, x: float, y: float) -> None:
        """Do what a click asks for; the mark of the coach lies over everything, and a hint is its key."""
        part = self.projector.coach_at(x, y)
        if part is not None:
            self._do(PutAway() if part == "away" else None)
            return
        press = self.projector.hinted_at(x, y)
        if press is not None:
            self._press(press)
        else:
            self._do(click_act(self.house.top, self.projector.layout(self.house.top), x, y))

    def _is_held(self, key: int) -> bool:
        """Whether a key that does something once is still down: while the window works it seems to repeat."""
        before, self._pressed = self._pressed, (key, monotonic())
        is_same = before[0] == key and self._pressed[1] - before[1] < LONGEST_REPEAT
        is_page = key in (pygame.K_PAGEUP, pygame.K_PAGEDOWN) and not self.house.is_presented
        return is_same and not is_page and key not in REPEATED

    def _meant(self, press: Press | None) -> Press | None:
        """Return the usual key for what a key does by the player's settings; None if it does nothing."""
        top = self.house.top
        if press is None or top.takes_any_key or top.takes_text or press.has_control or press.has_alt:
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
                "f1": partial(house.do, Show("help")),
                "f2": partial(house.do, Show("settings")),
                "f5": partial(house.do, Save()),
                "f9": partial(house.do, QuickLoad()),
                "f10": self._present,
                "f12": self._keep_picture,
            }
            act = keys.get(press.key)
        if act is None and press.key == "backspace" and self.projector.is_coached:
            act = partial(house.do, PutAway())
        if act is not None:
            act()
        return act is not None

    def _presented(self, press: Press) -> bool:
        """Before a class, turn the page by a presenter's keys; return whether it was one."""
        by = PAGES.get(press.key)
        if not self.house.is_presented or by is None or press.has_control or press.has_alt:
            return False
        screen = self.projector.focused()
        if screen.takes_text and press.key == "space":
            return False
        act = present_act(screen, self.projector.layout(screen), by)
        self._do(act)
        return act is not None

    def _present(self) -> None:
        """Begin or end to show the game to a class; a lesson is always shown to one."""
        if self.house.is_taught:
            return
        self.house.has_audience = not self.house.has_audience
        said = "toast.presented" if self.house.has_audience else "toast.not_presented"
        key = key_of(self.house.settings.keys, "presenter").upper()
        self.house.toast = self._words[said].format(key=key)
        self.projector.restage()

    def _do(self, act: Act | None) -> None:
        if act is not None:
            self.house.do(act)

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
            pygame.image.save(self.projector.surface, path)
            self.house.toast = self._words["toast.picture"].format(name=path)
        except (OSError, pygame.error) as fault:
            self.house.toast = self._words["toast.no_picture"].format(reason=fault)
