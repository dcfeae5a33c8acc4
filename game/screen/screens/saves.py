"""Saved games, the newest first, and how the one with the focus stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import ClassVar

from game.screen.acts import Load
from game.screen.box import Box
from game.screen.desk import MARGIN, Desk, Layout
from game.screen.kept import Glimpse, Kept, Key, Standing
from game.screen.parts.row import Row, row_height
from game.screen.screens.listing import Entry, column
from game.screen.screens.page_head import foot_hints, foot_top, page_head
from game.screen.screens.saves_side import GAP, Side, below, beside, least_room
from game.screen.screens.screen import Act, Screen
from game.screen.uses import Uses

LIST = 0.46
BETWEEN = 4.0
STOP = "game "


@dataclass(frozen=True, slots=True, kw_only=True)
class Saves(Screen):
    """The list of saved games."""

    games: tuple[Kept, ...]

    help_key = "help.screen.saves"
    uses: ClassVar[Uses] = (
        ("key.up_down", "hint.move"),
        ("key.enter", "hint.open"),
        ("key.escape", "hint.back"),
        ("help", "keys.help"),
        ("key.pages", "hint.scroll"),
    )

    @property
    def at(self) -> int:
        """The number of the game that has the focus, the first where none has."""
        return next((i for i, game in enumerate(self.games) if _stop(game) == self.focus), 0)

    @property
    def unseen(self) -> tuple[Key, ...]:
        """The games of which it is not known how they stand, that with the focus first."""
        ordered = (*self.games[self.at : self.at + 1], *self.games)
        return tuple(game.key for game in ordered if game.standing is None)

    def told(self, seen: Mapping[Key, Standing]) -> Saves:
        """Return the list with how the games stand, as far as that was seen."""
        return replace(self, games=tuple(game.told(seen) for game in self.games))

    def layout(self, desk: Desk) -> Layout:
        head = page_head(desk, desk.words["saves.title"], _head_line(desk, self))
        hints = foot_hints(desk, self.uses)
        top = head.bottom + 20
        box = Box(MARGIN, top, desk.box.width - 2 * MARGIN, foot_top(desk) - 30 - top)
        games = _games(desk, self, box) if self.games else Layout(())
        return replace(games, scene=(*head.pieces, *games.scene, hints))

    def focused(self, id: str) -> Saves:  # noqa: A002  an id is an id
        return replace(self, focus=id, offset=0.0)

    def activated(self, id: str) -> Act | None:  # noqa: A002  an id is an id
        return Load(id.removeprefix(STOP)) if id.startswith(STOP) else None


def _head_line(desk: Desk, screen: Saves) -> str:
    """What is said of the list; where the map lies below it, that has the room."""
    if not screen.games:
        return desk.words["saves.none"]
    return "" if desk.is_tabbed else desk.words["saves.about"]


def _games(desk: Desk, screen: Saves, box: Box) -> Layout:
    """The list with the game in focus beside it; in tabbed layouts below it where there is room."""
    game = screen.games[screen.at]
    if not desk.is_tabbed:
        width = box.width * LIST
        left = box.x + width + GAP
        side = beside(desk, game, Box(left, box.y, box.right - left, box.height), screen.offset)
        return _listed(desk, screen, Box(box.x, box.y, width, box.height), side)
    heights = [entry.height + BETWEEN for entry in _entries(desk, screen, box.width)]
    high = min(max(2 * max(heights), box.height * LIST), sum(heights))
    room = Box(box.x, box.y + high + GAP, box.width, box.height - high - GAP)
    if room.height < least_room(desk):
        return _listed(desk, screen, box, Side(()))
    side = below(desk, game, room, screen.offset)
    return _listed(desk, screen, Box(box.x, box.y, box.width, high), side)


def _listed(desk: Desk, screen: Saves, box: Box, side: Side) -> Layout:
    focus = _stop(screen.games[screen.at])
    listed = column(box, tuple(_entries(desk, screen, box.width)), focus, BETWEEN)
    pieces = sorted(listed.pieces, key=lambda piece: piece.id == focus)
    return Layout((*side.pieces, *pieces), listed.stops, side.reels)


def _entries(desk: Desk, screen: Saves, width: float) -> Iterator[Entry]:
    for i, game in enumerate(screen.games):
        known, saved = _known(game), f"{game.saved:%Y-%m-%d %H:%M}"
        about, value = (f"{known}. {saved}", "") if desk.is_tabbed else (known, saved)
        row = Row(game.name, about, value, has_focus=i == screen.at, is_disabled=game.is_broken)
        yield Entry(_stop(game), row, row_height(desk.type, row, width), is_slow=True)


def _known(game: Kept) -> str:
    """What the file says of the game, between when it stands and whether it is over."""
    known = [game.scenario, game.played]
    if isinstance(game.standing, Glimpse):
        known = [game.standing.moment, *known, game.standing.state]
    return ". ".join(each for each in known if each)


def _stop(game: Kept) -> str:
    return f"{STOP}{game.name}"
