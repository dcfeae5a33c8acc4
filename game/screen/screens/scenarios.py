"""The scenarios as folders on the desk, each with its cover."""

from __future__ import annotations

from typing import ClassVar

from game.frozen import replace
from game.screen.backdrop import Mood, Rings
from game.screen.bookcase import File
from game.screen.box import Box
from game.screen.desk import MARGIN, Desk, Layout, Stop
from game.screen.parts.folder import Folder, folder_height, folder_layout
from game.screen.parts.plain import Words
from game.screen.parts.scroll import WIDTH, Rail
from game.screen.parts.vignette import Vignette
from game.screen.press import Press
from game.screen.scene import Piece
from game.screen.screens.class_setup import ClassSetup
from game.screen.screens.page_head import foot_hints, foot_top, page_head
from game.screen.screens.screen import Act, Open, Screen
from game.screen.screens.setup import Setup
from game.screen.shown import headed, plain
from game.screen.styles import prose
from game.screen.uses import Uses
from game.view.counting import counted

GUTTER = 32.0
LIFT = 18.0
WIDEST = 500.0
LEAST = 400.0
MOODS: tuple[Mood, ...] = ("danger", "calm", "sober")
LEAST_COVER = 90.0
BELOW = 14.0  # the folders and the bar that says there are more
MOST_COVER = 330.0


class Scenarios(Screen):
    """The folders that are read so far, to play one or to hold a lesson with it."""

    files: tuple[File, ...] = ()
    is_read: bool = False
    is_for_class: bool = False

    help_key = "help.screen.scenarios"
    uses: ClassVar[Uses] = (
        ("key.left_right", "hint.choose"),
        ("key.enter", "hint.open"),
        ("key.escape", "hint.back"),
        ("help", "keys.help"),
        ("key.digits", "hint.open"),
    )

    def layout(self, desk: Desk) -> Layout:
        return _layout(desk, self)

    def activated(self, id: str) -> Act | None:  # noqa: A002  an id is an id
        file = next((each for each in self.files if f"file {each.id}" == id), None)
        if file is None or not file.ways:
            return None
        return Open(ClassSetup(file=file) if self.is_for_class else Setup(file=file))

    def answer(self, press: Press) -> Act | None:
        file = press.numbered(self.files)
        return self.activated(f"file {file.id}") if file is not None else None

    def told(self, files: tuple[File, ...], *, is_read: bool) -> Scenarios:
        return replace(self, files=files, is_read=is_read)


def _layout(desk: Desk, screen: Scenarios) -> Layout:
    words = desk.words
    about = words["scenarios.class" if screen.is_for_class else "scenarios.about"]
    head = page_head(desk, words["scenarios.title"], about)
    hints = foot_hints(desk, screen.uses)
    top, bottom = head.bottom + LIFT + 20, foot_top(desk) - 44
    if not screen.files:
        line = words["scenarios.none" if screen.is_read else "scenarios.reading"]
        style = prose(27, desk.theme.n6)
        width = desk.box.width - 2 * MARGIN
        place = Box(MARGIN, top, width, desk.type.setting(line, style, width).rest)
        return Layout((*head.pieces, Piece("reading", place, Words(line, style)), hints))
    pieces, stops = _folders(desk, screen, Box(MARGIN, top, desk.box.width - 2 * MARGIN, bottom - top))
    return Layout((*head.pieces, *pieces, hints), stops)


def _folders(desk: Desk, screen: Scenarios, box: Box) -> tuple[list[Piece], tuple[Stop, ...]]:
    """As many folders as fit side by side, those around the focus."""
    files = screen.files
    least = LEAST * max(1.0, desk.text * 0.85)
    fit = max(1, int((box.width + GUTTER) / (least + GUTTER)))
    in_row = min(len(files), fit)
    width = min((box.width - GUTTER * (in_row - 1)) / in_row, WIDEST * max(1.0, desk.text))
    ids = [f"file {each.id}" for each in files]
    at = ids.index(screen.focus) if screen.focus in ids else 0
    first = min(max(0, at - in_row // 2), len(files) - in_row)
    folders = [_folder(desk, i, file, has_focus=i == at) for i, file in enumerate(files)]
    bare = max(folder_height(desk.type, replace(each, cover=0.0), width) for each in folders)
    cover = min(MOST_COVER, max(0.0, box.height - bare))
    cover = cover if cover >= LEAST_COVER else 0.0
    stops, pieces = [], []
    for i, folder in enumerate(folders):
        has_room = folder_height(desk.type, replace(folder, cover=0.0), width) <= box.height
        shown = replace(folder, cover=cover, about=folder.about if has_room else "")
        height = min(box.height, max(bare + cover, folder_height(desk.type, shown, width)))
        place = Box(box.x + (i - first) * (width + GUTTER), box.y, width, height)
        is_seen = first <= i < first + in_row
        stops.append(Stop(ids[i], place, is_hidden=not is_seen))
        if is_seen:
            pieces += _pieces(
                desk, ids[i], place.moved(down=-LIFT if shown.has_focus else 0), shown, files[i], i
            )
    if in_row < len(files):
        lowest = max(stop.box.bottom for stop in stops)
        row = Box(box.x, lowest + BELOW, in_row * (width + GUTTER) - GUTTER, WIDTH)
        pieces.append(Piece("rail", row, Rail(first, len(files), in_row)))
    return pieces, tuple(stops)


def _pieces(desk: Desk, id: str, place: Box, folder: Folder, file: File, number: int) -> list[Piece]:  # noqa: A002
    pieces = [Piece(id, place, folder)]
    if folder.cover:
        cover = folder_layout(desk.type, folder, place).cover
        mood: Mood = "sober" if file.fault else MOODS[number % len(MOODS)]
        drawn = Vignette(file.cover) if file.cover else Rings(mood, 0.5, 0.5, 0.95, file.sight)
        pieces.append(Piece(f"cover {id}", cover, drawn))
    return pieces


def _folder(desk: Desk, number: int, file: File, *, has_focus: bool) -> Folder:
    words = desk.words
    return Folder(
        number=words["scenarios.file"].format(number=number + 1),
        title=headed(file.title),
        dates=words["scenarios.broken"] if file.fault else file.first or words["scenarios.reading"],
        about=file.fault or plain(file.summary),
        left=counted(words, "scenarios.setups", len(file.ways)) if file.ways else "",
        has_focus=has_focus,
        is_broken=not file.ways,
    )
