"""Settings, with a preview of how papers look."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, NamedTuple, get_args

from game.screen.acts import Act, Adopt, Show
from game.screen.box import Box
from game.screen.desk import MARGIN, Desk, Layout
from game.screen.parts.chip import chip_size
from game.screen.parts.controls import Control, Segments, Slider, Toggle, control_width
from game.screen.parts.plain import Chip
from game.screen.parts.row import Row, row_height
from game.screen.parts.sheet import Sheet
from game.screen.parts.tone import Tone
from game.screen.press import Press
from game.screen.scene import Piece
from game.screen.screens.listing import Entry, column
from game.screen.screens.page_head import foot_hints, foot_top, page_head
from game.screen.screens.screen import Screen
from game.screen.text import plain as text
from game.screen.theme import ColourSet, Ground
from game.store.settings import Settings
from game.view.page import Run, RunStyle

PERCENTS = tuple(range(100, 251, 25))
VOLUMES = tuple(range(0, 101, 20))
ROWS_SHARE = 0.62
GAP = 44.0
CHIP = 24.0
CHIPS = 36.0  # between chips and the edge of the paper
KEYS = "keys"


class Item(NamedTuple):
    """A setting: its field, what it may be, the key of its words, and whether more is said about it."""

    field: str
    values: tuple[Any, ...]
    words: str
    has_about: bool = False


ITEMS = (
    Item("text_scale", PERCENTS, "text", has_about=True),
    Item("typeface", ("typewriter", "sans"), "typeface", has_about=True),
    Item("reduced_motion", (False, True), "motion", has_about=True),
    Item("full_screen", (False, True), "screen"),
    Item("show_odds", (False, True), "odds", has_about=True),
    Item("ground", get_args(Ground), "ground"),
    Item("colours", get_args(ColourSet), "colours"),
    Item("sound", (False, True), "sound"),
    Item("effects", VOLUMES, "effects"),
    Item("ambience", VOLUMES, "ambience"),
    Item("desk", VOLUMES, "desk"),
    Item("captions", (False, True), "captions", has_about=True),
    Item("tutorial", (False, True), "tutorial"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingsScreen(Screen):
    """The settings as they hold; each change holds at once."""

    settings: Settings
    focus: str = "text_scale"

    help_key = "help.screen.settings"

    def layout(self, desk: Desk) -> Layout:
        return _layout(desk, self)

    def activated(self, id: str) -> Act | None:  # noqa: A002  an id is an id
        """Go to the next value, from the last to the first; the keys have a screen of their own."""
        if id == KEYS:
            return Show(KEYS)
        item = next(each for each in ITEMS if each.field == id)
        at = item.values.index(getattr(self.settings, id))
        return self._set(item, (at + 1) % len(item.values))

    def answer(self, press: Press) -> Act | None:
        if press.has_control:
            return None
        item = next((each for each in ITEMS if each.field == self.focus), None)
        if item is None:
            return None
        at = item.values.index(getattr(self.settings, item.field))
        if press.key in ("left", "right"):
            by = 1 if press.key == "right" else -1
            return self._set(item, min(max(0, at + by), len(item.values) - 1))
        if press.key == "backspace":
            return Adopt(replace(self.settings, **{item.field: getattr(Settings(), item.field)}))
        return None

    def _set(self, item: Item, at: int) -> Act:
        return Adopt(replace(self.settings, **{item.field: item.values[at]}))


def _layout(desk: Desk, screen: SettingsScreen) -> Layout:
    words = desk.words
    head = page_head(desk, words["settings.title"])
    bottom = foot_top(desk) - 30
    room = Box(MARGIN, head.bottom + 12, desk.box.width - 2 * MARGIN, bottom - head.bottom - 12)
    has_preview = desk.text < 1.75
    width = room.width * ROWS_SHARE if has_preview else room.width
    entries = []
    for item in ITEMS:
        row = _row(desk, screen, item, width)
        entries.append(Entry(item.field, row, row_height(desk.type, row, width)))
    keys = Row(words["settings.keys"], value=words["settings.keys.value"], has_focus=screen.focus == KEYS)
    entries.append(Entry(KEYS, keys, row_height(desk.type, keys, width)))
    listed = column(Box(room.x, room.y, width, room.height), entries, screen.focus, 4)
    pieces = [*head.pieces, *sorted(listed.pieces, key=lambda piece: piece.id == screen.focus)]
    if has_preview:
        place = Box(
            room.x + width + GAP, room.y, room.width - width - GAP - 9, min(room.height - 9, 560 * desk.text)
        )
        pieces += _preview(desk, place)
    hints = foot_hints(
        desk,
        ("key.up_down", "hint.row"),
        ("key.left_right", "hint.change"),
        ("key.backspace", "hint.default"),
        ("key.escape", "hint.save"),
    )
    return Layout((*pieces, hints), listed.stops)


def _row(desk: Desk, screen: SettingsScreen, item: Item, width: float) -> Row:
    words = desk.words
    about = words[f"settings.{item.words}.about"] if item.has_about else ""
    control = _control(desk, screen.settings, item)
    name = words[f"settings.{item.words}"]
    has_focus = screen.focus == item.field
    if isinstance(control, Segments) and control_width(desk.type, control) > width * 0.62:
        chosen = control.words[control.at]  # where the words have no room side by side, the chosen one stands
        return Row(name, about, control=Segments((chosen,), 0), has_focus=has_focus)
    return Row(name, about, control=control, has_focus=has_focus)


def _control(desk: Desk, settings: Settings, item: Item) -> Control:
    words, value = desk.words, getattr(settings, item.field)
    at = item.values.index(value)
    if item.values in (PERCENTS, VOLUMES):
        return Slider(at, len(item.values), words["settings.percent"].format(percent=value))
    if isinstance(value, bool):
        return Toggle(value, words["settings.on" if value else "settings.off"])
    return Segments(tuple(words[f"settings.{item.words}.{each}"] for each in item.values), at)


def _preview(desk: Desk, box: Box) -> tuple[Piece, ...]:
    """A paper in the type that is chosen, and at its foot the courses in the colours that are."""
    tones: tuple[Tone, ...] = ("talk", "hold", "force")
    pieces = [Piece("preview", box, _sample(desk))]
    x = box.x + CHIPS
    for tone in tones:
        words = desk.words[f"course.{tone}"].upper()
        wide, high = chip_size(desk.type, words, CHIP)
        if x + wide <= box.right - CHIPS:
            place = Box(x, box.bottom - CHIPS - high, wide, high)
            pieces.append(Piece(f"preview {tone}", place, Chip(words, tone, CHIP)))
        x += wide + CHIPS / 2
    return tuple(pieces)


def _sample(desk: Desk) -> Sheet:
    sample = desk.words["settings.sample"]
    first, _, rest = sample.partition(": ")
    styled = (Run(first, RunStyle.VALUE), Run(": "), Run(rest, RunStyle.ITALIC)) if rest else text(sample)
    return Sheet(desk.words["settings.preview"], paragraphs=(text(sample), styled), rule="danger")
