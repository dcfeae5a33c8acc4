"""What a layout is made with, and what it gives: pieces, stops of the focus, what can be scrolled."""

from __future__ import annotations

from game.frozen import Frozen, NamedTuple
from game.screen.box import Box
from game.screen.parts.keys import Hint, Hints
from game.screen.parts.sheet import Sheet, sheet_layout
from game.screen.scene import Scene
from game.screen.theme import Theme
from game.screen.typeset import Typesetter
from game.screen.uses import PRESSES, Uses
from game.store.keymap import ACTIONS, ALLOWED, Keys, key_of, usual
from game.view.words import Words

MARGIN = 40.0
LINE = 80.0  # logical units that an arrow or a notch of the wheel scrolls
OVERLAP = 96.0  # of two pages: more than a line of the largest text
TABBED_FROM = 1.5
TABBED_BELOW = 1280


class Desk(Frozen):
    """The canvas with the type, colours and words for it; `is_presented` before a class, with short texts."""

    type: Typesetter
    theme: Theme
    words: Words
    is_presented: bool = False
    keys: Keys = ()

    def cap(self, key: str) -> str:
        """Return what is printed on a key: on that of an action, else its word, or itself."""
        return key_of(self.keys, key).upper() if key in ACTIONS else self.words.get(key, key)

    def hints(self, uses: Uses) -> Hints:
        """Return caps of keys with what they do."""
        return tuple(Hint(self.cap(key), self.words[does]) for key, does in uses)

    def meant(self, cap: str) -> str | None:
        """Return the usual name of the key that is printed so, None where it does nothing or is not one key.

        Of two keys that undo one another it is the one that goes on.
        """
        named = next((press for key, press in PRESSES.items() if self.words[key] == cap), None)
        if named is not None:
            return named
        key = cap.lower()
        return usual(self.keys, key) if key in ALLOWED or (key.isdigit() and len(key) == 1) else None

    def reel(self, sheet: Sheet, box: Box) -> Reel:
        """Return what can be scrolled of a sheet in a box."""
        layout = sheet_layout(self.type, sheet, box)
        return Reel("sheet", box, sheet.offset, layout.furthest, layout.window.height)

    @property
    def text(self) -> float:
        return self.type.scale.text

    @property
    def box(self) -> Box:
        return Box(0, 0, self.type.scale.wide, self.type.scale.high)

    @property
    def is_tabbed(self) -> bool:
        """Whether text is so large or the window so small that panels take turns."""
        return self.text >= TABBED_FROM or self.type.scale.width < TABBED_BELOW


class Stop(NamedTuple):
    """Where the focus may rest.

    What `is_slow` takes two clicks: one to look, one to do it. What `is_hidden` comes into sight
    when it has the focus; its box says where it would be.
    """

    id: str
    box: Box
    is_slow: bool = False
    is_hidden: bool = False


class Reel(NamedTuple):
    """Something longer than its window in a box: how far it is scrolled, at most, and what is seen of it."""

    id: str
    box: Box
    offset: float
    furthest: float
    seen: float

    @property
    def page(self) -> float:
        """How far a page goes: a line that was cut at the one edge is whole at the other."""
        return max(self.seen - OVERLAP, self.seen * 0.6)

    @property
    def has_more(self) -> bool:
        """Whether there is more below."""
        return self.offset < self.furthest

    def held(self, offset: float) -> float:
        return min(max(0.0, offset), self.furthest)


class Layout(Frozen):
    """A picture with the places of the focus in the order of Tab, and the spots that a mouse can read.

    What `reads_first` is read to its end before anything is done: until then the way on turns its page.
    `keys` are those that are printed on stops, each with the stop that it uses.
    """

    scene: Scene
    stops: tuple[Stop, ...] = ()
    reels: tuple[Reel, ...] = ()
    spots: tuple[Stop, ...] = ()
    reads_first: bool = False
    keys: tuple[tuple[str, str], ...] = ()

    def stop(self, id: str) -> Stop | None:  # noqa: A002  an id is an id
        return next((stop for stop in self.stops if stop.id == id), None)

    def stop_at(self, x: float, y: float) -> Stop | None:
        seen = (stop for stop in reversed(self.stops) if not stop.is_hidden)
        return next((stop for stop in seen if stop.box.has_point(x, y)), None)

    def spot_at(self, x: float, y: float) -> Stop | None:
        return next((spot for spot in reversed(self.spots) if spot.box.has_point(x, y)), None)

    def reel_at(self, x: float, y: float) -> Reel | None:
        return next((reel for reel in self.reels if reel.box.has_point(x, y)), None)
