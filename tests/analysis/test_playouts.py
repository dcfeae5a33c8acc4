"""Sampled games: the same one by one and in columns, and as often as the odds say."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from random import Random

import numpy as np
import pytest

from game.analysis import batches
from game.analysis.asked import PolicyTable
from game.analysis.batches import Batches
from game.analysis.columns import streams
from game.analysis.figures import Odds, Policy
from game.analysis.followed import FollowedSolution
from game.analysis.graph import World
from game.analysis.intervals import interval
from game.analysis.liveness import Liveness
from game.analysis.odds import solution
from game.analysis.playable import CompiledGame
from game.analysis.playouts import Begun, Playouts, Tally
from game.analysis.plays import plays
from game.analysis.record import undecided_commands
from game.analysis.solving import solved
from game.analysis.storyline import storylines
from game.analysis.tickets import Stream
from game.analysis.turns import first_turns
from game.engine.compilation.program import compiled
from game.engine.happenings import Happening
from game.engine.moves import Move
from game.engine.program import Program
from tests.engine.generated import scenario_text
from tests.engine.test_agreement import ROOT, scenario_in, scenario_of

PLAYED = (Policy.UNDECIDED, Policy.HISTORICAL)
SHIPPED = (("river_incident", "standard"), ("bay_of_pigs_1961", None), ("berlin_1961", "fog_1961"))


def begun(program: Program) -> Begun:
    return Begun((World(CompiledGame(program).start().state),))


def shipped(name: str, setup: str | None) -> Program:
    scenario = scenario_in(ROOT / "scenarios" / name)
    return compiled(scenario, setup or scenario.setup_ids[0])


def generated() -> Iterator[Program]:
    for seed in range(30):
        scenario = scenario_of(scenario_text(Random(seed), hours=24))
        yield compiled(scenario, scenario.setup_ids[-1])


def table(program: Program, random: Random) -> PolicyTable:
    """Return a table that weighs some of the options, and waiting, at random."""
    answers = {
        decision.id: {
            each: random.randint(0, 3) for each in (*decision.options, "wait") if random.random() < 0.7
        }
        for decision in program.scenario.decisions.values()
        if random.random() < 0.8
    }
    return PolicyTable("random", answers)


def test_columns_play_the_games_that_are_played_one_by_one() -> None:
    for number, program in enumerate(generated()):
        policies = (*PLAYED, table(program, Random(number)))
        for policy in policies:
            one_by_one = Playouts(program, begun(program), number).tallies(policy, 25)
            together = Batches(program, begun(program), number).tallies(policy, 25)
            assert together == one_by_one, (number, policy)
            assert Batches(program, begun(program), number).tally(policy, 25) == one_by_one.whole


@pytest.mark.parametrize(("name", "setup"), SHIPPED)
def test_columns_play_shipped_scenarios_as_they_are_played_one_by_one(name: str, setup: str | None) -> None:
    program = shipped(name, setup)
    for policy in PLAYED:
        one_by_one = Playouts(program, begun(program), 3).tally(policy, 25)
        assert Batches(program, begun(program), 3).tally(policy, 25) == one_by_one


def assert_near(tally: Tally, odds: Odds, policy: Policy) -> None:
    """The sampled share of every ending lies within four deviations of its odds."""
    assert sum(tally.endings.values()) == tally.plays
    for ending, figure in odds.policies[policy].items():
        deviation = (figure.value * (1 - figure.value) / tally.plays) ** 0.5
        assert abs(tally.endings.get(ending, 0) / tally.plays - figure.value) <= 4 * deviation + 1e-12, ending


@pytest.mark.parametrize(("name", "setup"), SHIPPED)
def test_sampled_odds_lie_within_error_of_the_exact_ones(name: str, setup: str | None) -> None:
    program = shipped(name, setup)
    found = solved(program)
    for policy in PLAYED:
        tallies = Batches(program, begun(program), 11).tallies(policy, 20_000)
        assert tallies.whole.plays == 20_000
        assert_near(tallies.whole, found.odds, policy)
        assert tallies.after.keys() == found.options.keys()
        for option, odds in found.options.items():
            assert_near(tallies.after[option], odds, policy)


def test_sampled_odds_of_a_table_lie_within_error_of_the_exact_ones() -> None:
    for number, program in enumerate(generated()):
        if number % 10:
            continue
        policy = table(program, Random(number))
        found = solution(program.scenario, CompiledGame(program), merged=Liveness(program).forgotten)
        row = FollowedSolution(found, policy).row_of(found.roots)
        odds = Odds({Policy.UNDECIDED: row.endings}, None)
        assert_near(Batches(program, begun(program), 5).tally(policy, 5_000), odds, Policy.UNDECIDED)


def test_games_that_begin_in_several_worlds_are_shared_out_by_weight() -> None:
    program = shipped("river_incident", "standard")
    turns = first_turns(CompiledGame(program), begun(program).worlds)
    assert len(turns) > 1
    whole = Begun(turns)
    assert Batches(program, whole, 1).tallies(Policy.UNDECIDED, 500) == Playouts(program, whole, 1).tallies(
        Policy.UNDECIDED, 500
    )
    assert_near(
        Batches(program, whole, 1).tally(Policy.UNDECIDED, 20_000), solved(program).odds, Policy.UNDECIDED
    )


def test_how_many_are_played_together_changes_no_game(monkeypatch: pytest.MonkeyPatch) -> None:
    program = shipped("river_incident", "standard")
    together = Batches(program, begun(program), 9).tallies(Policy.UNDECIDED, 500)
    monkeypatch.setattr(batches, "_MOST_ROWS", 35)
    assert Batches(program, begun(program), 9).tallies(Policy.UNDECIDED, 500) == together


def test_another_seed_plays_other_games() -> None:
    program = shipped("river_incident", "standard")
    tallies = {
        Batches(program, begun(program), seed).tally(Policy.UNDECIDED, 999).endings["shots_at_dawn"]
        for seed in range(9)
    }
    assert len(tallies) > 1


def test_streams_in_columns_give_the_numbers_of_one_stream() -> None:
    seed, games = 2**64 - 1, 5
    alone = [Stream(seed, game) for game in range(games)]
    counters = streams.counters_of(seed, np.arange(games, dtype=np.uint64))
    for _ in range(4):
        counters, numbers = streams.numbers_after(counters)
        assert numbers.tolist() == [stream.number() for stream in alone]


def test_an_interval_holds_its_level() -> None:
    random = Random(1)
    for chance in (0.01, 0.2, 0.5):
        held = 0
        for _ in range(400):
            came = sum(random.random() < chance for _ in range(300))
            low, high = interval(came, 300)
            assert 0 <= low <= came / 300 <= high <= 1
            held += low <= chance <= high
        assert held / 400 > 0.92


def told_by_steps(program: Program, stream: Stream) -> tuple[Happening, ...]:
    """Return what a game of *undecided* tells, played from state to state."""
    game = CompiledGame(program)
    state, happenings = game.start()
    while (turn := game.turn(state)) != "over":
        if turn == "chance":
            outcomes = game.outcomes(state)
            ticket = stream.number() % sum(each.weight for each in outcomes)
            ways: list[Move] = [each for each in outcomes for _ in range(each.weight)]
            state, further = game.step(state, ways[ticket])
        else:
            commands = undecided_commands(game.legal_commands(state), game.deadlines(state))
            state, further = game.step(state, commands[int(stream.unit() * len(commands))])
        happenings += further
    return happenings


def test_stories_are_those_of_games_played_from_state_to_state() -> None:
    for program in generated():
        stories = storylines(program, Policy.UNDECIDED, 5, seed=4)
        assert list(stories) == [told_by_steps(program, Stream(4, number)) for number in range(5)]


def test_a_play_goes_from_each_state_to_one_that_a_move_leads_to() -> None:
    for program in generated():
        game = CompiledGame(program)
        for states in plays(program, 5):
            assert states[0] == game.start().state
            assert game.turn(states[-1]) == "over"
            for state, after in pairwise(states):
                moves = game.outcomes(state) or game.legal_commands(state)
                assert after in [game.successor(state, move) for move in moves]
