"""The settings by group, each a row with what it may be; in the last group each key that can be changed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

from game.frozen import NamedTuple
from game.screen.desk import Desk
from game.screen.parts.controls import Control, KeyCap, Segments, Slider, Toggle, control_width
from game.screen.parts.row import Row
from game.screen.theme import ColourSet, Ground
from game.store.keymap import ACTIONS, key_of
from game.store.settings import Settings

PERCENTS = tuple(range(100, 251, 25))
VOLUMES = tuple(range(0, 101, 20))
MOST_SEGMENTS = 0.62  # of a row's width
KEYS = "keys"
KEY = "key "


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
}
ITEMS = {item.field: item for items in GROUPS.values() for item in items}
ROWS: Mapping[str, tuple[str, ...]] = {
    **{name: tuple(item.field for item in items) for name, items in GROUPS.items()},
    KEYS: tuple(f"{KEY}{action}" for action in ACTIONS),
}
"""The rows of each group in their order: settings by their fields, keys by their actions."""
ORDER = tuple(row for rows in ROWS.values() for row in rows)


def item_row(desk: Desk, settings: Settings, item: Item, width: float, *, has_focus: bool) -> Row:
    """Return the row of a setting for a width."""
    words = desk.words
    about = words[f"settings.{item.words}.about"] if item.has_about else ""
    control = _control(desk, settings, item)
    if isinstance(control, Segments) and control_width(desk.type, control) > width * MOST_SEGMENTS:
        chosen = control.words[control.at]  # where the words have no room side by side, the chosen one stands
        control = Segments((chosen,), 0)
    return Row(words[f"settings.{item.words}"], about, control=control, has_focus=has_focus)


def key_row(desk: Desk, settings: Settings, action: str, *, has_focus: bool) -> Row:
    """Return the row of an action with its key; one that was changed says which is the usual key."""
    words, key = desk.words, key_of(settings.keys, action)
    usual = ACTIONS[action]
    about = "" if key == usual else words["keys.usual"].format(key=usual.upper())
    return Row(words[f"keys.{action}"], about, control=KeyCap(key.upper()), has_focus=has_focus)


def awaited_row(desk: Desk, action: str) -> Row:
    """Return the row of an action while its new key is awaited."""
    return Row(desk.words[f"keys.{action}"], value=desk.words["keys.press"], has_focus=True)


def _control(desk: Desk, settings: Settings, item: Item) -> Control:
    words, value = desk.words, getattr(settings, item.field)
    at = item.values.index(value)
    if item.values in (PERCENTS, VOLUMES):
        return Slider(at, len(item.values), words["settings.percent"].format(percent=value))
    if isinstance(value, bool):
        return Toggle(value, words["settings.on" if value else "settings.off"])
    return Segments(tuple(words[f"settings.{item.words}.{each}"] for each in item.values), at)
