"""The overview of the report: the risk over the days, and below it the road through the questions."""

from __future__ import annotations

from game.screen.box import Box
from game.screen.desk import Desk, Layout
from game.screen.parts.plain import Band, Words
from game.screen.parts.plot import Plot, plot_height
from game.screen.scene import Piece
from game.screen.screens.report_branches import branches_layout, least_branches
from game.screen.screens.report_head import Opened
from game.screen.styles import heading, prose

GAP = 34.0
PART = 0.52
"""The part of the height that the chart takes where both fit."""


def overview_page(desk: Desk, opened: Opened, room: Box) -> Layout:
    """Return the terms of the game over the chart and the branches; if these do not fit, the chart alone."""
    terms, room = _terms(desk, opened.review.terms, room)
    least = least_branches(desk)
    has_both = room.height - least - GAP >= 300 * desk.text
    high = min(room.height * PART, room.height - least - GAP) if has_both else room.height
    panel = Box(room.x, room.y, room.width, high)
    pieces = [*terms, *_panel(desk, opened, panel)]
    if not has_both:
        return Layout(tuple(pieces))
    below = Box(room.x, panel.bottom + GAP, room.width, room.bottom - panel.bottom - GAP)
    branches = branches_layout(desk, opened, below)
    return Layout((*pieces, *branches.scene), branches.stops)


def _terms(desk: Desk, terms: str, room: Box) -> tuple[tuple[Piece, ...], Box]:
    """Return the rule of its own under which a game was played, if any, and the room below it."""
    if not terms:
        return (), room
    style = prose(23, desk.theme.n6)
    setting = desk.type.setting(terms, style, room.width)
    below = setting.rest + 14
    line = Piece("terms", Box(room.x, room.y, room.width, setting.rest), Words(terms, style))
    return (line,), Box(room.x, room.y + below, room.width, room.height - below)


def _panel(desk: Desk, opened: Opened, box: Box) -> list[Piece]:
    """Return the chart, or the panel that says why there is none."""
    reckoned = opened.review.reckoned
    if reckoned is not None:
        steps = opened.review.branches.steps
        focus = steps[opened.at].number if opened.focus.startswith("row ") and opened.at < len(steps) else 0
        plot = Plot(reckoned.curve, focus)
        if plot_height(desk.type, plot, box.width) <= box.height:
            return [Piece("plot", box, plot)]
    return said(desk, opened.review.pending or (reckoned.ledger.told[0] if reckoned else ""), box)


def said(desk: Desk, sentence: str, box: Box) -> list[Piece]:
    """Return a panel with one sentence, large and at its left."""
    style = heading(40 / max(1.0, desk.text**0.4), desk.theme.n7)
    width = min(box.width - 80, 1100)
    setting = desk.type.setting(sentence, style, width)
    y = box.y + max(30.0, (box.height - setting.rest) / 2)
    return [
        Piece("panel", box, Band(desk.theme.n0)),
        Piece("panel frame", box, Band(desk.theme.n3, 2)),
        Piece("panel words", Box(box.x + 40, y, width, setting.rest), Words(sentence, style)),
    ]
