"""A sheet to read beside the map: what followed a choice, with the readings that moved."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from game.frozen import NamedTuple, replace
from game.screen.acts import Back
from game.screen.box import Box
from game.screen.desk import MARGIN, Desk, Layout, Stop
from game.screen.parts.body import Section
from game.screen.parts.button import Button, button_height
from game.screen.parts.keys import cap_height
from game.screen.parts.map_panel import MapPanel
from game.screen.parts.plain import Band, Words
from game.screen.parts.sheet import Sheet
from game.screen.parts.strip import strip_height
from game.screen.parts.vignette import vignette
from game.screen.scene import Piece
from game.screen.screens.page_head import foot_hints
from game.screen.screens.room_view import map_panel
from game.screen.screens.screen import Act, Screen
from game.screen.shown import headed, moment_words, plain, source_line, strip_of
from game.screen.styles import heading, label, number, prose
from game.screen.uses import Uses, reading
from game.view.page import Change, Page, Told
from game.view.sheet import Cue

SHEET_SHARE = 0.5
GAP = 24.0
CHANGE_GAP = 14.0
SHOWN = ("text", "event", "phase", "report", "letter", "choice", "late")


class Reading(Screen):
    """What was told, in order. `told` is a part of the Page's; its first thing gives the title."""

    page: Page
    told: tuple[Told, ...]
    focus: str = "on"

    help_key = "help.screen.told"
    uses: ClassVar[Uses] = (
        ("key.enter", "hint.on"),
        ("key.pages", "hint.scroll"),
        ("help", "keys.help"),
        ("key.space", "hint.on"),
    )

    def layout(self, desk: Desk) -> Layout:
        return _layout(desk, self)

    @property
    def cues(self) -> tuple[Cue, ...]:
        return tuple(thing.cue for thing in self.told if thing.cue is not None and thing.cue.kind == "sound")

    def activated(self, id: str) -> Act | None:  # noqa: A002, ARG002  there is only the way on
        return Back()

    def presented(self, by: int) -> Act | None:
        return self.activated("on") if by > 0 else None


def is_worth_reading(told: Sequence[Told]) -> bool:
    """Whether there is more than the choice itself and readings that moved, which the strip shows."""
    return any(
        thing.kind in SHOWN and (thing.kind not in ("choice", "late") or _says(thing)) for thing in told
    )


def changes(told: Sequence[Told]) -> tuple[Change, ...]:
    """Return the readings that moved, each once, from where it was to where it came."""
    moved: dict[str, Change] = {}
    for thing in told:
        if thing.change is not None:
            first = moved.get(thing.change.id, thing.change)
            moved[thing.change.id] = thing.change._replace(
                before=first.before, before_words=first.before_words
            )
    return tuple(each for each in moved.values() if each.before != each.after)


def _says(thing: Told) -> bool:
    return bool(thing.sheet and (thing.sheet.paragraphs or thing.sheet.unknown))


def _layout(desk: Desk, screen: Reading) -> Layout:
    whole, type_ = desk.box, desk.type
    is_compact = desk.is_tabbed
    high = strip_height(type_, is_compact=is_compact)
    foot = whole.height - 10 - cap_height(type_)
    top = high + (22 if is_compact else 32)
    frame = Box(MARGIN, top, whole.width - 2 * MARGIN, foot - 12 - top)
    beside = None if is_compact else _beside(desk, screen, frame)
    button = Button(desk.words["told.next"], has_focus=screen.focus == "on")
    own = button_height(type_, button, 300)
    if beside is None:
        sheet_box = Box(frame.x, frame.y, frame.width - 9, frame.height - own - GAP)
        width = frame.width
    else:
        sheet_box = Box(frame.x, frame.y, frame.width * SHEET_SHARE, frame.height - 9)
        width = frame.right - sheet_box.right - MARGIN
    place = Box(frame.right - width, frame.bottom - own - 4, width, own)
    sheet = replace(_sheet(desk, screen), offset=screen.offset, has_focus=screen.focus == "sheet")
    reel = desk.reel(sheet, sheet_box)
    button = replace(button, words=desk.words["hint.more" if reel.has_more else "told.next"])
    pieces = (
        Piece(
            "strip", Box(0, 0, whole.width, high), strip_of(screen.page, desk.words, is_compact=is_compact)
        ),
        Piece("sheet", sheet_box, sheet),
        *(beside or ()),
        Piece("on", place, button),
        foot_hints(desk, reading(screen.uses) if reel.has_more else screen.uses),
    )
    return Layout(
        pieces,
        (Stop("on", place), Stop("sheet", sheet_box)),
        (reel,),
        reads_first=True,
    )


def _beside(desk: Desk, screen: Reading, frame: Box) -> tuple[Piece, ...]:
    """The map, and below it the readings that moved."""
    left = frame.x + frame.width * SHEET_SHARE + MARGIN
    width = frame.right - left
    moved = _changes(desk, screen, left, width)
    own = button_height(desk.type, Button(desk.words["told.next"]), 300)
    bottom = frame.bottom - own - 4 - GAP
    y = bottom - moved.height
    place = Box(left, frame.y, width, y - GAP - frame.y)
    picture = vignette(screen.told)
    if picture is not None:
        return (Piece("picture", place, picture), *moved.at(y))
    shown = map_panel(desk, screen.page, "", place)
    panel = replace(shown, hint=None) if isinstance(shown, MapPanel) else shown
    return (Piece("map", place, panel), *moved.at(y))


