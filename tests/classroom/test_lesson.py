"""A lesson step by step: what is asked, what is voted, what the run keeps of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.classroom.ballot import cast, empty, phoned
from game.classroom.clock import LessonClock, Timer
from game.classroom.lesson import Lesson, Step, Terms, counted, picked, told_by_phones, written
from game.classroom.steps import backward, begun, closed, deciding, forward
from game.engine.moves import Answer
from game.scenario.model import Scenario
from game.session.replay import replayed
from game.session.run import Vote
from game.session.runfile import format_run, parse_run
from game.session.session import Session, started

LONG = 45 * 60


@pytest.fixture
def lesson(game: Session) -> Lesson:
    return begun(game, Terms(45, 30), 0.0)


def at(lesson: Lesson, step: Step, now: float = 0.0) -> Lesson:
    """The lesson gone on to a step."""
    for _ in range(40):
        if lesson.step is step:
            return lesson
        lesson = forward(lesson, now)
    pytest.fail(f"the lesson does not come to {step}")


def hands(lesson: Lesson, *counts: int) -> Lesson:
    for place, votes in enumerate(counts):
        for _ in range(votes):
            lesson = counted(lesson, place)
    return lesson


def test_what_is_not_kept_is_answered_before_the_class_is_asked(lesson: Lesson) -> None:
    assert lesson.question == "convoy"
    assert lesson.session.run.choices == (Answer("watch", "planes"),)
    assert lesson.options == ("stop", "shadow", "talk")
    assert lesson.minutes == 12


def test_a_decision_goes_through_its_steps_in_order(lesson: Lesson) -> None:
    steps: list[Step] = []
    while lesson.question == "convoy" and len(steps) < 20:
        steps.append(lesson.step)
        lesson = hands(lesson, 9, 21) if lesson.step in (Step.VOTE, Step.VOTE_AGAIN) else lesson
        lesson = forward(lesson, 60.0)
    assert steps == [
        Step.EVIDENCE,
        Step.OPTIONS,
        Step.ARGUE,
        Step.VOTE,
        Step.ARGUE_AGAIN,
        Step.VOTE_AGAIN,
        Step.DECIDE,
        Step.MINORITY,
        Step.CONSEQUENCE,
        Step.HISTORY,
    ]


def test_what_really_happened_can_be_kept_for_the_end(game: Session) -> None:
    lesson = begun(game, Terms(45, is_held=True), 0.0)
    lesson = hands(at(lesson, Step.VOTE), 0, 9)
    while not lesson.is_over:
        assert lesson.step is not Step.HISTORY
        lesson = (
            hands(forward(lesson, 0.0), 3)
            if lesson.step in (Step.ARGUE, Step.ARGUE_AGAIN)
            else forward(lesson, 0.0)
        )
    assert lesson.step is Step.ENDING


def test_the_votes_and_the_sentence_of_the_minority_are_kept_in_the_run(lesson: Lesson) -> None:
    voting = hands(at(lesson, Step.VOTE), 18, 7, 5)
    again = hands(at(voting, Step.VOTE_AGAIN), 6, 20, 4)
    minority = written(at(again, Step.MINORITY), "A warning shot\nwould have held them.\x00")
    after = forward(minority, 0.0)
    assert after.session.run.votes == (
        Vote(
            len(after.session.run.choices),
            "convoy",
            (("stop", 18), ("shadow", 7), ("talk", 5)),
            (("stop", 6), ("shadow", 20), ("talk", 4)),
            is_overruled=False,
            minority="A warning shot would have held them.",
        ),
    )
    assert after.session.run.choices[-1] == Answer("convoy", "shadow")


def test_the_president_may_overrule_and_it_is_recorded(lesson: Lesson) -> None:
    voting = hands(at(lesson, Step.VOTE), 3, 25, 2)
    decision = picked(deciding(voting), 2)
    assert decision.is_overruled
    after = forward(forward(decision, 0.0), 0.0)
    assert after.session.run.choices[-1] == Answer("convoy", "talk")
    assert after.session.run.votes[0].is_overruled
    assert after.session.run.votes[0].second == ()


def test_a_draw_is_decided_by_the_president_and_overrules_nobody(lesson: Lesson) -> None:
    decision = deciding(hands(at(lesson, Step.VOTE), 15, 15))
    assert decision.chosen is None
    assert forward(decision, 0.0) == decision, "somebody has to decide"
    assert not picked(decision, 0).is_overruled


def test_a_run_with_votes_replays_without_the_lesson(lesson: Lesson) -> None:
    while not lesson.is_over:
        lesson = hands(lesson, 4, 9) if lesson.step in (Step.VOTE, Step.VOTE_AGAIN) else lesson
        lesson = forward(lesson, 0.0)
    again = replayed(lesson.session.scenario, lesson.session.run)
    assert again.stop is None
    assert again.session == lesson.session


def test_nobody_can_vote_outside_a_vote(lesson: Lesson) -> None:
    for step in (Step.OPTIONS, Step.ARGUE, Step.ARGUE_AGAIN, Step.DECIDE):
        standing = at(lesson if step in (Step.OPTIONS, Step.ARGUE) else hands(at(lesson, Step.VOTE), 2), step)
        assert counted(standing, 0) == standing
        assert told_by_phones(standing, (1, 1, 1)) == standing


def test_a_correction_takes_a_hand_away_but_no_phone(lesson: Lesson) -> None:
    voting = told_by_phones(counted(at(lesson, Step.VOTE), 0), (5, 1, 0))
    assert voting.ballot is not None
    assert voting.ballot.counts == (6, 1, 0)
    for _ in range(9):
        voting = counted(voting, 0, -1)
    assert voting.ballot is not None
    assert voting.ballot.counts == (5, 1, 0)


def test_votes_of_another_ballot_are_left_aside() -> None:
    ballot = cast(empty(("a", "b")), 1)
    assert phoned(ballot, (9, 9, 9)) == ballot


def test_one_goes_back_as_far_as_nothing_was_decided(lesson: Lesson) -> None:
    voting = hands(at(lesson, Step.VOTE), 3, 4)
    assert backward(voting).step is Step.ARGUE
    assert forward(backward(voting), 0.0).ballot == voting.ballot, "what was counted stays counted"
    again = at(voting, Step.VOTE_AGAIN)
    assert backward(again).ballot == voting.ballot
    told = at(hands(again, 1), Step.CONSEQUENCE)
    assert backward(told) == told


def test_a_late_class_is_asked_only_what_is_essential(game: Session) -> None:
    lesson = begun(game, Terms(45), 0.0)
    lesson = hands(at(lesson, Step.VOTE), 0, 9)
    lesson = forward(deciding(lesson), 34 * 60)
    while not lesson.is_over:
        assert lesson.question in (None, "convoy"), "the offer is told in a line"
        lesson = forward(lesson, 34 * 60)
    assert Answer("offer", "accept") in lesson.session.run.choices


def test_a_lesson_can_be_closed_and_the_rest_is_written_into_the_run(lesson: Lesson) -> None:
    ended = closed(at(lesson, Step.ARGUE))
    assert ended.step is Step.ENDING
    assert ended.session.is_over
    assert Answer("convoy", "shadow") in ended.session.run.choices
    assert ended.session.run.votes == ()


def test_waiting_is_an_option_where_time_may_pass(strait: Scenario) -> None:
    lesson = begun(started(strait, "standard", 3), Terms(90), 0.0)
    while lesson.question != "report":
        lesson = hands(lesson, 0, 9) if lesson.step is Step.VOTE else lesson
        lesson = forward(lesson, 0.0)
    assert lesson.options == ("tell", "silence", "wait")


def test_a_clock_knows_only_the_time_that_it_is_told() -> None:
    clock = LessonClock(45, 1000.0)
    assert [clock.minutes_left(1000.0 + each) for each in (0, 1, 60, LONG - 1, LONG, LONG + 99)] == [
        45,
        45,
        44,
        1,
        0,
        0,
    ]
    assert not clock.is_debrief_due(1000.0 + 35 * 60 - 1)
    assert clock.is_debrief_due(1000.0 + 35 * 60)
    timer = Timer(60, 10.0)
    assert (timer.seconds_left(10.0), timer.seconds_left(40.5), timer.seconds_left(99.0)) == (60, 30, 0)
    assert timer.share_left(40.0) == 0.5


def test_what_has_nothing_to_tell_at_the_end_is_left_out(lesson: Lesson) -> None:
    ended = closed(lesson)
    told = forward(ended, 0.0)
    assert told.step is Step.TICKET, "nobody has voted"
    assert backward(told).step is Step.ENDING
    agreed = closed(forward(deciding(hands(at(lesson, Step.VOTE), 30)), 0.0))
    shown = [agreed.step, forward(agreed, 0.0).step, forward(forward(agreed, 0.0), 0.0).step]
    assert shown == [Step.ENDING, Step.COMPARISON, Step.TICKET], "nobody was outvoted"


def test_steps_forward_at_the_end_stay_at_the_end(lesson: Lesson) -> None:
    ended = closed(forward(forward(deciding(hands(at(lesson, Step.VOTE), 3, 25, 2)), 0.0), 0.0))
    shown = [ended.step]
    for _ in range(5):
        ended = forward(ended, 0.0)
        shown.append(ended.step)
    assert shown == [Step.ENDING, Step.COMPARISON, Step.RISKS, Step.TICKET, Step.TICKET, Step.TICKET]
    assert backward(ended).step is Step.RISKS
    assert replace(ended, step=Step.ENDING) == backward(replace(ended, step=Step.COMPARISON))


@pytest.mark.parametrize("sign", ["\u115f", "\u3164", "\x00", "\u202e", "\u2028"])
def test_a_sign_that_no_file_may_hold_is_not_written(lesson: Lesson, sign: str) -> None:
    voting = hands(at(lesson, Step.VOTE_AGAIN), 18, 7, 5)
    minority = written(at(voting, Step.MINORITY), f"A shot{sign}would do.")
    assert minority.sentence == "A shot would do."
    run = forward(minority, 0.0).session.run
    assert parse_run(format_run(run).encode(), "class.run.yaml").run == run
