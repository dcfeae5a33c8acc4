"""Two people who disagree, side by side, with what they counsel and why."""

from __future__ import annotations

from game.frozen import NamedTuple
from game.screen.box import Box
from game.screen.desk import MARGIN, Desk, Layout
from game.screen.parts.chip import chip_size
from game.screen.parts.plain import Band, Chip, Face, Words
from game.screen.parts.sign import Sign
from game.screen.parts.tone import Tone, tone_colour
from game.screen.scene import Piece
from game.screen.screens.page_head import foot_top
from game.screen.screens.people_line import people_line
from game.screen.shown import person_of, plain
from game.screen.styles import heading, prose, spoken
from game.screen.typeset import Align, Style
from game.view.page import Adviser, Question

PORTRAIT = (330.0, 404.0)
LEAST_FACE, MOST_FACE = 0.7, 1.15  # of the portrait, as the reasons leave room
TALL_ROW = 190.0
BELOW = 10.0  # so far below a portrait words may end; the reasons of both begin behind that, side by side
DISC, INDENT = 30.0, 44.0
LINE_GAP, COUNSEL_GAP = 18.0, 8.0
"""Above a reason, and between the lines of what is supported and opposed."""
UNDER = 24.0
"""Between the words and the reasons."""
Pair = tuple[Adviser, Adviser]


def debate_layout(desk: Desk, asked: Question, pair: Pair, focus: str, top: float) -> Layout:
    """Return the debate of two people on a question below what stands at the top, with everybody in a row."""
    theme, whole = desk.theme, desk.box
    left, right = pair
    style = heading(54, theme.n7, Align.CENTRE)
    question = plain(asked.sheet.title)
    title = desk.type.setting(question, style, whole.width - 2 * MARGIN)
    y = top + 44
    top = y + title.rest + 36
    middle = whole.width / 2
    row = foot_top(desk) - 30 - TALL_ROW
    pieces = [
        Piece("question", Box(MARGIN, y, whole.width - 2 * MARGIN, title.rest), Words(question, style)),
        Piece("middle", Box(middle - 1, top, 2, row - 30 - top), Band(theme.n4)),
    ]
    half = middle - 65 - MARGIN
    reasons = max(_reasons_height(desk, each, half) for each in (left, right))
    share = max(LEAST_FACE, min(MOST_FACE, (row - 30 - top - reasons - BELOW - UNDER) / PORTRAIT[1]))
    for side, adviser in (("left", left), ("right", right)):
        box = Box(MARGIN if side == "left" else middle + 65, top, half, row - 30 - top)
        pieces += _speaker(desk, adviser, side, box, share)
    pieces.append(Piece("row rule", Box(0, row, whole.width, 2), Band(theme.n4)))
    line = Box(MARGIN, row + 2, whole.width - 2 * MARGIN, TALL_ROW)
    faces, stops = people_line(desk, asked, (left.id, right.id), focus, line)
    return Layout((*pieces, *faces), stops)


