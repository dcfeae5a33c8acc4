"""The pictures of a lesson: papers, or the options as bars with a column beside them."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from game.classroom.ballot import leading
from game.classroom.clock import timed
from game.classroom.lesson import VOTES, Lesson, Step
from game.screen.box import Box
from game.screen.desk import MARGIN, Desk, Layout, Reel, Stop
from game.screen.parts.map_panel import MapPanel
from game.screen.parts.plain import Band, Words
from game.screen.parts.sheet import Sheet, sheet_layout
from game.screen.scene import Piece
from game.screen.screens.class_bars import OPTION, Bar, bar_boxes, bars
from game.screen.screens.class_code import code_page
from game.screen.screens.class_head import Head, class_head, class_hints, fitted, sized
from game.screen.screens.class_side import WIDTH, Door, Side, side_column
from game.screen.screens.page_head import foot_top
from game.screen.screens.room_view import map_panel
from game.screen.shown import moment_words, plain
from game.screen.styles import label, prose
from game.view.page import Choice, Line, Page

GUTTER = 40.0
SHEET = 0.6
LEAST_MAP = 420.0
MOST_DISCUSSED = 0.36
"""Of the height below the head, for the questions that a class discusses."""


class Shown(NamedTuple):
    """All that a picture of a lesson is drawn from.

    `has_code` shows the way in for phones alone. `place` is the option with the frame, `paper` the paper on
    top of `papers`, `offset` how far it is scrolled, `asked` what there is to discuss.
    """

    lesson: Lesson
    page: Page
    now: float
    place: int
    papers: tuple[Sheet, ...]
    paper: int
    offset: float
    asked: tuple[Line, ...]
    door: Door | None
    has_code: bool = False


HINTS: dict[Step, tuple[tuple[str, str], ...]] = {
    Step.VOTE: (
        ("key.enter", "hint.class.close"),
        ("key.plus_minus", "hint.class.correct"),
        ("H", "hint.class.hide"),
        ("D", "hint.class.decide"),
        ("N", "hint.class.phones"),
        ("Q", "hint.class.code"),
    ),
    Step.DECIDE: (("key.enter", "hint.confirm"), ("1-9", "hint.class.president")),
    Step.MINORITY: (("key.enter", "hint.class.write"),),
}
HINTS[Step.VOTE_AGAIN] = HINTS[Step.VOTE]
_USUAL = (
    ("key.space", "hint.class.next"),
    ("key.pages", "hint.turn"),
    ("M", "hint.map"),
    ("A", "hint.advisers"),
    ("J", "hint.journal"),
    ("E", "hint.class.end"),
)
_AT_CODE = (("key.space", "hint.on"), ("N", "hint.class.phones.close"))
_AT_END = (("key.space", "hint.class.next"), ("R", "hint.class.report"), ("J", "hint.journal"))


def picture(desk: Desk, shown: Shown) -> Layout:
    """Return the picture of a lesson."""
    head = _head(desk, shown)
    box = Box(MARGIN, head.bottom, desk.box.width - 2 * MARGIN, foot_top(desk) - 24 - head.bottom)
    hints = _hints(desk, shown.lesson)
    if shown.has_code and shown.door is not None:
        layout = code_page(desk, shown.door, box)
        hints = class_hints(desk, _AT_CODE)
    elif shown.papers:
        layout = _paper(desk, shown, box)
    elif shown.lesson.step is Step.MINORITY:
        layout = _sentence(desk, shown, box)
    else:
        layout = _bars(desk, shown, box)
    return replace(layout, scene=(*head.pieces, *layout.scene, hints))


def _hints(desk: Desk, lesson: Lesson) -> Piece:
    usual = _AT_END if lesson.is_over else _USUAL
    listed = HINTS.get(lesson.step, usual)
    if lesson.step in VOTES and not lesson.is_open:
        listed = tuple(
            (key, "hint.class.show" if what == "hint.class.hide" else what) for key, what in listed
        )
    return class_hints(desk, listed)


def _head(desk: Desk, shown: Shown) -> Head:
    words, lesson = desk.words, shown.lesson
    is_late = lesson.clock.is_debrief_due(shown.now) and not lesson.is_over
    left = words["class.left"].format(minutes=lesson.clock.minutes_left(shown.now))
    left = f"{words['class.debrief_due']}  {left}" if is_late else left
    title = (
        "" if shown.papers or (shown.has_code and shown.door is not None) else labels(shown.page, lesson)[0]
    )
    step = words[f"class.step.{lesson.step.value}"]
    return class_head(desk, step, moment_words(shown.page.moment, words), left, title, is_late=is_late)


def choices(page: Page, lesson: Lesson) -> tuple[Choice, ...]:
    """Return what can be voted for as the Page names it, in the order of the ballot."""
    named = {each.id: each for each in page.choices}
    ids = ("wait" if each == "wait" else f"{lesson.question}.{each}" for each in lesson.options)
    return tuple(named[each] for each in ids if each in named)


def labels(page: Page, lesson: Lesson) -> tuple[str, tuple[str, ...]]:
    """Return the question of a vote and the words of its options."""
    asked = next((each for each in page.questions if each.id == lesson.question), None)
    question = plain(asked.sheet.title) if asked is not None else ""
    return question, tuple(plain(each.label) for each in choices(page, lesson))


def _paper(desk: Desk, shown: Shown, box: Box) -> Layout:
    """The paper, and the map beside it while the game goes on."""
    at = min(shown.paper, len(shown.papers) - 1)
    count = (
        desk.words["room.page"].format(page=at + 1, pages=len(shown.papers)) if len(shown.papers) > 1 else ""
    )
    sheet = replace(shown.papers[at], footer=count, offset=shown.offset)
    has_map = bool(shown.page.map.views) and shown.lesson.step in (Step.EVIDENCE, Step.CONSEQUENCE)
    has_map = has_map and box.width * (1 - SHEET) >= LEAST_MAP * min(desk.text, 1.75) / 1.75
    width = box.width * SHEET if has_map else box.width - 9
    place = Box(box.x, box.y, width, box.height - 9)
    pieces = [Piece("sheet", place, sheet)]
    if has_map:
        left = place.right + GUTTER
        beside = Box(left, box.y, box.right - left, box.height - 9)
        panel = map_panel(desk, shown.page, "", beside)
        panel = replace(panel, hint=None) if isinstance(panel, MapPanel) else panel
        pieces.append(Piece("map", beside, panel))
    furthest = sheet_layout(desk.type, sheet, place).furthest
    return Layout(tuple(pieces), (Stop("sheet", place),), (Reel("sheet", place, shown.offset, furthest),))


def _bars(desk: Desk, shown: Shown, box: Box) -> Layout:
    lesson = shown.lesson
    listed = _listed(desk, shown)
    side = _side(desk, shown, len(listed))
    has_side = side != Side()
    column = box._replace(width=box.width - WIDTH - GUTTER) if has_side else box
    pieces: list[Piece] = []
    if lesson.step in (Step.ARGUE, Step.ARGUE_AGAIN) and shown.asked:
        talk = _discussed(desk, shown.asked, column)
        pieces += talk
        used = max((piece.box.bottom for piece in talk), default=column.y) - column.y + 24
        column = column._replace(y=column.y + used, height=column.height - used)
    if lesson.step is Step.DECIDE:
        talk = _president(desk, shown, column)
        pieces += talk
        used = max(piece.box.bottom for piece in talk) - column.y + 24
        column = column._replace(y=column.y + used, height=column.height - used)
    pieces += bars(desk, listed, column)
    if has_side:
        place = Box(column.right + GUTTER, box.y, WIDTH, box.height)
        pieces += side_column(desk, side, place)
    stops = tuple(Stop(f"{OPTION} {i}", each) for i, each in enumerate(bar_boxes(listed, column)))
    is_stop = lesson.step in (*VOTES, Step.DECIDE)
    return Layout(tuple(pieces), stops if is_stop else ())


def _listed(desk: Desk, shown: Shown) -> tuple[Bar, ...]:
    """The options as bars: words alone while they are read, counts where they may be seen."""
    lesson, ballot = shown.lesson, shown.lesson.ballot
    has_votes = ballot is not None and lesson.step is not Step.OPTIONS and lesson.step is not Step.ARGUE
    is_seen = has_votes and (lesson.is_open or lesson.step is Step.DECIDE)
    counts = ballot.counts if ballot is not None else ()
    first = dict(lesson.first)
    most = leading(ballot.tally) if ballot is not None else None
    listed = []
    for place, (choice, option) in enumerate(
        zip(choices(shown.page, shown.lesson), lesson.options, strict=False)
    ):
        before = (
            desk.words["class.first"].format(votes=first[option]) if is_seen and any(first.values()) else ""
        )
        bar = Bar(
            str(place + 1),
            plain(choice.label),
            plain(choice.about) if lesson.step is Step.OPTIONS else "",
            counts[place] if is_seen else None,
            before,
            is_leader=is_seen and option == most,
            is_chosen=lesson.step is Step.DECIDE and option == lesson.chosen,
            has_focus=lesson.step in VOTES and place == shown.place,
        )
        listed.append(bar)
    return tuple(listed)


def _side(desk: Desk, shown: Shown, options: int) -> Side:
    words, lesson, ballot = desk.words, shown.lesson, shown.lesson.ballot
    timer = lesson.timer or lesson.whole
    time = timed(timer.seconds_left(shown.now)) if timer is not None else ""
    share = timer.share_left(shown.now) if timer is not None else 0.0
    if lesson.step in (Step.ARGUE, Step.ARGUE_AGAIN):
        return Side(time=time, share=share)
    if lesson.step not in VOTES or ballot is None:
        return Side()
    of = words["class.voted.of"].format(pupils=lesson.pupils) if lesson.pupils else words["class.voted"]
    hands = "class.hands" if shown.door is not None else "class.hands.only"
    note = words["class.hidden"] if not lesson.is_open else ""
    if shown.door is not None and not shown.door.guests:
        note = words["phones.nobody"]
    said = words[hands].format(most=min(options, 9))
    return Side(str(ballot.voters), of, time, share, shown.door, said, note)


def _discussed(desk: Desk, asked: tuple[Line, ...], box: Box) -> list[Piece]:
    """What there is to discuss, as much of it as has room."""
    theme, type_ = desk.theme, desk.type
    named, style = sized(desk, label(theme.n6, 26)), sized(desk, prose(38, theme.n7))
    high = type_.setting(desk.words["class.discuss"], named).rest
    pieces = [Piece("discuss", box._replace(height=high), Words(desk.words["class.discuss"], named))]
    y = box.y + high + 14
    for number, question in enumerate(asked):
        rest = type_.setting(plain(question), style, box.width).rest
        if y + rest > box.y + box.height * MOST_DISCUSSED:
            break
        pieces.append(
            Piece(f"discuss {number}", Box(box.x, y, box.width, rest), Words(plain(question), style))
        )
        y += rest + 14
    return pieces if len(pieces) > 1 else []


def _president(desk: Desk, shown: Shown, box: Box) -> list[Piece]:
    """What the class is for, and that the President may decide otherwise."""
    theme, type_, words, lesson = desk.theme, desk.type, desk.words, shown.lesson
    most = leading(lesson.ballot.tally) if lesson.ballot is not None else None
    named = dict(zip(lesson.options, labels(shown.page, lesson)[1], strict=False))
    if most is not None:
        first = words["class.president"].format(label=named[most])
    else:
        has_votes = lesson.ballot is not None and lesson.ballot.voters > 0
        first = words["class.president.tie" if has_votes else "class.president.none"]
    second = words["class.president.overrules" if lesson.is_overruled else "class.president.may"]
    y, pieces = box.y, []
    for id_, said, colour in (("class", first, theme.n7), ("president", second, theme.amber)):
        style = fitted(desk, said, prose(36, colour), (36, 32, 28, 24), (box.width, 120.0))
        rest = type_.setting(said, style, box.width).rest
        pieces.append(Piece(id_, Box(box.x, y, box.width, rest), Words(said, style)))
        y += rest + 12
    return pieces


def _sentence(desk: Desk, shown: Shown, box: Box) -> Layout:
    """The sentence of those who were outvoted while it is written."""
    theme, type_, words, lesson = desk.theme, desk.type, desk.words, shown.lesson
    named = dict(zip(lesson.options, labels(shown.page, lesson)[1], strict=False))
    tally = lesson.ballot.tally if lesson.ballot is not None else ()
    others = ", ".join(
        words["class.minority.option"].format(label=named.get(option, option), votes=votes)
        for option, votes in tally
        if votes and option != lesson.chosen
    )
    y, pieces = box.y, []
    for id_, said, style in (
        ("others", words["class.minority.others"].format(options=others), prose(36, theme.n6)),
        ("ask", words["class.minority.ask"], prose(40, theme.n7)),
    ):
        own = fitted(desk, said, style, (style.size, 32, 28, 24), (box.width, 150.0))
        rest = type_.setting(said, own, box.width).rest
        pieces.append(Piece(id_, Box(box.x, y, box.width, rest), Words(said, own)))
        y += rest + 20
    place = Box(box.x, y + 6, box.width, box.bottom - y - 6)
    inner = place.grown(-28)
    said = f"{lesson.sentence}_"
    own = fitted(
        desk, said, prose(64, theme.ink), (64, 56, 48, 42, 36, 32, 28, 24, 20), (inner.width, inner.height)
    )
    pieces.append(Piece("paper", place, Band(theme.p0)))
    pieces.append(Piece("sentence", inner, Words(said, own)))
    return Layout(tuple(pieces))
