"""The title: thirteen rings, the name, and what one can do."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from game import __version__
from game.frozen import NamedTuple, replace
from game.screen.acts import Learn, Leave, Resume, Show
from game.screen.backdrop import Rings
from game.screen.box import Box
from game.screen.desk import TABBED_FROM, Desk, Layout
from game.screen.fonts import Role
from game.screen.mapview import Sight
from game.screen.parts.entry import MenuEntry, entry_height, entry_width
from game.screen.parts.keys import cap_height
from game.screen.parts.plain import Band, HintLine, Words
from game.screen.press import Press
from game.screen.scene import Piece
from game.screen.screens.listing import Entry, column
from game.screen.screens.screen import Act, Screen
from game.screen.styles import SMALLEST, prose
from game.screen.typeset import Align, Style
from game.screen.uses import Uses, distinct

LEFT = 80.0
NAME = 236.0
UNDER = 60.0
LEAST_ENTRY = 560.0
BAR = 46.0  # the bar above the name
LEAST_AIR = 8.0  # above the menu
TOP, LARGE_TOP = 96.0, 56.0  # where the heading begins, and with large text
HEADED = ((3, 400.0), (2, 345.0), (1, 250.0))
"""So many lines of the heading, and the height of them with some air."""
LEAST_HEAD = 180.0  # above the menu, which has no room for all its entries then


class Title(Screen):
    """The title. `last` says where the last game stands, None where there is none.

    The tutorial stands first until a game was begun, and last of the games after that.
    """

    last: str | None = None
    sight: Sight | None = None
    has_tutorial: bool = False
    focus: str = "new"

    help_key = "help.screen.title"
    uses: ClassVar[Uses] = (
        ("key.up_down", "hint.move"),
        ("key.enter", "hint.choose"),
        ("help", "keys.help"),
        ("key.digits", "hint.choose"),
    )

    @property
    def entries(self) -> tuple[str, ...]:
        learn = ("learn",) if self.has_tutorial else ()
        games = (*learn, "new") if self.last is None else ("continue", "new", *learn)
        return (*games, "class", "load", "settings", "quit")

    def layout(self, desk: Desk) -> Layout:
        rings = Rings("danger", 0.56, 0.555, 0.64, self.sight, has_fade=True)
        whole = desk.box
        ground = Piece("rings", Box(whole.width * 0.27, 0, whole.width * 0.73, whole.height), rings)
        menu = _menu(desk, self)
        return Layout(
            (ground, *_heading(desk, menu.scene[0].box.y), *menu.scene, *_foot(desk, self)), menu.stops
        )

    def activated(self, id: str) -> Act | None:  # noqa: A002  an id is an id
        acts: dict[str, Act] = {
            "continue": Resume(),
            "learn": Learn(),
            "new": Show("scenarios"),
            "class": Show("class"),
            "load": Show("saves"),
            "settings": Show("settings"),
            "quit": Leave(),
        }
        return acts[id]

    def answer(self, press: Press) -> Act | None:
        entry = press.numbered(self.entries)
        return self.activated(entry) if entry is not None else None

    def back(self) -> Act:
        return Show("title")

    def told(self, last: str | None, sight: Sight | None, *, has_tutorial: bool = False) -> Title:
        """Return the title with what became known since; a new first entry has the focus."""
        told = replace(self, last=last, sight=sight, has_tutorial=has_tutorial)
        is_new = told.entries[0] != self.entries[0] and self.focus in ("new", self.entries[0])
        return replace(told, focus=told.entries[0]) if is_new else told


class _Line(NamedTuple):
    """A line of the heading, and how far below it the next one stands."""

    id: str
    words: str
    style: Style
    after: float


def _heading(desk: Desk, bottom: float) -> tuple[Piece, ...]:
    """Name and lines below it, as large as the menu leaves room for; what could not be read is left out."""
    top = TOP if desk.text < TABBED_FROM else LARGE_TOP
    room = bottom - top - BAR - LEAST_AIR
    sets = [_lines(desk, room / (high * desk.text))[:count] for count, high in HEADED]
    lines = next((each for each in sets if all(map(partial(_is_legible, desk), each))), sets[-1])
    y = top + BAR
    pieces = [Piece("bar", Box(LEFT, top, 96, 10), Band(desk.theme.red))]
    for line in lines:
        setting = desk.type.setting(line.words, line.style)
        box = Box(LEFT, y, setting.wide + 4, setting.rest)
        pieces.append(Piece(line.id, box, Words(line.words, line.style)))
        y += setting.tall + line.after
    return tuple(pieces)


def _is_legible(desk: Desk, line: _Line) -> bool:
    return line.style.size * desk.text >= SMALLEST


def _lines(desk: Desk, most: float) -> tuple[_Line, ...]:
    """The lines of the heading, at most in a share of their full size."""
    theme, words = desk.theme, desk.words
    share = min(1.0, (desk.box.width - 2 * LEFT) * 0.55 / max(1.0, _name_width(desk)), most)
    name = Style(Role.DISPLAY, NAME * share, theme.n7)
    under = Style(Role.THIN, UNDER * min(1.0, share * 1.2), theme.n7, track=0.08)
    line = prose(30 * min(1.0, share * 1.3), theme.n6)
    return (
        _Line("name", words["title.name"], name, 0.19 * name.size),
        _Line("under", words["title.under"].upper(), under, 40.0 * share),
        _Line("line", words["title.line"], line, 0.0),
    )


def _name_width(desk: Desk) -> float:
    return desk.type.width(desk.words["title.name"], Style(Role.DISPLAY, NAME, desk.theme.n7))


def _menu(desk: Desk, title: Title) -> Layout:
    words, type_ = desk.words, desk.type
    high = entry_height(type_)
    gap = 8.0
    parts = [
        MenuEntry(words[f"title.{id_}"], title.last or "" if id_ == "continue" else "", title.focus == id_)
        for id_ in title.entries
    ]
    width = max(LEAST_ENTRY, *(entry_width(type_, part) for part in parts))
    bottom = desk.box.height - 96 * min(desk.text, 1.4) - gap
    y = max(LEAST_HEAD, bottom + gap - (high + gap) * len(parts))
    entries = [Entry(id_, part, high) for id_, part in zip(title.entries, parts, strict=True)]
    listed = column(Box(LEFT, y, width, bottom - y + 1), entries, title.focus, gap)
    return Layout(listed.pieces, listed.stops)


def _foot(desk: Desk, title: Title) -> tuple[Piece, ...]:
    words, whole = desk.words, desk.box
    high = cap_height(desk.type)
    hints = HintLine(desk.hints(distinct(title.uses)))
    version = words["title.version"].format(version=__version__)
    style = prose(20, desk.theme.n6, Align.RIGHT)
    own = desk.type.setting(version, style)
    y = whole.height - 22 - high
    return (
        Piece("hints", Box(LEFT, y, whole.width - 2 * LEFT - own.wide - 40, high), hints),
        Piece(
            "version", Box(whole.width - 44 - own.wide, y + 8, own.wide + 4, own.rest), Words(version, style)
        ),
    )
