"""Games that are kept, and games that are taken up again."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from game.engine.moves import Answer
from game.session.said import Said
from game.session.session import Session, after, bound, started
from game.store.library import volume
from game.store.places import Places
from game.store.recorded import recorded
from game.store.removed import last_removed
from game.store.runs import newest_autosave, save_run, saved_paths, saved_runs
from game.store.scenarios import stored_at
from game.store.shelf import Found, Shelf
from game.view.vocabulary import PROGRAM
from tests.samples.shelf import NIGHT_PATROL, shelve

ROOT = Path(__file__).parents[2]


@pytest.fixture
def game(home: Places) -> Session:
    """A new game of a small scenario that lies among those of the user."""
    shelve(home.scenarios)
    stored = stored_at(NIGHT_PATROL)
    assert stored is not None
    scenario = volume(stored).scenario
    assert scenario is not None
    return started(scenario, "standard", 1)


def kept(shelf: Shelf, game: Session) -> str:
    """Keep a game; return what is said of it."""
    said = shelf.keep(game)
    return said.in_words(PROGRAM) if said is not None else ""


def taken_up(shelf: Shelf, name: str) -> Session:
    """Go on with a saved game."""
    found = shelf.found(name)
    assert isinstance(found, Found)
    shelf.take_up(found)
    return found.session


def continued(shelf: Shelf) -> Session:
    """Go on with the last game."""
    found = shelf.last()
    assert found is not None
    shelf.take_up(found)
    return found.session


def test_the_game_is_continued_where_it_was_kept_last(home: Places, game: Session) -> None:
    shelf = Shelf(home)
    later = after(game, Answer("patrol", "call"))
    assert kept(shelf, game) == kept(shelf, later) == ""
    assert continued(Shelf(home)) == later
    assert len(list(home.autosaves.iterdir())) == 1


def test_a_continued_game_goes_on_in_its_own_file(home: Places, game: Session) -> None:
    Shelf(home).keep(game)
    shelf = Shelf(home)
    assert continued(shelf) == game
    shelf.keep(after(game, Answer("patrol", "fire")))
    assert len(list(home.autosaves.iterdir())) == 1


def test_a_saved_game_is_loaded_by_its_name(home: Places, game: Session) -> None:
    shelf = Shelf(home)
    later = after(game, Answer("patrol", "call"))
    assert shelf.save(later, "the call").is_kept
    assert taken_up(shelf, "the call") == later


def test_to_read_a_game_does_not_make_it_the_one_that_is_kept(home: Places, game: Session) -> None:
    later = after(game, Answer("patrol", "call"))
    Shelf(home).keep(game)
    shelf = Shelf(home)
    assert shelf.last() is not None
    shelf.keep(later)
    assert len(list(home.autosaves.iterdir())) == 2


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
    found = Shelf(home).found(name)
    assert isinstance(found, Said)
    assert found.in_words(PROGRAM) == sentence


def test_a_disk_that_refuses_is_told_once_and_the_game_goes_on(home: Places, game: Session) -> None:
    home.runs.parent.mkdir(parents=True, exist_ok=True)
    home.runs.write_text("a file in the way")
    shelf = Shelf(home)
    assert kept(shelf, game).startswith("The game cannot be saved: ")
    assert kept(shelf, game) == ""
    assert shelf.save(game, "x").said.key == "shelf.not_saved"


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
    assert words in fault.in_words(PROGRAM)
    assert path.read_text() == text


def test_two_windows_with_the_same_game_keep_both_and_say_so_once(home: Places, game: Session) -> None:
    Shelf(home).keep(game)
    one, other = Shelf(home), Shelf(home)
    assert continued(one) == continued(other) == game
    call, fire = (after(game, Answer("patrol", option)) for option in ("call", "fire"))
    assert kept(one, call) == ""
    elsewhere = kept(other, fire)
    assert elsewhere.startswith("Another window goes on with the same game; this one is kept as ")
    assert kept(other, fire) == kept(one, call) == ""
    games = [recorded(path, home).session for path in home.autosaves.iterdir()]
    assert call in games
    assert fire in games


def test_a_full_disk_costs_no_game_that_was_kept(
    home: Places, game: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf = Shelf(home)
    shelf.keep(game)
    before = {path: path.read_bytes() for path in home.autosaves.iterdir()}
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", _no_room)
        call = after(game, Answer("patrol", "call"))
        assert kept(shelf, call) == "The game cannot be saved: No space left on device."
        assert kept(shelf, call) == ""
        assert shelf.save(game, "x").said.given == {"reason": "No space left on device"}
    assert {path: path.read_bytes() for path in home.autosaves.iterdir()} == before
    later = after(game, Answer("patrol", "fire"))
    assert kept(shelf, later) == ""
    assert continued(Shelf(home)) == later
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", _no_room)
        assert "No space left" in kept(shelf, game), "what has come back is told again"


def test_a_game_without_turning_back_has_one_file_wherever_taken_up(home: Places, game: Session) -> None:
    shelf, begun = Shelf(home), bound(game)
    shelf.keep(begun)
    (stored,) = saved_runs(home)
    later = after(begun, Answer("patrol", "call"))
    assert shelf.save(later, "before I regret it").said.given == {"name": str(stored.path)}
    assert taken_up(shelf, stored.name) == later
    for again in (Shelf(home), shelf):
        assert continued(again) == later
        again.keep(later)
    other = Shelf(home)
    other.keep(game)
    last = other.last()
    assert last is not None
    assert last.session == game, "another game was played since"
    assert taken_up(other, stored.name) == later
    other.keep(later)
    assert [each.path for each in saved_runs(home)] == [stored.path]


def test_games_without_turning_back_are_never_thrown_away(home: Places, game: Session) -> None:
    for seed in range(30):
        Shelf(home).keep(bound(started(game.scenario, "standard", seed)))
    assert {each.parsed.run.seed for each in saved_runs(home) if each.parsed.run} == set(range(30))


def _no_room(_handle: int) -> None:
    raise OSError(28, "No space left on device")


def test_a_folder_that_may_not_be_written_is_told_and_its_games_are_read(
    home: Places, game: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    Shelf(home).keep(game)
    shelf = Shelf(home)

    def refused(*_where: object) -> None:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patch:  # for who may write everywhere, a closed folder is none
        patch.setattr(os, "open", refused)
        assert continued(shelf) == game
        call = after(game, Answer("patrol", "call"))
        assert kept(shelf, call) == "The game cannot be saved: Permission denied."
        assert not shelf.save(game, "x").is_kept
    assert continued(Shelf(home)) == game


@pytest.mark.skipif(os.name == "nt", reason="a process is killed in another way there")
def test_a_game_whose_process_is_killed_is_continued_with_all_but_the_last_step(home: Places) -> None:
    code = (
        "from game.store.shelf import Shelf; from game.store.places import places;"
        "from game.store.library import volumes; from game.session.session import *;"
        "river = next(v.scenario for v in volumes(places()) if v.name == 'river_incident');"
        "from game.engine.moves import Answer; shelf = Shelf(places());"
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
        assert Shelf(home).last() is not None


def test_the_shelf_says_what_became_of_a_game(home: Places, game: Session) -> None:
    shelf = Shelf(home)
    shelf.save(game, "one")
    assert shelf.refusal("remove", "one") is None
    assert shelf.remove("one") == Said("shelf.removed", {"name": "one"})
    assert shelf.remove("one") == shelf.refusal("remove", "one") == Said("shelf.none", {})
    assert shelf.bring_back() == Said("shelf.back", {"name": "one"})
    assert shelf.bring_back() == Said("shelf.none_removed", {})
    assert isinstance(shelf.found("one"), Found)


def test_what_the_disk_refuses_is_said_and_the_game_stays(
    home: Places, game: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf = Shelf(home)
    shelf.save(game, "one")

    def refuse(*_given: object) -> object:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", refuse)
        said = shelf.remove("one")
    assert said == Said("shelf.not_removed", {"name": "one", "reason": "Permission denied"})
    assert "one" in saved_paths(home)
    shelf.remove("one")
    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", refuse)
        assert shelf.bring_back() == Said("shelf.not_back", {"reason": "Permission denied"})
    assert last_removed(home) == "one"
