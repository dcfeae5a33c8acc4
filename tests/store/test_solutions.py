"""What is kept of results: read as it was written, and nothing else is trusted."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from game.store import solutions
from game.store.places import Places, places
from game.store.solutions import Solutions, solver_version

KEY = ("outlook", "a", "bc")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Places:
    monkeypatch.setenv("EXCOMM_HOME", str(tmp_path))
    return places()


def the_file(home: Places) -> Path:
    [path] = (home.cache / "solutions").iterdir()
    return path


def test_what_is_kept_is_read_again(home: Places) -> None:
    kept = Solutions(home)
    assert kept.read(KEY) is None
    kept.write(KEY, b"figures")
    assert kept.read(KEY) == b"figures"
    kept.write(KEY, b"others")
    assert kept.read(KEY) == b"others"


def test_another_key_finds_nothing(home: Places) -> None:
    Solutions(home).write(KEY, b"figures")
    assert Solutions(home).read(("outlook", "ab", "c")) is None


@pytest.mark.parametrize("damage", ["cut", "flipped", "longer", "empty", "foreign"])
def test_a_damaged_file_is_taken_for_nothing_and_written_anew(damage: str, home: Places) -> None:
    kept = Solutions(home)
    kept.write(KEY, b"figures")
    path = the_file(home)
    content = path.read_bytes()
    flipped = content[:-3] + bytes([content[-3] ^ 1]) + content[-2:]
    damaged = {
        "cut": content[:-1],
        "flipped": flipped,
        "longer": content + b"!",
        "empty": b"",
        "foreign": b"\x80\x04cposix\nsystem\n",
    }
    path.write_bytes(damaged[damage])
    assert kept.read(KEY) is None
    kept.write(KEY, b"figures")
    assert kept.read(KEY) == b"figures"


def test_a_file_of_another_key_under_its_name_is_not_trusted(home: Places) -> None:
    kept = Solutions(home)
    kept.write(("other",), b"figures")
    other = the_file(home)
    kept.write(KEY, b"mine")
    mine = next(path for path in other.parent.iterdir() if path != other)
    mine.write_bytes(other.read_bytes())
    assert kept.read(KEY) is None


def test_what_was_not_used_for_longest_goes_first(home: Places) -> None:
    kept = Solutions(home, most_bytes=1_000)
    known: set[Path] = set()
    for number in range(3):
        kept.write((str(number),), bytes(200))
        [newest] = set((home.cache / "solutions").iterdir()) - known
        os.utime(newest, (number, number))
        known.add(newest)
    assert kept.read(("0",)) is not None  # and is the youngest now
    kept.write(("3",), bytes(300))
    assert [kept.read((str(number),)) is not None for number in range(4)] == [True, False, True, True]
    assert sum(path.stat().st_size for path in (home.cache / "solutions").iterdir()) <= 1_000


def test_what_is_larger_than_the_bound_is_not_kept(home: Places) -> None:
    kept = Solutions(home, most_bytes=100)
    kept.write(KEY, bytes(100))
    assert kept.read(KEY) is None


def test_where_the_disk_refuses_nothing_is_kept(home: Places) -> None:
    home.cache.parent.mkdir(exist_ok=True)
    home.cache.write_bytes(b"a file where a folder should be")
    kept = Solutions(home)
    kept.write(KEY, b"figures")
    assert kept.read(KEY) is None


def test_another_program_makes_another_version(monkeypatch: pytest.MonkeyPatch) -> None:
    version = solver_version()
    assert version == solver_version()
    monkeypatch.setattr(solutions, "_ROOMS", ("source",))
    assert solver_version() != version
