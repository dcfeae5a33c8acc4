"""`excomm replay`: a recorded run played again and printed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from game.commands.arguments import Arguments
from game.commands.language import words_in
from game.commands.recorded import recorded
from game.commands.refusal import RefusedError, Status
from game.terminal.transcript import transcript


def parser(program: str) -> Arguments:
    made = Arguments(program, "Play a recorded run again and print it.")
    made.take_language()
    made.add_argument("run", metavar="RUN", type=Path, help="a run file, or the short code of a game")
    return made


def carry_out(program: str, words: Sequence[str]) -> int:
    given = parser(program).taken(words)
    again = recorded(given.run, language=given.lang)
    if again.session is not None:
        print(transcript(again.session, words_in(given.lang)), end="", flush=True)
    if again.fault is not None:
        raise RefusedError(again.fault, Status.FAULTS)
    return Status.CLEAN
