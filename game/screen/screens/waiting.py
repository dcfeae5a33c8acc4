"""The mark that the player waits for a game that is being read, and the way not to."""

from __future__ import annotations

from typing import ClassVar

from game.screen.acts import GiveUp
from game.screen.parts.body import Section
from game.screen.screens.note import Note
from game.screen.screens.screen import Act
from game.screen.text import plain
from game.screen.uses import Uses
from game.view.words import Words


class Waiting(Note):
    """The mark over the screen on which the player asked for a game."""

    uses: ClassVar[Uses] = (("key.enter", "waiting.close"),)

    def activated(self, id: str) -> Act | None:  # noqa: A002, ARG002  there is only the way back
        return GiveUp()

    def back(self) -> Act:
        return GiveUp()


def waiting(title: str, words: Words) -> Waiting:
    """Return the mark for a game by its title, or for one that is not known yet."""
    line = words["waiting.named"].format(title=title) if title else words["waiting.unnamed"]
    return Waiting(
        title=words["waiting.title"],
        sections=(Section(paragraphs=(plain(line),)),),
        close=words["waiting.close"],
    )
