"""What the people say on a question: two who disagree side by side, or all of them on a sheet."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import combinations
from typing import ClassVar

from game.frozen import replace
from game.screen.box import Box
from game.screen.desk import MARGIN, Desk, Layout, Stop
from game.screen.parts.body import Section
from game.screen.parts.plain import Band, Words
from game.screen.parts.sheet import Sheet
from game.screen.press import Press
from game.screen.scene import Piece
from game.screen.screens.debate import debate_layout
from game.screen.screens.page_head import foot_hints, foot_top
from game.screen.screens.people_line import COURSES
from game.screen.screens.screen import Act, Become, Screen
from game.screen.shown import moment_words, plain
from game.screen.styles import heading, prose
from game.screen.text import plain as text
from game.screen.uses import Uses, without
from game.view.page import Adviser, Page, Question

HEAD = 96.0
_OF_PAIRS: Uses = (("key.left_right", "hint.pair"),)
"""What a key does where two people stand side by side, and not where all are on a sheet."""


class Advisers(Screen):
    """The people on a question; `pair` counts the pairs of people who disagree."""

    page: Page
    question: int
    pair: int = 0

    help_key = "help.screen.advisers"
    uses: ClassVar[Uses] = (
        ("key.left_right", "hint.pair"),
        ("key.enter", "hint.decide"),
        ("key.escape", "hint.back"),
        ("help", "keys.help"),
        ("key.pages", "hint.scroll"),
        ("advisers", "hint.back"),
    )

    @property
    def asked(self) -> Question:
        return self.page.questions[self.question]

    @property
    def pairs(self) -> tuple[tuple[Adviser, Adviser], ...]:
        """All who disagree, two by two, the farthest apart first; where nobody does, neighbours."""
        people = [each for each in self.asked.advisers if each.speaks]
        found = [
            pair
            for pair in combinations(people, 2)
            if pair[0].stance != pair[1].stance or pair[0].supports != pair[1].supports
        ]
        ordered = sorted(found, key=lambda pair: -abs(COURSES[pair[0].stance] - COURSES[pair[1].stance]))
        return tuple(ordered) or tuple(combinations(people, 2))

    def layout(self, desk: Desk) -> Layout:
        head, uses = _head(desk, self), self.uses
        if desk.is_tabbed or not self.pairs:
            layout, uses = _told(desk, self), without(uses, _OF_PAIRS)
        else:
            pair = self.pairs[self.pair % len(self.pairs)]
            layout = debate_layout(desk, self.asked, pair, self.focus, _high(desk))
        return replace(layout, scene=(*head, *layout.scene, foot_hints(desk, uses)))

    def answer(self, press: Press) -> Act | None:
        if press.key in ("left", "right", "space") and self.pairs:
            by = -1 if press.key == "left" or press.has_shift else 1
            return Become(replace(self, pair=(self.pair + by) % len(self.pairs)))
        return self.back() if press.key in ("enter", "a") else None

    def focused(self, id: str) -> Advisers:  # noqa: A002  an id is an id
        """Bring somebody of the row to the left side."""
        name = id.removeprefix("face ")
        found = next((i for i, pair in enumerate(self.pairs) if name in (pair[0].id, pair[1].id)), self.pair)
        return replace(self, focus=id, pair=found)

    def activated(self, id: str) -> Act | None:  # noqa: A002  an id is an id
        return Become(self.focused(id))


def _high(desk: Desk) -> float:
    """The height of the head: it grows less than the text, which needs the room below it."""
    return HEAD * math.pow(desk.text, 0.6)


def _head(desk: Desk, screen: Advisers) -> tuple[Piece, ...]:
    theme, words, whole = desk.theme, desk.words, desk.box
    high = _high(desk)
    first, second = heading(36, theme.amber), prose(27, theme.n7)
    title = desk.type.setting(words["advisers.title"], first)
    when = moment_words(screen.page.moment, words)
    line = desk.type.setting(when, second)
    return (
        Piece("head", Box(0, 0, whole.width, high), Band(theme.n0)),
        Piece("head rule", Box(0, high, whole.width, 2), Band(theme.n4)),
        Piece(
            "title",
            Box(MARGIN, (high - title.tall) / 2, title.wide + 4, title.rest),
            Words(words["advisers.title"], first),
        ),
        Piece(
            "when",
            Box(MARGIN + title.wide + 30, (high - line.tall) / 2, line.wide + 2, line.rest),
            Words(when, second),
        ),
    )


def _told(desk: Desk, screen: Advisers) -> Layout:
    """Everybody's words on a sheet, where there is no room for two portraits, or nobody to disagree."""
    whole = desk.box
    top = _high(desk) + 24
    box = Box(MARGIN, top, whole.width - 2 * MARGIN - 9, foot_top(desk) - 24 - top)
    sections = tuple(_section(desk, each) for each in screen.asked.advisers if each.speaks)
    empty = (Section(paragraphs=(text(desk.words["advisers.none"]),)),)
    sheet = Sheet(
        plain(screen.asked.sheet.title), sections=sections or empty, rule="own", size=20, offset=screen.offset
    )
    return Layout(
        (Piece("sheet", box, sheet),),
        (Stop("sheet", box),),
        (desk.reel(sheet, box),),
    )


def _section(desk: Desk, adviser: Adviser) -> Section:
    words = desk.words
    stance = (adviser.stance_words if adviser.stance else words["room.undecided"]).upper()
    quoted = words["room.quote"].format(words=plain(adviser.says))
    worst = words["advisers.likelihood"].format(likelihood=adviser.likelihood)
    notes: Sequence[str] = [
        *([words["advisers.supports"].format(label=adviser.supports)] if adviser.supports else []),
        *([words["advisers.opposes"].format(label=adviser.opposes)] if adviser.opposes else []),
        *([worst] if adviser.likelihood else []),
    ]
    return Section(stance, adviser.name, adviser.role, (text(quoted),), notes=tuple(notes))
