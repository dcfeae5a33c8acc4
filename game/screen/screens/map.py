"""The whole map: moved and enlarged, its marks read one by one."""

from __future__ import annotations

from dataclasses import dataclass, replace

from game.screen.acts import Act, Become
from game.screen.box import Box
from game.screen.desk import MARGIN, Desk, Layout, Stop
from game.screen.framing import Look
from game.screen.mapview import UNMOVED, Sight
from game.screen.parts.keys import Hint, cap_height
from game.screen.parts.map_panel import MapPanel
from game.screen.parts.plain import Band, HintLine, Words
from game.screen.press import Press
from game.screen.scene import Piece
from game.screen.screens.screen import Screen
from game.screen.styles import heading, prose
from game.view.page import Page
from game.view.picture import Mark

ZOOM = 1.4
MOST_ZOOM = 7.6
STEP = 120.0
HEAD = 76.0
WAYS = {"left": (1, 0), "right": (-1, 0), "up": (0, 1), "down": (0, -1)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Map(Screen):
    """The map with the view that is chosen, how it is moved, and the mark that is read (by number, or -1)."""

    page: Page
    view: int = 0
    look: Look = UNMOVED
    mark: int = -1

    help_key = "help.screen.map"

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The marks from west to east."""
        west = self.page.map.views[self.view].west
        return tuple(sorted(self.page.map.marks, key=lambda mark: (mark.place.lon - west) % 360))

    def layout(self, desk: Desk) -> Layout:
        return _layout(desk, self)

    def focused(self, id: str) -> Map:  # noqa: A002  an id is an id
        kind, _, name = id.partition(" ")
        return replace(self, focus=id, mark=int(name) if kind == "mark" else -1)

    def activated(self, id: str) -> Act | None:  # noqa: A002  an id is an id
        if id.startswith("view"):
            return Become(self._viewed(int(id.partition(" ")[2])))
        return None

    def answer(self, press: Press) -> Act | None:  # noqa: PLR0911  a key a line
        if press.has_control or press.has_alt:
            return None
        if press.key == "tab" and self.marks:
            by = -1 if press.has_shift else 1
            return Become(
                replace(
                    self,
                    mark=(self.mark + by) % len(self.marks)
                    if self.mark >= 0 or by > 0
                    else len(self.marks) - 1,
                )
            )
        if press.key in ("+", "-"):
            return Become(self._zoomed(ZOOM if press.key == "+" else 1 / ZOOM))
        if press.key in WAYS:
            across, down = WAYS[press.key]
            look = self.look
            return Become(
                replace(
                    self, look=look._replace(right=look.right + across * STEP, down=look.down + down * STEP)
                )
            )
        if press.key == "v":
            return Become(self._viewed((self.view + 1) % len(self.page.map.views)))
        if press.key == "home":
            return Become(replace(self, look=Look()))
        if press.key.isdigit() and 0 < int(press.key) <= len(self.page.map.views):
            return Become(self._viewed(int(press.key) - 1))
        return self.back() if press.key == "m" else None

    def _viewed(self, view: int) -> Map:
        return replace(self, view=view, look=Look(), mark=-1)

    def _zoomed(self, by: float) -> Map:
        zoom = min(max(1.0, self.look.zoom * by), MOST_ZOOM)
        share = zoom / self.look.zoom
        return replace(self, look=Look(zoom, self.look.right * share, self.look.down * share))


def _layout(desk: Desk, screen: Map) -> Layout:
    words, theme, whole = desk.words, desk.theme, desk.box
    head = HEAD * desk.text
    view = screen.page.map.views[screen.view]
    mark = screen.marks[screen.mark] if 0 <= screen.mark < len(screen.marks) else None
    caption = words["map.nothing"] if mark is None else _reading(mark, desk)
    sight = Sight(screen.page.map, view, screen.look, mark.id if mark is not None else None)
    panel = MapPanel(sight, caption)
    title_style = heading(36, theme.n7)
    title = desk.type.setting(words["map.title"], title_style)
    when = words["map.when"].format(date=screen.page.date_words, time=screen.page.time_words)
    label = f"{view.label}. {when}" if view.label else when
    line_style = prose(24, theme.n6)
    left = MARGIN + title.wide + 28
    hints = HintLine(
        (
            Hint("+ -", words["hint.zoom"]),
            Hint("V", words["hint.view"]),
            Hint(words["key.escape"], words["hint.back"]),
        )
    )
    own = 560.0 * desk.text
    room = whole.width - left - own - 2 * MARGIN
    line = desk.type.setting(label, line_style)
    pieces = [
        Piece("map", Box(0, head, whole.width, whole.height - head), panel),
        Piece("head", Box(0, 0, whole.width, head), Band(theme.n0)),
        Piece("rule", Box(0, head, whole.width, 2), Band(theme.n4)),
        Piece(
            "title",
            Box(MARGIN, (head - title.tall) / 2, title.wide + 4, title.rest),
            Words(words["map.title"], title_style),
        ),
    ]
    if line.wide <= room:
        pieces.append(
            Piece(
                "when", Box(left, (head - line.tall) / 2, line.wide + 2, line.rest), Words(label, line_style)
            )
        )
    if left + own + MARGIN <= whole.width:
        place = Box(
            whole.width - MARGIN - own, (head - cap_height(desk.type)) / 2, own, cap_height(desk.type)
        )
        pieces.append(Piece("hints", place, hints))
    return Layout(tuple(pieces), (Stop("map", pieces[0].box),))


def _reading(mark: Mark, desk: Desk) -> str:
    kind = desk.words[f"kind.{mark.kind}"]
    return desk.words["map.label"].format(label=mark.label, kind=kind) if mark.label != kind else mark.label
