"""What a survey says happens does happen, and what it says never happens does not; runs are the shortest."""

from __future__ import annotations

from collections import deque
from dataclasses import replace
from fractions import Fraction
from random import Random

import pytest

from game.analysis.graph import World
from game.analysis.liveness import Liveness
from game.analysis.odds import solution
from game.analysis.playable import CompiledGame
from game.analysis.solving import unheard
from game.analysis.survey.lengths import Bounds, answered, words_read
from game.analysis.survey.options import Options, goal
from game.analysis.survey.survey import Survey
from game.analysis.survey.values import Backward
from game.analysis.things import Thing, thing_of, things
from game.analysis.witness import witness
from game.engine import play
from game.engine.compilation.program import compiled
from game.engine.happenings import ChanceTaken, Happening
from game.engine.moves import Answer, ChanceOutcome
from game.engine.program import Program
from game.engine.state import State
from game.session.run import Fixed
from tests.engine.generated import scenario_text
from tests.engine.test_agreement import ROOT, scenario_in, scenario_of
from tests.samples.shelf import NIGHT_PATROL

SEEDS = range(40)
MOST_STATES = 1_000
NOTED = {"event", "letter", "report", "phase", "response", "option", "late", "outcome", "text", "queued"}
NOTED |= {"decision", "ending", "dead end"}


class Plain:
    """All that play can reach, walked state by state without merging what only has the same future."""

    def __init__(self, program: Program) -> None:
        self.moves: dict[Thing, int] = {}
        self.states: set[State] = set()
        first = play.start(program)
        self._note(first.happenings, 0)
        pending = deque([(first.state, 0)])
        while pending and len(self.states) <= MOST_STATES:
            state, depth = pending.popleft()
            if state in self.states:
                continue
            self.states.add(state)
            for move in (*play.outcomes(program, state), *play.legal_commands(program, state)):
                after, happenings = play.step(program, state, move)
                self._note(happenings, depth + 1)
                pending.append((after, depth + 1))

    def _note(self, happenings: tuple[Happening, ...], depth: int) -> None:
        for happening in happenings:
            thing = thing_of(happening)
            if thing is not None:
                self.moves.setdefault(thing, depth)


def programs() -> list[tuple[int, Program]]:
    made = []
    for seed in SEEDS:
        scenario = scenario_of(scenario_text(Random(seed), 24))
        made.append((seed, compiled(scenario, scenario.setup_ids[0])))
    return made


PROGRAMS = programs()
PLAIN = [(program, plain) for _, program in PROGRAMS if len((plain := Plain(program)).states) <= MOST_STATES]


def surveyed(program: Program) -> Survey:
    every = {thing for several in things(program).values() for thing in several}
    return Survey(program, 1_000_000, unheard, every)


def test_most_generated_scenarios_are_small_enough_to_be_walked_plainly() -> None:
    assert len(PLAIN) >= len(PROGRAMS) // 2


def test_a_survey_finds_what_a_plain_walk_finds_and_nothing_else() -> None:
    for program, plain in PLAIN:
        found = {each for each in surveyed(program).happened if each.kind in NOTED}
        single = {each for each in found ^ set(plain.moves) if each.kind == "outcome"}
        # chances with one possible result are no instruction, or are told of as forced
        assert found - single == set(plain.moves) - single
        assert not {each for each in single if each in found}


def test_a_witness_is_as_short_as_any_and_shows_what_it_is_for() -> None:
    for program, plain in PLAIN[:20]:
        survey = surveyed(program)
        for thing, moves in plain.moves.items():
            run = survey.witness_of(thing)
            if run is None:
                assert thing.kind == "outcome"
                continue
            assert len(run.moves) == moves, thing
            assert thing in {thing_of(each) for each in run.happenings}


def test_the_chance_of_a_witness_is_the_product_of_those_of_its_draws() -> None:
    program = compiled(scenario_in(NIGHT_PATROL), "standard")
    run = surveyed(program).witness_of(Thing("ending", "war"))
    assert run is not None
    assert run.chance == Fraction(1, 3) * Fraction(6, 10)
    assert run.choices == (
        Fixed("their_fear.start", "6"),
        Answer("patrol", "fire"),
        Fixed("patrol.fire", "they_shoot"),
    )


def test_a_witness_without_moves_is_the_start() -> None:
    program = compiled(scenario_in(NIGHT_PATROL), "standard")
    run = witness(program, ())
    assert run.moves == ()
    assert run.chance == 1
    assert run.state == play.start(program).state


