"""How a lesson begins: length, voters, what is seen while they vote, what is kept for the end, and luck."""

from __future__ import annotations

from typing import ClassVar

from game.classroom.lesson import Terms
from game.frozen import replace
from game.screen.acts import BeginLesson
from game.screen.bookcase import File
from game.screen.box import Box
from game.screen.desk import MARGIN, Desk, Layout
from game.screen.parts.button import Button, button_height
from game.screen.parts.controls import Segments, control_width
from game.screen.parts.row import Row, row_height
from game.screen.press import Press
from game.screen.scene import Piece
from game.screen.screens.listing import Entry, column
from game.screen.screens.page_head import foot_hints, foot_top, page_head
from game.screen.screens.screen import Act, Become, Screen
from game.screen.shown import headed
from game.screen.uses import Uses

USUAL = 45
MOST_DIGITS = 9
ROWS = ("begin", "minutes", "way", "pupils", "results", "held", "seed")
_WRITTEN = {"pupils": 3, "seed": MOST_DIGITS}
"""Rows in which digits are written, with how many."""


class ClassSetup(Screen):
    """The terms of a lesson as they are being chosen. Empty `pupils` are not counted.

    Without `minutes` the usual length is meant, and an empty `seed` is any luck.
    """

    file: File
    way: int = 0
    minutes: int = 0
    pupils: str = ""
    seed: str = ""
    is_open: bool = True
    is_held: bool = False
    focus: str = "begin"

    help_key = "help.screen.class_setup"
    uses: ClassVar[Uses] = (
        ("key.up_down", "hint.row"),
        ("key.left_right", "hint.change"),
        ("key.enter", "hint.open"),
        ("key.escape", "hint.back"),
        ("help", "keys.help"),
        ("key.digits", "hint.number"),
        ("key.backspace", "hint.erase"),
    )

    @property
    def lengths(self) -> tuple[int, ...]:
        return self.file.lengths

    @property
    def length(self) -> int:
        """The minutes that are chosen; where none are, the usual ones if they are offered."""
        return self.minutes or (USUAL if USUAL in self.lengths else self.lengths[0])

    def layout(self, desk: Desk) -> Layout:
        return _layout(desk, self)

    def activated(self, id: str) -> Act | None:  # noqa: A002  an id is an id
        if id != "begin":
            return Become(self._changed(id, 1))
        terms = Terms(self.length, int(self.pupils or 0), self.is_held, self.is_open)
        return BeginLesson(
            self.file.id, self.file.ways[self.way].id, int(self.seed) if self.seed else None, terms
        )

    def answer(self, press: Press) -> Act | None:
        most = _WRITTEN.get(self.focus)
        if most is not None:
            return self._written(press.key, most)
        if press.key in ("left", "right") and self.focus in ROWS:
            return Become(self._changed(self.focus, 1 if press.key == "right" else -1))
        return None

    def _written(self, key: str, most: int) -> Act | None:
        had = self.pupils if self.focus == "pupils" else self.seed
        if key.isdigit() and len(had) < most:
            return Become(self._with((had + key).lstrip("0") or "0"))
        return Become(self._with(had[:-1])) if key in ("backspace", "left") else None

    def _with(self, digits: str) -> ClassSetup:
        if self.focus == "pupils":
            return replace(self, pupils=digits.removeprefix("0"))
        return replace(self, seed=digits)

    def _changed(self, row: str, by: int) -> ClassSetup:
        match row:
            case "minutes":
                at = self.lengths.index(self.length) + by
                return replace(self, minutes=self.lengths[at % len(self.lengths)])
            case "way":
                return replace(self, way=(self.way + by) % len(self.file.ways))
            case "results":
                return replace(self, is_open=not self.is_open)
            case "held":
                return replace(self, is_held=not self.is_held)
            case _:
                return self


def _layout(desk: Desk, screen: ClassSetup) -> Layout:
    words, type_ = desk.words, desk.type
    head = page_head(desk, headed(screen.file.title), words["class.about"])
    room = Box(
        MARGIN + 4, head.bottom + 10, desk.box.width - 2 * MARGIN - 8, foot_top(desk) - head.bottom - 34
    )
    entries = []
    for name in ROWS:
        has_focus = screen.focus == name
        if name == "begin":
            button = Button(words["class.begin"], has_focus=has_focus)
            entries.append(Entry(name, button, button_height(type_, button, room.width)))
            continue
        row = _row(desk, screen, name, room.width)
        entries.append(Entry(name, row, row_height(type_, row, room.width)))
    listed = column(room, entries, screen.focus, 6)
    pieces: list[Piece] = [*head.pieces, *sorted(listed.pieces, key=lambda piece: piece.id == screen.focus)]
    hints = foot_hints(desk, screen.uses)
    return Layout((*pieces, hints), listed.stops)


def _row(desk: Desk, screen: ClassSetup, name: str, width: float) -> Row:
    """A row with all that may be chosen, or where that has no room, with what is."""
    words = desk.words
    lengths = tuple(words["class.minutes.value"].format(minutes=each) for each in screen.lengths)
    seed = words["setup.number"].format(seed=screen.seed) if screen.seed else words["setup.any"]
    label, about, listed, at = {
        "minutes": ("class.minutes", "class.minutes.about", lengths, screen.lengths.index(screen.length)),
        "way": ("class.way", "", tuple(each.label for each in screen.file.ways), screen.way),
        "pupils": ("class.pupils", "class.pupils.about", (screen.pupils or words["class.pupils.none"],), 0),
        "results": (
            "class.results",
            "class.results.about",
            (words["class.results.open"], words["class.results.hidden"]),
            0 if screen.is_open else 1,
        ),
        "held": (
            "class.held",
            "class.held.about",
            (words["class.held.no"], words["class.held.yes"]),
            1 if screen.is_held else 0,
        ),
        "seed": ("setup.luck", "class.luck.about", (seed,), 0),
    }[name]
    control = Segments(listed, at)
    if control_width(desk.type, control) > width * 0.6:
        control = Segments((listed[at],), 0)
    has_focus = screen.focus == name
    if control_width(desk.type, control) > width * 0.6:
        return Row(words[label], listed[at], has_focus=has_focus)
    return Row(words[label], words[about] if about else "", control=control, has_focus=has_focus)
