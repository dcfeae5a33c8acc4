"""What of a Page lies on the table of the situation room, and its parts: sheet, cards, people, hints."""

from __future__ import annotations

from game.frozen import NamedTuple, replace
from game.screen.backdrop import Rings
from game.screen.box import Box
from game.screen.desk import Desk
from game.screen.mapview import Sight
from game.screen.parts.card import Card
from game.screen.parts.keys import Hint
from game.screen.parts.map_panel import MapPanel, brought_near
from game.screen.parts.sheet import Sheet
from game.screen.seas import seas
from game.screen.shown import card_of, plain, sheet_of
from game.screen.uses import Uses
from game.view.counting import figured
from game.view.page import Adviser, Choice, OddsRow, Page, Question
from game.view.sheet import Sheet as Paper
from game.view.words import Words

CARD, PEOPLE, QUESTION = "card", "adviser", "question"


class Showing(NamedTuple):
    """Which question, paper (by number) and speaker (by id) are on the table, and which tab is open."""

    question: int
    paper: int
    speaker: str
    tab: str


def asked(page: Page, at: Showing) -> Question | None:
    return page.questions[at.question] if page.questions else None


def papers(page: Page) -> tuple[Paper, ...]:
    """Return the papers of the turn: what was reported, then what is asked."""
    return tuple(paper for paper in page.sheets if paper.kind != "opening") or page.sheets


def speakers(question: Question | None) -> tuple[Adviser, ...]:
    return tuple(each for each in question.advisers if each.speaks) if question else ()


def choices(page: Page, at: Showing) -> tuple[Choice, ...]:
    """Return what can be answered to the question on the table, and waiting."""
    question = asked(page, at)
    own = question.choices if question else ()
    return (*own, page.wait) if page.wait is not None else own


def cards(desk: Desk, page: Page, at: Showing, focus: str) -> tuple[Card, ...]:
    odds = {row.key: row for row in page.odds or ()}
    made = []
    for choice in choices(page, at):
        row = odds.get(choice.key) if choice.key else None
        note = _odds_note(row, desk.words) if row else ""
        state = "focus" if focus == f"{CARD} {choice.id}" else "rest"
        card = card_of(choice, desk.words, "focus" if state == "focus" else "rest", note)
        if choice == page.wait:
            card = replace(card, key=desk.cap("wait"))
        if desk.is_presented and card.state != "disabled":
            card = replace(card, about="")
        made.append(card)
    return tuple(made)


def _odds_note(row: OddsRow, words: Words) -> str:
    if row.worlds:
        return words["room.odds"].format(worlds=figured(words, "world", row.worlds))
    return words["room.odds.word"].format(likelihood=row.words)


def paper_sheet(desk: Desk, page: Page, at: Showing, focus: str, offset: float, size: float) -> Sheet:
    """Return the paper on the table, with its number among the papers of the turn."""
    all_papers = papers(page)
    words = desk.words
    sheet = sheet_of(all_papers[at.paper], words, size)
    count = words["room.page"].format(page=at.paper + 1, pages=len(all_papers))
    footer = count if len(all_papers) > 1 else ""
    return replace(sheet, footer=footer, offset=offset, has_focus=focus == "sheet")


def map_panel(desk: Desk, page: Page, focus: str, box: Box) -> MapPanel | Rings:
    """Return the map of the turn for a box, as near as it can be; rings where the scenario has none."""
    if not page.map.views:
        return Rings("sober", radius=1.1)
    view = page.map.views[0]
    words = desk.words
    caption = words["room.map"].format(view=view.label, time=page.time_words) if view.label else ""
    sight = Sight(page.map, view, seas=seas(desk.words))
    panel = MapPanel(sight, caption, Hint(desk.cap("map"), words["room.full_map"]), has_focus=focus == "map")
    return brought_near(desk.type, box, panel)


def quote(adviser: Adviser, desk: Desk) -> str:
    return desk.words["room.quote"].format(words=plain(adviser.says))


def room_uses(page: Page) -> Uses:
    """Return what keys do in the room."""
    keys = [choice.key for choice in page.choices if choice.key.isdigit()]
    pick = f"{keys[0]}–{keys[-1]}" if len(keys) > 1 else "".join(keys)
    return (
        *(((pick, "hint.pick"),) if pick else ()),
        ("key.enter", "hint.confirm"),
        ("key.escape", "hint.pause"),
        ("map", "keys.map"),
        ("advisers", "keys.advisers"),
        ("journal", "keys.journal"),
        ("sources", "keys.sources"),
        ("odds", "keys.odds"),
        ("help", "keys.help"),
        ("key.space", "hint.page"),
        *((("question", "keys.question"),) if len(page.questions) > 1 else ()),
        *((("wait", "keys.wait"),) if page.wait is not None else ()),
        ("briefing", "keys.briefing"),
        ("key.pages", "hint.scroll"),
        ("key.tab", "hint.next"),
    )
