"""A game by its moves: who has the turn, what may be done, and what comes of it."""

from __future__ import annotations

from typing import Literal

from game.engine.happenings import Happening, Waited
from game.engine.moves import Answer, ChanceOutcome, Command, Move, Wait
from game.engine.program import Chance, Program
from game.engine.silent import SilentWalk
from game.engine.standing import standing
from game.engine.state import IllegalMoveError, State, Step
from game.engine.walk import UNFINISHED, Walk

Turn = Literal["chance", "player", "over"]


def start(program: Program) -> Step:
    """Return the first turn of a game, and what happened before it."""
    registers = tuple(register.start for register in program.registers)
    state = State(program.begins, (program.start,), (), registers)
    happenings: list[Happening] = []
    walk = Walk(program, state, happenings)
    walk.run()
    return Step(walk.state, tuple(happenings))


def turn(program: Program, state: State) -> Turn:
    """Return who has the move: chance, the player, or nobody."""
    if state.registers[program.keys.ended]:
        return "over"
    return "chance" if state.agenda else "player"


def legal_commands(program: Program, state: State) -> tuple[Command, ...]:
    """Return what the player may do: options on offer in file order, then waiting; else nothing."""
    if turn(program, state) != "player":
        return ()
    offer = program.offer(state.registers, state.minute)
    answers = standing(program).answers(offer)
    return (*answers, Wait()) if may_wait(program, state) else answers


def may_wait(program: Program, state: State) -> bool:
    """Return whether every open decision has a deadline."""
    return standing(program).may_wait(program.opened(state.registers, state.minute))


def outcomes(program: Program, state: State) -> tuple[ChanceOutcome, ...]:
    """Return what may happen by chance, at least two, each with its weight; none if chance has no turn.

    The order is that of the draw (section 9.5). Weights are above 0; each over their sum is a probability.
    """
    if turn(program, state) != "chance":
        return ()
    chance = _chance(program, state)
    weights = chance.weights(state.registers, state.minute)
    return tuple(
        ChanceOutcome(chance.site, result, weight)
        for result, weight in zip(chance.results, weights, strict=True)
        if weight > 0
    )


def step(program: Program, state: State, move: Move) -> Step:
    """Return the next turn after a move, and what happened on the way.

    Raises IllegalMoveError for a move that is not among `legal_commands` or `outcomes`.
    """
    happenings: list[Happening] = []
    return Step(_moved(program, state, move, happenings), tuple(happenings))


def successor(program: Program, state: State, move: Move) -> State:
    """Return the state of `step` alone, which is quicker."""
    return _moved(program, state, move, None)


def ending(program: Program, state: State) -> str | None:
    """Return the ending that was reached, `unfinished`, or None while the game goes on."""
    number = state.registers[program.keys.ended]
    if not number:
        return None
    return program.endings[number - 1] if number <= len(program.endings) else UNFINISHED


def value(program: Program, state: State, name: str) -> int:
    """Return the value of any name that a condition may read. Raises KeyError for others."""
    return program.names[name](state.registers, state.minute)


def deadline(program: Program, state: State, decision: str) -> int | None:
    """Return the minute at which an open decision is taken late, or None."""
    row = next(row for row in program.decisions if row.decision == decision)
    opened = state.registers[row.opened]
    return None if opened < 0 or row.deadline is None else opened + row.deadline


def open_decisions(program: Program, state: State) -> tuple[str, ...]:
    """Return the decisions that are open, in file order."""
    return tuple(row.decision for row in program.decisions if state.registers[row.opened] >= 0)


def _chance(program: Program, state: State) -> Chance:
    chance = program.code[state.agenda[0]]
    assert isinstance(chance, Chance)
    return chance


def _moved(program: Program, state: State, move: Move, happenings: list[Happening] | None) -> State:
    walk = SilentWalk(program, state) if happenings is None else Walk(program, state, happenings)
    match move:
        case ChanceOutcome():
            _take_chance(program, state, walk, move)
        case Answer():
            _answer(program, state, walk, move)
        case Wait():
            _wait(program, state, walk, happenings)
    walk.run()
    return walk.state


def _take_chance(program: Program, state: State, walk: Walk, move: ChanceOutcome) -> None:
    possible = outcomes(program, state)
    if move not in possible:
        raise IllegalMoveError(move, possible)
    chance = _chance(program, state)
    walk.agenda.pop()
    walk.take(chance, chance.results.index(move.result))


def _answer(program: Program, state: State, walk: Walk, move: Answer) -> None:
    if turn(program, state) == "player":
        offer = program.offer(state.registers, state.minute)
        for place in standing(program).options(offer):
            row = program.options[place]
            if row.option == move.option and row.decision == move.decision:
                walk.agenda.append(row.point)
                return
    raise IllegalMoveError(move, legal_commands(program, state))


def _wait(program: Program, state: State, walk: Walk, happenings: list[Happening] | None) -> None:
    if turn(program, state) != "player" or not may_wait(program, state):
        raise IllegalMoveError(Wait(), legal_commands(program, state))
    if happenings is not None:
        happenings.append(Waited())
    keys = program.keys
    walk.registers[keys.waits] = 1
    walk.registers[keys.offer] = program.offer(state.registers, state.minute)
    walk.let_time_pass()