def _speaker(desk: Desk, adviser: Adviser, side: str, box: Box, share: float) -> list[Piece]:
    """Portrait at the outer side, beside it name, role, stance and words; below the reasons."""
    theme, type_, words = desk.theme, desk.type, desk.words
    wide, high = PORTRAIT
    face = Box(box.x if side == "left" else box.right - wide * share, box.y, wide * share, high * share)
    column = Box(
        face.right + 34 if side == "left" else box.x, box.y, box.width - face.width - 34, high * share
    )
    tone: Tone = adviser.stance or "plain"
    stance = (adviser.stance_words if adviser.stance else words["room.undecided"]).upper()
    pieces = [
        Piece(f"{side} face", face, Face(person_of(adviser))),
        Piece(f"{side} band", Box(face.x, face.bottom - 10, face.width, 10), Band(tone_colour(theme, tone))),
    ]
    y = column.y + 4
    name = type_.setting(adviser.name.upper(), heading(36, theme.n7), column.width)
    role = type_.setting(adviser.role, prose(22, theme.n6), column.width)
    pieces.append(
        Piece(
            f"{side} name",
            Box(column.x, y, column.width, name.rest),
            Words(adviser.name.upper(), heading(36, theme.n7)),
        )
    )
    y += name.rest + 12
    pieces.append(
        Piece(
            f"{side} role",
            Box(column.x, y, column.width, role.rest),
            Words(adviser.role, prose(22, theme.n6)),
        )
    )
    y += role.rest + 12
    size = chip_size(type_, stance, 24)
    pieces.append(Piece(f"{side} stance", Box(column.x, y, *size), Chip(stance, tone, 24)))
    y += size[1]
    if adviser.likelihood:
        worst = words["advisers.likelihood"].format(likelihood=adviser.likelihood)
        pieces.append(_worst(desk, side, worst, Box(column.x, y - size[1], column.width, size[1]), size[0]))
        y = max(y, pieces[-1].box.bottom)
    y += 26
    quoted = words["room.quote"].format(words=plain(adviser.says))
    style = next(
        (
            spoken(each, theme.n7)
            for each in (40, 34, 30, 27, 24)
            if y + type_.setting(quoted, spoken(each, theme.n7), column.width).rest <= column.bottom + BELOW
        ),
        spoken(22, theme.n7),
    )
    said = type_.setting(quoted, style, column.width)
    pieces.append(Piece(f"{side} words", Box(column.x, y, column.width, said.rest), Words(quoted, style)))
    below = max(face.bottom + BELOW, y + said.rest) + UNDER
    return [*pieces, *_reasons(desk, adviser, side, Box(box.x, below, box.width, box.bottom))]


def _worst(desk: Desk, side: str, words: str, row: Box, taken: float) -> Piece:
    """The likelihood that he names, beside his stance or, where there is no room, below it."""
    style = prose(24, desk.theme.n6)
    setting = desk.type.setting(words, style, row.width)
    x, y = row.x + taken + 20, row.y + (row.height - setting.tall) / 2
    if x + setting.wide > row.right:
        x, y = row.x, row.bottom + 12
    return Piece(f"{side} worst", Box(x, y, setting.wide + 2, setting.rest), Words(words, style))


class _Line(NamedTuple):
    """A line below a portrait: a reason with its sign, or without one what is supported or opposed."""

    words: str
    sign: Sign | None = None

    @property
    def indent(self) -> float:
        return INDENT if self.sign is not None else 0.0


def _reasons(desk: Desk, adviser: Adviser, side: str, box: Box) -> list[Piece]:
    """What he supports and opposes, and set apart below the reasons for and against it, as far as is room."""
    pieces: list[Piece] = []
    y = box.y
    for i, line in enumerate(_lines_of(desk, adviser)):
        y += _gap_before(line, i)
        style = _style(desk, line)
        left, width = box.x + line.indent, box.width - line.indent
        setting = desk.type.setting(line.words, style, width)
        if y + setting.rest > box.height + 0.5:
            break
        if line.sign is not None:
            mark = Box(box.x, y + (setting.cap / setting.unit - DISC) / 2, DISC, DISC)
            pieces.append(Piece(f"{side} sign {i}", mark, line.sign))
        pieces.append(
            Piece(f"{side} reason {i}", Box(left, y, width, setting.rest), Words(line.words, style))
        )
        y += setting.rest
    return pieces


def _gap_before(line: _Line, place: int) -> float:
    return (LINE_GAP if line.sign is not None else COUNSEL_GAP) if place else 0.0


def _style(desk: Desk, line: _Line) -> Style:
    return prose(24, desk.theme.n7 if line.sign is not None else desk.theme.n6)


def _lines_of(desk: Desk, adviser: Adviser) -> tuple[_Line, ...]:
    """What is to be said for and against his counsel, below the counsel itself."""
    words = desk.words
    options = (("supports", adviser.supports), ("opposes", adviser.opposes))
    return (
        *(_Line(words[f"advisers.{does}"].format(label=option)) for does, option in options if option),
        *(_Line(plain(reason), Sign("for")) for reason in adviser.for_),
        *(_Line(plain(reason), Sign("against")) for reason in adviser.against),
    )


def _reasons_height(desk: Desk, adviser: Adviser, width: float) -> float:
    return sum(
        _gap_before(line, i) + desk.type.setting(line.words, _style(desk, line), width - line.indent).rest
        for i, line in enumerate(_lines_of(desk, adviser))
    )
