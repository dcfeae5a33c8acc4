"""What keys do: everywhere, and before a class. What they do on one screen the screen says itself."""

from __future__ import annotations

from collections.abc import Mapping

Uses = tuple[tuple[str, str], ...]
"""Keys, each by its action, by its word or as printed, with what it does by the key of its words."""

_ACTIONS = ("help", "settings", "save", "load", "presenter", "full_screen", "picture")

LOOKS: Mapping[str, str] = {
    "m": "map",
    "a": "advisers",
    "j": "journal",
    "l": "journal",
    "c": "sources",
    "o": "odds",
}
"""The usual keys of the looks at a game, by what they open."""

PRESSES: Mapping[str, str] = {
    "key.enter": "enter",
    "key.space": "space",
    "key.escape": "escape",
    "key.tab": "tab",
    "key.pages": "page_down",
    "key.home": "home",
    "key.up_down": "down",
    "key.left_right": "right",
    "key.backspace": "backspace",
    "key.delete": "delete",
    "key.plus_minus": "+",
}
"""The keys that are printed by a word, each by the name of what a click on it presses."""

EVERYWHERE: Uses = (
    ("key.tab", "hint.next"),
    ("key.shift_tab", "hint.previous"),
    ("key.arrows", "hint.move"),
    ("key.enter", "hint.choose"),
    ("key.escape", "hint.back"),
    ("key.pages", "hint.scroll"),
    ("key.ends", "hint.ends"),
    *((action, f"keys.{action}") for action in _ACTIONS),
    ("key.larger", "hint.larger"),
    ("key.smaller", "hint.smaller"),
    ("key.quit", "hint.quit"),
)
PRESENTED: Uses = (("key.space", "hint.turn"), ("key.pages", "hint.turns"))
"""What a presenter's keys do on every screen, whatever they do for one player."""


def joined(first: Uses, others: Uses) -> Uses:
    """Return what keys do by two tables; what a key does by the first is what it does.

    >>> joined((("key.tab", "hint.turn"),), (("key.tab", "hint.next"), ("help", "keys.help")))
    (('key.tab', 'hint.turn'), ('help', 'keys.help'))
    """
    own = {key for key, _ in first}
    return (*first, *(use for use in others if use[0] not in own))


def distinct(uses: Uses) -> Uses:
    """Return what keys do without those that do what one before them does.

    >>> distinct((("key.enter", "hint.on"), ("key.pages", "hint.scroll"), ("key.space", "hint.on")))
    (('key.enter', 'hint.on'), ('key.pages', 'hint.scroll'))
    """
    done = [does for _, does in uses]
    return tuple(use for i, use in enumerate(uses) if use[1] not in done[:i])


def reading(uses: Uses) -> Uses:
    """Return what keys do while there is more to read: what goes on reads on first."""
    return tuple((key, "hint.more" if does == "hint.on" else does) for key, does in uses)


def without(uses: Uses, others: Uses) -> Uses:
    """Return what keys do of which another table says nothing."""
    named = {key for key, _ in others}
    return tuple(use for use in uses if use[0] not in named)
