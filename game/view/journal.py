"""The journal: a line for each thing that was told in the game so far, the player's answers among them."""

from __future__ import annotations

from collections.abc import Iterator

from game.view.chronicle import Chronicle
from game.view.page import JournalEntry, Told
from game.view.printing import plain

_TITLED = frozenset({"event", "phase", "report", "letter", "choice", "late", "question"})


def journal(chronicle: Chronicle) -> tuple[JournalEntry, ...]:
    """Return the entries in the order in which things were told.

    `choices` of a choice is the number of those before it, so that going back there opens it again.
    """
    return tuple(_entries(chronicle))


def _entries(chronicle: Chronicle) -> Iterator[JournalEntry]:
    for halt, chapter in enumerate(chronicle.chapters):
        for thing in chapter:
            words = _words(thing)
            if words:
                yield JournalEntry(thing.moment, words, thing, halt - (thing.kind == "choice"))


def _words(thing: Told) -> str:
    """Return the line of a thing; empty for what stands on the sheet of another, and for readings."""
    if thing.kind in _TITLED and thing.heading:
        return plain(thing.heading)
    if thing.kind == "text" and not thing.is_on_sheet and thing.paragraphs:
        return plain(thing.paragraphs[0])
    return ""
