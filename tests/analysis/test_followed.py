"""The odds of one policy are those of the games that it plays."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from random import Random

import pytest

from game.analysis.asked import Aim, PolicyTable, table_shares
from game.analysis.columns.solution import ColumnSolution
from game.analysis.figures import Policy, Row
from game.analysis.followed import FollowedSolution
from game.analysis.graph import OverBudgetError, World
from game.analysis.liveness import Liveness
from game.analysis.odds import Solution, solution
from game.analysis.playable import CompiledGame
from game.analysis.solving import followed, unheard
from game.analysis.turns import first_turns
from game.engine.compilation.program import compiled
from game.engine.moves import Answer, Wait, format_command
from game.engine.state import State
from game.scenario.model import Scenario
from tests.engine.generated import scenario_text
from tests.engine.test_agreement import scenario_in, scenario_of
from tests.samples.shelf import NIGHT_PATROL

RIVER = compiled(scenario_in(NIGHT_PATROL), "standard")


def solved() -> Solution[State]:
    return solution(RIVER.scenario, CompiledGame(RIVER), merged=Liveness(RIVER).forgotten)


def exact(row: Row) -> dict[str, Fraction | None]:
    return {ending: figure.exact for ending, figure in row.endings.items()}


def test_who_shuns_an_ending_reaches_it_as_seldom_as_can_be() -> None:
    for seed in range(40):
        scenario = scenario_of(scenario_text(Random(seed), hours=24))
        program = compiled(scenario, scenario.setup_ids[0])
        try:
            found = solution(scenario, CompiledGame(program), budget=400)
        except OverBudgetError:
            continue
        for is_careful, policy in ((True, Policy.CAREFUL), (False, Policy.RECKLESS)):
            for ending, figure in found.odds.policies[policy].items():
                aim = Aim("it", (ending,), is_careful)
                row = FollowedSolution(found, aim).row_of(found.roots)
                assert row.endings[ending] == figure
                assert sum((each.exact or Fraction() for each in row.endings.values()), Fraction()) == 1


def test_who_shuns_every_catastrophe_has_the_least_chance_of_any() -> None:
    found = solved()
    assert found.odds.catastrophe is not None
    row = FollowedSolution(found, Aim("careful:war", ("war",), is_careful=True)).row_of(found.roots)
    assert row.catastrophe == found.odds.catastrophe[Policy.CAREFUL]


def test_an_empty_table_is_undecided() -> None:
    found = solved()
    followed = FollowedSolution(found, PolicyTable("empty", {}))
    assert followed.row_of(found.roots).endings == found.odds.policies[Policy.UNDECIDED]
    after = {option: row.endings for option, row in followed.rows_after(_turns(found)).items()}
    assert after == {option: odds.policies[Policy.UNDECIDED] for option, odds in found.options.items()}


def _turns(found: Solution[State]) -> tuple[World[State], ...]:
    return first_turns(found.playable, found.roots, found.merged)


@pytest.mark.parametrize(
    ("weights", "war"), [({"fire": 1}, Fraction(2, 5)), ({"fire": 1, "hold": 3}, Fraction(1, 10))]
)
def test_a_table_weighs_the_options(weights: Mapping[str, int], war: Fraction) -> None:
    found = solved()
    table = PolicyTable("it", {"patrol": weights})
    assert exact(FollowedSolution(found, table).row_of(found.roots))["war"] == war


OFFERED = (Answer("a", "x"), Answer("a", "y"), Answer("b", "z"), Wait())
DEADLINES = (("a", 90), ("b", 60))


@pytest.mark.parametrize(
    ("answers", "shares"),
    [
        ({}, {"b.z": 1}),
        ({"b": {"wait": 1}}, {"a.x": Fraction(1, 2), "a.y": Fraction(1, 2)}),
        ({"b": {"wait": 1}, "a": {"y": 2}}, {"a.y": 1}),
        ({"b": {"wait": 1}, "a": {"wait": 1}}, {"wait": 1}),
        ({"b": {"wait": 1, "z": 1}, "a": {"x": 1, "wait": 2}}, {"b.z": 0.5, "a.x": 1 / 6, "wait": 1 / 3}),
        ({"b": {"gone": 1}}, {"b.z": 1}),
    ],
)
def test_a_table_answers_the_nearest_deadline_first(
    answers: dict[str, dict[str, int]], shares: dict[str, float]
) -> None:
    found = table_shares(PolicyTable("it", answers), OFFERED, DEADLINES)
    assert sum(found.values()) == 1
    assert {format_command(each): float(share) for each, share in found.items()} == pytest.approx(shares)


def test_a_table_that_would_wait_where_nobody_can_is_undecided() -> None:
    table = PolicyTable("it", {"a": {"wait": 1}})
    offered = (Answer("a", "x"), Answer("a", "y"))
    assert set(table_shares(table, offered, (("a", None),)).values()) == {Fraction(1, 2)}


def assert_near(mine: Row, plain: Row) -> None:
    assert mine.endings.keys() == plain.endings.keys()
    for ending, figure in plain.endings.items():
        assert mine.endings[ending].value == pytest.approx(figure.value, abs=1e-12)
    assert (mine.catastrophe is None) == (plain.catastrophe is None)
    if mine.catastrophe is not None and plain.catastrophe is not None:
        assert mine.catastrophe.value == pytest.approx(plain.catastrophe.value, abs=1e-12)


def policies(scenario: Scenario, random: Random) -> list[Aim | PolicyTable]:
    """Return who shuns and who seeks one ending or two, and a table of answers at random."""
    endings = random.sample(list(scenario.endings), min(2, len(scenario.endings)))
    answers = {
        decision.id: {each: random.randint(0, 3) for each in (*decision.options, "wait")}
        for decision in scenario.decisions.values()
        if random.random() < 0.8
    }
    return [
        Aim("careful", tuple(endings), is_careful=True),
        Aim("reckless", tuple(endings[:1]), is_careful=False),
        PolicyTable("table", answers),
    ]


def test_columns_follow_a_policy_as_fractions_do() -> None:
    compared = 0
    for seed in range(40):
        scenario = scenario_of(scenario_text(Random(seed), hours=24))
        program = compiled(scenario, scenario.setup_ids[-1])
        try:
            plain = solution(scenario, CompiledGame(program), None, 400, Liveness(program).forgotten)
        except OverBudgetError:
            continue
        columns = ColumnSolution(program, plain.roots, 400, unheard)
        turns = _turns(plain)
        for policy in policies(scenario, Random(seed)):
            theirs = followed(program, plain, policy, plain.roots, 400)
            mine = followed(program, columns, policy, plain.roots, 400)
            assert type(mine) is not type(theirs)
            assert_near(mine.row_of(plain.roots), theirs.row_of(plain.roots))
            after = theirs.rows_after(turns)
            assert list(mine.rows_after(turns)) == list(after)
            for option, row in mine.rows_after(turns).items():
                assert_near(row, after[option])
            compared += 1
    assert compared > 60
