"""Crash files: enough for a report, nothing that names a person."""

from __future__ import annotations

import getpass
from pathlib import Path

import pytest

from game.session.run import Run
from game.session.runfile import format_run
from game.store.crash import write_crash
from game.store.places import Places


def fault_in(path: str) -> Exception:
    try:
        raise KeyError(path)  # noqa: TRY301 - a trace is wanted
    except KeyError as fault:
        return fault


def test_a_crash_file_holds_trace_versions_and_run(home: Places) -> None:
    run = format_run(Run("cuba_1962", "0.1.0", None, "strict_1962", 7))
    text = write_crash(home, fault_in("tension"), run).read_text(encoding="utf-8")
    for part in ("ExComm 0", "Python 3", "KeyError: 'tension'", "in fault_in", "setup: strict_1962"):
        assert part in text


def test_no_name_and_no_home_folder_stands_in_it(home: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(getpass, "getuser", lambda: "jfkennedy")
    monkeypatch.setenv("HOME", "/home/jfkennedy")
    monkeypatch.setenv("USERPROFILE", "/home/jfkennedy")
    text = write_crash(home, fault_in("/home/jfkennedy/runs and jfkennedy's")).read_text(encoding="utf-8")
    assert "jfkennedy" not in text
    assert "~/runs and user's" in text
    assert str(Path(__file__).resolve().parents[2]) not in text


def test_the_last_five_are_kept(home: Places) -> None:
    paths = [write_crash(home, fault_in(str(number))) for number in range(8)]
    assert sorted(home.crashes.iterdir()) == paths[3:]


def test_a_folder_that_cannot_be_made_is_an_os_error(home: Places) -> None:
    home.crashes.parent.mkdir(parents=True)
    home.crashes.write_text("a file in the way")
    with pytest.raises(OSError, match="crash"):
        write_crash(home, fault_in("x"))
