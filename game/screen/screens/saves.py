"""Saved games, the newest first, and how the one with the focus stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from game.frozen import replace
from game.screen.acts import BringBack, Load, Remove
from game.screen.box import Box
from game.screen.desk import MARGIN, Desk, Layout, Stop
from game.screen.kept import Glimpse, Kept, Key, Standing
from game.screen.parts.button import Button, button_height, button_width
from game.screen.parts.row import Row, row_height
from game.screen.press import Press
from game.screen.scene import Piece
from game.screen.screens.confirm import Confirm, Question
from game.screen.screens.listing import Entry, column
from game.screen.screens.page_head import foot_hints, foot_top, page_head
from game.screen.screens.saves_side import GAP, Side, below, beside, least_room
from game.screen.screens.screen import Act, Open, Screen
from game.screen.text import plain
from game.screen.uses import Uses

LIST = 0.46
BETWEEN = 4.0
GUTTER = 18.0
STOP = "game "
NEAR = 40  # rows above and below the one in focus: no window shows so many


class Saves(Screen):
    """The list of saved games.

    `chosen` is the stop of the game that had the focus last, `removed` the name of the game that was
    removed last, empty where none was.
    """

    games: tuple[Kept, ...]
    chosen: str = ""
    removed: str = ""

    help_key = "help.screen.saves"

    @property
    def uses(self) -> Uses:
        return (
            *((("key.up_down", "hint.move"), ("key.enter", "hint.open")) if self.games else ()),
            *((("key.delete", "saves.remove"),) if self.games else ()),
            *((("undo", "saves.restore"),) if self.removed else ()),
            ("key.escape", "hint.back"),
            ("help", "keys.help"),
            *((("key.pages", "hint.scroll"),) if self.games else ()),
        )

    @property
    def at(self) -> int:
        """The number of the game that has the focus or had it last, else of the first."""
        sought = self.focus if self.focus.startswith(STOP) else self.chosen
        return next((i for i, game in enumerate(self.games) if _stop(game) == sought), 0)

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
        title = next(piece.box for piece in head.pieces if piece.id == "head")
        buttons = _buttons(desk, self, title.middle[1])
        stops = (*games.stops, *(Stop(piece.id, piece.box) for piece in buttons))
        return Layout((*head.pieces, *games.scene, *buttons, hints), stops, games.reels)

    @property
    def buttons(self) -> tuple[str, ...]:
        """What can be done with the list besides going on with a game; what comes and goes stands first."""
        return (*(("restore",) if self.removed else ()), *(("remove",) if self.games else ()))

    def renewed(self, listed: Saves) -> Saves:
        """Return another list with the focus where it was, or on the game that came in its place."""
        if not listed.games or (self.focus.startswith(STOP) and self.focus in map(_stop, listed.games)):
            return replace(listed, focus=self.focus)
        return listed.focused(_stop(listed.games[min(self.at, len(listed.games) - 1)]))

    def focused(self, id: str) -> Saves:  # noqa: A002  an id is an id
        return replace(self, focus=id, chosen=id if id.startswith(STOP) else self.chosen, offset=0.0)

    def activated(self, id: str) -> Act | None:  # noqa: A002  an id is an id
        match id:
            case "remove":
                return self._removing()
            case "restore":
                return BringBack()
            case _:
                return Load(id.removeprefix(STOP)) if id.startswith(STOP) else None

    def answer(self, press: Press) -> Act | None:
        if press.key in ("delete", "backspace") and self.games:
            return self._removing()
        return BringBack() if press.key == "u" and self.removed else None

    def _removing(self) -> Act:
        """Ask once more before the game in focus is removed."""
        name = self.games[self.at].name
        words = Question("saves.removing", "saves.removing.about", "saves.remove")
        return Open(Confirm(label=plain(name), act=Remove(name), words=words))


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


def _buttons(desk: Desk, screen: Saves, middle: float) -> tuple[Piece, ...]:
    """The buttons side by side at the right, with their middle at a height: there the title leaves room."""
    pieces, right = [], desk.box.width - MARGIN
    for id_ in reversed(screen.buttons):
        part = Button(desk.words[f"saves.{id_}"], has_focus=screen.focus == id_)
        width, high = button_width(desk.type, part), button_height(desk.type, part, desk.box.width)
        pieces.append(Piece(id_, Box(right - width, middle - high / 2, width, high), part))
        right -= width + GUTTER
    return tuple(reversed(pieces))


def _entries(desk: Desk, screen: Saves, width: float) -> Iterator[Entry]:
    """Yield the rows of the games; those far out of sight are taken to be as high as the one in focus."""
    at, has_focus = screen.at, screen.focus not in screen.buttons
    usual = row_height(desk.type, _row(desk, screen.games[at], has_focus=has_focus), width)
    for i, game in enumerate(screen.games):
        row = _row(desk, game, has_focus=has_focus and i == at)
        height = row_height(desk.type, row, width) if abs(i - at) <= NEAR else usual
        yield Entry(_stop(game), row, height, is_slow=True)


def _row(desk: Desk, game: Kept, *, has_focus: bool) -> Row:
    known, saved = _known(game), f"{game.saved:%Y-%m-%d %H:%M}"
    about, value = (f"{known}. {saved}", "") if desk.is_tabbed else (known, saved)
    return Row(game.name, about, value, has_focus=has_focus, is_disabled=game.is_broken)


def _known(game: Kept) -> str:
    """What the file says of the game, between when it stands and whether it is over."""
    known = [game.scenario, game.played]
    if isinstance(game.standing, Glimpse):
        known = [game.standing.moment, *known, game.standing.state]
    return ". ".join(each for each in known if each)


def _stop(game: Kept) -> str:
    return f"{STOP}{game.name}"
