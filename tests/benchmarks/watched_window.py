"""The program with an eye on its window: `python watched_window.py first|room WORDS OF THE COMMAND LINE`.

`first` prints when the first picture is there. `room` puts away what lies over the situation room and
prints when the room is seen and takes input, and when its last picture is there, with the map; it stays
until the shelves are read, and what is kept of that is written. Times are seconds of the clock that all
processes share.
"""

from __future__ import annotations

import os
import sys
import threading
import time
import zlib
from collections.abc import Callable, Sequence

os.environ.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")  # as in the program

import pygame

from game.commands.main import main

ROOM = "Situation room"
AGAIN = 0.25
"""Seconds after which a key is pressed again where the window still shows the same place."""
QUIET = 0.5
"""Seconds without another picture after which the last one is there."""


class Watched(pygame.Window):
    """A window that knows when it last showed another picture."""

    flipped = 0.0
    picture = 0
    watches: Callable[[], None] = staticmethod(lambda: None)
    latest: Watched

    def __init__(self, title: str, size: tuple[int, int], **how: bool) -> None:
        super().__init__(title, size, **how)
        Watched.latest = self

    def flip(self) -> None:
        super().flip()
        now, picture = time.monotonic(), zlib.adler32(self.get_surface().get_buffer().raw)
        if picture != self.picture:
            self.flipped, self.picture = now, picture
        Watched.watches()


class Visitor:
    """Goes to the situation room, and leaves when all of it is there."""

    def __init__(self) -> None:
        self._take = pygame.event.get
        self._usable = 0.0
        self._pressed = ("", 0.0)

    def events(self) -> Sequence[pygame.Event]:
        """Return what happened, and a key that puts away what lies over the room."""
        window = Watched.latest
        if not window.title.endswith(ROOM):
            at, when = self._pressed
            if window.title == at and time.monotonic() - when < AGAIN:
                return self._take()
            self._pressed = (window.title, time.monotonic())
            key = {"key": pygame.K_RETURN, "mod": 0, "scancode": 0}
            return [*self._take(), pygame.Event(pygame.KEYDOWN, key), pygame.Event(pygame.KEYUP, key)]
        self._usable = self._usable or time.monotonic()
        if time.monotonic() - window.flipped > QUIET and not _is_reading():
            _say(self._usable, window.flipped)
        return self._take()


def _is_reading() -> bool:
    """Whether scenarios are being read beside the loop."""
    return any(thread.name == "bookcase" for thread in threading.enumerate())


def _say(*moments: float) -> None:
    sys.stdout.write(f"{' '.join(map(str, moments))}\n")
    sys.stdout.flush()
    os._exit(0)  # nothing of the program's end is wanted


def watch() -> None:
    """Begin the program."""
    what, *words = sys.argv[1:]
    vars(pygame).update(Window=Watched)  # the program knows it by this name
    if what == "first":
        Watched.watches = staticmethod(lambda: _say(Watched.latest.flipped))
    else:
        vars(pygame.event).update(get=Visitor().events)
    main(words)


if __name__ == "__main__":
    watch()
