"""The head of the report: its title and the tabs of its parts; the keys at the foot."""

from __future__ import annotations

from game.frozen import NamedTuple
from game.screen.box import Box
from game.screen.desk import MARGIN, Desk, Stop
from game.screen.parts.plain import Band, Words
from game.screen.parts.tab import TabWord, tab_size
from game.screen.scene import Piece
from game.screen.screens.page_head import foot_hints, foot_top
from game.screen.styles import heading, prose
from game.screen.uses import Uses
from game.view.review import Review

HIGH = 96.0
GAP = 10.0


class Opened(NamedTuple):
    """What is open of a report, and where the focus is."""

    review: Review
    part: str
    at: int
    offset: float
    focus: str
    uses: Uses


class ReportHead(NamedTuple):
    """The pieces and stops of head and foot; `room` is what lies between them."""

    pieces: tuple[Piece, ...]
    stops: tuple[Stop, ...]
    room: Box


def report_head(desk: Desk, opened: Opened) -> ReportHead:
    theme, type_, whole = desk.theme, desk.type, desk.box
    review = opened.review
    tabs = [
        (
            each.id,
            TabWord(each.tab, is_open=each.id == opened.part, has_focus=opened.focus == f"tab {each.id}"),
        )
        for each in review.parts
    ]
    sizes = [tab_size(type_, tab) for _, tab in tabs]
    wide = sum(size[0] for size in sizes) + GAP * (len(sizes) - 1)
    style = heading(40 / max(1.0, desk.text**0.5), theme.n7)
    title = type_.setting(review.title.upper(), style)
    is_beside = title.wide + 60 + wide <= whole.width - 2 * MARGIN
    pieces: list[Piece] = []
    top = 26.0
    if is_beside or whole.height / desk.text > 700:
        pieces.append(
            Piece(
                "title", Box(MARGIN, top + 8, title.wide + 1, title.rest), Words(review.title.upper(), style)
            )
        )
        about = prose(26, theme.n6)
        line = type_.setting(review.about, about)
        if is_beside and title.wide + 30 + line.wide + 60 + wide <= whole.width - 2 * MARGIN:
            place = Box(MARGIN + title.wide + 30, top + 8 + title.tall - line.tall, line.wide + 1, line.rest)
            pieces.append(Piece("about", place, Words(review.about, about)))
        if not is_beside:
            top += title.rest + 26
    x = whole.width - MARGIN - wide if is_beside else MARGIN
    stops: list[Stop] = []
    y = top
    for (id_, tab), (width, height) in zip(tabs, sizes, strict=True):
        if x + width > whole.width - MARGIN + 1 and x > MARGIN:
            x, y = MARGIN, y + height + GAP
        box = Box(x, y, width, height)
        pieces.append(Piece(f"tab {id_}", box, tab))
        stops.append(Stop(f"tab {id_}", box))
        x += width + GAP
    bottom = max(HIGH if is_beside else 0.0, y + sizes[0][1] + 14)
    pieces.append(Piece("head rule", Box(0, bottom, whole.width, 2), Band(theme.n4)))
    room = Box(MARGIN, bottom + 28, whole.width - 2 * MARGIN, foot_top(desk) - 24 - bottom - 28)
    return ReportHead((*pieces, foot_hints(desk, opened.uses)), tuple(stops), room)
