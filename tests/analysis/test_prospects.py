"""Prospects: what choices may lead to as the player can know it, and that they give nothing away."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from random import Random

import pytest

from game.analysis.account import Named, Risk
from game.analysis.belief import Stretch
from game.analysis.estimate import estimated_by
from game.analysis.ledger import Weigh, weighed_by
from game.analysis.minds import RULES, Minds, roots
from game.analysis.playable import CompiledGame
from game.analysis.prospects import adviser_prospects, choice_prospects
from game.analysis.record import undecided_commands
from game.analysis.solving import Solved, solved
from game.engine.compilation.program import compiled
from game.engine.moves import Answer, Command, Move, format_command
from game.engine.program import Program
from game.engine.state import State
from game.scenario.model import Scenario
from tests.analysis.test_belief import (
    ESTIMATED,
    Draw,
    _TooLongError,
    all_lines,
    by_result,
    random_game,
    recorded,
    shown,
    stretch_after,
)
from tests.engine.generated import scenario_text
from tests.engine.test_agreement import ROOT, scenario_in, scenario_of
from tests.samples.shelf import NIGHT_PATROL

ADVISED = ESTIMATED.replace(
    "decisions:",
    """actors:
  boss: { name: The President, player: yes }
  calm: { name: A Calm Man, adviser: yes, assumes: { sites: 1 } }
  grim: { name: A Grim Man, adviser: yes, assumes: { sites: 3 } }
  lost: { name: A Lost Man, adviser: yes, assumes: { sites: 6 } }
  plain: { name: A Plain Man, adviser: yes }
