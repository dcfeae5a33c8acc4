"""Saved games, the newest first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from game.screen.acts import Act, Load
from game.screen.bookcase import File
from game.screen.box import Box
from game.screen.desk import MARGIN, Desk, Layout
from game.screen.parts.row import Row, row_height
from game.screen.screens.listing import Entry, column
from game.screen.screens.page_head import foot_hints, foot_top, page_head
from game.screen.screens.screen import Screen
from game.session.run import Fixed
from game.store.runs import StoredRun
from game.view.counting import counted
from game.view.words import Words

WIDEST = 1240.0


class Kept(NamedTuple):
    """A saved game in words; one that cannot be read says why."""

    name: str
    about: str
    when: str
    is_broken: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Saves(Screen):
    """The list of saved games."""

    games: tuple[Kept, ...]

    help_key = "help.screen.saves"

    def layout(self, desk: Desk) -> Layout:
        words = desk.words
        head = page_head(desk, words["saves.title"], words["saves.about" if self.games else "saves.none"])
        hints = foot_hints(
            desk, ("key.up_down", "hint.move"), ("key.enter", "hint.open"), ("key.escape", "hint.back")
        )
        width = min(desk.box.width - 2 * MARGIN, WIDEST * max(1.0, desk.text))
        room = Box(MARGIN, head.bottom + 20, width, foot_top(desk) - 30 - head.bottom - 20)
        focus = self.focus or (f"game {self.games[0].name}" if self.games else "")
        entries = []
        for game in self.games:
            row = Row(
                game.name,
                game.about,
                game.when,
                has_focus=focus == f"game {game.name}",
                is_disabled=game.is_broken,
            )
            entries.append(Entry(f"game {game.name}", row, row_height(desk.type, row, width)))
        listed = column(room, entries, focus, 4)
        pieces = sorted(listed.pieces, key=lambda piece: piece.id == focus)
        return Layout((*head.pieces, *pieces, hints), listed.stops)

    def activated(self, id: str) -> Act | None:  # noqa: A002  an id is an id
        name = id.removeprefix("game ")
        game = next((each for each in self.games if each.name == name), None)
        return Load(name) if game is not None and not game.is_broken else None


def kept_games(stored: Iterable[StoredRun], files: Iterable[File], words: Words) -> tuple[Kept, ...]:
    """Return the saved games in words."""
    titles = {file.id: file.title for file in files}
    return tuple(_kept(each, titles, words) for each in stored)


def _kept(stored: StoredRun, titles: dict[str, str], words: Words) -> Kept:
    run, when = stored.parsed.run, f"{stored.saved:%Y-%m-%d %H:%M}"
    if run is None:
        return Kept(stored.name, words["saves.broken"], when, is_broken=True)
    choices = sum(not isinstance(choice, Fixed) for choice in run.choices)
    made = counted(words, "saves.choices", choices)
    line = words["saves.line"].format(choices=made, seed=run.seed)
    title = titles.get(run.scenario or "", run.scenario or "")
    return Kept(stored.name, f"{title}. {line}" if title else line, when, is_broken=False)
