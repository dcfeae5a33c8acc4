"""The pause: the game holds, and what can be done with it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from game.screen.acts import Back, Home, Leave, Save, Show
from game.screen.desk import Desk, Layout
from game.screen.press import Press
from game.screen.screens.menu import menu_layout
from game.screen.screens.screen import Act, Screen
from game.screen.uses import Uses

ENTRIES = ("resume", "save", "load", "journal", "settings", "help", "title_screen", "quit")


class Pause(Screen):
    """The game holds; what can be done with it."""

    focus: str = "resume"

    is_overlay = True
    help_key = "help.screen.pause"
    uses: ClassVar[Uses] = (
        ("key.up_down", "hint.move"),
        ("key.enter", "hint.choose"),
        ("key.digits", "hint.choose"),
        ("key.escape", "pause.resume"),
    )

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
        entry = press.numbered(ENTRIES)
        return self.activated(entry) if entry is not None else None
