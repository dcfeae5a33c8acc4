"""`excomm test --from RUN`: a test made of a run, tried before it is handed out."""

from __future__ import annotations

from pathlib import Path

from game.commands.recorded import recorded_game
from game.commands.refusal import RefusedError, Status
from game.engine.moves import format_command
from game.session.said import Said
from game.session.session import Session
from game.store.library import Volume
from game.store.places import places
from game.store.recorded import volume_of
from game.store.runs import ENDING
from game.trial.reading import read_cases
from game.trial.recording import written_case
from game.trial.verdict import verdict
from game.view.words import ENGLISH

_WAITED = "A test answers a decision as soon as it opens"


def case_of_run(path: Path) -> str:
    """Return a test file that passes, made of a run file or short code.

    Raises RefusedError for a game that is not over, and for one that no test can play: with two mods,
    or where waiting before an answer led elsewhere.
    """
    session = recorded_game(path)
    if not session.is_over:
        much = "1 choice" if session.position == 1 else f"{session.position} choices"
        raise RefusedError(f"{path} is not over after {much}, and a test needs an ending.", Status.FAULTS)
    if len(session.scenario.mods) > 1:
        raise RefusedError(f"{path} was played with several mods; a test names one.", Status.FAULTS)
    opened = volume_of(session.run, path, places())
    if isinstance(opened, Said):
        raise RefusedError(opened.in_words(ENGLISH), Status.FAULTS)
    return _tried(written_case(session, path.name.removesuffix(ENDING)), session, opened, path)


def _tried(text: str, session: Session, opened: Volume, path: Path) -> str:
    """Return the test, with a note where it plays otherwise than the run; refuse one that fails."""
    read = read_cases(text.encode(), str(path), opened.loaded)
    assert read.file is not None, read.diagnostics
    assert opened.scenario is not None
    found = verdict(opened.scenario, read.file.cases[0])
    commands = tuple(format_command(each.command) for each in session.past if each.command is not None)
    if found.failures:
        reason = f"{_WAITED}; played so, {found.failures[0]}."
        raise RefusedError(f"No test can play {path}. {reason}", Status.FAULTS)
    return (
        text
        if found.line == commands
        else f"# {_WAITED}; the run waited, or answered in another order.\n{text}"
    )
