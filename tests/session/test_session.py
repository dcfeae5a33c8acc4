"""A game and the ways through it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.engine.happenings import ChanceTaken
from game.engine.moves import Answer, Wait
from game.engine.state import IllegalMoveError
from game.scenario.model import Scenario
from game.session import session as room
from game.session.luck import UnknownResultError
from game.session.replay import replayed
from game.session.run import Fixed
from game.session.session import (
    Session,
    after,
    as_it_stood,
    bound,
    forked,
    redone,
    reseeded,
    rewound,
    started,
    undone,
)

FIRE, CALL, HOLD = (Answer("patrol", option) for option in ("fire", "call", "hold"))


def draws(session: Session) -> list[tuple[str, str]]:
    return [
        (each.site, each.result)
        for halt in session.past
        for each in halt.happenings
        if isinstance(each, ChanceTaken)
    ]


def played(scenario: Scenario, seed: int, picks: list[int]) -> Session:
    """Return a game in which each number picks one of the commands on offer, as long as there are any."""
    session = started(scenario, "standard", seed)
    for pick in picks:
        commands = session.legal_commands
        if not commands:
            break
        session = after(session, commands[pick % len(commands)])
    return session


TURNS = 5  # the seed of a game in which the boat turns away twice
SEEDS = st.integers(0, 2**64 - 1)
PICKS = st.lists(st.integers(0, 11), max_size=8)


def test_the_start_is_drawn_by_its_address(river: Scenario) -> None:
    assert draws(started(river, "standard", 1)) == [("their_fear.start", "4")]


def test_a_start_that_the_setup_fixes_draws_nothing(calm_river: Scenario) -> None:
    assert draws(started(calm_river, "calm", 1)) == []


def test_a_game_of_the_specification_goes_as_it_is_traced(river: Scenario) -> None:
    session = after(started(river, "standard", 1), FIRE)
    assert draws(session)[-1] == ("patrol.fire", "they_shoot")
    assert session.ending == "war"
    assert session.is_over


def test_the_second_draw_of_a_site_has_another_ticket(river: Scenario) -> None:
    session = after(after(started(river, "standard", TURNS), FIRE), FIRE)
    assert session.halt.luck.counts["patrol.fire"] == 2


def test_undo_and_the_same_choice_meet_the_same_luck_and_keep_what_followed(river: Scenario) -> None:
    far = after(after(started(river, "standard", TURNS), FIRE), HOLD)
    back = rewound(far, 0)
    again = after(back, FIRE)
    assert again.halt == far.trail[1]
    assert redone(again) == far


def test_undo_and_another_choice_begin_another_future(river: Scenario) -> None:
    session = after(undone(after(started(river, "standard", TURNS), FIRE)), HOLD)
    assert not session.can_redo
    assert session.run.choices == (HOLD,)


def test_draws_that_were_undone_do_not_count(river: Scenario) -> None:
    once = after(started(river, "standard", TURNS), FIRE)
    other_way = after(after(undone(once), HOLD), FIRE)
    assert other_way.halt.luck.counts["patrol.fire"] == 1
    assert draws(other_way)[-1] == draws(once)[-1]


def test_no_way_back_plays_anything_again(river: Scenario, monkeypatch: pytest.MonkeyPatch) -> None:
    session = after(after(started(river, "standard", TURNS), HOLD), HOLD)
    monkeypatch.setattr(room, "step", None)
    monkeypatch.setattr(room, "start", None)
    assert rewound(redone(undone(undone(session))), 2) == session


def test_the_ends_of_the_trail_hold(river: Scenario) -> None:
    session = started(river, "standard", TURNS)
    assert undone(session) == session == redone(session)
    assert not session.can_undo


def test_a_command_that_is_not_on_offer_changes_nothing(calm_river: Scenario) -> None:
    session = after(after(started(calm_river, "calm", 1), CALL), Wait())
    with pytest.raises(IllegalMoveError):
        after(session, CALL)
    assert CALL not in session.legal_commands


def test_a_fixed_result_stands_for_the_next_draw_of_its_site(river: Scenario) -> None:
    fixed = (Fixed("their_fear.start", "6"), Fixed("patrol.fire", "they_turn"))
    session = after(started(river, "standard", 1, fixed), FIRE)
    assert draws(session) == [("their_fear.start", "6"), ("patrol.fire", "they_turn")]
    assert session.halt.luck.pending == ()
    assert session.run.choices == (*fixed, FIRE)


@pytest.mark.parametrize("written", ["6 h", "360 min", "360"])
def test_a_delay_may_be_fixed_in_any_unit(river: Scenario, written: str) -> None:
    session = after(started(river, "standard", 1), CALL, (Fixed("answer.travels", written),))
    assert draws(session)[-1] == ("answer.travels", "6 h")


def test_a_result_that_the_chance_does_not_have_is_refused(river: Scenario) -> None:
    with pytest.raises(UnknownResultError) as refused:
        started(river, "standard", 1, (Fixed("their_fear.start", "3"),))
    assert refused.value.on_offer == ("2", "4", "6")


@given(SEEDS, PICKS)
def test_a_replay_of_the_run_gives_the_game(river: Scenario, seed: int, picks: list[int]) -> None:
    session = played(river, seed, picks)
    replay = replayed(river, session.run)
    assert replay.session == session
    assert (replay.warning, replay.stop) == (None, None)


@given(SEEDS, PICKS, st.integers(0, 8))
def test_a_fork_keeps_its_past_and_its_luck(
    river: Scenario, seed: int, picks: list[int], commands: int
) -> None:
    session = played(river, seed, picks)
    fork = forked(rewound(session, commands))
    assert fork.past == session.trail[: fork.position + 1]
    assert not fork.can_redo
    for halt in session.trail[fork.position + 1 :]:
        assert halt.command is not None
        fork = after(fork, halt.command)
    assert fork.halt == session.trail[-1]


@given(SEEDS, PICKS, st.integers(0, 8))
def test_a_game_without_turning_back_goes_forward_only(
    river: Scenario, seed: int, picks: list[int], commands: int
) -> None:
    free = rewound(played(river, seed, picks), commands)
    game = bound(free)
    assert (game.past, game.can_undo, game.can_redo) == (free.past, False, False)
    for back in (undone, redone, lambda each: rewound(each, 0)):
        assert back(game) == game
    assert as_it_stood(game, 0).halt == free.trail[0], "its past can be read"
    for command in game.legal_commands[:1]:
        assert after(game, command).halt == after(free, command).halt
        assert not after(game, command).can_undo
    assert replayed(river, game.run).session == game
    assert replayed(river, free.run).session != game


@given(SEEDS, PICKS, SEEDS)
def test_a_fork_with_another_seed_keeps_what_was_drawn(
    river: Scenario, seed: int, picks: list[int], other: int
) -> None:
    session = played(river, seed, picks)
    fork = reseeded(session, other)
    replay = replayed(river, fork.run)
    assert replay.session is not None
    assert replay.session.state == fork.state == session.state
    assert draws(replay.session) == draws(session)
    for command in fork.legal_commands:
        assert after(replay.session, command).state == after(fork, command).state
