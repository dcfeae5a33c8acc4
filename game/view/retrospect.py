"""A game looked back on: its halts and happenings with what printing needs, after the end."""

from __future__ import annotations

from itertools import chain

from game.engine.happenings import Happening
from game.engine.play import value
from game.frozen import Frozen
from game.scenario.model import Scenario
from game.scenario.text import Text
from game.session.session import Session
from game.view.lexicon import Lexicon, lexicon
from game.view.moments import day_of, moment
from game.view.printing import Reading, words_of
from game.view.words import Words


class Retrospect(Frozen):
    """A game that is over. Everything may be printed, with the values of its last state."""

    session: Session
    lexicon: Lexicon

    @property
    def scenario(self) -> Scenario:
        return self.session.scenario

    @property
    def words(self) -> Words:
        return self.lexicon.words

    @property
    def happenings(self) -> tuple[Happening, ...]:
        return tuple(chain.from_iterable(each.happenings for each in self.session.past))

    def reading(self, halt: int) -> Reading:
        """Return the values of a halt."""
        session = self.session
        return lambda name: value(session.program, session.past[halt].state, name)

    def printed(self, text: Text | None, halt: int = -1) -> str:
        """Return a text as one line with the values of a halt, the last one if none is named."""
        return words_of(self.lexicon, text, self.reading(halt))

    def moment(self, minute: int) -> str:
        return moment(self.scenario.clock.starts + minute)

    def date(self, minute: int) -> str:
        """Return the day in words without its year: `27 October`."""
        day = day_of(self.scenario.clock.starts + minute)
        return self.words["day.month"].format(day=day.day, month=self.words[f"month.{day.month}"])


def retrospect(session: Session, words: Words) -> Retrospect:
    return Retrospect(session, lexicon(session.scenario, words))
