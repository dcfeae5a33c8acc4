"""The keys, row by row: Enter on one, and the next key pressed does it from then on."""

from __future__ import annotations

from dataclasses import dataclass, replace

from game.screen.acts import Adopt
from game.screen.box import Box
from game.screen.desk import MARGIN, Desk, Layout
from game.screen.parts.row import Row, row_height
from game.screen.press import Press
from game.screen.screens.listing import Entry, column
from game.screen.screens.page_head import foot_hints, foot_top, page_head
from game.screen.screens.screen import Act, Become, Screen
from game.store.keymap import ACTIONS, ALLOWED, assigned, key_of
from game.store.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class KeysScreen(Screen):
    """What each key does; `is_waiting` for the key that the row in focus is to have."""

    settings: Settings
    focus: str = next(iter(ACTIONS))
    is_waiting: bool = False

    help_key = "help.screen.keys"

    @property
    def takes_any_key(self) -> bool:
        return self.is_waiting

    def layout(self, desk: Desk) -> Layout:
        words = desk.words
        head = page_head(desk, words["keys.title"])
        bottom = foot_top(desk) - 30
        room = Box(MARGIN, head.bottom + 12, desk.box.width - 2 * MARGIN, bottom - head.bottom - 12)
        width = min(room.width, 1100.0 * max(1.0, desk.text))
        entries = []
        for action in ACTIONS:
            row = self._row(desk, action)
            entries.append(Entry(action, row, row_height(desk.type, row, width)))
        listed = column(Box(room.x, room.y, width, room.height), entries, self.focus, 4)
        hints = foot_hints(
            desk,
            ("key.up_down", "hint.row"),
            ("key.enter", "hint.change"),
            ("key.backspace", "hint.default"),
            ("key.escape", "hint.save"),
        )
        pieces = sorted(listed.pieces, key=lambda piece: piece.id == self.focus)
        return Layout((*head.pieces, *pieces, hints), listed.stops)

    def _row(self, desk: Desk, action: str) -> Row:
        has_focus = action == self.focus
        key = key_of(self.settings.keys, action).upper()
        value = desk.words["keys.press"] if has_focus and self.is_waiting else key
        return Row(desk.words[f"keys.{action}"], value=value, has_focus=has_focus)

    def focused(self, id: str) -> KeysScreen:  # noqa: A002  an id is an id
        return replace(self, focus=id, is_waiting=False)

    def activated(self, id: str) -> Act | None:  # noqa: A002  an id is an id
        return Become(replace(self, focus=id, is_waiting=True))

    def answer(self, press: Press) -> Act | None:
        if not self.is_waiting:
            if press.key != "backspace":
                return None
            return self._set(ACTIONS[self.focus])
        if press.key in ALLOWED:
            return self._set(press.key)
        return Become(replace(self, is_waiting=False)) if press.key == "escape" else Become(self)

    def _set(self, key: str) -> Act:
        return Adopt(replace(self.settings, keys=assigned(self.settings.keys, self.focus, key)))
