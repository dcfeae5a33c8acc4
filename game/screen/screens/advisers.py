"""Two people who disagree, side by side, and below them everybody who speaks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from game.screen.acts import Act, Become
from game.screen.box import Box
from game.screen.desk import MARGIN, Desk, Layout, Reel, Stop
from game.screen.parts.body import Section
from game.screen.parts.chip import chip_size
from game.screen.parts.plain import Band, Chip, Face, Words
from game.screen.parts.sheet import Sheet, sheet_layout
from game.screen.parts.tone import Tone, tone_colour
from game.screen.press import Press
from game.screen.scene import Piece
from game.screen.screens.page_head import foot_hints, foot_top
from game.screen.screens.screen import Screen
from game.screen.shown import moment_words, person_of, plain
from game.screen.styles import heading, label, prose, spoken
from game.screen.text import plain as text
from game.screen.typeset import Align
from game.view.page import Adviser, Page, Question

PORTRAIT = (330.0, 404.0)
LEAST_FACE, MOST_FACE = 0.7, 1.15  # of the portrait, as the reasons leave room
HEAD = 96.0
SMALL = 74.0
TALL_ROW = 190.0
COURSES = {"talk": 0, "hold": 1, None: 2, "force": 3}


@dataclass(frozen=True, slots=True, kw_only=True)
class Advisers(Screen):
    """The people on a question; `pair` counts the pairs of people who disagree."""

    page: Page
    question: int
    pair: int = 0

    help_key = "help.screen.advisers"

    @property
    def asked(self) -> Question:
        return self.page.questions[self.question]

    @property
    def pairs(self) -> tuple[tuple[Adviser, Adviser], ...]:
        """All who disagree, two by two, the farthest apart first; where nobody does, neighbours."""
        people = [each for each in self.asked.advisers if each.speaks]
        found = [
            pair
            for pair in combinations(people, 2)
            if pair[0].stance != pair[1].stance or pair[0].supports != pair[1].supports
        ]
        ordered = sorted(found, key=lambda pair: -abs(COURSES[pair[0].stance] - COURSES[pair[1].stance]))
        return tuple(ordered) or tuple(combinations(people, 2))

    def layout(self, desk: Desk) -> Layout:
        return _told(desk, self) if desk.is_tabbed or not self.pairs else _debate(desk, self)

    def answer(self, press: Press) -> Act | None:
        if press.key in ("left", "right", "space") and self.pairs:
            by = -1 if press.key == "left" or press.has_shift else 1
            return Become(replace(self, pair=(self.pair + by) % len(self.pairs)))
        return self.back() if press.key in ("enter", "a") else None

    def focused(self, id: str) -> Advisers:  # noqa: A002  an id is an id
        """Bring somebody of the row to the left side."""
        name = id.removeprefix("face ")
        found = next((i for i, pair in enumerate(self.pairs) if name in (pair[0].id, pair[1].id)), self.pair)
        return replace(self, focus=id, pair=found)

    def activated(self, id: str) -> Act | None:  # noqa: A002  an id is an id
        return Become(self.focused(id))


def _head(desk: Desk, screen: Advisers) -> tuple[Piece, ...]:
    theme, words, whole = desk.theme, desk.words, desk.box
    high = HEAD * desk.text
    first, second = heading(36, theme.amber), prose(27, theme.n7)
    title = desk.type.setting(words["advisers.title"], first)
    when = moment_words(screen.page.moment, words)
    line = desk.type.setting(when, second)
    return (
        Piece("head", Box(0, 0, whole.width, high), Band(theme.n0)),
        Piece("head rule", Box(0, high, whole.width, 2), Band(theme.n4)),
        Piece(
            "title",
            Box(MARGIN, (high - title.tall) / 2, title.wide + 4, title.rest),
            Words(words["advisers.title"], first),
        ),
        Piece(
            "when",
            Box(MARGIN + title.wide + 30, (high - line.tall) / 2, line.wide + 2, line.rest),
            Words(when, second),
        ),
    )


def _debate(desk: Desk, screen: Advisers) -> Layout:
    theme, whole = desk.theme, desk.box
    left, right = screen.pairs[screen.pair % len(screen.pairs)]
    style = heading(54, theme.n7, Align.CENTRE)
    question = plain(screen.asked.sheet.title)
    title = desk.type.setting(question, style, whole.width - 2 * MARGIN)
    y = HEAD * desk.text + 44
    top = y + title.rest + 36
    middle = whole.width / 2
    row = foot_top(desk) - 30 - TALL_ROW
    pieces = [
        *_head(desk, screen),
        Piece("question", Box(MARGIN, y, whole.width - 2 * MARGIN, title.rest), Words(question, style)),
        Piece("middle", Box(middle - 1, top, 2, row - 30 - top), Band(theme.n4)),
    ]
    half = middle - 65 - MARGIN
    reasons = max(_reasons_height(desk, each, half) for each in (left, right))
    share = max(LEAST_FACE, min(MOST_FACE, (row - 30 - top - reasons - 30) / PORTRAIT[1]))
    for side, adviser in (("left", left), ("right", right)):
        box = Box(MARGIN if side == "left" else middle + 65, top, half, row - 30 - top)
        pieces += _speaker(desk, adviser, side, box, share)
    pieces.append(Piece("row rule", Box(0, row, whole.width, 2), Band(theme.n4)))
    faces, stops = _row(
        desk, screen, (left.id, right.id), Box(MARGIN, row + 2, whole.width - 2 * MARGIN, TALL_ROW)
    )
    hints = foot_hints(
        desk,
        ("key.left_right", "hint.pair"),
        ("key.enter", "hint.decide"),
        ("key.escape", "hint.back"),
        ("help", "hint.help"),
    )
    return Layout((*pieces, *faces, hints), stops)


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
            if y + type_.setting(quoted, spoken(each, theme.n7), column.width).rest <= column.bottom + 10
        ),
        spoken(22, theme.n7),
    )
    said = type_.setting(quoted, style, column.width)
    pieces.append(Piece(f"{side} words", Box(column.x, y, column.width, said.rest), Words(quoted, style)))
    return [
        *pieces,
        *_reasons(
            desk, adviser, side, Box(box.x, max(face.bottom, y + said.rest) + 30, box.width, box.bottom)
        ),
    ]


def _worst(desk: Desk, side: str, words: str, row: Box, taken: float) -> Piece:
    """The likelihood that he names, beside his stance or, where there is no room, below it."""
    style = prose(24, desk.theme.n6)
    setting = desk.type.setting(words, style, row.width)
    x, y = row.x + taken + 20, row.y + (row.height - setting.tall) / 2
    if x + setting.wide > row.right:
        x, y = row.x, row.bottom + 12
    return Piece(f"{side} worst", Box(x, y, setting.wide + 2, setting.rest), Words(words, style))


def _reasons(desk: Desk, adviser: Adviser, side: str, box: Box) -> list[Piece]:
    """What he supports and opposes, with the reasons for and against it, as far as there is room."""
    theme, type_ = desk.theme, desk.type
    pieces: list[Piece] = []
    y = box.y
    for i, (tone, line) in enumerate(_reasons_of(desk, adviser)):
        setting = type_.setting(line, prose(24, theme.n7), box.width - 40)
        if y + setting.rest > box.height:
            break
        mark = Box(box.x, y + (setting.cap / setting.unit - 18) / 2, 18, 18)
        pieces += [
            Piece(f"{side} mark {i}", mark, Band(tone_colour(theme, tone))),
            Piece(
                f"{side} reason {i}",
                Box(box.x + 40, y, box.width - 40, setting.rest),
                Words(line, prose(24, theme.n7)),
            ),
        ]
        y += setting.rest + 18
    return pieces


def _reasons_of(desk: Desk, adviser: Adviser) -> Iterator[tuple[Tone, str]]:
    """What is to be said for and against his counsel, each with its colour."""
    words = desk.words
    if adviser.supports:
        yield "talk", words["advisers.supports"].format(label=adviser.supports)
    if adviser.opposes:
        yield "force", words["advisers.opposes"].format(label=adviser.opposes)
    yield from (("talk", plain(reason)) for reason in adviser.for_)
    yield from (("force", plain(reason)) for reason in adviser.against)


def _reasons_height(desk: Desk, adviser: Adviser, width: float) -> float:
    style = prose(24, desk.theme.n7)
    return sum(desk.type.setting(line, style, width - 40).rest + 18 for _, line in _reasons_of(desk, adviser))


def _row(
    desk: Desk, screen: Advisers, shown: tuple[str, str], box: Box
) -> tuple[list[Piece], tuple[Stop, ...]]:
    """All who speak, from talk to force, on a line in the colours of their courses."""
    theme = desk.theme
    people = sorted(
        (each for each in screen.asked.advisers if each.speaks), key=lambda each: COURSES[each.stance]
    )
    ends = (desk.words["course.talk"].upper(), desk.words["course.force"].upper())
    styles = (label(theme.green, 22), label(theme.red, 24, Align.RIGHT))
    widths = [desk.type.width(end, style) for end, style in zip(ends, styles, strict=True)]
    y = box.middle[1] - 10
    pieces = [
        Piece("talk end", Box(box.x, y - 9, widths[0] + 4, 28), Words(ends[0], styles[0])),
        Piece(
            "force end", Box(box.right - widths[1] - 4, y - 9, widths[1] + 4, 28), Words(ends[1], styles[1])
        ),
    ]
    line = Box(box.x + widths[0] + 50, y - 2, box.width - sum(widths) - 100, 4)
    step = line.width / len(people)
    side = min(SMALL, step * 0.8)
    stops: list[Stop] = []
    for i, adviser in enumerate(people):
        tone: Tone = adviser.stance or "plain"
        pieces.append(Piece(f"line {i}", Box(line.x + i * step, y, step, 4), Band(tone_colour(theme, tone))))
        is_shown = adviser.id in shown
        own = side * (1.18 if is_shown else 1.0)
        place = Box(line.x + (i + 0.5) * step - own / 2, y + 2 - own / 2, own, own)
        if is_shown:
            ring = theme.amber if screen.focus == f"face {adviser.id}" else theme.n7
            pieces.append(Piece(f"ring {i}", place.grown(4), Band(ring)))
        pieces.append(Piece(f"face {adviser.id}", place, Face(person_of(adviser))))
        stops.append(Stop(f"face {adviser.id}", place))
    return pieces, tuple(stops)


def _told(desk: Desk, screen: Advisers) -> Layout:
    """Everybody's words on a sheet, where there is no room for two portraits, or nobody to disagree."""
    whole = desk.box
    top = HEAD * desk.text + 24
    box = Box(MARGIN, top, whole.width - 2 * MARGIN - 9, foot_top(desk) - 24 - top)
    sections = tuple(_section(desk, each) for each in screen.asked.advisers if each.speaks)
    empty = (Section(paragraphs=(text(desk.words["advisers.none"]),)),)
    sheet = Sheet(
        plain(screen.asked.sheet.title), sections=sections or empty, rule="own", size=20, offset=screen.offset
    )
    furthest = sheet_layout(desk.type, sheet, box).furthest
    hints = foot_hints(desk, ("key.pages", "hint.scroll"), ("key.escape", "hint.back"))
    pieces = (*_head(desk, screen), Piece("sheet", box, sheet), hints)
    return Layout(pieces, (Stop("sheet", box),), (Reel("sheet", box, screen.offset, furthest),))


def _section(desk: Desk, adviser: Adviser) -> Section:
    words = desk.words
    stance = (adviser.stance_words if adviser.stance else words["room.undecided"]).upper()
    quoted = words["room.quote"].format(words=plain(adviser.says))
    worst = words["advisers.likelihood"].format(likelihood=adviser.likelihood)
    notes: Sequence[str] = [
        *([words["advisers.supports"].format(label=adviser.supports)] if adviser.supports else []),
        *([words["advisers.opposes"].format(label=adviser.opposes)] if adviser.opposes else []),
        *([worst] if adviser.likelihood else []),
    ]
    return Section(stance, adviser.name, adviser.role, (text(quoted),), notes=tuple(notes))
