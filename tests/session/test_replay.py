"""Replay: as far as the choices are on offer, and then a sentence."""

from __future__ import annotations

import pytest

from game.engine.moves import Answer, Wait
from game.scenario.model import Scenario
from game.session.replay import replayed
from game.session.run import Choice, Fixed, Run
from game.session.session import started
from game.view.words import ENGLISH

FIRE, CALL, HOLD = (Answer("patrol", option) for option in ("fire", "call", "hold"))


def run(*choices: Choice, hash_: str | None = None, setup: str = "standard") -> Run:
    return Run("river", "0.1.0", hash_, setup, 1, choices=choices)


def test_a_part_of_a_run_is_played(river: Scenario) -> None:
    replay = replayed(river, run(HOLD, HOLD, HOLD), 2)
    assert replay.session is not None
    assert replay.session.position == 2
    assert replay.stop is None


def test_a_run_without_a_setup_takes_the_first(river: Scenario) -> None:
    replay = replayed(river, Run(None, None, None, None, 1))
    assert replay.session is not None
    assert replay.session.setup == "standard"


def test_other_rules_are_a_warning_and_the_run_is_tried(river: Scenario) -> None:
    replay = replayed(river, run(HOLD, hash_="0" * 16))
    assert replay.session is not None
    assert replay.session.position == 1
    assert replay.warning is not None
    assert replay.warning.startswith("This run was made with other rules of river")


def test_what_the_rules_no_longer_have_is_named(river: Scenario) -> None:
    warning = replayed(river, run(HOLD, Answer("patrol", "sing"), hash_="0" * 16)).warning
    assert warning is not None
    assert warning.endswith("They have no `patrol.sing` any more.")


def test_two_versions_are_named(river: Scenario) -> None:
    warning = replayed(river, run(HOLD, hash_="0" * 16)._replace(version="0.0.9")).warning
    assert warning is not None
    assert f"(version 0.0.9, now {river.version})" in warning


def test_the_own_hash_is_no_warning(river: Scenario) -> None:
    assert replayed(river, run(hash_=started(river, "standard", 1).hash)).warning is None


@pytest.mark.parametrize(
    ("choices", "item", "words"),
    [
        (
            (HOLD, Answer("patrol", "sing")),
            1,
            "`patrol.sing` is no choice of these rules. On offer: `patrol.hold`",
        ),
        ((FIRE, HOLD), 1, "The game is over before `patrol.hold`."),
        (
            (Fixed("their_fear.start", "5"),),
            0,
            "`their_fear.start` cannot go to `5` here, only to `2`, `4`, `6`.",
        ),
        ((HOLD, FIRE, Fixed("patrol.fire", "they_sing")), 1, "`patrol.fire` cannot go to `they_sing` here"),
    ],
)
def test_what_cannot_be_played_stops_the_replay_with_a_sentence(
    river: Scenario, choices: tuple[Choice, ...], item: int, words: str
) -> None:
    replay = replayed(river, run(*choices))
    assert replay.stop is not None
    assert replay.stop.item == item
    assert replay.stop.said.in_words(ENGLISH).startswith(words)


def test_what_came_before_the_stop_stands(river: Scenario) -> None:
    replay = replayed(river, run(HOLD, Answer("patrol", "sing"), HOLD))
    assert replay.session is not None
    assert replay.session.run.choices == (HOLD,)


def test_waiting_where_one_may_not_is_told_as_any_other_choice(river: Scenario) -> None:
    replay = replayed(river, run(FIRE, Wait()))
    assert replay.stop is not None
    assert replay.stop.said.in_words(ENGLISH) == "The game is over before `wait`."


def test_an_unknown_setup_begins_nothing(river: Scenario) -> None:
    replay = replayed(river, run(setup="storm"))
    assert replay.session is None
    assert replay.stop is not None
    assert replay.stop.item is None
    assert replay.stop.said.in_words(ENGLISH) == "river has no setup called `storm`."
