"""What is kept of a solution gives the same odds when it is read back, or is refused."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from random import Random

import pytest

from game.analysis.asked import Aim
from game.analysis.columns.framing import VERSION, framed, unframed
from game.analysis.columns.kept import KeptError, from_bytes, to_bytes
from game.analysis.columns.solution import ColumnSolution
from game.analysis.graph import World
from game.analysis.odds import BUDGET
from game.analysis.playable import CompiledGame
from game.analysis.solving import unheard
from game.analysis.turns import first_turns
from game.engine.compilation.program import compiled
from game.engine.program import Program
from tests.engine.generated import scenario_text
from tests.engine.test_agreement import ROOT, scenario_in, scenario_of


def program_of(name: str, setup: str) -> Program:
    return compiled(scenario_in(ROOT / "scenarios" / name), setup)


def solution_of(program: Program) -> ColumnSolution:
    return ColumnSolution(program, [World(CompiledGame(program).start().state)], BUDGET, unheard)


@pytest.fixture(scope="module")
def program() -> Program:
    return program_of("berlin_1961", "fog_1961")


@pytest.fixture(scope="module")
def kept(program: Program) -> bytes:
    return to_bytes(solution_of(program))


def test_what_is_read_back_has_the_same_odds_for_all_worlds(program: Program, kept: bytes) -> None:
    solved, read = solution_of(program), from_bytes(program, kept)
    assert (read.states, read.error, read.roots) == (solved.states, solved.error, solved.roots)
    assert (read.odds, read.options) == (solved.odds, solved.options)
    turns = first_turns(CompiledGame(program), solved.roots)
    worlds = [World(state, Fraction(number)) for number, (state, _) in enumerate(turns, 1)]
    for is_recorded in (True, False):
        assert read.odds_of(worlds, is_recorded=is_recorded) == solved.odds_of(
            worlds, is_recorded=is_recorded
        )
        assert read.catastrophe_of(worlds, is_recorded=is_recorded) == solved.catastrophe_of(
            worlds, is_recorded=is_recorded
        )
    assert read.options_of(worlds) == solved.options_of(worlds)
    assert read.multipliers() == solved.multipliers()
    endings = tuple(each.id for each in program.scenario.endings.values() if each.catastrophe)
    aim = Aim("the catastrophe", endings=endings, is_careful=True)
    assert read.aimed(aim)(worlds) == solved.aimed(aim)(worlds)
    assert to_bytes(read) == kept


def test_generated_scenarios_are_read_back_as_they_were() -> None:
    for seed in range(40):
        scenario = scenario_of(scenario_text(Random(seed), hours=24))
        program = compiled(scenario, scenario.setup_ids[0])
        solved = solution_of(program)
        read = from_bytes(program, to_bytes(solved))
        assert (read.odds, read.options, read.states) == (solved.odds, solved.options, solved.states), seed
        assert read.odds_of(solved.roots) == solved.odds, seed


def test_a_state_that_was_not_reached_is_refused_as_before(program: Program) -> None:
    game = CompiledGame(program)
    begun = game.start().state
    first, second, *_ = (game.successor(begun, each) for each in game.outcomes(begun))
    read = from_bytes(program, to_bytes(ColumnSolution(program, [World(first)], BUDGET, unheard)))
    with pytest.raises(KeyError):
        read.odds_of([World(second)])


def test_every_damaged_byte_is_noticed(program: Program, kept: bytes) -> None:
    random = Random(1)
    places = [*range(60), *(random.randrange(len(kept)) for _ in range(100)), len(kept) - 1]
    for place in places:
        damaged = bytearray(kept)
        damaged[place] ^= 1 << random.randrange(8)
        with pytest.raises(KeptError):
            from_bytes(program, bytes(damaged))


@pytest.mark.parametrize("cut", [0, 1, 20, 54, 60, 300])
def test_bytes_that_were_cut_off_are_refused(program: Program, kept: bytes, cut: int) -> None:
    with pytest.raises(KeptError):
        from_bytes(program, kept[:cut])
    with pytest.raises(KeptError):
        from_bytes(program, kept[: len(kept) - 1 - cut])
    with pytest.raises(KeptError):
        from_bytes(program, kept + b"\0" * (cut + 1))


def test_bytes_of_other_rules_are_refused(kept: bytes) -> None:
    for other in (program_of("berlin_1961", "strict_1961"), program_of("river_incident", "standard")):
        with pytest.raises(KeptError, match="other rules"):
            from_bytes(other, kept)


def test_bytes_of_another_version_are_refused(program: Program, kept: bytes) -> None:
    place = kept.index(VERSION.to_bytes(8, "big"))
    other = kept[:place] + (VERSION + 1).to_bytes(8, "big") + kept[place + 8 :]
    with pytest.raises(KeptError, match="version"):
        from_bytes(program, other)


def _beyond(array: list[int]) -> list[int]:
    return [1 << 30, *array[1:]]


@pytest.mark.parametrize("name", ["children", "places", "words", "groups", "digits", "sizes", "ids"])
@pytest.mark.parametrize("change", [_beyond, lambda array: array[:-1]], ids=["beyond", "short"])
def test_numbers_that_do_not_fit_together_are_refused_whole(
    program: Program, kept: bytes, name: str, change: Callable[[list[int]], list[int]]
) -> None:
    header, arrays = unframed(kept)
    array = arrays[name]
    flat = change(array.ravel().tolist())
    made = type(array)(len(flat), dtype=array.dtype)
    made[:] = flat
    if made.size == array.size:
        made = made.reshape(array.shape)
    with pytest.raises(KeptError):
        from_bytes(program, framed(header, {**arrays, name: made}))
