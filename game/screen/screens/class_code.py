"""The way in for phones as large as the window, for cameras in the last row: a picture, and the code."""

from __future__ import annotations

from collections.abc import Iterator

from game.screen.box import Box
from game.screen.desk import Desk, Layout
from game.screen.fonts import Role
from game.screen.parts.plain import Words
from game.screen.scene import Piece
from game.screen.screens.class_head import fitted
from game.screen.screens.class_side import Door, code_picture
from game.screen.styles import number, prose
from game.screen.typeset import Style

GAP = 60.0


def code_page(desk: Desk, door: Door, box: Box) -> Layout:
    """Return the picture at the left, and beside it what can be typed instead."""
    picture = tuple(code_picture(desk, door, Box(box.x, box.y, min(box.width / 2, box.height), box.height)))
    left = max((piece.box.right for piece in picture), default=box.x - GAP) + GAP
    return Layout((*picture, *_beside(desk, door, Box(left, box.y, box.right - left, box.height))))


def _beside(desk: Desk, door: Door, box: Box) -> Iterator[Piece]:
    theme, words, y = desk.theme, desk.words, box.y
    address = Style(Role.KEY, 72, theme.n7)
    for id_, said, style in (
        ("address", f"http://{door.address}", address),
        ("code", f"{words['class.code']} {door.code}", number(160, theme.amber)),
        ("came", words["phones.came"].format(phones=door.guests), prose(48, theme.n7)),
        ("note", "" if door.guests else words["phones.nobody"], prose(40, theme.n6)),
    ):
        sizes = tuple(style.size * share for share in (1.0, 0.85, 0.7, 0.6, 0.5, 0.4, 0.3))
        own = fitted(desk, said, style, sizes, (box.width, 260.0))
        rest = desk.type.setting(said, own, box.width).rest
        if said and y + rest <= box.bottom:
            yield Piece(id_, Box(box.x, y, box.width, rest), Words(said, own))
        y += rest + 44
