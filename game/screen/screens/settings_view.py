"""How the settings lie: groups, rows, and a paper that shows how papers look."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.frozen import NamedTuple
from game.screen.box import Box, enclosing
from game.screen.desk import MARGIN, Desk, Layout, Stop
from game.screen.parts.chip import chip_size
from game.screen.parts.plain import Chip
from game.screen.parts.row import Row, row_height
from game.screen.parts.sheet import Sheet
from game.screen.parts.tab import TabWord, tab_size
from game.screen.parts.tone import Tone
from game.screen.scene import Piece
from game.screen.screens.listing import Entry, column
from game.screen.screens.page_head import foot_top, page_head
from game.screen.screens.settings_rows import ITEMS, KEY, KEYS, ROWS, awaited_row, item_row, key_row
from game.screen.text import plain as text
from game.store.settings import Settings
from game.view.line import Run, RunStyle

ROWS_SHARE = 0.6
GAP = 44.0
LEAST_GROUPS = 300.0
BETWEEN = 8.0  # the names of two groups
CHIP = 24.0
CHIPS = 36.0  # between chips and the edge of the paper
GROUP = "group"


class Shown(NamedTuple):
    """What is seen of the settings: the open group, the stop with the focus, whether its key is awaited."""

    settings: Settings
    group: str
    focus: str
    is_waiting: bool


def settings_layout(desk: Desk, shown: Shown) -> Layout:
    """Return the groups, the rows of the open one, and a paper beside them where there is room."""
    words = desk.words
    head = page_head(desk, words["settings.title"])
    bottom = foot_top(desk) - 30
    room = Box(MARGIN, head.bottom + 12, desk.box.width - 2 * MARGIN, bottom - head.bottom - 12)
    groups = _groups(desk, shown, room)
    edge = enclosing(tuple(piece.box for piece in groups))
    if desk.is_tabbed:
        room = room._replace(y=edge.bottom + 20, height=room.bottom - edge.bottom - 20)
    else:
        room = room._replace(x=edge.right + GAP, width=room.right - edge.right - GAP)
    has_preview = desk.text < 1.75
    width = room.width * ROWS_SHARE if has_preview else room.width
    entries = [_entry(desk, shown, row, width) for row in ROWS[shown.group]]
    listed = column(room._replace(width=width), entries, shown.focus, 4)
    pieces = [*head.pieces, *groups, *sorted(listed.pieces, key=lambda piece: piece.id == shown.focus)]
    if has_preview:
        left = room.x + width + GAP
        high = min(room.height - 9, 690 * desk.text)
        pieces += _paper(desk, shown, Box(left, room.y, room.right - left - 9, high))
    return Layout(tuple(pieces), tuple(_stops(groups, shown.group, listed.stops)))


def _groups(desk: Desk, shown: Shown, box: Box) -> tuple[Piece, ...]:
    """The names of the groups: at the left, one below the other, or side by side where panels take turns."""
    named = []
    for name in ROWS:
        id_ = f"{GROUP} {name}"
        tab = TabWord(desk.words[f"settings.group.{name}"], name == shown.group, shown.focus == id_)
        named.append((id_, tab, *tab_size(desk.type, tab)))
    widest = max(LEAST_GROUPS, *(wide for _, _, wide, _ in named))
    x, y, pieces = box.x, box.y, []
    for id_, tab, wide, high in named:
        pieces.append(Piece(id_, Box(x, y, wide if desk.is_tabbed else widest, high), tab))
        if desk.is_tabbed:
            x += wide + BETWEEN
        else:
            y += high + BETWEEN
    return tuple(pieces)


def _stops(groups: Sequence[Piece], opened: str, seen: Sequence[Stop]) -> Iterator[Stop]:
    """Each group with its rows after it; those of a group that is not open come into sight with the focus."""
    for piece, (name, rows) in zip(groups, ROWS.items(), strict=True):
        yield Stop(piece.id, piece.box)
        yield from seen if name == opened else (Stop(row, piece.box, is_hidden=True) for row in rows)


def _entry(desk: Desk, shown: Shown, id_: str, width: float) -> Entry:
    row = _row(desk, shown, id_, width)
    return Entry(id_, row, row_height(desk.type, row, width))


def _row(desk: Desk, shown: Shown, id_: str, width: float) -> Row:
    has_focus = shown.focus == id_
    if id_ in ITEMS:
        return item_row(desk, shown.settings, ITEMS[id_], width, has_focus=has_focus)
    action = id_.removeprefix(KEY)
    if has_focus and shown.is_waiting:
        return awaited_row(desk, action)
    return key_row(desk, shown.settings, action, has_focus=has_focus)


def _paper(desk: Desk, shown: Shown, box: Box) -> tuple[Piece, ...]:
    """What is said about keys, else a sample of what the settings change."""
    if shown.group != KEYS:
        return _preview(desk, box)
    sheet = Sheet(desk.words["keys.title"], paragraphs=(text(desk.words["keys.about"]),), rule="own")
    return (Piece("preview", box, sheet),)


def _preview(desk: Desk, box: Box) -> tuple[Piece, ...]:
    """A paper in the type that is chosen, and at its foot the courses in the colours that are."""
    tones: tuple[Tone, ...] = ("talk", "hold", "force")
    pieces = [Piece("preview", box, _sample(desk))]
    x = box.x + CHIPS
    for tone in tones:
        words = desk.words[f"course.{tone}"].upper()
        wide, high = chip_size(desk.type, words, CHIP)
        if x + wide <= box.right - CHIPS:
            place = Box(x, box.bottom - CHIPS - high, wide, high)
            pieces.append(Piece(f"preview {tone}", place, Chip(words, tone, CHIP)))
        x += wide + CHIPS / 2
    return tuple(pieces)


def _sample(desk: Desk) -> Sheet:
    words = desk.words
    styled = (Run(words["settings.sample.value"], RunStyle.VALUE), Run(" "))
    second = (*styled, Run(words["settings.sample.name"], RunStyle.ITALIC))
    paragraphs = (text(words["settings.sample"]), second)
    return Sheet(words["settings.preview"], paragraphs=paragraphs, rule="danger")
