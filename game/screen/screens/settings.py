"""Settings in groups, with a preview of how papers look."""

from __future__ import annotations

from game.frozen import replace
from game.screen.acts import Adopt
from game.screen.desk import Desk, Layout
from game.screen.press import Press
from game.screen.screens.page_head import foot_hints
from game.screen.screens.screen import Act, Become, Screen
from game.screen.screens.settings_rows import ITEMS, KEY, KEYS, ORDER, ROWS, Item
from game.screen.screens.settings_view import GROUP, Shown, settings_layout
from game.screen.uses import Uses
from game.store.keymap import ACTIONS, ALLOWED, assigned
from game.store.settings import Settings


class SettingsScreen(Screen):
    """The settings as they hold; each change holds at once. The group of what has the focus is open."""

    settings: Settings
    focus: str = "text_scale"
    is_waiting: bool = False

    help_key = "help.screen.settings"

    @property
    def uses(self) -> Uses:
        change = "key.enter" if self.group == KEYS else "key.left_right"
        return (
            ("key.up_down", "hint.row"),
            (change, "hint.change"),
            ("key.pages", "hint.group"),
            ("key.backspace", "hint.default"),
            ("key.escape", "hint.save"),
        )

    @property
    def takes_any_key(self) -> bool:
        return self.is_waiting

    def layout(self, desk: Desk) -> Layout:
        shown = Shown(self.settings, self.group, self.focus, self.is_waiting)
        layout = settings_layout(desk, shown)
        return replace(layout, scene=(*layout.scene, foot_hints(desk, self.uses)))

    def focused(self, id: str) -> SettingsScreen:  # noqa: A002  an id is an id
        return replace(self, focus=id, is_waiting=False)

    def told(self, settings: Settings) -> SettingsScreen:
        """Return the settings as they hold from now on."""
        return replace(self, settings=settings, is_waiting=False)

    @property
    def group(self) -> str:
        """The open group."""
        kind, _, name = self.focus.partition(" ")
        return name if kind == GROUP else next(name for name, rows in ROWS.items() if self.focus in rows)

    def activated(self, id: str) -> Act | None:  # noqa: A002  an id is an id
        """Go to the next value, from the last to the first, or await a key; a group leads to its rows."""
        if id.startswith(KEY):
            return Become(replace(self, focus=id, is_waiting=True))
        if id not in ITEMS:
            return Become(self.focused(ROWS[id.removeprefix(f"{GROUP} ")][0]))
        item = ITEMS[id]
        at = item.values.index(getattr(self.settings, id))
        return self._set(item, (at + 1) % len(item.values))

    def answer(self, press: Press) -> Act | None:
        if self.is_waiting:
            return self._awaited(press.key)
        if press.has_control:
            return None
        if press.key in ("page_up", "page_down"):
            names = list(ROWS)
            at = names.index(self.group) + (1 if press.key == "page_down" else -1)
            return Become(self.focused(ROWS[names[at % len(names)]][0]))
        if press.key in ("up", "down") and self.focus in ORDER:
            return self._beside(1 if press.key == "down" else -1)
        if self.focus.startswith(KEY):
            return self._assigned(ACTIONS[self._action]) if press.key == "backspace" else None
        item = ITEMS.get(self.focus)
        return self._changed(item, press.key) if item is not None else None

    def _changed(self, item: Item, key: str) -> Act | None:
        at = item.values.index(getattr(self.settings, item.field))
        match key:
            case "left" | "right":
                return self._set(item, min(max(0, at + (1 if key == "right" else -1)), len(item.values) - 1))
            case "backspace":
                return self._set(item, item.values.index(getattr(Settings(), item.field)))
            case _:
                return None

    def _beside(self, by: int) -> Act:
        """Go to the row below or above, through all groups, as far as there are rows."""
        at = ORDER.index(self.focus) + by
        return Become(self.focused(ORDER[min(max(0, at), len(ORDER) - 1)]))

    def _set(self, item: Item, at: int) -> Act:
        return Adopt(replace(self.settings, **{item.field: item.values[at]}))

    @property
    def _action(self) -> str:
        return self.focus.removeprefix(KEY)

    def _awaited(self, key: str) -> Act:
        """Give the action in focus a key that can be given; Esc leaves it the one it has."""
        if key in ALLOWED:
            return self._assigned(key)
        return Become(replace(self, is_waiting=key != "escape"))

    def _assigned(self, key: str) -> Act:
        return Adopt(replace(self.settings, keys=assigned(self.settings.keys, self._action, key)))
