"""Sheets that lie over a screen: help, sources, what cannot be done, and the pause."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from game.screen.acts import Back, Home, Leave, Save, Show
from game.screen.box import Box
from game.screen.desk import Desk, Layout, Reel, Stop
from game.screen.parts.body import Section
from game.screen.parts.button import Button, button_height
from game.screen.parts.plain import Band, Words
from game.screen.parts.sheet import RuleTone, Sheet, sheet_height, sheet_layout
from game.screen.parts.veil import Veil
from game.screen.press import Press
from game.screen.scene import Piece
from game.screen.screens.listing import Entry, column
from game.screen.screens.screen import Act, Screen
from game.screen.styles import heading
from game.screen.text import plain
from game.view.words import Words as Texts

WIDE = 980.0
NARROW = 520.0
EDGE = 64.0
PANEL = 30.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Note(Screen):
    """A sheet of sections over the screen, to be read and put away."""

    title: str
    sections: tuple[Section, ...]
    close: str
    rule: RuleTone = "neutral"
    focus: str = "close"

    is_overlay = True
    help_key = "help.screen.note"

    def layout(self, desk: Desk) -> Layout:
        type_, whole = desk.type, desk.box
        width = min(whole.width - 2 * EDGE, WIDE * max(1.0, desk.text * 0.8))
        button = Button(self.close, has_focus=self.focus == "close")
        high = button_height(type_, button, width)
        most = whole.height - 2 * EDGE - high - 24
        sheet = Sheet(
            self.title,
            sections=self.sections,
            rule=self.rule,
            size=22 if desk.text < 1.5 else 19,
            offset=self.offset,
            has_focus=self.focus == "sheet",
        )
        own = sheet_height(type_, sheet, width, most)
        left, top = (whole.width - width) / 2, (whole.height - own - high - 24) / 2
        box = Box(left, top, width, own)
        place = Box(left, box.bottom + 24, width, high)
        furthest = sheet_layout(type_, sheet, box).furthest
        pieces = (Piece("veil", whole, Veil()), Piece("sheet", box, sheet), Piece("close", place, button))
        stops = (Stop("close", place), *((Stop("sheet", box),) if furthest else ()))
        return Layout(pieces, stops, (Reel("sheet", box, self.offset, furthest),))

    def activated(self, id: str) -> Act | None:  # noqa: A002, ARG002  there is only the way back
        return Back()


_ONLY = {"help.line.pick": "room", "help.line.looks": "room"}
"""Keys that mean something on one screen alone."""


def help_note(key: str, words: Texts) -> Note:
    """Return what is to be said about a screen by the key of its help, and what the keys do there."""
    place = key.rpartition(".")[2]
    keys = tuple(
        plain(line)
        for name, line in words.items()
        if name.startswith("help.line.") and _ONLY.get(name, place) == place
    )
    about = Section(title=words[f"name.{place}"], paragraphs=(plain(words[key]),))
    return Note(
        title=words["help.title"],
        sections=(about, Section(label=words["help.keys"], paragraphs=keys)),
        close=words["help.close"],
    )


def error_note(sentence: str, words: Texts) -> Note:
    """Return the sheet that says why something cannot be done."""
    section = Section(paragraphs=(plain(sentence),))
    return Note(title=words["error.title"], sections=(section,), close=words["error.close"], rule="danger")


ENTRIES = ("resume", "save", "load", "journal", "settings", "help", "title_screen", "quit")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause(Screen):
    """The game holds; what can be done with it."""

    focus: str = "resume"

    is_overlay = True
    help_key = "help.screen.pause"

    def layout(self, desk: Desk) -> Layout:
        labels = tuple((name, desk.words[f"pause.{name}"]) for name in ENTRIES)
        return menu_layout(desk, desk.words["pause.title"], labels, self.focus)

    def activated(self, id: str) -> Act | None:  # noqa: A002  an id is an id
        acts: Mapping[str, Act] = {
            "resume": Back(),
            "save": Save(),
            "load": Show("saves"),
            "journal": Show("journal"),
            "settings": Show("settings"),
            "help": Show("help"),
            "title_screen": Home(),
            "quit": Leave(),
        }
        return acts[id]

    def answer(self, press: Press) -> Act | None:
        if press.key.isdigit() and 0 < int(press.key) <= len(ENTRIES):
            return self.activated(ENTRIES[int(press.key) - 1])
        return None


def menu_layout(desk: Desk, title: str, labels: tuple[tuple[str, str], ...], focus: str) -> Layout:
    """Return a panel over the screen with buttons one below the other, each by its id and its words."""
    type_, whole = desk.type, desk.box
    width = min(whole.width - 2 * EDGE, NARROW * max(1.0, desk.text * 0.8))
    left = (whole.width - width) / 2
    entries = []
    for number, (name, label) in enumerate(labels, 1):
        part = Button(label, str(number), has_focus=focus == name)
        entries.append(Entry(name, part, button_height(type_, part, width)))
    style = heading(44, desk.theme.n7)
    head = type_.setting(title, style, width)
    needed = sum(entry.height + 14 for entry in entries) + head.rest + 24
    top = max(EDGE, (whole.height - needed) / 2)
    room = Box(left, top + head.rest + 24, width, whole.height - EDGE / 2 - top - head.rest - 24)
    listed = column(room, entries, focus, 14)
    seen = max((piece.box.bottom for piece in listed.pieces), default=room.y)
    panel = Box(left, top, width, seen - top).grown(PANEL)
    pieces = (
        Piece("veil", whole, Veil(225)),
        Piece("panel", panel, Band(desk.theme.n1)),
        Piece("panel frame", panel, Band(desk.theme.n4, 2)),
        Piece("title", Box(left, top, width, head.rest), Words(title, style)),
        *sorted(listed.pieces, key=lambda piece: piece.id == focus),
    )
    return Layout(pieces, listed.stops)
