from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest

from game.session.run import format_choice
from game.session.session import Session, rewound
from game.terminal.console import Console
from game.terminal.play import play
from game.terminal.transcript import transcript

TRANSCRIPTS = Path(__file__).parent.parent / "transcripts"
NAMES = sorted(path.name.removesuffix(".run.yaml") for path in TRANSCRIPTS.glob("*.run.yaml"))


def played(session: Session, typed: str) -> str:
    """Return what a pipe gets from a game that reads the typed lines."""
    target = io.StringIO()
    console = Console(io.StringIO(typed), target)
    assert play(session, console.read, console.write) == 0
    return target.getvalue()


@pytest.mark.parametrize("name", NAMES)
def test_a_game_reads_as_its_transcript_says(
    name: str, game_recorded: Callable[[str], Session], request: pytest.FixtureRequest
) -> None:
    session = game_recorded(name)
    typed = TRANSCRIPTS / f"{name}.input.txt"
    text = played(session, typed.read_text(encoding="utf-8")) if typed.exists() else transcript(session)
    golden = TRANSCRIPTS / f"{name}.txt"
    if request.config.getoption("--update-transcripts"):
        golden.write_text(text, encoding="utf-8", newline="\n")
    assert text == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", [each for each in NAMES if not (TRANSCRIPTS / f"{each}.input.txt").exists()])
def test_a_game_played_from_a_pipe_prints_the_transcript_of_its_run(
    name: str, game_recorded: Callable[[str], Session]
) -> None:
    session = game_recorded(name)
    typed = "".join(f"{format_choice(each)}\n" for each in session.run.choices)
    assert played(rewound(session, 0), typed) == transcript(session)
