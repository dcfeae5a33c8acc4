"""The plan of a lesson: what is kept, what becomes a line, and what time is left for the debrief."""

from __future__ import annotations

import pytest

from game.classroom.plan import (
    DEBRIEF,
    Plan,
    lesson_lengths,
    minutes_for,
    own_command,
    planned,
    recorded_answer,
    rehearsed,
)
from game.engine.moves import Answer, Wait
from game.scenario.model import Scenario
from game.session.replay import replayed
from game.session.session import Session, after
from tests.classroom.conftest import STRAIT, scenario_of


def test_a_length_keeps_what_is_listed_and_what_is_essential(strait: Scenario) -> None:
    assert planned(strait, 20).kept == ("convoy",)
    assert planned(strait, 45).kept == ("convoy", "offer")
    assert planned(strait, 45).shortened == ("watch", "report")
    assert planned(strait, 90).kept == tuple(strait.decisions)


def test_a_length_between_two_keeps_what_the_shorter_keeps(strait: Scenario) -> None:
    assert planned(strait, 60).kept == planned(strait, 45).kept
    assert planned(strait, 15).kept == ("convoy",)


def test_the_lengths_of_the_scenario_are_offered_or_else_the_usual_ones(strait: Scenario) -> None:
    assert lesson_lengths(strait) == (20, 45, 90)
    bare = scenario_of(STRAIT.split("lesson:")[0])
    assert lesson_lengths(bare) == (20, 45, 90)
    assert planned(bare, 45).kept == tuple(bare.decisions)


def test_an_essential_decision_is_asked_however_late_it_is(strait: Scenario) -> None:
    assert minutes_for(strait.decisions, planned(strait, 20), "convoy", 3, ()) == 1
    assert minutes_for(strait.decisions, planned(strait, 20), "convoy", 20, ()) == 10
    assert minutes_for(strait.decisions, planned(strait, 45), "convoy", 45, ()) == 12


def test_time_is_kept_for_essential_decisions_to_come(strait: Scenario) -> None:
    plan = planned(strait, 90)
    assert minutes_for(strait.decisions, plan, "watch", DEBRIEF + 12 + 6, ()) == 6
    assert minutes_for(strait.decisions, plan, "watch", DEBRIEF + 12 + 2, ()) == 0
    assert minutes_for(strait.decisions, plan, "watch", DEBRIEF + 12 + 2, ("convoy",)) == 6


def test_what_is_not_kept_has_no_minutes(strait: Scenario) -> None:
    assert minutes_for(strait.decisions, planned(strait, 45), "watch", 45, ()) == 0


@pytest.mark.parametrize("minutes", [15, 20, 30, 45, 60, 90, 180])
def test_a_rehearsed_lesson_leaves_ten_minutes_for_the_debrief(game: Session, minutes: int) -> None:
    plan = planned(game.scenario, minutes)
    stages = rehearsed(game, plan)
    assert sum(each.minutes for each in stages) <= plan.minutes - DEBRIEF
    assert {each.decision for each in stages if each.minutes} <= set(plan.kept)
    assert [each.begins for each in stages] == sorted(each.begins for each in stages)


def test_a_rehearsed_lesson_decides_as_history_did(game: Session) -> None:
    assert [each.command for each in rehearsed(game, planned(game.scenario, 45))] == [
        Answer("watch", "planes"),
        Answer("convoy", "shadow"),
        Wait(),
        Answer("offer", "accept"),
    ]


def test_an_option_that_is_not_on_offer_gives_way_to_the_first_that_is() -> None:
    legal = (Answer("offer", "refuse"), Answer("offer", "delay"))
    assert recorded_answer(legal, "offer", "delay") == legal[1]
    assert recorded_answer(legal, "offer", "accept") == legal[0]
    assert recorded_answer(legal, "offer", None) == legal[0]


def test_the_lesson_answers_what_is_shortened_and_nothing_that_is_asked(game: Session) -> None:
    assert own_command(game, ("watch",)) is None
    assert own_command(game, ()) == Answer("watch", "planes")


def test_the_answers_of_a_lesson_are_choices_of_the_run(game: Session) -> None:
    while not game.is_over:
        game = after(game, own_command(game, ()) or Wait())
    again = replayed(game.scenario, game.run)
    assert again.stop is None
    assert again.session == game


def test_a_plan_says_how_long_the_votes_may_be() -> None:
    assert Plan(45, (), (), frozenset()).for_votes == 35
