"""The situation room with everything in sight: strip, sheet, map, people, speech, cards, keys."""

from __future__ import annotations

from game.screen.box import Box
from game.screen.desk import MARGIN, Desk, Layout, Stop
from game.screen.parts.keys import cap_height
from game.screen.parts.plain import HintLine
from game.screen.parts.strip import strip_height
from game.screen.scene import Piece
from game.screen.screens.cards import arranged
from game.screen.screens.people import people_row
from game.screen.screens.question_line import QuestionLine, question_line, term_line
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
from game.view.page import Page

SHEET = 564.0
LEFT = 644.0
GUTTER = 24.0
LEAST_MAP = 210.0
TALL = 1300.0  # where the canvas is higher the sheet has room for larger type
MOST_CARDS = 0.5  # of the height


def wide_layout(desk: Desk, page: Page, at: Showing, focus: str, offset: float) -> Layout | None:
    """Return the layout, or None where the right column has no room for all of it.

    A question that is too long to stand above its cards as well is asked by its paper alone.
    """
    width = desk.box.width - LEFT - MARGIN
    lines = (line(desk, page, at, focus, LEFT, width) for line in (question_line, term_line))
    layouts = (_layout(desk, page, at, focus, offset, line) for line in lines)
    return next((layout for layout in layouts if layout is not None), None)


def _layout(
    desk: Desk, page: Page, at: Showing, focus: str, offset: float, question: QuestionLine
) -> Layout | None:
    """The layout with the question in a line of its own above the cards."""
    whole, type_ = desk.box, desk.type
    width = whole.width - LEFT - MARGIN
    top = strip_height(type_) + 32
    foot = whole.height - 10 - cap_height(type_)
    people = people_row(desk, speakers(asked(page, at)), at.speaker, focus, LEFT, width)
    between = sum(part.height + GUTTER - 4 for part in (people, question) if part.height)
    room = foot - 16 - top - LEAST_MAP - GUTTER - between
    arrangement = arranged(type_, cards(desk, page, at, focus), width, min(room, whole.height * MOST_CARDS))
    if arrangement is None:
        return None
    y_cards = foot - 16 - arrangement.height
    y_question = y_cards - 12 - question.height if question.height else y_cards
    y_people = y_question - GUTTER + 4 - people.height if people.height else y_question
    map_box = Box(LEFT, top, width, y_people - GUTTER + 4 - top)
    if map_box.height < LEAST_MAP:
        return None
    sheet_box = Box(MARGIN, top, SHEET, foot - 6 - top)
    sheet = paper_sheet(desk, page, at, focus, offset, 27 if whole.height > TALL else 23)
    boxes = arrangement.boxes(Box(LEFT, y_cards, width, arrangement.height))
    card_stops = tuple(
        Stop(f"{CARD} {choice.id}", box, is_slow=True)
        for choice, box in zip(choices(page, at), boxes, strict=True)
    )
    card_pieces = [
        Piece(stop.id, stop.box, card) for stop, card in zip(card_stops, arrangement.cards, strict=True)
    ]
    pieces = (
        Piece("strip", Box(0, 0, whole.width, strip_height(type_)), strip_of(page, desk.words)),
        Piece("sheet", sheet_box, sheet),
        Piece("map", map_box, map_panel(desk, page, focus, map_box)),
        Piece("hints", Box(LEFT, foot, width, cap_height(type_)), HintLine(desk.hints(room_uses(page)))),
        *question.at(y_question),
        *people.at(y_people),
        *sorted(card_pieces, key=lambda piece: piece.id == focus),
    )
    stops = (
        *card_stops,
        *question.stops_at(y_question),
        Stop("sheet", sheet_box),
        *((Stop("map", map_box),) if page.map.views else ()),
        *people.stops_at(y_people),
    )
    return Layout(pieces, stops, (desk.reel(sheet, sheet_box),))
