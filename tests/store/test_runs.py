"""Saved games and automatic saves."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path
from time import time

import pytest

from game.engine.moves import Answer
from game.session.run import Run
from game.store.atomic import LONGEST_WRITE
from game.store.places import Places
from game.store.runs import (
    MOST_AUTOSAVES,
    Autosave,
    autosave_since,
    free_save_name,
    load_run,
    newest_autosave,
    save_run,
    saved_runs,
)

RUN = Run("river_incident", "0.1.0", "5e0c9a41d7b2f386", "standard", 7, choices=(Answer("patrol", "call"),))
NOW = datetime(2026, 1, 5, 14, 30).astimezone()


PARTS = (("old", "0123456789ab.part"), ("new", "ba9876543210.part"), ("other", "part"))
"""Names and ends of files that are, or seem to be, half written; the last was made by nobody here."""


def aged(path: Path, seconds: int) -> None:
    os.utime(path, (1_700_000_000 + seconds, 1_700_000_000 + seconds))


def test_a_saved_game_is_loaded_as_it_was(home: Places) -> None:
    assert load_run(save_run(home, RUN, "before the call")).run == RUN


@pytest.mark.parametrize("name", ["a/b\\c:d*?", "..", "", "con", "Grüße", "x" * 300])
def test_any_name_makes_a_file_in_the_folder_of_runs(home: Places, name: str) -> None:
    path = save_run(home, RUN, name)
    assert path.parent == home.runs
    assert path.exists()
    assert path.name.upper() != "CON.RUN.YAML"


def test_a_name_that_is_proposed_is_free(home: Places) -> None:
    first = free_save_name(home, RUN, NOW)
    save_run(home, RUN, first)
    second = free_save_name(home, RUN, NOW)
    assert first != second
    save_run(home, RUN, second)
    assert {each.name for each in saved_runs(home)} == {first, second}


def test_saved_games_are_listed_newest_first_with_the_broken_among_them(home: Places) -> None:
    aged(save_run(home, RUN, "old"), 1)
    aged(save_run(home, RUN, "new"), 3)
    broken = home.runs / "broken.run.yaml"
    broken.write_text("run: 1\nseed: x\n")
    aged(broken, 2)
    listed = saved_runs(home)
    assert [each.name for each in listed] == ["new", "broken", "old"]
    assert [each.parsed.run is None for each in listed] == [False, True, False]
    assert broken.exists()


def test_the_newest_automatic_save_that_can_be_read_is_continued(home: Places) -> None:
    for second, choices in enumerate([(), RUN.choices]):
        autosave = Autosave.of_new_game(home, RUN, NOW.replace(second=second))
        autosave.write(RUN._replace(choices=choices))
        aged(autosave.path, second)
    (home.autosaves / "torn.run.yaml").write_bytes(b"\0\0\0")
    found = newest_autosave(home)
    assert found is not None
    assert found.parsed.run == RUN


def test_without_any_game_there_is_nothing_to_continue(home: Places) -> None:
    assert newest_autosave(home) is None
    assert saved_runs(home) == ()


def test_automatic_saves_of_old_games_go(home: Places) -> None:
    for second in range(MOST_AUTOSAVES + 5):
        autosave = Autosave.of_new_game(home, RUN, NOW.replace(second=second))
        autosave.write(RUN)
        aged(autosave.path, second)
    kept = sorted(home.autosaves.iterdir())
    assert len(kept) == MOST_AUTOSAVES
    assert autosave.path in kept


@pytest.mark.parametrize("folder", ["runs", "autosaves"])
def test_what_a_killed_process_left_half_written_goes(home: Places, folder: str) -> None:
    place: Path = getattr(home, folder)
    place.mkdir(parents=True)
    old, new, other = (f".{name}.run.yaml.{end}" for name, end in PARTS)
    for name, age in ((old, LONGEST_WRITE + 60), (new, LONGEST_WRITE - 60), (other, LONGEST_WRITE + 60)):
        (place / name).touch()
        os.utime(place / name, (time() - age, time() - age))
    if folder == "runs":
        save_run(home, RUN, "game")
    else:
        Autosave.of_new_game(home, RUN, NOW).write(RUN)
    assert {path.name for path in place.glob(".*")} == {new, other}


def test_a_crash_report_takes_the_game_that_was_played_and_no_older_one(home: Places) -> None:
    autosave = Autosave.of_new_game(home, RUN, NOW)
    autosave.write(RUN)
    aged(autosave.path, 10)
    assert autosave_since(home, 1_700_000_005.0) == autosave.path.read_text()
    assert autosave_since(home, 1_700_000_015.0) is None


def test_a_folder_of_runs_that_cannot_be_read_offers_nothing(
    home: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    save_run(home, RUN, "one")

    def refused(_folder: Path, _pattern: str) -> list[Path]:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "glob", refused)
    assert saved_runs(home) == ()
    assert newest_autosave(home) is None
