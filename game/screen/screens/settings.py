"""Settings in groups, with a preview of how papers look."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple, get_args

from game.screen.acts import Adopt, Show
from game.screen.box import Box, enclosing
from game.screen.desk import MARGIN, Desk, Layout, Stop
from game.screen.parts.chip import chip_size
from game.screen.parts.controls import Control, Segments, Slider, Toggle, control_width
from game.screen.parts.plain import Chip
from game.screen.parts.row import Row, row_height
from game.screen.parts.sheet import Sheet
from game.screen.parts.tab import TabWord, tab_size
from game.screen.parts.tone import Tone
from game.screen.press import Press
from game.screen.scene import Piece
from game.screen.screens.listing import Entry, column
from game.screen.screens.page_head import foot_hints, foot_top, page_head
from game.screen.screens.screen import Act, Become, Screen
from game.screen.text import plain as text
from game.screen.theme import ColourSet, Ground
from game.store.settings import Settings
from game.view.page import Run, RunStyle

PERCENTS = tuple(range(100, 251, 25))
VOLUMES = tuple(range(0, 101, 20))
ROWS_SHARE = 0.6
GAP = 44.0
LEAST_GROUPS = 300.0
BETWEEN = 8.0  # the names of two groups
CHIP = 24.0
CHIPS = 36.0  # between chips and the edge of the paper
KEYS = "keys"
GROUP = "group"


class Item(NamedTuple):
    """A setting: its field, what it may be, the key of its words, and whether more is said about it."""

    field: str
    values: tuple[Any, ...]
    words: str
    has_about: bool = False


GROUPS: Mapping[str, tuple[Item, ...]] = {
    "reading": (
        Item("text_scale", PERCENTS, "text", has_about=True),
        Item("typeface", ("typewriter", "sans"), "typeface", has_about=True),
        Item("ground", get_args(Ground), "ground"),
        Item("colours", get_args(ColourSet), "colours"),
        Item("reduced_motion", (False, True), "motion", has_about=True),
    ),
    "sound": (
        Item("sound", (False, True), "sound"),
        Item("effects", VOLUMES, "effects"),
        Item("ambience", VOLUMES, "ambience"),
        Item("desk", VOLUMES, "desk"),
        Item("captions", (False, True), "captions", has_about=True),
    ),
    "game": (
        Item("full_screen", (False, True), "screen"),
        Item("show_odds", (False, True), "odds", has_about=True),
        Item("tutorial", (False, True), "tutorial"),
    ),
    "keys": (),
}
"""The settings by group; the last has one row, which leads to a screen of its own."""
ITEMS = {item.field: item for items in GROUPS.values() for item in items}
ROWS = {name: tuple(item.field for item in items) or (KEYS,) for name, items in GROUPS.items()}
ORDER = tuple(row for rows in ROWS.values() for row in rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingsScreen(Screen):
    """The settings as they hold; each change holds at once. The group of what has the focus is open."""

    settings: Settings
    focus: str = "text_scale"

    help_key = "help.screen.settings"

    def layout(self, desk: Desk) -> Layout:
        return _layout(desk, self)

    @property
    def group(self) -> str:
        """The open group."""
        kind, _, name = self.focus.partition(" ")
        return name if kind == GROUP else next(name for name, rows in ROWS.items() if self.focus in rows)

    def activated(self, id: str) -> Act | None:  # noqa: A002  an id is an id
        """Go to the next value, from the last to the first; a group leads to its first row."""
        if id == KEYS:
            return Show(KEYS)
        if id not in ITEMS:
            return Become(self.focused(ROWS[id.removeprefix(f"{GROUP} ")][0]))
        item = ITEMS[id]
        at = item.values.index(getattr(self.settings, id))
        return self._set(item, (at + 1) % len(item.values))

    def answer(self, press: Press) -> Act | None:
        if press.has_control:
            return None
        if press.key in ("up", "down") and self.focus in ORDER:
            return self._beside(1 if press.key == "down" else -1)
        item = ITEMS.get(self.focus)
        if item is None:
            return None
        at = item.values.index(getattr(self.settings, item.field))
        if press.key in ("left", "right"):
            by = 1 if press.key == "right" else -1
            return self._set(item, min(max(0, at + by), len(item.values) - 1))
        if press.key == "backspace":
            return Adopt(replace(self.settings, **{item.field: getattr(Settings(), item.field)}))
        return None

    def _beside(self, by: int) -> Act:
        """Go to the row below or above, through all groups, as far as there are rows."""
        at = ORDER.index(self.focus) + by
        return Become(self.focused(ORDER[min(max(0, at), len(ORDER) - 1)]))

    def _set(self, item: Item, at: int) -> Act:
        return Adopt(replace(self.settings, **{item.field: item.values[at]}))


def _layout(desk: Desk, screen: SettingsScreen) -> Layout:
    words = desk.words
    head = page_head(desk, words["settings.title"])
    bottom = foot_top(desk) - 30
    room = Box(MARGIN, head.bottom + 12, desk.box.width - 2 * MARGIN, bottom - head.bottom - 12)
    groups = _groups(desk, screen, room)
    edge = enclosing(tuple(piece.box for piece in groups))
    if desk.is_tabbed:
        room = room._replace(y=edge.bottom + 20, height=room.bottom - edge.bottom - 20)
    else:
        room = room._replace(x=edge.right + GAP, width=room.right - edge.right - GAP)
    has_preview = desk.text < 1.75
    width = room.width * ROWS_SHARE if has_preview else room.width
    entries = [_entry(desk, screen, row, width) for row in ROWS[screen.group]]
    listed = column(room._replace(width=width), entries, screen.focus, 4)
    pieces = [*head.pieces, *groups, *sorted(listed.pieces, key=lambda piece: piece.id == screen.focus)]
    if has_preview:
        left = room.x + width + GAP
        high = min(room.height - 9, 690 * desk.text)
        pieces += _preview(desk, Box(left, room.y, room.right - left - 9, high))
    hints = foot_hints(
        desk,
        ("key.up_down", "hint.row"),
        ("key.left_right", "hint.change"),
        ("key.backspace", "hint.default"),
        ("key.escape", "hint.save"),
    )
    return Layout((*pieces, hints), tuple(_stops(groups, screen.group, listed.stops)))


def _groups(desk: Desk, screen: SettingsScreen, box: Box) -> tuple[Piece, ...]:
    """The names of the groups: at the left, one below the other, or side by side where panels take turns."""
    named = []
    for name in GROUPS:
        id_ = f"{GROUP} {name}"
        tab = TabWord(desk.words[f"settings.group.{name}"], name == screen.group, screen.focus == id_)
        named.append((id_, tab, *tab_size(desk.type, tab)))
    widest = max(LEAST_GROUPS, *(wide for _, _, wide, _ in named))
    x, y, pieces = box.x, box.y, []
    for id_, tab, wide, high in named:
        pieces.append(Piece(id_, Box(x, y, wide if desk.is_tabbed else widest, high), tab))
        if desk.is_tabbed:
            x += wide + BETWEEN
        else:
            y += high + BETWEEN
    return tuple(pieces)


def _stops(groups: Sequence[Piece], opened: str, seen: Sequence[Stop]) -> Iterator[Stop]:
    """Each group with its rows after it; those of a group that is not open come into sight with the focus."""
    for piece, (name, rows) in zip(groups, ROWS.items(), strict=True):
        yield Stop(piece.id, piece.box)
        yield from seen if name == opened else (Stop(row, piece.box, is_hidden=True) for row in rows)


def _entry(desk: Desk, screen: SettingsScreen, id_: str, width: float) -> Entry:
    if id_ in ITEMS:
        row = _row(desk, screen, ITEMS[id_], width)
    else:
        words = desk.words
        row = Row(words["settings.keys"], value=words["settings.keys.value"], has_focus=screen.focus == KEYS)
    return Entry(id_, row, row_height(desk.type, row, width))


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
