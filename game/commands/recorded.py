"""Run files and short codes for the commands: played again, warnings on stderr, refusals as sentences."""

from __future__ import annotations

import sys
from pathlib import Path

from game.commands.language import words_in
from game.commands.refusal import RefusedError, Status
from game.session.code import is_code
from game.session.session import Session
from game.store.places import places
from game.store.recorded import Recorded, from_code
from game.store.recorded import recorded as read_again


def recorded(path: Path, commands: int | None = None, language: str | None = None) -> Recorded:
    """Return the run of a file as far as it goes. Raises RefusedError if it cannot even begin.

    What is no file and has the form of a short code is read as one.
    """
    if is_code(str(path)) and not path.exists():
        again = from_code(str(path), places(), commands, language)
    else:
        again = read_again(path, places(), commands, language)
    if again.warning is not None:
        print(again.warning, file=sys.stderr)
    if again.session is None:
        raise RefusedError(_sentence(again, language), Status.FAULTS)
    return again


def recorded_game(path: Path, commands: int | None = None, language: str | None = None) -> Session:
    """Return the game of a run file. Raises RefusedError where it stops on the way."""
    again = recorded(path, commands, language)
    if again.fault is not None or again.session is None:
        raise RefusedError(_sentence(again, language), Status.FAULTS)
    return again.session


def _sentence(again: Recorded, language: str | None) -> str:
    assert again.fault is not None, "what did not begin has a fault"
    return again.fault.in_words(words_in(language))
