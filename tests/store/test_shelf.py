"""Games that are kept, and games that are taken up again."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from game.engine.moves import Answer
from game.session.session import Session, after, bound, started
from game.store.library import volume
from game.store.places import Places
from game.store.recorded import recorded
from game.store.runs import newest_autosave, save_run, saved_runs
from game.store.scenarios import stored_at
from game.store.shelf import Shelf

ROOT = Path(__file__).parents[2]


@pytest.fixture
def game() -> Session:
    """A new game of the small shipped scenario."""
    stored = stored_at(ROOT / "scenarios" / "river_incident")
    assert stored is not None
    scenario = volume(stored).scenario
    assert scenario is not None
    return started(scenario, "standard", 1)


def test_the_game_is_continued_where_it_was_kept_last(home: Places, game: Session) -> None:
    warnings: list[str] = []
    shelf = Shelf(home, warnings.append)
    shelf.keep(game)
    later = after(game, Answer("patrol", "call"))
    shelf.keep(later)
    assert Shelf(home, warnings.append).last() == later
    assert len(list(home.autosaves.iterdir())) == 1
    assert warnings == []


def test_a_continued_game_goes_on_in_its_own_file(home: Places, game: Session) -> None:
    Shelf(home, print).keep(game)
    shelf = Shelf(home, print)
    assert shelf.last() == game
    shelf.keep(after(game, Answer("patrol", "fire")))
    assert len(list(home.autosaves.iterdir())) == 1


def test_a_saved_game_is_loaded_by_its_name(home: Places, game: Session) -> None:
    shelf = Shelf(home, print)
    later = after(game, Answer("patrol", "call"))
    assert shelf.save(later, "the call").sentence.startswith("Saved as ")
    assert shelf.load("the call") == later


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("", "Write `load` and the name of a game. Saved games: the call."),
        ("the cal", "There is no saved game `the cal`. Did you mean `the call`?"),
        ("river", "There is no saved game `river`. Saved games: the call."),
    ],
)
def test_a_name_that_no_game_has_is_one_sentence(
    name: str, sentence: str, home: Places, game: Session
) -> None:
    save_run(home, game.run, "the call")
    assert Shelf(home, print).load(name) == sentence


def test_a_disk_that_refuses_is_told_once_and_the_game_goes_on(home: Places, game: Session) -> None:
    home.runs.parent.mkdir(parents=True)
    home.runs.write_text("a file in the way")
    warnings: list[str] = []
    shelf = Shelf(home, warnings.append)
    shelf.keep(game)
    shelf.keep(game)
    assert len(warnings) == 1
    assert warnings[0].startswith("The game cannot be saved: ")
    assert shelf.save(game, "x").sentence.startswith("The game cannot be saved: ")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("run: 1\n", "has no `seed:` (and 1 more)."),
        (
            "run: 1\nscenario: atlantis\nseed: 1\nchoices: []\n",
            "is a run of `atlantis`, and no such scenario",
        ),
        ("run: 1\nseed: 1\nchoices: []\n", "names no scenario and lies in the folder of none."),
        (
            "run: 1\nscenario: river_incident\nseed: 1\nchoices: [patrol.sing]\n",
            "case.run.yaml:4:11: `patrol.sing`",
        ),
    ],
)
def test_a_run_that_cannot_be_played_is_one_sentence_and_kept(
    text: str, words: str, home: Places, tmp_path: Path
) -> None:
    path = tmp_path / "case.run.yaml"
    path.write_text(text)
    fault = recorded(path, home).fault
    assert fault is not None
    assert words in fault
    assert path.read_text() == text


def test_two_windows_with_the_same_game_keep_both_and_say_so_once(home: Places, game: Session) -> None:
    Shelf(home, print).keep(game)
    said: list[str] = []
    one, other = Shelf(home, said.append), Shelf(home, said.append)
    assert one.last() == other.last() == game
    call, fire = (after(game, Answer("patrol", option)) for option in ("call", "fire"))
    one.keep(call)
    assert said == []
    other.keep(fire)
    other.keep(fire)
    one.keep(call)
    assert len(said) == 1
    assert said[0].startswith("Another window goes on with the same game; this one is kept as ")
    kept = [recorded(path, home).session for path in home.autosaves.iterdir()]
    assert call in kept
    assert fire in kept


def test_a_full_disk_costs_no_game_that_was_kept(
    home: Places, game: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    shelf = Shelf(home, said.append)
    shelf.keep(game)
    before = {path: path.read_bytes() for path in home.autosaves.iterdir()}
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", _no_room)
        shelf.keep(after(game, Answer("patrol", "call")))
        assert "No space left" in shelf.save(game, "x").sentence
    assert {path: path.read_bytes() for path in home.autosaves.iterdir()} == before
    assert said == ["The game cannot be saved: No space left on device."]
    later = after(game, Answer("patrol", "fire"))
    shelf.keep(later)
    assert Shelf(home, print).last() == later
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", _no_room)
        shelf.keep(game)
    assert len(said) == 2, "what has come back is told again"


def test_a_game_without_turning_back_has_one_file_wherever_taken_up(home: Places, game: Session) -> None:
    shelf, begun = Shelf(home, pytest.fail), bound(game)
    shelf.keep(begun)
    (stored,) = saved_runs(home)
    later = after(begun, Answer("patrol", "call"))
    assert shelf.save(later, "before I regret it").sentence == f"Saved as {stored.path}."
    assert shelf.load(stored.name) == later
    for again in (Shelf(home, pytest.fail), shelf):
        assert again.last() == later
        again.keep(later)
    other = Shelf(home, pytest.fail)
    other.keep(game)
    assert other.last() == game, "another game was played since"
    assert other.load(stored.name) == later
    other.keep(later)
    assert [each.path for each in saved_runs(home)] == [stored.path]


def test_games_without_turning_back_are_never_thrown_away(home: Places, game: Session) -> None:
    for seed in range(30):
        Shelf(home, pytest.fail).keep(bound(started(game.scenario, "standard", seed)))
    assert {each.parsed.run.seed for each in saved_runs(home) if each.parsed.run} == set(range(30))


def _no_room(_handle: int) -> None:
    raise OSError(28, "No space left on device")


def test_a_folder_that_may_not_be_written_is_told_and_its_games_are_read(
    home: Places, game: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    Shelf(home, print).keep(game)
    said: list[str] = []
    shelf = Shelf(home, said.append)

    def refused(**_where: object) -> None:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patch:  # for who may write everywhere, a closed folder is none
        patch.setattr(tempfile, "mkstemp", refused)
        assert shelf.last() == game
        shelf.keep(after(game, Answer("patrol", "call")))
        assert shelf.save(game, "x") == (False, "The game cannot be saved: Permission denied.")
    assert said == ["The game cannot be saved: Permission denied."]
    assert Shelf(home, print).last() == game


@pytest.mark.skipif(os.name == "nt", reason="a process is killed in another way there")
def test_a_game_whose_process_is_killed_is_continued_with_all_but_the_last_step(home: Places) -> None:
    code = (
        "from game.store.shelf import Shelf; from game.store.places import places;"
        "from game.store.library import volumes; from game.session.session import *;"
        "river = next(v.scenario for v in volumes(places()) if v.name == 'river_incident');"
        "from game.engine.moves import Answer; shelf = Shelf(places(), print);"
        "game = started(river, 'standard', 1);"
        "shelf.keep(game); print('kept', flush=True);\n"
        "while True:\n"
        "    for option in ('call', 'fire'):\n"
        "        shelf.keep(after(game, Answer('patrol', option)))\n"
    )
    for _ in range(3):
        process = subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.PIPE)
        assert process.stdout is not None
        assert process.stdout.readline() == b"kept\n"
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()
        newest = newest_autosave(home)
        assert newest is not None
        assert newest.parsed.run is not None
        assert len(newest.parsed.run.choices) <= 1
        assert Shelf(home, print).last() is not None
