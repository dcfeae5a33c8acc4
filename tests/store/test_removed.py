"""Saved games that were removed lie aside, and come back as they were."""

from __future__ import annotations

from datetime import timedelta

from game.store.places import Places
from game.store.removed import MOST_REMOVED, bring_back, last_removed, put_aside
from game.store.runs import newest_autosave, save_run, saved_paths, saved_runs
from tests.store.test_runs import NOW, RUN


def removed(home: Places, *names: str) -> None:
    for number, name in enumerate(names):
        put_aside(home, save_run(home, RUN, name), NOW + timedelta(seconds=number))


def test_a_removed_game_is_in_no_list_and_comes_back_as_it_was(home: Places) -> None:
    path = save_run(home, RUN, "one")
    content, (before,) = path.read_bytes(), saved_runs(home)
    put_aside(home, path, NOW)
    assert saved_runs(home) == ()
    assert newest_autosave(home) is None
    assert last_removed(home) == "one"
    assert bring_back(home) == "one"
    assert last_removed(home) is None
    assert path.read_bytes() == content
    assert saved_runs(home) == (before,)


def test_the_game_removed_last_comes_back_first(home: Places) -> None:
    removed(home, "one", "two", "three")
    assert [bring_back(home) for _ in range(4)] == ["three", "two", "one", None]


def test_a_game_that_comes_back_replaces_none(home: Places) -> None:
    removed(home, "one")
    other = save_run(home, RUN, "one").read_bytes()
    assert bring_back(home) == "one (2)"
    assert set(saved_paths(home)) == {"one", "one (2)"}
    assert saved_paths(home)["one"].read_bytes() == other


def test_the_last_twenty_lie_aside(home: Places) -> None:
    removed(home, *(f"game {number}" for number in range(MOST_REMOVED + 3)))
    kept = [bring_back(home) for _ in range(MOST_REMOVED + 1)]
    assert kept == [*(f"game {number}" for number in reversed(range(3, MOST_REMOVED + 3))), None]
