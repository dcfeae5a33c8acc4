"""A panel over the screen with buttons one below the other."""

from __future__ import annotations

from game.screen.box import Box
from game.screen.desk import Desk, Layout
from game.screen.parts.button import Button, button_height
from game.screen.parts.plain import Band, Words
from game.screen.parts.veil import Veil
from game.screen.scene import Piece
from game.screen.screens.listing import Entry, column
from game.screen.screens.note import EDGE
from game.screen.styles import heading

NARROW = 520.0
PANEL = 30.0


def menu_layout(desk: Desk, title: str, labels: tuple[tuple[str, str], ...], focus: str) -> Layout:
    """Return a panel over the screen with buttons one below the other, each by its id and its words."""
    type_, whole = desk.type, desk.box
    width = min(whole.width - 2 * EDGE, NARROW * max(1.0, desk.text * 0.8))
    left = (whole.width - width) / 2
    entries = []
    for number, (name, label) in enumerate(labels, 1):
        part = Button(label, str(number), has_focus=focus == name)
        entries.append(Entry(name, part, button_height(type_, part, width)))
    style = heading(44, desk.theme.n7)
    head = type_.setting(title, style, width)
    needed = sum(entry.height + 14 for entry in entries) + head.rest + 24
    top = max(EDGE, (whole.height - needed) / 2)
    room = Box(left, top + head.rest + 24, width, whole.height - EDGE / 2 - top - head.rest - 24)
    listed = column(room, entries, focus, 14)
    seen = max((piece.box.bottom for piece in listed.pieces), default=room.y)
    panel = Box(left, top, width, seen - top).grown(PANEL)
    pieces = (
        Piece("veil", whole, Veil(225)),
        Piece("panel", panel, Band(desk.theme.n1)),
        Piece("panel frame", panel, Band(desk.theme.n4, 2)),
        Piece("title", Box(left, top, width, head.rest), Words(title, style)),
        *sorted(listed.pieces, key=lambda piece: piece.id == focus),
    )
    return Layout(pieces, listed.stops)