@pytest.mark.parametrize("name", ["river_incident", "bay_of_pigs_1961"])
def test_chances_of_a_survey_are_those_of_the_exact_solution(name: str) -> None:
    scenario = scenario_in(ROOT / "scenarios" / name)
    program = compiled(scenario, scenario.setup_ids[0])
    survey = Survey(program, 1_000_000, unheard)
    backward = Backward(survey.ways)
    numbers = {ending: number for number, ending in enumerate(program.endings)}
    forgotten = Liveness(program).forgotten
    exact = solution(scenario, CompiledGame(program), (World(survey.start),), merged=forgotten).odds
    root = survey.id(survey.start)
    for ending in program.endings:
        chances = backward.chances(goal(numbers, frozenset({ending})))
        for row, policy in zip(chances, exact.policies, strict=False):
            assert abs(row[root] - exact.policies[policy][ending].value) < 1e-12


def test_options_are_dominated_where_exact_values_say_so() -> None:
    """The definition, in fractions, over every state of a plain walk."""
    judged = 0
    for program, plain in PLAIN[:25]:
        scenario = program.scenario
        survey = Survey(program, 1_000_000, unheard)
        options, backward = Options(survey), Backward(survey.ways)
        numbers = {ending: number for number, ending in enumerate(program.endings)}
        exact = solution(scenario, CompiledGame(program), (World(survey.start),))
        column = exact.columns.endings.index(program.endings[0])
        values = backward.chances(goal(numbers, frozenset({program.endings[0]}))).greatest
        for option, other in options.pairs():
            mine, theirs = (Answer(*program.options[place][:2]) for place in (option, other))
            gains = []
            is_matched = True
            for state in plain.states:
                commands = play.legal_commands(program, state)
                if mine in commands and theirs in commands:
                    after = [play.successor(program, state, each) for each in (mine, theirs)]
                    worse, better = (
                        exact.values[exact.numbers[each]].fraction(list(exact.odds.policies)[1], column)
                        for each in after
                    )
                    gains.append(better - worse)
                elif mine in commands:
                    is_matched = False
            if gains or not is_matched:
                found = options.compared(option, other, values, backward.error)
                assert found.is_matched is (is_matched and min(gains, default=Fraction()) >= 0)
                assert not is_matched or bool(len(found.better)) is (max(gains) > 0)
                judged += 1
    assert judged > 30


def test_the_lengths_of_games_are_those_of_all_lines_of_play() -> None:
    judged = 0
    for program, plain in PLAIN:
        if len(plain.states) > 300:
            continue
        survey = Survey(program, 1_000_000, unheard)
        lengths = lengths_of(program)
        if lengths:
            assert answered(survey, Backward(survey.ways)) == Bounds(min(lengths), max(lengths))
            judged += 1
    assert judged > 5


def lengths_of(program: Program) -> set[int]:
    """Return how many answers the lines of play have, by the states after which they are left to come."""
    known: dict[State, frozenset[int]] = {}

    def left(state: State) -> frozenset[int]:
        if state not in known:
            moves = (*play.outcomes(program, state), *play.legal_commands(program, state))
            known[state] = (
                frozenset(
                    number + isinstance(move, Answer)
                    for move in moves
                    for number in left(play.successor(program, state, move))
                )
                if moves
                else frozenset({0})
            )
        return known[state]

    return set(left(play.start(program).state))


def test_a_decision_that_is_left_out_is_answered_by_the_record() -> None:
    scenario = scenario_in(NIGHT_PATROL)
    fire = replace(scenario.decisions["patrol"], historical="fire")
    scenario = replace(scenario, decisions={"patrol": fire})
    program = compiled(scenario, "standard")
    survey = Survey(program, 1_000, unheard, words={point: 10 for point, row in options_of(program) if row})
    every = words_read(survey, Backward(survey.ways), {})
    assert every == Bounds(0, 10)
    assert words_read(survey, Backward(survey.ways), {}, {"patrol"}) == Bounds(10, 10)


def options_of(program: Program) -> list[tuple[int, bool]]:
    """Return the points at which the player's option `fire` is told."""
    return [(point, Thing("option", "patrol.fire") in several) for point, several in things(program).items()]


def test_outcomes_are_moves_of_a_witness_only_where_something_is_drawn() -> None:
    program = compiled(scenario_in(ROOT / "scenarios" / "berlin_1961"), "strict_1961")
    run = surveyed(program).witness_of(Thing("ending", program.endings[0]))
    if run is not None:
        drawn = [each for each in run.happenings if isinstance(each, ChanceTaken) and not each.is_forced]
        assert len(drawn) == len([each for each in run.moves if isinstance(each, ChanceOutcome)])
