"""Why a game ended as it did: choices, rolls and rules, back from the ending."""

from __future__ import annotations

from itertools import chain
from random import Random

from game.analysis.causes import Causes, causes
from game.engine import happenings as happened
from game.engine.moves import Answer
from game.scenario.model import Scenario
from game.session.run import Fixed
from game.session.session import Session, after, started
from tests.engine.generated import scenario_text
from tests.engine.test_agreement import scenario_in, scenario_of
from tests.samples.shelf import NIGHT_PATROL

CHAINED = """
format: 1
id: generated
title: A Long Way
summary: An order, a reply, a letter, a shot.
fiction: yes
clock: { starts: 1970-01-01 00:00, step: 6 h, ends: 1970-01-03 00:00 }
actors:
  me: { name: Me, player: yes }
  them: { name: They }
variables:
  tension: { range: 0 to 10, start: 2 }
  mist: { range: 0 to 3, start: 0 to 3 by 1, hidden: yes }
flags: { fired: They fired. }
decisions:
  first:
    title: First?
    options:
      push: { label: Push, change: { tension: +4 } }
      calm: { label: Calm them, change: { tension: -2 } }
  second:
    title: Second?
    at: 1970-01-01 12:00
    options:
      push: { label: Push again, change: { tension: +2 } }
      rest: { label: Rest }
responses:
  answer: { by: them, after: [first.push], in: 6 h, send: [note], change: { mist: -1 } }
letters:
  note: { from: them, to: me, travels: 1 h, text: Stop it., on_arrival: { event: { alarm: 1 h } } }
events:
  alarm:
    title: Alarm
    chance:
      holds: { odds: 1 }
      breaks: { odds: 3, remember: fired, change: { tension: +1 } }
  gossip: { title: Gossip, at: 1970-01-01 03:00, change: { mist: +1 } }
endings:
  war: { priority: 10, catastrophe: yes, when: tension >= 9 and fired, title: War, text: It is war. }
  quiet: { when: time is over, title: Quiet, text: It is quiet. }
"""


def told(session: Session) -> Causes:
    return causes(session.scenario, tuple(chain.from_iterable(each.happenings for each in session.past)))


def chained(first: str, second: str, alarm: str) -> Session:
    session = started(scenario_of(CHAINED), "standard", 1)
    session = after(session, Answer("first", first), (Fixed("alarm", alarm),))
    return after(session, Answer("second", second))


def names(found: Causes) -> list[str]:
    """Each cause by the id that it names first."""
    return [f"{type(each.happening).__name__} {each.happening[0]}" for each in found.nearest]


def test_a_shot_that_is_answered_is_the_choice_and_the_roll_with_its_odds() -> None:
    scenario = scenario_in(NIGHT_PATROL)
    session = after(
        started(scenario, "standard", 1), Answer("patrol", "fire"), (Fixed("patrol.fire", "they_shoot"),)
    )
    choice, roll = told(session).nearest
    assert choice.happening == happened.OptionChosen("patrol", "fire", is_late=False)
    assert isinstance(roll.happening, happened.ChanceTaken)
    assert (roll.happening.site, roll.happening.result, roll.happening.total) == (
        "patrol.fire",
        "they_shoot",
        10,
    )


def test_the_chain_goes_back_over_rolls_letters_and_responses_to_the_choices() -> None:
    found = told(chained("push", "push", "breaks"))
    assert names(found) == [
        "OptionChosen first",
        "ResponseCame answer",
        "LetterArrived note",
        "EventBegan alarm",
        "ChanceTaken alarm",
        "OptionChosen second",
    ]
    assert found.others == 0


def test_what_did_not_matter_is_no_cause() -> None:
    assert not any("gossip" in each for each in names(told(chained("push", "push", "breaks"))))


def test_a_cause_tells_what_it_moved() -> None:
    found = told(chained("push", "push", "breaks"))
    moves = {
        (move.name, move.before, move.after)
        for each in found.nearest
        for move in each.moved
        if isinstance(move, happened.VariableMoved)
    }
    assert moves == {("tension", 2, 6), ("tension", 6, 7), ("tension", 7, 9)}


def test_an_ending_that_only_time_brought_has_the_last_answer_for_a_cause() -> None:
    found = told(chained("calm", "rest", "holds"))
    assert names(found) == ["OptionChosen second"]


def test_more_causes_than_are_told_are_counted() -> None:
    session = chained("push", "push", "breaks")
    happenings = tuple(chain.from_iterable(each.happenings for each in session.past))
    found = causes(session.scenario, happenings, most=2)
    assert (len(found.nearest), found.others) == (2, 4)


def finished(scenario: Scenario, seed: int) -> Session:
    luck, session = Random(seed), started(scenario, scenario.setup_ids[0], seed)
    while not session.is_over:
        session = after(session, luck.choice(session.legal_commands))
    return session


def test_every_ending_of_generated_games_has_its_causes_in_order() -> None:
    for seed in range(60):
        session = finished(scenario_of(scenario_text(Random(seed), hours=12)), seed)
        found = told(session)
        minutes = [each.minute for each in found.nearest]
        assert minutes == sorted(minutes)
        answers = [each for each in session.past if isinstance(each.command, Answer)]
        chosen = [each for each in found.nearest if isinstance(each.happening, happened.OptionChosen)]
        assert bool(answers) <= bool(chosen), seed
