"""`excomm watch`: checks and tests scenarios, and replays the runs beside them, on each save."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from game.commands.arguments import Arguments
from game.commands.library import mods_named, stored_named
from game.commands.refusal import RefusedError, Status
from game.commands.rounds import told_of
from game.store.library import volume
from game.store.saves import Saves, saves
from game.store.scenarios import Stored, scenarios_within

_BETWEEN = 0.3
"""Seconds between two looks at the files."""
_CLEARED = "\x1b[2J\x1b[3J\x1b[H"


def parser(program: str) -> Arguments:
    made = Arguments(program, "Check and test scenarios, and replay the runs beside them, on each save.")
    made.add_argument(
        "scenarios", metavar="PATH", nargs="+", help="a scenario's id, folder or pack, or a folder of several"
    )
    made.take_mods()
    made.add_argument(
        "--deep", action="store_true", help="prove what can be proved too; it takes longer at each save"
    )
    return made


def carry_out(program: str, words: Sequence[str]) -> int:
    given = parser(program).taken(words)
    mods = mods_named(given.mods)
    watched = [_Watched(each, mods) for reference in given.scenarios for each in _named(reference)]
    with suppress(KeyboardInterrupt):
        _watch(watched, is_deep=given.deep)
    return Status.CLEAN


def _named(reference: str) -> tuple[Stored, ...]:
    """Return the scenarios of a reference: one, or all in a folder of several."""
    return scenarios_within(Path(reference)) or (stored_named(reference),)


class _Watched:
    """One scenario with its mods, and how its files were saved when it was last told of."""

    def __init__(self, stored: Stored, mods: tuple[Stored, ...]) -> None:
        self._stored = stored
        self._mods = mods
        self._paths = {stored.path, *(each.path for each in mods)}
        self._told: Saves | None = None

    def is_changed(self) -> bool:
        return self._told != saves(self._paths)

    def settle(self) -> None:
        """Wait until all files of one save are written."""
        before, seen = self._told, saves(self._paths)
        while before not in (None, seen):
            time.sleep(_BETWEEN)
            before, seen = seen, saves(self._paths)

    def tell(self, *, is_deep: bool) -> None:
        """Print what is to be said of the scenario now."""
        self._told = saves(self._paths)
        try:
            found = volume(self._stored, self._mods)
            if found.base is not None and found.base.path not in self._paths:
                self._paths.add(found.base.path)
                self._told = saves(self._paths)
            for lines in told_of(found, is_deep=is_deep):
                print(lines)
        except OSError as fault:  # taken away in the middle of a save: the next look tells of it again
            print(f"{self._stored.path} cannot be read: {fault.strerror or fault}.")
        except RefusedError as refusal:
            print(refusal.sentence)


def _watch(watched: Sequence[_Watched], *, is_deep: bool) -> None:
    """Tell of every scenario, and of each again when its files change, until Ctrl+C."""
    while True:
        changed = [each for each in watched if each.is_changed()]
        for each in changed:
            each.settle()
        if changed:
            print(_CLEARED if _is_screen() else "", end="")
            for each in changed:
                each.tell(is_deep=is_deep)
            print(f"{time.strftime('%H:%M:%S')} Waiting for the next save; Ctrl+C ends.", flush=True)
        time.sleep(_BETWEEN)


def _is_screen() -> bool:
    """Return whether the output is a terminal that can be cleared."""
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
