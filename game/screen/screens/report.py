"""The after-action report: its parts one after another, each a page of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from game.frozen import replace
from game.report.document import REPORT
from game.screen.acts import Show, Write
from game.screen.desk import Desk, Layout
from game.screen.press import Press
from game.screen.screens.report_decisions import decisions_page
from game.screen.screens.report_head import Opened, report_head
from game.screen.screens.report_ledger import ledger_page
from game.screen.screens.report_overview import overview_page
from game.screen.screens.report_papers import (
    advisers_page,
    causes_page,
    record_page,
    sources_page,
    unknown_page,
)
from game.screen.screens.screen import Act, Become, Screen
from game.screen.uses import Uses
from game.view.review import Review

_ROW = "row "
_TAB = "tab "


STEPPED = ("overview", "decisions")
"""The parts that are stepped through, question by question."""


class Report(Screen):
    """The report with the part that is open; `at` counts the steps, or the rows of the ledger, from 0."""

    review: Review
    part: str = "overview"
    at: int = 0

    help_key = "help.screen.report"

    @property
    def uses(self) -> Uses:
        return (
            ("key.tab", "hint.turn"),
            *((("key.left_right", "hint.step"),) if self.part in STEPPED else ()),
            ("key.pages", "hint.scroll"),
            ("write", "hint.html"),
            ("picture", "hint.picture"),
            ("key.escape", "hint.back"),
            ("key.digits", "hint.part"),
            ("journal", "keys.journal"),
        )

    @property
    def parts(self) -> tuple[str, ...]:
        return tuple(each.id for each in self.review.parts)

    def layout(self, desk: Desk) -> Layout:
        opened = Opened(self.review, self.part, self.at, self.offset, self.focus, self.uses)
        head = report_head(desk, opened)
        page = _PAGES[self.part](desk, opened, head.room)
        return Layout((*head.pieces, *page.scene), (*page.stops, *head.stops), page.reels)

    def focused(self, id: str) -> Report:  # noqa: A002  an id is an id
        if id.startswith(_ROW):
            return replace(self, focus=id, at=int(id.removeprefix(_ROW)), offset=0.0)
        return replace(self, focus=id)

    def activated(self, id: str) -> Act | None:  # noqa: A002  an id is an id
        if id.startswith(_TAB):
            return Become(self.turned(id.removeprefix(_TAB)))
        return Become(self.focused(id)) if id.startswith(_ROW) else None

    def turned(self, part: str) -> Report:
        """Return the report with another part open, from its beginning."""
        return Report(review=self.review, part=part, at=self.at if part != "ledger" else 0)

    def told(self, review: Review) -> Report:
        """Return the same page of a report of which more is known."""
        return replace(self, review=review)

    def answer(self, press: Press) -> Act | None:
        if press.key == "tab":
            place = self.parts.index(self.part) + (-1 if press.has_shift else 1)
            return Become(self.turned(self.parts[place % len(self.parts)]))
        part = press.numbered(self.parts)
        if part is not None:
            return Become(self.turned(part))
        if press.key in ("left", "right") and self.part in STEPPED:
            return self._stepped(1 if press.key == "right" else -1)
        acts: Mapping[str, Act] = {"j": Show("journal"), "h": Write(REPORT)}
        return acts.get(press.key)

    def _stepped(self, by: int) -> Act | None:
        last = len(self.review.branches.steps) - 1
        at = min(max(0, self.at + by), max(0, last))
        if at == self.at:
            return None
        return Become(replace(self, at=at, focus=f"{_ROW}{at}", offset=0.0))


_PAGES: Mapping[str, Callable[..., Layout]] = {
    "overview": overview_page,
    "causes": causes_page,
    "decisions": decisions_page,
    "record": record_page,
    "ledger": ledger_page,
    "unknown": unknown_page,
    "advisers": advisers_page,
    "sources": sources_page,
}
