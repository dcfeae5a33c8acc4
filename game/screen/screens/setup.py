"""How a scenario begins: which setup, and which luck."""

from __future__ import annotations

from typing import ClassVar

from game.frozen import replace
from game.screen.acts import Begin
from game.screen.bookcase import File
from game.screen.box import Box
from game.screen.desk import MARGIN, Desk, Layout, Reel
from game.screen.parts.button import Button, button_height
from game.screen.parts.controls import Segments
from game.screen.parts.row import Row, row_height
from game.screen.parts.sheet import Sheet
from game.screen.press import Press
from game.screen.scene import Piece
from game.screen.screens.listing import Entry, column
from game.screen.screens.page_head import foot_hints, foot_top, page_head
from game.screen.screens.screen import Act, Become, Screen
from game.screen.shown import headed
from game.screen.text import plain as text
from game.screen.uses import Uses

MOST_DIGITS = 9
GAP = 40.0
GAPS = (16.0, 12.0, 8.0)
"""Between rows: the first with which all of them fit."""


class Setup(Screen):
    """The ways to begin, with which luck, and whether choices may be taken back.

    `seed` is written digit by digit; empty means any luck.
    """

    file: File
    way: int = 0
    seed: str = ""
    can_turn_back: bool = True

    help_key = "help.screen.setup"
    uses: ClassVar[Uses] = (
        ("key.up_down", "hint.move"),
        ("key.enter", "hint.open"),
        ("key.escape", "hint.back"),
        ("help", "keys.help"),
        ("key.digits", "hint.pick"),
        ("key.left_right", "hint.change"),
    )

    def layout(self, desk: Desk) -> Layout:
        return _layout(desk, self)

    def focused(self, id: str) -> Setup:  # noqa: A002  an id is an id
        kind, _, name = id.partition(" ")
        return replace(self, focus=id, way=int(name) if kind == "way" else self.way, offset=0.0)

    def activated(self, id: str) -> Act | None:  # noqa: A002  an id is an id
        if id == "seed":
            return Become(replace(self, seed=""))
        if id == "turning":
            return Become(replace(self, can_turn_back=not self.can_turn_back))
        seed = int(self.seed) if self.seed else None
        return Begin(self.file.id, self.file.ways[self.way].id, seed, self.can_turn_back)

    def answer(self, press: Press) -> Act | None:
        if self.focus == "seed":
            return self._written(press.key)
        if self.focus == "turning" and press.key in ("left", "right"):
            return self.activated("turning")
        way = press.numbered(range(len(self.file.ways)))
        return Become(self.focused(f"way {way}")) if way is not None else None

    def _written(self, key: str) -> Act | None:
        if key.isdigit() and len(self.seed) < MOST_DIGITS:
            return Become(replace(self, seed=(self.seed + key).lstrip("0") or "0"))
        if key in ("backspace", "left"):
            return Become(replace(self, seed=self.seed[:-1]))
        return None


def _layout(desk: Desk, screen: Setup) -> Layout:
    words, type_ = desk.words, desk.type
    file = screen.file
    head = page_head(desk, headed(file.title), words["setup.about"])
    bottom = foot_top(desk) - 30
    whole = Box(MARGIN, head.bottom + 16, desk.box.width - 2 * MARGIN, bottom - head.bottom - 16)
    has_sheet = not desk.is_tabbed
    width = whole.width * 0.55 if has_sheet else whole.width
    focus = screen.focus or "way 0"
    entries = [_way(desk, screen, i, width, has_focus=focus == f"way {i}") for i in range(len(file.ways))]
    seed = words["setup.number"].format(seed=screen.seed) if screen.seed else words["setup.any"]
    turning = words["setup.turning.yes" if screen.can_turn_back else "setup.turning.no"]
    for name, label, chosen in (("seed", "setup.luck", seed), ("turning", "setup.turning", turning)):
        about, control = words[f"{label}.about"], Segments((chosen,), 0)
        row = Row(words[label], about, control=control, has_focus=focus == name)
        entries.append(Entry(name, row, row_height(type_, row, width)))
    high = sum(each.height for each in entries)
    gap = next((gap for gap in GAPS if high + gap * (len(entries) - 1) <= whole.height), GAPS[-1])
    listed = column(Box(whole.x, whole.y, width, whole.height), entries, focus, gap)
    pieces: list[Piece] = [*head.pieces, *sorted(listed.pieces, key=lambda piece: piece.id == focus)]
    reels: tuple[Reel, ...] = ()
    way = file.ways[screen.way]
    if has_sheet:
        place = Box(whole.x + width + GAP, whole.y, whole.width - width - GAP - 9, whole.height - 9)
        sheet = Sheet(
            way.label, file.first, (text(way.about), file.summary), rule="neutral", offset=screen.offset
        )
        pieces.append(Piece("sheet", place, sheet))
        reels = (desk.reel(sheet, place),)
    hints = foot_hints(desk, screen.uses)
    return Layout((*pieces, hints), listed.stops, reels)


def _way(desk: Desk, screen: Setup, number: int, width: float, *, has_focus: bool) -> Entry:
    """A way to begin: a button beside the sheet that says more, or without one a row that says it."""
    way = screen.file.ways[number]
    mark = desk.words["setup.historical"] if way.is_historical else ""
    if desk.is_tabbed:
        row = Row(way.label, way.about, mark, has_focus=has_focus)
        return Entry(f"way {number}", row, row_height(desk.type, row, width), is_slow=True)
    button = Button(way.label, str(number + 1), mark, has_focus)
    return Entry(f"way {number}", button, button_height(desk.type, button, width), is_slow=True)
