"""The ledger: shares of decision and luck add up to the result."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from random import Random

import pytest

from game.analysis.account import Ledger
from game.analysis.belief import Believer, Stretch
from game.analysis.columns.solution import ColumnSolution
from game.analysis.graph import OverBudgetError
from game.analysis.ledger import ledger, weighed_by
from game.analysis.minds import roots
from game.analysis.odds import Solution, solution
from game.analysis.playable import CompiledGame
from game.analysis.solving import Solved, solved
from game.engine.compilation.program import compiled
from game.engine.happenings import OptionChosen
from game.engine.moves import Answer, ChanceOutcome, Command, Wait
from game.engine.state import State
from game.scenario.model import Scenario
from tests.analysis.test_belief import ESTIMATED, by_result, recorded, stretch_after
from tests.engine.generated import scenario_text
from tests.engine.test_agreement import ROOT, scenario_in, scenario_of
from tests.samples.shelf import NIGHT_PATROL

GAMES = 1000
GAMES_OF_A_SCENARIO = 40
GAMES_OF_THE_FLAGSHIP = 6
SMALL = ("river_incident", "bay_of_pigs_1961")


def played(game: CompiledGame, luck: Random) -> list[Stretch[State]]:
    """A whole game at random: draws by their weights, any choice as likely, waits among them."""

    def draw(outcomes: tuple[ChanceOutcome, ...]) -> ChanceOutcome:
        return luck.choices(outcomes, [each.weight for each in outcomes])[0]

    stretches = [stretch_after(game, None, None, draw)]
    while (state := stretches[-1].state) and game.turn(state) != "over":
        stretches.append(stretch_after(game, luck.choice(game.legal_commands(state)), state, draw))
    return stretches


def ledger_of(
    scenario: Scenario, game: CompiledGame, found: Solved, stretches: list[Stretch[State]]
) -> Ledger:
    return ledger(Believer(scenario, game), weighed_by(found), lambda state: state.minute, stretches)


def generated_games() -> Iterator[tuple[Scenario, CompiledGame, Solution[State]]]:
    for seed in range(10_000):
        scenario = scenario_of(scenario_text(Random(seed), hours=7))
        game = CompiledGame(compiled(scenario, scenario.setup_ids[0]))
        try:
            found = solution(scenario, game, budget=400)
        except OverBudgetError:
            continue
        if found.columns.catastrophes:
            yield scenario, game, found


def shipped_games() -> Iterator[tuple[Scenario, CompiledGame, Solution[State]]]:
    for name in SMALL:
        scenario = scenario_in(ROOT / "scenarios" / name)
        for setup in scenario.setup_ids[:2]:
            game = CompiledGame(compiled(scenario, setup))
            yield scenario, game, solution(scenario, game)


def check(scenario: Scenario, found: Ledger, end: State, game: CompiledGame) -> None:
    ending = scenario.endings.get(game.ending(end) or "")
    result = Fraction(int(ending is not None and ending.catastrophe))
    assert found.result == result
    assert all(isinstance(each.decision, Fraction | int) for each in found.shares)
    assert found.start + sum(each.decision + each.luck for each in found.shares) == result
    assert found.accepted + found.luck == result


def has_late(stretch: Stretch[State]) -> bool:
    """Whether a deadline passed on the way, and what comes without an answer was done."""
    return any(isinstance(each, OptionChosen) and each.is_late for each in stretch.happenings)


def test_shares_add_up_to_the_result_in_a_thousand_random_games() -> None:
    luck, count, waits, late = Random(62), 0, 0, 0
    sources = [*shipped_games()]
    generated = generated_games()
    while count < GAMES:
        scenario, game, found = sources.pop() if sources else next(generated)
        for _ in range(GAMES_OF_A_SCENARIO):
            stretches = played(game, luck)
            check(scenario, ledger_of(scenario, game, found, stretches), stretches[-1].state, game)
            count += 1
            waits += sum(isinstance(each.command, Wait) for each in stretches)
            late += sum(map(has_late, stretches))
    assert waits > GAMES // 10
    assert late > GAMES // 10


def test_shares_of_the_flagship_in_fog_add_up_within_the_error_of_columns() -> None:
    scenario, luck = scenario_in(ROOT / "scenarios" / "cuba_1962"), Random(62)
    game = CompiledGame(compiled(scenario, "fog_1962"))
    solution_of_all = solved(game.program, roots(game.program))
    believer, weigh, kinds = Believer(scenario, game), weighed_by(solution_of_all), set[bool]()
    for _ in range(GAMES_OF_THE_FLAGSHIP):
        stretches = played(game, luck)
        found = ledger(believer, weigh, lambda state: state.minute, stretches, solution_of_all.error)
        ending = scenario.endings.get(game.ending(stretches[-1].state) or "")
        assert found.result == (ending is not None and ending.catastrophe)
        total = found.start + sum(each.decision + each.luck for each in found.shares)
        assert abs(float(total) - float(found.result)) <= found.error < 1e-9
        kinds.update(isinstance(each.command, Wait) for each in stretches)
    assert kinds == {True, False}


def river() -> tuple[Scenario, CompiledGame, Solution[State]]:
    scenario = scenario_in(NIGHT_PATROL)
    game = CompiledGame(compiled(scenario, "standard"))
    return scenario, game, solution(scenario, game)


@pytest.mark.parametrize(("fear", "result"), [("2", "they_turn"), ("6", "they_shoot")])
def test_a_shot_is_a_decision_and_whether_they_shoot_back_is_luck(fear: str, result: str) -> None:
    scenario, game, found = river()
    stretches = recorded(game, [Answer("patrol", "fire")], by_result(start=fear, fire=result))
    ledger = ledger_of(scenario, game, found, stretches)
    first, shot = ledger.shares
    assert (first.command, first.luck, ledger.start) == (None, 0, Fraction(2, 15))
    assert shot.decision == Fraction(2, 5) - Fraction(2, 15)
    assert shot.luck == (Fraction(3, 5) if result == "they_shoot" else -Fraction(2, 5))
    assert shot.unknown == Fraction(int(fear), 10) - Fraction(2, 5)
    assert ledger.accepted == Fraction(2, 5)


def test_what_was_drawn_in_secret_is_no_luck_before_it_is_shown() -> None:
    scenario = scenario_of(ESTIMATED)
    game = CompiledGame(compiled(scenario, "standard"))
    found = solution(scenario, game)
    commands: list[Command] = [Answer("first", "look"), Answer("go", "rest")]
    began, looked, rested = ledger_of(
        scenario, game, found, recorded(game, commands, by_result(start="3", sites="1"))
    ).shares
    assert began.luck == began.decision == 0
    assert looked.decision == 0
    assert looked.luck == Fraction(1, 2) * (Fraction(3, 6) - Fraction(1, 4))  # the count can only be of three
    assert rested.decision == -Fraction(3, 12)


def test_a_wait_is_a_choice_of_its_own() -> None:
    scenario, game, found = river()
    ledger = ledger_of(scenario, game, found, recorded(game, [Wait()], by_result()))
    assert [each.command for each in ledger.shares] == [None, Wait()]
    assert ledger.shares[1].decision == -Fraction(2, 15)


def test_columns_give_the_ledger_within_their_error() -> None:
    scenario, game, exact = river()
    inexact = ColumnSolution(game.program, exact.roots, 10_000, lambda _: None)
    stretches = recorded(game, [Answer("patrol", "fire")], by_result(start="4", fire="they_turn"))
    error = inexact.error
    rough = ledger(
        Believer(scenario, game), weighed_by(inexact), lambda state: state.minute, stretches, error
    )
    fine = ledger_of(scenario, game, exact, stretches)
    total = rough.start + sum(each.decision + each.luck for each in rough.shares)
    assert abs(float(total) - float(rough.result)) <= rough.error
    assert 0 < rough.error < 1e-12
    for one, other in zip(rough.shares, fine.shares, strict=True):
        assert abs(float(one.decision) - float(other.decision)) <= rough.error


def test_where_no_ending_is_a_catastrophe_there_is_no_risk() -> None:
    scenario = scenario_of(ESTIMATED.replace("catastrophe: yes, ", ""))
    game = CompiledGame(compiled(scenario, "standard"))
    commands: list[Command] = [Answer("first", "look"), Answer("go", "strike")]
    found = ledger_of(scenario, game, solution(scenario, game), recorded(game, commands, by_result()))
    assert found.result == found.accepted == 0
