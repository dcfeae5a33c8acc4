"""The first sheet of a game, before anything is asked."""

from __future__ import annotations

from typing import ClassVar

from game.frozen import replace
from game.screen.acts import Back
from game.screen.backdrop import Rings
from game.screen.box import Box
from game.screen.desk import MARGIN, Desk, Layout, Stop
from game.screen.mapview import Sight
from game.screen.parts.button import Button, button_height
from game.screen.scene import Piece
from game.screen.screens.page_head import foot_hints, foot_top
from game.screen.screens.screen import Act, Screen
from game.screen.shown import sheet_of
from game.screen.text import plain as text
from game.screen.uses import Uses, reading
from game.view.page import Page

TOP = 64.0
WIDE = 860.0


class Opening(Screen):
    """What the game is about, and how it begins."""

    page: Page
    focus: str = "on"

    help_key = "help.screen.opening"
    uses: ClassVar[Uses] = (
        ("key.enter", "hint.on"),
        ("key.pages", "hint.scroll"),
        ("help", "keys.help"),
    )

    def layout(self, desk: Desk) -> Layout:
        words, whole, type_ = desk.words, desk.box, desk.type
        paper = next(each for each in self.page.sheets if each.kind == "opening")
        width = min(whole.width - 2 * MARGIN, WIDE * max(1.0, desk.text))
        high = button_height(type_, Button(words["opening.begin"]), width)
        y_button = foot_top(desk) - 30 - high
        box = Box(MARGIN, TOP, width - 9, y_button - 34 - TOP)
        begun = words["opening.setup"].format(setup=self.page.setup_label, seed=self.page.seed)
        size = 26 if desk.text < 1.5 else 20
        told = sheet_of(paper, words, size)
        bound = (text(self.page.way_back.reason),) if self.page.way_back.reason else ()
        sheet = replace(
            told,
            paragraphs=(*told.paragraphs, *bound),
            footer=begun,
            offset=self.offset,
            has_focus=self.focus == "sheet",
        )
        place = Box(MARGIN, y_button, width, high)
        reel = desk.reel(sheet, box)
        button = Button(
            words["hint.more" if reel.has_more else "opening.begin"], has_focus=self.focus == "on"
        )
        hints = foot_hints(desk, reading(self.uses) if reel.has_more else self.uses)
        sight = Sight(self.page.map, self.page.map.views[0]) if self.page.map.marks else None
        pieces = (
            Piece("rings", Box(whole.width * 0.38, 0, whole.width * 0.62, whole.height), _rings(sight)),
            Piece("sheet", box, sheet),
            Piece("on", place, button),
            hints,
        )
        return Layout(pieces, (Stop("on", place), Stop("sheet", box)), (reel,), reads_first=True)

    def activated(self, id: str) -> Act | None:  # noqa: A002, ARG002  there is only the way on
        return Back()

    def presented(self, by: int) -> Act | None:
        return self.activated("on") if by > 0 else None


def _rings(sight: Sight | None) -> Rings:
    return Rings("danger", 0.6, 0.5, 0.62, sight, has_fade=True)
