"""Which key does what, as a player has set it: a table of what differs from the usual."""

from __future__ import annotations

from collections.abc import Mapping

Keys = tuple[tuple[str, str], ...]
"""Pairs of an action and the key that does it, of those that were changed, in the order of ACTIONS."""

ACTIONS: Mapping[str, str] = {
    "briefing": "b",
    "advisers": "a",
    "map": "m",
    "journal": "j",
    "sources": "c",
    "odds": "o",
    "question": "q",
    "wait": "w",
    "view": "v",
    "key": "l",
    "write": "h",
    "undo": "u",
    "redo": "r",
    "decide": "d",
    "phones": "n",
    "end": "e",
    "help": "f1",
    "settings": "f2",
    "save": "f5",
    "load": "f9",
    "presenter": "f10",
    "full_screen": "f11",
    "picture": "f12",
}
"""Every action whose key can be changed, with its usual key. A screen may give a key another meaning too."""

ALLOWED = frozenset("abcdefghijklmnopqrstuvwxyz") | {f"f{number}" for number in range(1, 13)}


def key_of(keys: Keys, action: str) -> str:
    """Return the key that does an action."""
    return dict(keys).get(action, ACTIONS[action])


def usual(keys: Keys, pressed: str) -> str | None:
    """Return the usual key of what a pressed key does now; None if it does nothing any more.

    >>> usual((("map", "z"),), "z"), usual((("map", "z"),), "m"), usual((), "x")
    ('m', None, 'x')
    """
    for action, key in ACTIONS.items():
        if key_of(keys, action) == pressed:
            return key
    return None if pressed in ACTIONS.values() else pressed


def assigned(keys: Keys, action: str, key: str) -> Keys:
    """Return the table with another key for an action; who had that key takes the action's old one.

    >>> assigned((), "map", "a")
    (('advisers', 'm'), ('map', 'a'))
    """
    table = {each: key_of(keys, each) for each in ACTIONS}
    other = next((each for each, own in table.items() if own == key), None)
    if other is not None:
        table[other] = table[action]
    table[action] = key
    return tuple((each, own) for each, own in table.items() if own != ACTIONS[each])


def format_keys(keys: Keys) -> str:
    """Return a table as one line, `usual` where nothing was changed."""
    return " ".join(f"{action}={key}" for action, key in keys) or "usual"


def parse_keys(words: str) -> Keys | None:
    """Return the table that a line says; None for an action or key that is not there, or one key for two.

    >>> parse_keys("map=z"), parse_keys("usual"), parse_keys("map=1"), parse_keys("map=a")
    ((('map', 'z'),), (), None, None)
    """
    if words == "usual":
        return ()
    table = dict(ACTIONS)
    for word in words.split():
        action, _, key = word.partition("=")
        if action not in ACTIONS or key not in ALLOWED:
            return None
        table[action] = key
    if not words.split() or len(set(table.values())) < len(table):
        return None
    return tuple((action, key) for action, key in table.items() if key != ACTIONS[action])
