"""Ids: what may be one, and which words the language keeps for itself."""

from __future__ import annotations

import re

from game.diagnostics.diagnostic import Diagnostic, Rule
from game.source.tree import Scalar

BAD_ID = Rule(
    code="E207",
    title="not a good id",
    cause="Ids are the names by which conditions, tests and mods speak of things. They have small"
    " letters, digits and `_`, begin with a letter, and have at most 40 characters. Where the line of an id"
    " is missing, a field stands in its place.",
    example="events:\n  Big Storm: { title: A storm }",
    cure="Write `big_storm`. What the player reads stands in `title:` or `label:`.",
)

SAME_ID = Rule(
    code="E110",
    title="one id for two things, or a reserved id",
    cause="Ids are unique in the whole scenario, so that `seen.ships` and <ships> need no section. A"
    " word that the language uses for something of its own cannot be an id.",
    example="flags:\n  day: It is day.",
    cure="Rename one of the two, wherever it is used.",
)

RESERVED = frozenset(
    [
        "yes",
        "no",
        "none",
        "and",
        "or",
        "not",
        "is",
        "if",
        "else",
        "between",
        "min",
        "max",
        "abs",
        "day",
        "hour",
        "step",
        "phase",
        "time",
        "running",
        "over",
        "chosen",
        "seen",
        "estimate",
        "in",
        "travels",
        "start",
        "starts",
        "ends",
        "estimates",
        "deadline",
        "wait",
        "all",
        "remove",
        "standard",
        "unfinished",
    ]
)

_ID = re.compile(r"[a-z][a-z0-9_]{0,39}")
_NO_PART = re.compile(r"[^a-z0-9_.]+")


def is_id(word: str) -> bool:
    """Return whether a word may be an id, reserved words aside.

    >>> is_id("u2_lost"), is_id("U2"), is_id("2_ships")
    (True, False, False)
    """
    return _ID.fullmatch(word) is not None


def mended(word: str) -> str:
    """Return the id that a word most probably means which is none, and ids with dots between them as well.

    >>> mended("Varda"), mended("The-Boat"), mended("patrol.Hold fire")
    ('varda', 'the_boat', 'patrol.hold_fire')
    """
    return _NO_PART.sub("_", word.lower())


def reserved(key: Scalar) -> Diagnostic:
    """Return the fault of an id that is a word of the language."""
    message = f"`{key.value}` is a word of the language and cannot be an id"
    return Diagnostic(SAME_ID, message, key.span, "call it something else")
