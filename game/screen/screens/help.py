"""Help: what a screen shows, what keys do there, and what they do everywhere."""

from __future__ import annotations

from typing import ClassVar

from game.screen.acts import Back
from game.screen.desk import Desk, Layout
from game.screen.parts.body import Section
from game.screen.parts.sheet import Sheet
from game.screen.screens.note import note_layout
from game.screen.screens.screen import Act, Screen
from game.screen.text import plain
from game.screen.uses import EVERYWHERE, PRESENTED, Uses, joined, without

WIDE = 1360.0


class Help(Screen):
    """The help of a screen, told by the key of its words and what keys do on it."""

    about: str
    here: Uses
    focus: str = "close"

    is_overlay = True
    help_key = "help.screen.help"
    uses: ClassVar[Uses] = (("key.enter", "help.close"), ("key.pages", "hint.scroll"))

    def layout(self, desk: Desk) -> Layout:
        words = desk.words
        here = without(joined(PRESENTED, self.here) if desk.is_presented else self.here, _NAMED)
        own = Section(
            title=words[f"name.{self.about.rpartition('.')[2]}"],
            paragraphs=(plain(words[self.about]),),
            keys=desk.hints(here),
        )
        others = Section(label=words["help.everywhere"], keys=desk.hints(without(EVERYWHERE, here)))
        sheet = Sheet(words["help.title"], sections=(own, others), rule="neutral", offset=self.offset)
        return note_layout(desk, sheet, words["help.close"], self.focus, WIDE)

    def activated(self, id: str) -> Act | None:  # noqa: A002, ARG002  there is only the way back
        return Back()


_NAMED: Uses = (("help", "keys.help"),)
"""What the foot of a screen says, and help itself need not say of that screen."""


def help_of(screen: Screen) -> Help:
    """Return the help of a screen."""
    return Help(about=screen.help_key, here=screen.uses)
