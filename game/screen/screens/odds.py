"""The odds of the choices, on a sheet over the room: only who asks for them sees them."""

from __future__ import annotations

from typing import ClassVar

from game.frozen import replace
from game.screen.parts.body import Section
from game.screen.press import Press
from game.screen.screens.note import Note
from game.screen.screens.screen import Act
from game.screen.shown import plain
from game.screen.text import plain as text
from game.screen.uses import Uses, joined
from game.view.counting import figured
from game.view.page import OddsRow, Page
from game.view.words import Words


class OddsNote(Note):
    """What is known of the odds now."""

    help_key = "help.screen.odds"
    uses: ClassVar[Uses] = joined(Note.uses, (("odds", "help.close"),))

    def answer(self, press: Press) -> Act | None:
        """The key that opened the sheet puts it away."""
        return self.back() if press.key == "o" else None

    def told(self, page: Page, words: Words) -> OddsNote:
        """Return the sheet with what is known meanwhile."""
        return replace(self, sections=_sections(page, words))


def odds_note(page: Page, words: Words) -> OddsNote:
    return OddsNote(title=words["odds.title"], sections=_sections(page, words), close=words["help.close"])


def _sections(page: Page, words: Words) -> tuple[Section, ...]:
    about = Section(paragraphs=(text(page.odds_words),))
    labels = {each.key: f"{each.key.upper()}  {plain(each.label)}" for each in page.choices}
    rows = (Section(title=labels[row.key], source=_odds(row, words)) for row in page.odds or ())
    return (about, *rows)


def _odds(row: OddsRow, words: Words) -> str:
    if not row.worlds:
        return words["odds.row.word"].format(likelihood=row.words)
    return words["odds.row"].format(worlds=figured(words, "world", row.worlds), likelihood=row.words)
