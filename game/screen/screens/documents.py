"""What can be written to a file of the game that is played."""

from __future__ import annotations

from typing import ClassVar

from game.report.document import Document
from game.screen.acts import Back, Write
from game.screen.desk import Desk, Layout
from game.screen.press import Press
from game.screen.screens.menu import menu_layout
from game.screen.screens.screen import Act, Screen
from game.screen.uses import Uses

BACK = "back"


class Documents(Screen):
    """The documents that there are, and the way back."""

    there: tuple[Document, ...]

    is_overlay = True
    help_key = "help.screen.documents"
    uses: ClassVar[Uses] = (
        ("key.up_down", "hint.choose"),
        ("key.enter", "hint.write"),
        ("key.digits", "hint.write"),
        ("key.escape", "hint.back"),
    )

    @property
    def entries(self) -> tuple[str, ...]:
        return (*(f"{each.kind}.{each.form}" for each in self.there), BACK)

    def layout(self, desk: Desk) -> Layout:
        labels = tuple((each, desk.words[f"documents.{each}"]) for each in self.entries)
        return menu_layout(desk, desk.words["documents.title"], labels, self.focus or self.entries[0])

    def activated(self, id: str) -> Act | None:  # noqa: A002  an id is an id
        return Back() if id == BACK else Write(self.there[self.entries.index(id)])

    def answer(self, press: Press) -> Act | None:
        entry = press.numbered(self.entries)
        return self.activated(entry) if entry is not None else None
