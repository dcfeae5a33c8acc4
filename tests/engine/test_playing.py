"""Games that are only played on go through the same states as those played state by state."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from game.analysis.playable import CompiledGame
from game.engine.compilation.program import compiled
from game.engine.moves import Answer, ChanceOutcome, Move, Wait
from game.engine.playing import Playing
from game.engine.program import Program
from game.engine.state import State
from tests.engine.generated import scenario_text
from tests.engine.test_agreement import scenario_in, scenario_of, written_scenarios

GAMES = 4
"""So many games of a scenario: in the later ones its runs are functions."""


def assert_same_states(program: Program, random: Random) -> None:
    """Play one game by random moves in both ways, from its start and from every state on the way."""
    game = CompiledGame(program)
    state = game.start().state
    playing = Playing(program, state)
    while True:
        assert playing.state == state
        turn = game.turn(state)
        assert bool(playing.ended) == (turn == "over")
        if turn == "over":
            return
        if random.random() < 0.2:
            playing = Playing(program, state)
        assert playing.is_chance == (turn == "chance")
        move = random.choice(_moves(game, state, playing, program))
        step = game.step(state, move)
        _make(playing, move, program)
        state = step.state


def _moves(game: CompiledGame, state: State, playing: Playing, program: Program) -> list[Move]:
    if playing.is_chance:
        outcomes = game.outcomes(state)
        assert [each for each in playing.weights() if each] == [each.weight for each in outcomes]
        return list(outcomes)
    commands = game.legal_commands(state)
    rows = [program.options[place] for place in playing.options()]
    answers = [Answer(row.decision, row.option) for row in rows]
    assert (*answers, *([Wait()] if playing.may_wait else [])) == commands
    return list(commands)


def _make(playing: Playing, move: Move, program: Program) -> None:
    match move:
        case Answer(decision, option):
            names = [(row.decision, row.option) for row in program.options]
            playing.answer(names.index((decision, option)))
        case Wait():
            playing.wait()
        case ChanceOutcome(_, result):
            chance = program.code[playing.state.agenda[0]]
            playing.draw(chance.results.index(result))  # type: ignore[union-attr]


@pytest.mark.parametrize("block", range(4))
def test_games_of_generated_scenarios_are_played_on_alike(block: int) -> None:
    for seed in range(block * 10, block * 10 + 10):
        scenario = scenario_of(scenario_text(Random(seed)))
        program = compiled(scenario, scenario.setup_ids[0])
        for number in range(GAMES):
            assert_same_states(program, Random(seed * GAMES + number))


@pytest.mark.parametrize("path", written_scenarios(), ids=lambda path: path.name)
def test_games_of_written_scenarios_are_played_on_alike(path: Path) -> None:
    scenario = scenario_in(path)
    program = compiled(scenario, scenario.setup_ids[0])
    for number in range(GAMES):
        assert_same_states(program, Random(number))


@pytest.mark.parametrize("path", written_scenarios(), ids=lambda path: path.name)
def test_states_without_telling_are_those_with_it(path: Path) -> None:
    scenario = scenario_in(path)
    game = CompiledGame(compiled(scenario, scenario.setup_ids[0]))
    random = Random(7)
    for _ in range(GAMES):
        state = game.start().state
        while moves := (*game.legal_commands(state), *game.outcomes(state)):
            move = random.choice(moves)
            told, silent = game.step(state, move).state, game.successor(state, move)
            assert silent == told
            state = told
