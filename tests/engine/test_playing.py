"""Games that are only played on go through the same states as those played state by state."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from game.analysis.playable import CompiledGame
from game.engine.compilation.program import compiled
from game.engine.happenings import Happening
from game.engine.playing import Playing
from game.engine.program import Program
from game.engine.ways import warming
from tests.engine.generated import scenario_text
from tests.engine.test_agreement import scenario_in, scenario_of, written_scenarios

GAMES = 4
"""So many games of a scenario: in the later ones some of its ways are functions."""


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warming, "OFTEN", 2)


def assert_same_play(program: Program, random: Random) -> None:
    """Play one game by random moves in both ways, from its start and from states on the way."""
    game, happenings = CompiledGame(program), list[Happening]()
    state, told = game.start()
    playing, telling = Playing(program, None), Playing(program, None, happenings.append)
    while True:
        assert playing.state == telling.state == state
        assert tuple(happenings) == told
        turn = game.turn(state)
        assert bool(playing.ended) == (turn == "over")
        assert playing.is_chance == (turn == "chance")
        moves = (*game.legal_commands(state), *game.outcomes(state))
        assert playing.choice() == telling.choice()
        assert playing.choice().moves == moves
        if turn == "over":
            assert not moves
            return
        if random.random() < 0.2:
            playing = Playing(program, state)
        move = random.choice(moves)
        happenings.clear()
        state, told = game.step(state, move)
        playing.make(move)
        telling.make(move)


@pytest.mark.parametrize("block", range(4))
def test_games_of_generated_scenarios_are_played_on_alike(block: int) -> None:
    for seed in range(block * 10, block * 10 + 10):
        scenario = scenario_of(scenario_text(Random(seed)))
        program = compiled(scenario, scenario.setup_ids[0])
        for number in range(GAMES):
            assert_same_play(program, Random(seed * GAMES + number))


@pytest.mark.parametrize("path", written_scenarios(), ids=lambda path: path.name)
def test_games_of_written_scenarios_are_played_on_alike(path: Path) -> None:
    scenario = scenario_in(path)
    program = compiled(scenario, scenario.setup_ids[0])
    for number in range(GAMES):
        assert_same_play(program, Random(number))


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
