"""The situation room for large type and small windows: one panel at a time, under tabs."""

from __future__ import annotations

from game.frozen import replace
from game.screen.box import Box
from game.screen.desk import MARGIN, Desk, Layout, Stop
from game.screen.parts.button import Button, button_height
from game.screen.parts.card import Card, card_height
from game.screen.parts.keys import cap_height
from game.screen.parts.plain import HintLine
from game.screen.parts.strip import strip_height
from game.screen.parts.tabs import Tab, Tabs, least_width, tab_boxes, tabs_height
from game.screen.scene import Piece
from game.screen.screens.listing import Entry, column
from game.screen.screens.people import people_row
from game.screen.screens.question_line import question_line
from game.screen.screens.room_view import (
    CARD,
    Showing,
    asked,
    cards,
    choices,
    map_panel,
    paper_sheet,
    room_uses,
    speakers,
)
from game.screen.shown import strip_of
from game.store.keymap import ACTIONS
from game.view.page import Page

TABS = ("briefing", "map", "advisers", "decide")
KEYED = TABS[:3]
"""The tabs with a key of their own; pressed where it is open it opens its full screen, where it has one."""
GAP = 18.0


def tabbed_layout(desk: Desk, page: Page, at: Showing, focus: str, offset: float) -> Layout:
    """Return the layout with the panel of the tab that is open, and the choice in focus in a bar below it."""
    whole, type_ = desk.box, desk.type
    high = strip_height(type_, is_compact=True)
    foot = whole.height - 10 - cap_height(type_)
    tabs_box = Box(MARGIN, high + 22, whole.width - 2 * MARGIN, tabs_height(type_))
    bars = () if at.tab == "decide" else (_bar(desk, page, at, focus, foot),)
    end = bars[0].box.y if bars else foot
    panel = Box(MARGIN, tabs_box.bottom, tabs_box.width, end - GAP - tabs_box.bottom)
    open_tab = TABS.index(at.tab)
    inner = {
        "briefing": _briefing,
        "map": _map,
        "advisers": _advisers,
        "decide": _decide,
    }[at.tab](desk, page, at, focus, offset, panel)
    in_focus = TABS.index(focus.partition(" ")[2]) if focus.startswith("tab ") else -1
    pieces = (
        Piece(
            "strip",
            Box(0, 0, whole.width, high),
            strip_of(page, desk.words, is_compact=True),
        ),
        *inner.scene,
        Piece("tabs", tabs_box, _tabs(desk, tabs_box.width, open_tab, at.tab == "briefing", in_focus)),
        *bars,
        Piece(
            "hints",
            Box(MARGIN, foot, tabs_box.width, cap_height(type_)),
            HintLine(desk.hints(room_uses(page))),
        ),
    )
    tab_stops = tuple(
        Stop(f"tab {name}", box) for name, box in zip(TABS, tab_boxes(tabs_box, len(TABS)), strict=True)
    )
    bar_stops = tuple(stop for bar in bars for stop in _bar_stops(page, at, focus, bar.box))
    keys = tuple((ACTIONS[name], f"tab {name}") for name in KEYED if name != at.tab)
    return Layout(pieces, (*bar_stops, *tab_stops, *inner.stops), inner.reels, keys=keys)


def _bar_stops(page: Page, at: Showing, focus: str, box: Box) -> tuple[Stop, ...]:
    """The choices take turns in the bar: the one in focus, else the first, is seen."""
    ids = [f"{CARD} {each.id}" for each in choices(page, at)]
    seen = focus if focus in ids else next(iter(ids), "")
    return tuple(Stop(id_, box, is_slow=True, is_hidden=id_ != seen) for id_ in ids)


def _tabs(desk: Desk, width: float, at: int, is_paper: bool, focus: int) -> Tabs:  # noqa: FBT001
    names = [desk.words[f"tab.{name}"] for name in TABS]
    keys = [desk.cap(name) if name in KEYED else "" for name in TABS]
    whole = Tabs(tuple(map(Tab, keys, names)), at, is_paper, focus)
    if least_width(desk.type, whole) <= width:
        return whole
    return Tabs(tuple(Tab("", name) for name in names), at, is_paper, focus)


def _bar(desk: Desk, page: Page, at: Showing, focus: str, foot: float) -> Piece:
    """The choice that has the focus, or the first that may be made."""
    listed = choices(page, at)
    made = cards(desk, page, at, focus)
    chosen = next((i for i, each in enumerate(listed) if f"{CARD} {each.id}" == focus), None)
    card = made[chosen] if chosen is not None else next(iter(made), Card("", ""))
    button = Button(card.title, card.key, has_focus=chosen is not None, is_disabled=card.state == "disabled")
    width = desk.box.width - 2 * MARGIN
    height = button_height(desk.type, button, width)
    return Piece("bar", Box(MARGIN, foot - GAP - height, width, height), button)


def _briefing(desk: Desk, page: Page, at: Showing, focus: str, offset: float, panel: Box) -> Layout:
    sheet = replace(paper_sheet(desk, page, at, focus, offset, 20), stamp="")
    return Layout((Piece("sheet", panel, sheet),), (Stop("sheet", panel),), (desk.reel(sheet, panel),))


def _map(desk: Desk, page: Page, at: Showing, focus: str, offset: float, panel: Box) -> Layout:
    del at, offset
    stops = (Stop("map", panel),) if page.map.views else ()
    return Layout((Piece("map", panel, map_panel(desk, page, focus, panel)),), stops)


def _advisers(desk: Desk, page: Page, at: Showing, focus: str, offset: float, panel: Box) -> Layout:
    del offset
    people = people_row(desk, speakers(asked(page, at)), at.speaker, focus, panel.x + 5, panel.width - 5)
    y = panel.y + GAP + 6
    return Layout(people.at(y), people.stops_at(y))


def _decide(desk: Desk, page: Page, at: Showing, focus: str, offset: float, panel: Box) -> Layout:
    del offset
    question = question_line(desk, page, at, focus, panel.x, panel.width)
    made = cards(desk, page, at, focus)
    entries = [
        Entry(
            f"{CARD} {choice.id}",
            card,
            min(card_height(desk.type, card, panel.width), panel.height),
            is_slow=True,
        )
        for choice, card in zip(choices(page, at), made, strict=True)
    ]
    y = panel.y + GAP
    top = y + question.height + 14 if question.height else y
    room = Box(panel.x, top, panel.width, panel.bottom - top)
    listed = column(room, entries, focus, 14)
    return Layout(
        (*question.at(y), *sorted(listed.pieces, key=lambda piece: piece.id == focus)),
        (*listed.stops, *question.stops_at(y)),
    )
