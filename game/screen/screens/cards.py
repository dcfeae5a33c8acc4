"""Choice cards in rows that fit their place: whole, else with their title and course only."""

from __future__ import annotations

from math import ceil

from game.frozen import NamedTuple, replace
from game.screen.box import Box, columns
from game.screen.parts.card import Card, card_height, card_width
from game.screen.typeset import Typesetter

GUTTER = 18.0
LEAST = 112.0


class Arrangement(NamedTuple):
    """Cards as they will be drawn, the height that they take, and how many stand in a row."""

    cards: tuple[Card, ...]
    heights: tuple[float, ...]
    in_row: int

    @property
    def height(self) -> float:
        return sum(self.heights) + GUTTER * max(0, len(self.heights) - 1)

    def boxes(self, box: Box) -> tuple[Box, ...]:
        """Return the boxes of the cards from the top of a box."""
        placed: list[Box] = []
        y = box.y
        for height in self.heights:
            row = Box(box.x, y, box.width, height)
            placed += columns(row, self.in_row, GUTTER)
            y += height + GUTTER
        return tuple(placed[: len(self.cards)])


def arranged(type_: Typesetter, cards: tuple[Card, ...], width: float, most: float) -> Arrangement | None:
    """Return the first arrangement that fits a width and a height: whole cards, then short ones."""
    short = tuple(replace(card, about="") if card.state != "disabled" else card for card in cards)
    for shown in (cards, short):
        for rows in (1, 2, 3):
            found = _in_rows(type_, shown, width, rows)
            if found is not None and found.height <= most:
                return found
    return None


def _in_rows(type_: Typesetter, cards: tuple[Card, ...], width: float, rows: int) -> Arrangement | None:
    in_row = ceil(len(cards) / rows)
    own = (width - GUTTER * (in_row - 1)) / in_row
    if any(card_width(type_, card) > own for card in cards):
        return None
    heights = tuple(
        max(LEAST, *(card_height(type_, card, own) for card in cards[start : start + in_row]))
        for start in range(0, len(cards), in_row)
    )
    return Arrangement(cards, heights, in_row)