class _Changes(NamedTuple):
    height: float
    pieces: tuple[Piece, ...]

    def at(self, y: float) -> tuple[Piece, ...]:
        return tuple(Piece(each.id, each.box.moved(down=y), each.part) for each in self.pieces)


def _changes(desk: Desk, screen: Reading, left: float, width: float) -> _Changes:
    theme, type_, words = desk.theme, desk.type, desk.words
    title = type_.setting(words["told.changed"], label(theme.n6))
    pieces = [
        Piece("changed", Box(left, 0, width, title.rest), Words(words["told.changed"], label(theme.n6)))
    ]
    y = title.rest + CHANGE_GAP
    moved = changes(screen.told)
    if not moved:
        style = prose(22, theme.n6)
        rest = type_.setting(words["told.unchanged"], style, width).rest
        return _Changes(
            y + rest,
            (*pieces, Piece("unchanged", Box(left, y, width, rest), Words(words["told.unchanged"], style))),
        )
    own = (width - GAP * (len(moved) - 1)) / len(moved) if len(moved) <= 3 else (width - GAP) / 2
    in_row = len(moved) if len(moved) <= 3 else 2
    row_high = 0.0
    for i, change in enumerate(moved):
        x = left + (i % in_row) * (own + GAP)
        if i and i % in_row == 0:
            y += row_high + CHANGE_GAP
            row_high = 0.0
        pieces += [
            Piece(f"{piece.id} {change.id}", piece.box.moved(x, y), piece.part)
            for piece in _change(desk, change, own)
        ]
        row_high = max(row_high, max(piece.box.bottom for piece in pieces) - y)
    return _Changes(y + row_high, tuple(pieces))


def _change(desk: Desk, change: Change, width: float) -> tuple[Piece, ...]:
    theme, type_ = desk.theme, desk.type
    small, before, after = prose(20, theme.n6), heading(24, theme.n5), number(30, theme.amber)
    first = type_.setting(change.label, small, width)
    was = type_.setting(change.before_words, before)
    y = 12 + first.rest + 8
    arrow = y + was.rest + 6
    now = _after_words(change)
    new = type_.setting(now, after, width)
    return (
        Piece("rule", Box(0, 0, width, 2), Band(theme.n4)),
        Piece("name", Box(0, 12, width, first.rest), Words(change.label, small)),
        Piece("was", Box(0, y, width, was.rest), Words(change.before_words, before)),
        Piece("now", Box(0, arrow, width, new.rest), Words(now, after)),
    )


def _after_words(change: Change) -> str:
    """Where a reading came, with by how much it moved if its words stayed."""
    is_words = change.before_words != change.after_words
    return change.after_words if is_words else f"{change.after_words} ({change.after - change.before:+})"


def _sheet(desk: Desk, screen: Reading) -> Sheet:
    """The sheet: its title is the choice, or the chapter; each thing told is a section."""
    words = desk.words
    choice = next((thing for thing in screen.told if thing.kind in ("choice", "late")), None)
    size = 20 if desk.is_tabbed else 23
    if choice is None:
        title = words["told.opening" if screen.page.kind.value == "opening" else "told.title"]
    else:
        title = headed(plain(choice.heading or ()))
    source = words["told.late"] if choice is not None and choice.kind == "late" else ""
    when = moment_words(choice.moment if choice else screen.page.moment, words)
    moved = (_changed_section(desk, screen),) if desk.is_tabbed else ()
    sections = (*_sections(desk, screen, choice), *moved)
    return Sheet(title, source=f"{source} {when}".strip(), sections=sections, rule="own", size=size)


def _changed_section(desk: Desk, screen: Reading) -> Section:
    """What changed, for where there is no room beside the sheet."""
    words = desk.words
    notes = tuple(
        words["told.moved"].format(label=each.label, before=each.before_words, after=_after_words(each))
        for each in changes(screen.told)
    )
    return Section(label=words["told.changed"], notes=notes or (words["told.unchanged"],))


def _sections(desk: Desk, screen: Reading, choice: Told | None) -> list[Section]:
    words = desk.words
    made: list[Section] = []
    for thing in screen.told:
        if thing.kind not in SHOWN or thing.is_on_sheet:
            continue
        sheet = thing.sheet
        paragraphs = sheet.paragraphs if sheet else thing.paragraphs
        if thing is choice:
            if paragraphs:
                made.append(Section(paragraphs=paragraphs))
            continue
        made.append(
            Section(
                label=moment_words(thing.moment, words).upper() if sheet is None else "",
                title=plain(thing.heading or ()),
                source=source_line(sheet, words) if sheet else "",
                paragraphs=paragraphs,
                unknowns_title=words["room.unknown"],
                unknowns=sheet.unknown if sheet else (),
            )
        )
    return made
