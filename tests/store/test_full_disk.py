"""A game on a disk that is full, as a process of its own, with a limit that needs no rights to be set."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from game.store.places import places
from game.store.runs import load_run

ROOT = Path(__file__).parents[2]
MOST = 120
"""Bytes of a file: room for the first choice of the game and not for the second."""


@pytest.mark.skipif(os.name == "nt", reason="a limit on files is set in another way there")
def test_a_game_goes_on_where_its_save_has_no_room_and_what_was_kept_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import resource  # noqa: PLC0415 - there is none on Windows

    monkeypatch.setenv("EXCOMM_HOME", str(tmp_path))
    scenario = tmp_path / "fork"
    scenario.mkdir()
    (scenario / "scenario.yaml").write_text(SCENARIO)
    words = [sys.executable, "main.py", "play", str(scenario), "--text", "--seed", "1"]
    done = subprocess.run(
        words,
        cwd=ROOT,
        input="left\nleft\nsave mine\nwrite journal\nleft\nquit\n",
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (MOST, MOST)),
    )
    said = done.stdout + done.stderr
    assert done.returncode == 0, said
    assert done.stdout.count("> Left") == 3, "the game goes on"
    assert said.count("The game cannot be saved: File too large.") == 2, "of itself once, and when asked"
    assert "It cannot be written: File too large." in said
    assert "Traceback" not in said
    files = [path for path in places().runs.parent.rglob("*") if path.is_file() and path.parent != scenario]
    (kept,) = (path for path in files if path.name.endswith(".run.yaml"))
    run = load_run(kept).run
    assert run is not None
    assert len(run.choices) == 1
    assert not [path for path in files if path.name.endswith(".part")]


SCENARIO = """\
format: 1
id: fork
title: At the Fork
summary: A road, again and again.
fiction: yes
clock: { starts: 1962-10-16 08:00, ends: 1962-10-17 08:00, step: 1 h }
variables:
  way: { start: 0 }
decisions:
  fork:
    title: Which way?
    when: way < 9
    repeats: yes
    options:
      left: { label: Left, change: { way: +1 } }
      right: { label: Right, change: { way: +1 } }
endings:
  home: { when: time is over, title: Home, text: You are there. }
"""