decisions:""",
).replace(
    "    at: 1970-01-01 06:00\n    options:",
    """    at: 1970-01-01 06:00
    advice:
      calm: { says: Strike., supports: strike }
      grim: { says: Rest., opposes: strike }
      lost: { says: Strike., supports: strike }
      plain: { says: Strike., supports: strike }
    options:""",
)
SET = "\nsetups:\n  few: { label: Few, about: Few., set: { sites: 1 } }\n"

Found = tuple[Mapping[str, Risk], Mapping[Named, Risk]]


def found(program: Program, game: list[Stretch[State]], weigh: Weigh[State]) -> Found:
    minds = Minds(program)
    minds.follow(game)
    last = len(game) - 1
    return choice_prospects(minds, last, weigh), adviser_prospects(minds, last, weigh)


def solution_of(program: Program) -> Solved:
    return solved(program, roots(program))


def looked(program: Program, draw: Draw) -> list[Stretch[State]]:
    return recorded(CompiledGame(program), [Answer("first", "look")], draw)


def test_each_adviser_speaks_of_the_world_that_he_assumes() -> None:
    program = compiled(scenario_of(ADVISED), "standard")
    game = looked(program, by_result(start="1", sites="1"))
    choices, advisers = found(program, game, weighed_by(solution_of(program)))
    player = Fraction(3, 4) * Fraction(1, 6) + Fraction(1, 4) * Fraction(3, 6)
    assert choices == {"go.strike": player, "go.rest": 0}
    assert advisers == {
        ("calm", "go.strike"): Fraction(1, 6),
        ("grim", "go.strike"): Fraction(3, 6),
        ("lost", "go.strike"): player,
        ("plain", "go.strike"): player,
    }


def test_an_adviser_assumes_his_world_over_what_the_setup_sets() -> None:
    program = compiled(scenario_of(ADVISED + SET), "few")
    game = looked(program, by_result(sites="1"))
    choices, advisers = found(program, game, weighed_by(solution_of(program)))
    assert choices["go.strike"] == advisers["calm", "go.strike"] == Fraction(1, 6)
    assert advisers["grim", "go.strike"] == Fraction(3, 6)


def test_an_adviser_who_is_refuted_speaks_of_the_players_belief() -> None:
    program = compiled(scenario_of(ADVISED), "standard")
    game = looked(program, by_result(start="1", sites="0"))
    choices, advisers = found(program, game, weighed_by(solution_of(program)))
    assert choices["go.strike"] == advisers["grim", "go.strike"] == Fraction(1, 6)


def test_a_game_that_is_over_has_no_prospects() -> None:
    program = compiled(scenario_of(ADVISED), "standard")
    rest: list[Command] = [Answer("first", "look"), Answer("go", "rest")]
    game = recorded(CompiledGame(program), rest, by_result())
    assert found(program, game, weighed_by(solution_of(program))) == ({}, {})


def test_beliefs_carried_on_back_and_elsewhere_are_those_of_a_new_mind() -> None:
    program = compiled(scenario_of(ADVISED), "standard")
    one, other = (looked(program, by_result(start="1", sites=error)) for error in ("1", "0"))
    minds = Minds(program)
    for game in (one[:1], one, one[:1], one, other, one):
        fresh = Minds(program)
        for each in (minds, fresh):
            each.follow(game)
        for starts in (RULES, (("sites", 3),)):
            last = len(game) - 1
            assert minds.belief(starts, last) == fresh.belief(starts, last)


def test_what_is_known_already_is_not_worked_out_again(monkeypatch: pytest.MonkeyPatch) -> None:
    program = compiled(scenario_of(ADVISED), "standard")
    game = looked(program, by_result(start="1", sites="1"))
    minds = Minds(program)
    minds.follow(game)
    minds.belief(RULES, 1)
    minds.follow(game[:1])
    with monkeypatch.context() as patch:
        patch.delattr(CompiledGame, "step")
        minds.follow(game)
        assert minds.belief(RULES, 1).worlds


def brute_force(program: Program, state: State) -> Fraction:
    """Return the chance of the catastrophe under *undecided* by going through every line of play."""
    game = CompiledGame(program)
    ending = game.ending(state)
    if ending is not None:
        endings = program.scenario.endings
        return Fraction(ending in endings and endings[ending].catastrophe)
    ways: list[tuple[Move, int]]
    if game.turn(state) == "player":
        commands = undecided_commands(game.legal_commands(state), game.deadlines(state))
        ways = [(each, 1) for each in commands]
    else:
        ways = [(each, each.weight) for each in game.outcomes(state)]
    total = sum(weight for _, weight in ways)
    return sum(
        (brute_force(program, game.successor(state, move)) * weight / total for move, weight in ways),
        Fraction(),
    )


def advised(scenario: Scenario, random: Random) -> Scenario:
    """Return a generated scenario in which the adviser speaks always, and assumes some start."""
    decisions = {
        each.id: replace(
            each,
            advice=tuple(
                replace(advice, when=None, supports=random.choice(list(each.options)))
                for advice in each.advice
            ),
        )
        for each in scenario.decisions.values()
    }
    drawn = [each for each in scenario.variables.values() if len(each.start.values) > 1]
    assumed = tuple((each.id, random.choice(each.start.values)[0]) for each in drawn[:1])
    actors = {each.id: replace(each, assumes=assumed) for each in scenario.actors.values()}
    return replace(scenario, decisions=decisions, actors=actors)


def games_alike(program: Program, seed: int, turns: int = 3) -> list[tuple[list[Stretch[State]], Fraction]]:
    """Return a game by luck and all others that have shown the same, each with its chance."""
    game = CompiledGame(program)
    played = random_game(game, Random(seed))[:turns]
    lines = all_lines(game, [each.command for each in played], most=300)
    seen = shown(program.scenario, game, played)
    return [(played, Fraction())] + [
        (line, weight) for line, weight in lines if shown(program.scenario, game, line) == seen
    ]


def test_no_figure_differs_between_two_worlds_that_have_shown_the_same() -> None:
    compared = told = 0
    for seed in range(40):
        scenario = advised(scenario_of(scenario_text(Random(seed), hours=7)), Random(seed))
        program = compiled(scenario, scenario.setup_ids[0])
        try:
            alike = games_alike(program, seed, turns=1)
        except _TooLongError:
            continue
        states = {line[-1].state: line for line, _ in alike}
        if len(states) < 2:
            continue
        for weigh in (weighed_by(solution_of(program)), estimated_by(program, plays=20)):
            first, *others = (found(program, line, weigh) for line in states.values())
            assert all(each == first for each in others), seed
            compared += len(others)
            told += len(first[1])
    assert compared >= 6
    assert told


def test_chances_of_a_belief_are_those_of_all_its_lines_of_play() -> None:
    compared = 0
    for seed in range(15):
        scenario = scenario_of(scenario_text(Random(seed), hours=7))
        program = compiled(scenario, scenario.setup_ids[0])
        try:
            (played, _), *alike = games_alike(program, seed, turns=1)
        except _TooLongError:
            continue
        game = CompiledGame(program)
        choices, _ = found(program, played, weighed_by(solution_of(program)))
        commands = game.legal_commands(played[-1].state)
        total = sum(weight for _, weight in alike)
        expected = {
            format_command(command): sum(
                (
                    weight / total * brute_force(program, game.successor(line[-1].state, command))
                    for line, weight in alike
                ),
                Fraction(),
            )
            for command in commands
        }
        assert choices == expected, seed
        compared += any(expected.values())
    assert compared >= 3


@pytest.mark.parametrize("fear", ["4", "6"])
def test_the_river_says_the_same_whatever_they_fear(fear: str) -> None:
    program = compiled(scenario_in(NIGHT_PATROL), "standard")
    weigh = weighed_by(solution_of(program))
    game = CompiledGame(program)
    known = [found(program, recorded(game, [], by_result(start=each)), weigh) for each in ("2", fear)]
    assert known[0] == known[1]
    assert known[0][0]["patrol.fire"] == Fraction(2, 5)


def test_playouts_come_near_the_odds_and_are_always_the_same() -> None:
    program = compiled(scenario_in(NIGHT_PATROL), "standard")
    game = CompiledGame(program)
    begun = [recorded(game, [], by_result(start=each)) for each in ("2", "6")]

    estimated = estimated_by(program, plays=2000)
    first, second = (found(program, each, estimated)[0] for each in begun)
    assert first == second
    assert abs(float(first["patrol.fire"]) - 0.4) < 0.03
    assert first["patrol.hold"] == 0


def test_on_black_saturday_two_worlds_that_have_shown_the_same_give_the_same_words() -> None:
    scenario = scenario_in(ROOT / "scenarios" / "black_saturday")
    setup = next(each for each in scenario.setup_ids if "fog" in each)
    program = compiled(scenario, setup)
    game = CompiledGame(program)
    compared = 0
    lines: dict[object, list[Stretch[State]]] = {}
    for seed in range(12):
        begun = stretch_after(game, None, None, Random(seed).choice)
        command = game.legal_commands(begun.state)[0]
        line = [begun, stretch_after(game, command, begun.state, Random(seed).choice)]
        seen = repr(shown(scenario, game, line))
        if seen in lines and lines[seen][-1].state != line[-1].state:
            weigh = estimated_by(program, plays=20)
            assert found(program, line, weigh) == found(program, lines[seen], weigh)
            compared += 1
        lines.setdefault(seen, line)
    assert compared
