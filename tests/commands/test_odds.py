"""`odds`: which form solves, what is said on the way, and what is not loaded elsewhere."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from game.commands.main import main
from game.commands.progress import Progress

ROOT = Path(__file__).parents[2]
Captured = pytest.CaptureFixture[str]


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    "words",
    [["--version"], ["list"], ["check", "river_incident"], ["play", "river_incident", "--text"]],
    ids=lambda words: words[0],
)
def test_numpy_is_loaded_only_to_work_out_odds(words: list[str], tmp_path: Path) -> None:
    code = (
        "import sys; from game.commands.main import main; status = main(sys.argv[1:]);"
        "print(status, 'numpy' in sys.modules)"
    )
    home = {"EXCOMM_HOME": str(tmp_path), "HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", code, *words],
        cwd=ROOT,
        env={**os.environ, **home},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=True,
    )
    assert done.stdout.splitlines()[-1] == b"0 False"


def test_a_large_scenario_is_solved_without_fractions(capsys: Captured) -> None:
    assert main(["odds", "berlin_1961", "--setup", "fog_1961", "--json"]) == 0
    odds = json.loads(capsys.readouterr().out)
    assert odds["method"] == "exact"
    assert odds["states"] > 20_000
    figures = [figure for endings in odds["policies"].values() for figure in endings.values()]
    assert {figure["exact"] for figure in figures} == {None}
    assert sum(figure["value"] for figure in odds["policies"]["undecided"].values()) == pytest.approx(1)


@pytest.mark.parametrize("states", ["4", "25000"])
def test_more_states_than_are_allowed_are_one_sentence(states: str, capsys: Captured) -> None:
    assert main(["odds", "berlin_1961", "--setup", "fog_1961", "--states", states]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("berlin_1961 has more states under fog_1961 than --states allows: ")
    assert told.err.count("\n") == 1
    assert ("They are multiplied most by " in told.err) == (states == "25000")


def test_progress_is_told_on_a_terminal_and_wiped(monkeypatch: pytest.MonkeyPatch) -> None:
    seconds = iter([0.0, 0.1, 1.0, 1.1, 12.5])
    monkeypatch.setattr("game.commands.progress.time.monotonic", lambda: next(seconds))
    stream = Terminal()
    with Progress(stream) as progress:
        for states in (10, 1_000, 2_000, 123_456):
            progress.told(states)
    said, wiped = "\r1,000 states, 1 s", "\r123,456 states, 12 s"
    assert stream.getvalue() == f"{said}{wiped}\r{' ' * (len(wiped) - 1)}\r"


def test_progress_says_nothing_where_there_is_no_terminal() -> None:
    stream = io.StringIO()
    with Progress(stream) as progress:
        progress.told(10)
    assert stream.getvalue() == ""
