"""What is asked, on a line above the cards: the question with its deadline, or several to choose from."""

from __future__ import annotations

from game.frozen import NamedTuple
from game.screen.box import Box, columns
from game.screen.desk import Desk, Stop
from game.screen.parts.plain import Words
from game.screen.parts.tabs import Tab, Tabs, tabs_height
from game.screen.scene import Piece
from game.screen.screens.room_view import QUESTION, Showing, asked
from game.screen.shown import moment_words, plain
from game.screen.styles import heading, prose
from game.screen.typeset import Align
from game.view.page import Page

GUTTER = 16.0
TAB_GAP = 14.0


class QuestionLine(NamedTuple):
    """Pieces and stops from y = 0 downward, with their height."""

    height: float
    pieces: tuple[Piece, ...]
    stops: tuple[Stop, ...]

    def at(self, y: float) -> tuple[Piece, ...]:
        return tuple(Piece(piece.id, piece.box.moved(down=y), piece.part) for piece in self.pieces)

    def stops_at(self, y: float) -> tuple[Stop, ...]:
        return tuple(stop._replace(box=stop.box.moved(down=y)) for stop in self.stops)


def question_line(desk: Desk, page: Page, at: Showing, focus: str, left: float, width: float) -> QuestionLine:
    """Return the question and until when it is open; above it tabs where several questions are."""
    question = asked(page, at)
    title = plain(question.sheet.title) if question else ""
    return _line(desk, page, at, focus, Box(left, 0, width, 0), title)


def term_line(desk: Desk, page: Page, at: Showing, focus: str, left: float, width: float) -> QuestionLine:
    """Return the line without the question, which its paper asks too."""
    return _line(desk, page, at, focus, Box(left, 0, width, 0), "")


def _line(desk: Desk, page: Page, at: Showing, focus: str, top: Box, said: str) -> QuestionLine:
    """The line below the top of its box with what is said in it."""
    left, width = top.x, top.width
    question = asked(page, at)
    if question is None:
        return QuestionLine(0.0, (), ())
    tabs, stops, y = _tabs(desk, page, at, focus, Box(left, 0, width, tabs_height(desk.type)))
    words = desk.words
    when = words["room.no_deadline"]
    if question.deadline:
        when = words["room.until"].format(moment=moment_words(question.deadline, words))
    until = desk.type.setting(when, prose(20, desk.theme.n6))
    title_style = heading(30, desk.theme.n7)
    title = desk.type.setting(said, title_style, width)
    beside = title.wide + until.wide + 40 <= width and len(title.lines) == 1
    pieces = [*tabs]
    if said:
        pieces.append(Piece("question", Box(left, y, width, title.rest), Words(said, title_style)))
    if beside:
        place = Box(left + title.wide + 40, y + title.tall - until.tall, width - title.wide - 40, until.rest)
        style = prose(20, desk.theme.n6, Align.RIGHT)
    else:
        y += title.rest + 10 if said else 0.0
        place, style = Box(left, y, width, until.rest), prose(20, desk.theme.n6)
    pieces.append(Piece("until", place, Words(when, style)))
    height = y + (title.rest if beside else until.rest)
    return QuestionLine(height, tuple(pieces), stops)


def _tabs(
    desk: Desk, page: Page, at: Showing, focus: str, box: Box
) -> tuple[tuple[Piece, ...], tuple[Stop, ...], float]:
    count = len(page.questions)
    if count < 2:
        return (), (), 0.0
    names = tuple(
        Tab("Q" if i == at.question else "", desk.words["room.question"].format(number=i + 1, count=count))
        for i in range(count)
    )
    in_focus = int(focus.partition(" ")[2]) if focus.startswith(QUESTION) else -1
    part = Tabs(names, at.question, is_paper=False, focus=in_focus)
    stops = tuple(Stop(f"{QUESTION} {i}", place) for i, place in enumerate(columns(box, count, GUTTER)))
    return (Piece("questions", box, part),), stops, box.height + TAB_GAP
