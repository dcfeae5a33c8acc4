"""What every leaf is laid out from: the road of a lesson, and the words it is printed in."""

from __future__ import annotations

from game.frozen import NamedTuple
from game.report.lesson_leaf import Block, Edition, Leaf
from game.report.lesson_print import Printer
from game.report.lesson_road import Road, Stop
from game.scenario.model import Lesson, Scenario, Statement
from game.view.citing import cards, mark
from game.view.lexicon import Lexicon
from game.view.line import Line
from game.view.moments import date_words, time_of_day
from game.view.printing import literal, plain


class Pack(NamedTuple):
    """What leaves are made from: a road, and the words it is printed in."""

    road: Road
    lexicon: Lexicon

    @property
    def scenario(self) -> Scenario:
        return self.lexicon.scenario

    @property
    def lesson(self) -> Lesson:
        return self.scenario.lesson or Lesson()

    @property
    def opening(self) -> Printer:
        """Prints with the values that every game begins with."""
        return Printer(self.lexicon, self.road.certain)

    @property
    def anywhere(self) -> Printer:
        """Prints without any value."""
        return Printer(self.lexicon, {})

    @property
    def cited(self) -> Printer:
        """Prints without any value and with citations."""
        return Printer(self.lexicon, {}, is_cited=True)

    def at(self, stop: Stop) -> Printer:
        return Printer(self.lexicon, stop.certain)

    def word(self, key: str, **values: object) -> str:
        return self.lexicon.words[f"lesson.{key}"].format(**values)

    def leaf(self, edition: Edition, name: str, title: Line | str, *blocks: Block) -> Leaf:
        above = f"{plain(self.opening.line(self.scenario.title))} · {self.word(f'edition.{edition.value}')}"
        return Leaf(edition, name, literal(title) if isinstance(title, str) else title, above, blocks)


def moment_words(pack: Pack, minutes: int) -> str:
    return f"{date_words(minutes, pack.lexicon.words)}, {time_of_day(minutes)}"


def origin(lexicon: Lexicon, statement: Statement) -> str:
    """Return who stands behind a statement, in words: how sure it is, and from which sources."""
    found = mark(lexicon, statement)
    if found is None:
        return ""
    titles = (
        f"{each.title}, {each.locator}" if each.locator else each.title
        for each in cards(lexicon, found.cards)
    )
    return "; ".join((found.words, *titles))
