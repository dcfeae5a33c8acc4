"""The after-action report as values: ledger, causes, the record beside the game, what was hidden."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from random import Random

import pytest

from game.analysis.account import Ledger, Reckoning, Share
from game.analysis.belief import Stretch
from game.analysis.ledger import weighed_by
from game.analysis.minds import Minds, roots
from game.analysis.playable import CompiledGame
from game.analysis.reckoning import reckoning
from game.analysis.road import recorded_road
from game.analysis.solving import solved
from game.engine.moves import Answer, Command
from game.scenario.model import Scenario
from game.session.run import Fixed
from game.session.session import Session, after, started
from game.view.afterwards import review
from game.view.ledger import ledger_table
from game.view.retrospect import retrospect
from game.view.review import LedgerTable, Review
from game.view.words import ENGLISH
from tests.analysis.test_belief import ESTIMATED
from tests.engine.generated import scenario_text
from tests.engine.test_agreement import ROOT, scenario_in, scenario_of
from tests.samples.shelf import NIGHT_PATROL

SHIPPED = ("river_incident", "berlin_1961", "black_saturday", "bay_of_pigs_1961", "cuba_1962")


def reckoned(session: Session) -> Reckoning:
    program = session.program
    found = solved(program, roots(program))
    game = [Stretch(each.command, each.happenings, each.state) for each in session.past]
    return reckoning(Minds(program), game, weighed_by(found), found.error)


def at_the_river(result: str) -> Session:
    scenario = scenario_in(NIGHT_PATROL)
    return after(started(scenario, "standard", 1), Answer("patrol", "fire"), (Fixed("patrol.fire", result),))


def finished(scenario: Scenario, setup: str, seed: int) -> Session:
    luck, session = Random(seed), started(scenario, setup, seed)
    while not session.is_over:
        session = after(session, luck.choice(session.legal_commands))
    return session


def table(found: Review) -> LedgerTable:
    assert found.reckoned is not None
    return found.reckoned.ledger


def test_the_ledger_is_told_in_worlds_of_a_hundred() -> None:
    for result, ending in (("they_turn", "lucky"), ("they_shoot", "unlucky")):
        session = at_the_river(result)
        told = table(review(session, reckoned(session)))
        assert told.told[:4] == (
            "In this model, of 100 who decide as you did, 40 do not come through.",
            ENGLISH[f"ledger.took.{ending}"].format(date="2 March", n=27, total=40),
            "The choice: Fire a warning shot.",
            "At the start it was 13.",
        )
    assert told.sum == "Start 13.3, choices +26.7, luck +60: result 100."
    assert told.told[4] == "You did not come through."


def test_the_rows_of_the_ledger_add_up_to_the_result() -> None:
    for seed in range(20):
        scenario = scenario_of(scenario_text(Random(seed), hours=7))
        session = finished(scenario, scenario.setup_ids[0], seed)
        told = table(review(session, reckoned(session)))
        assert told.start.value + told.choices.value + told.luck.value == pytest.approx(told.result.value)
        parts = sum(each.decision.value + each.luck.value for each in told.rows)
        assert told.start.value + parts == pytest.approx(told.result.value)


def made(*parts: tuple[Fraction, Fraction]) -> Ledger:
    """A ledger at the river that begins with a risk of one in ten; each part is a choice and its luck."""
    start = risk = Fraction(1, 10)
    shares = [Share(None, 0, 0, start, start, start, start)]
    for decision, luck in parts:
        chosen = risk + decision
        shares.append(Share(Answer("patrol", "fire"), 0, 0, risk, chosen, chosen + luck, chosen))
        risk = chosen + luck
    return Ledger(start, tuple(shares))


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        ([(Fraction(-1, 10), Fraction(0))], "all come through."),
        ([(Fraction(-99, 1000), Fraction(-1, 1000))], "fewer than one does not come through."),
        ([(Fraction(-9, 100), Fraction(-1, 100))], "1 does not come through."),
        ([(Fraction(9, 10), Fraction(0))], "none comes through."),
        ([(Fraction(0), Fraction(1, 2)), (Fraction(-1, 2), Fraction(-1, 10))], "luck had added some."),
        (
            [(Fraction(1, 2), Fraction(-1, 2)), (Fraction(8, 10), Fraction(1, 10))],
            "luck took some away between.",
        ),
    ],
)
def test_what_no_hundred_can_hold_is_said_in_other_words(
    parts: list[tuple[Fraction, Fraction]], told: str
) -> None:
    session = at_the_river("they_turn")
    padded = [*parts, *[(Fraction(0), Fraction(0))] * (2 - len(parts))]
    game = retrospect(after_all(session, len(padded)), ENGLISH)
    assert ledger_table(game, (), made(*padded)).told[0].endswith(told)


def after_all(session: Session, commands: int) -> Session:
    """The session with its last halt so often that a ledger of that many commands has words for each."""
    trail = (session.trail[0], *[session.trail[-1]] * commands)
    return replace(session, trail=trail, position=commands)


def test_what_could_not_be_known_stands_beside_a_choice_and_in_no_sum() -> None:
    session = at_the_river("they_turn")
    (row,) = table(review(session, reckoned(session))).rows
    truth = next(each for each in review(session).truths)
    assert truth.label == "their fear"
    assert truth.odds == "Drawn: 1 in 3."
    expected = int(truth.course) * 10 - 40
    assert row.unknown.value == pytest.approx(expected)
    assert bool(row.unknown_sentence) == bool(expected)


def test_what_luck_draws_elsewhere_is_hidden_where_the_setup_lays_it_down_too() -> None:
    text = (NIGHT_PATROL / "scenario.yaml").read_text(encoding="utf-8")
    setups = "setups:\n  laid: { label: Laid down, about: All is known., set: { their_fear: 6 } }\n"
    session = after(started(scenario_of(text + setups), "laid", 1), Answer("patrol", "call"))
    (truth,) = review(session).truths
    assert (truth.label, truth.course, truth.odds) == ("their fear", "6; at the end 5", "")


def test_a_report_without_odds_says_so_and_has_the_rest() -> None:
    session = at_the_river("they_shoot")
    found = review(session, pending="They are being worked out.")
    assert found.reckoned is None
    assert found.pending == "They are being worked out."
    assert [each.kind for each in found.causes] == ["choice", "roll", "rule"]
    assert found.causes[1].odds == f"{found.causes[1].odds.split()[0]} in 10"
    assert [each.chosen for each in found.branches.steps] == ["Fire a warning shot"]


def test_a_scenario_without_a_catastrophe_has_no_risk_to_reckon() -> None:
    scenario = scenario_of(ESTIMATED.replace("catastrophe: yes, ", ""))
    session = finished(scenario, "standard", 1)
    assert review(session, pending="Wait.").pending == ENGLISH["review.no_catastrophe"]


@pytest.mark.parametrize("name", SHIPPED)
def test_every_cause_leads_to_its_place_in_the_scenario(name: str) -> None:
    scenario = scenario_in(ROOT / "scenarios" / name)
    for seed in range(4):
        found = review(finished(scenario, scenario.setup_ids[-1], seed))
        assert found.causes[-1].kind == "rule"
        assert any(each.kind == "choice" for each in found.causes)
        for cause in found.causes:
            file, _, line = cause.place.partition(":")
            written = (ROOT / "scenarios" / file).read_text(encoding="utf-8").splitlines()[int(line) - 1]
            assert written.strip().partition(":")[0].replace("_", "").isalnum(), cause


def historical(scenario: Scenario) -> Session:
    session = started(scenario, scenario.setup_ids[0], 1)
    game = CompiledGame(session.program)
    commands = [each.command for each in recorded_road(scenario, game)][1:]
    for command in commands:
        assert isinstance(command, Command)
        session = after(session, command)
    return session


@pytest.mark.parametrize("name", SHIPPED[1:])
def test_the_road_of_the_record_differs_from_it_nowhere(name: str) -> None:
    found = review(historical(scenario_in(ROOT / "scenarios" / name)))
    steps = found.branches.steps
    assert steps
    assert {each.is_same for each in steps} <= {True, None}
    assert all(
        option.is_own == option.is_record
        for each in steps
        if each.is_same
        for option in each.options
        if not each.is_late
    )
    assert [(each.is_own, each.is_record) for each in found.branches.ends] == [(True, True)]


def test_the_lines_of_the_risk_begin_at_the_start_and_end_at_the_result() -> None:
    scenario = scenario_in(ROOT / "scenarios" / "bay_of_pigs_1961")
    session = finished(scenario, scenario.setup_ids[1], 3)
    found = review(session, reckoned(session))
    assert found.reckoned is not None
    curve = found.reckoned.curve
    assert curve.own[0].minute == curve.record[0].minute == 0
    assert curve.own[0].risk == curve.record[0].risk
    assert curve.own[-1].risk in (0, 100)
    assert [each.minute for each in curve.own] == sorted(each.minute for each in curve.own)
    assert [each.number for each in curve.markers] == [each.number for each in found.branches.steps]
    assert [each.month for each in curve.ticks if each.month]
    assert all(0 <= each.minute <= curve.length for each in curve.ticks)


def test_advisers_are_compared_with_what_the_player_could_know() -> None:
    scenario = scenario_in(ROOT / "scenarios" / "bay_of_pigs_1961")
    session = finished(scenario, scenario.setup_ids[1], 3)
    found = review(session, reckoned(session))
    assert found.reckoned is not None
    lines = [line for each in found.reckoned.advisers for line in each.lines]
    assert lines
    for line in lines:
        assert (line.verdict == "same") == (line.likelihood == line.known)


def test_published_estimates_stand_apart_from_the_other_notes() -> None:
    found = review(finished(scenario_in(ROOT / "scenarios" / "black_saturday"), "strict_1962", 1))
    assert [each.id for each in found.estimates] == ["the_odds_are_ours"]
    assert "the_odds_are_ours" not in [each.id for each in found.notes]
