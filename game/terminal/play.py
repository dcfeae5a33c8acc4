"""A game at the terminal: lines are read, choices made, looks taken, until the player leaves."""

from __future__ import annotations

from collections.abc import Callable

from game.engine.moves import Command
from game.session.session import Session
from game.terminal.console import Read, Write
from game.terminal.table import Ask, Reckon, Shelf, Table
from game.view.words import ENGLISH, Words

Decide = Callable[[Session], Command | None]
"""Gives the command that is settled beforehand, or None where the player is asked."""

_QUIT = frozenset({"quit", "exit", "q"})


def _passed_over(_line: str) -> None:
    """Take a line that nobody is there to read."""


def play(
    session: Session,
    read: Read,
    write: Write,
    *,
    note: Write = _passed_over,
    shelf: Shelf | None = None,
    decide: Decide | None = None,
    odds: Ask | None = None,
    likelihoods: Ask | None = None,
    reckon: Reckon | None = None,
    words: Words = ENGLISH,
) -> int:
    """Play from where the session stands until the input ends or the player leaves; return the exit status.

    What is written is the transcript, and between its turns what the player asked to see; `note`
    takes lines for somebody who types, such as what the game is about. Choices that `decide` settles
    are made at once, except after one was taken back. `odds` is asked only when the player asks for them,
    and may take its time; `likelihoods` when he asks what an adviser says, `reckon` when
    he reads the report of a game that is over.
    """
    table = Table(session, write, shelf, (odds, likelihoods, reckon), words)
    table.begin(note)
    hint = words["terminal.welcome"]
    while True:
        settled = decide(table.session) if decide and not table.is_settled else None
        if settled is not None:
            table.choose(settled)
            continue
        hint = table.parting if table.session.is_over else hint
        if hint:
            note(hint)
        hint = ""
        given = read(words["prompt"])
        if given is None or given.strip().lower() in _QUIT:
            return 0
        if given.strip():
            table.obey(given.strip())
