"""The pictures of a lesson: papers, or the options as bars with a column beside them."""

from __future__ import annotations

from game.classroom.ballot import leading
from game.classroom.clock import timed
from game.classroom.lesson import VOTES, Step
from game.frozen import replace
from game.screen.box import Box
from game.screen.desk import MARGIN, Desk, Layout, Stop
from game.screen.parts.map_panel import MapPanel
from game.screen.scene import Piece
from game.screen.screens.class_bars import OPTION, Bar, bar_boxes, bars
from game.screen.screens.class_code import code_page
from game.screen.screens.class_head import Head, class_head
from game.screen.screens.class_shown import Shown, choices, labels
from game.screen.screens.class_side import WIDTH, Side, side_column
from game.screen.screens.class_talk import discussed, president, sentence
from game.screen.screens.page_head import foot_hints, foot_top
from game.screen.screens.room_view import map_panel
from game.screen.shown import moment_words, plain

GUTTER = 40.0
SHEET = 0.6
LEAST_MAP = 420.0


def picture(desk: Desk, shown: Shown) -> Layout:
    """Return the picture of a lesson."""
    head = _head(desk, shown)
    box = Box(MARGIN, head.bottom, desk.box.width - 2 * MARGIN, foot_top(desk) - 24 - head.bottom)
    if shown.has_code and shown.door is not None:
        layout = code_page(desk, shown.door, box)
    elif shown.papers:
        layout = _paper(desk, shown, box)
    elif shown.lesson.step is Step.MINORITY:
        layout = sentence(desk, shown, box)
    else:
        layout = _bars(desk, shown, box)
    return replace(layout, scene=(*head.pieces, *layout.scene, foot_hints(desk, shown.uses)))


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


def _paper(desk: Desk, shown: Shown, box: Box) -> Layout:
    """The paper, and the map beside it while the game goes on."""
    at = min(shown.paper, len(shown.papers) - 1)
    count = (
        desk.words["room.page"].format(page=at + 1, pages=len(shown.papers)) if len(shown.papers) > 1 else ""
    )
    sheet, page = shown.papers[at]
    sheet = replace(sheet, footer=count, offset=shown.offset)
    has_room = box.width * (1 - SHEET) >= LEAST_MAP * min(desk.text, 1.75) / 1.75
    has_map = page is not None and bool(page.map.views) and has_room
    width = box.width * SHEET if has_map else box.width - 9
    place = Box(box.x, box.y, width, box.height - 9)
    pieces = [Piece("sheet", place, sheet)]
    if page is not None and has_map:
        left = place.right + GUTTER
        beside = Box(left, box.y, box.right - left, box.height - 9)
        panel = map_panel(desk, page, "", beside)
        panel = replace(panel, hint=None) if isinstance(panel, MapPanel) else panel
        pieces.append(Piece("map", beside, panel))
    return Layout(tuple(pieces), (Stop("sheet", place),), (desk.reel(sheet, place),))


def _bars(desk: Desk, shown: Shown, box: Box) -> Layout:
    lesson = shown.lesson
    listed = _listed(desk, shown)
    side = _side(desk, shown, len(listed))
    has_side = side != Side()
    column = box._replace(width=box.width - WIDTH - GUTTER) if has_side else box
    pieces: list[Piece] = []
    if lesson.step in (Step.ARGUE, Step.ARGUE_AGAIN) and shown.asked:
        talk = discussed(desk, shown.asked, column)
        pieces += talk
        used = max((piece.box.bottom for piece in talk), default=column.y) - column.y + 24
        column = column._replace(y=column.y + used, height=column.height - used)
    if lesson.step is Step.DECIDE:
        talk = president(desk, shown, column)
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
