"""The junctions that games of a Program have come to, and the ways between them.

A way is walked at first; where games go it again and again it becomes a function.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import accumulate
from typing import assert_never

from game.engine import functions
from game.engine.junctions import WAIT, Choice, Control, Junction, Telling, Turn, Way
from game.engine.kept import Kept
from game.engine.moves import Answer, ChanceOutcome, Wait
from game.engine.program import Chance, Number, Program
from game.engine.state import Due, Point, State
from game.engine.syntax import procedure
from game.engine.walk import Walk
from game.engine.ways.ground import KNOWN, Ground
from game.engine.ways.route import offered, route
from game.engine.ways.track import ARGUMENTS, Closed, Exit, Later, Over
from game.engine.ways.warming import warming

_MOST_JUNCTIONS = 10_000
_MOST_CHOICES = 250
_MOST_WAYS = 1_000


class Network:
    """The junctions of one Program. Where it `tells`, its ways tell what happens on them."""

    def __init__(self, program: Program, *, tells: bool) -> None:
        self._program = program
        self._tells = tells
        self._ground = program.once(Ground)
        self._junctions = Kept(self._new_junction, _MOST_JUNCTIONS)
        self._answers = [Answer(row.decision, row.option) for row in program.options]
        self._last: tuple[State, Junction] | None = None

    def junction(self, state: State) -> Junction:
        """Return the junction of a turn."""
        return self.last(state) or self._turn(state.minute, state.agenda, state.registers)

    def last(self, state: State) -> Junction | None:
        """Return the junction of the state that was come to last, None for other states."""
        return self._last[1] if self._last is not None and self._last[0] is state else None

    def come_to(self, state: State, junction: Junction) -> None:
        """Note the junction of a state."""
        self._last = (state, junction)

    def beginning(self, state: State) -> Junction:
        """Return the junction of a state at which nobody has the move yet."""
        return self._at(None, state.minute, state.agenda, state.registers)

    def _turn(self, minute: int, agenda: tuple[Point, ...], registers: Sequence[int]) -> Junction:
        if registers[self._program.keys.ended]:
            return self._junctions[Control("over", minute, (), 0, 0, 0, KNOWN)]
        return self._at("chance" if agenda else "player", minute, agenda, registers)

    def _at(
        self, turn: Turn | None, minute: int, agenda: tuple[Point, ...], registers: Sequence[int]
    ) -> Junction:
        keys, opened = self._program.keys, self._program.opened(registers, minute)
        unknown = KNOWN if turn == "player" else self._ground.everything
        control = Control(turn, minute, agenda, opened, registers[keys.waits], registers[keys.time], unknown)
        return self._junctions[control]

    def _new_junction(self, control: Control) -> Junction:
        junction = Junction(control)
        junction.ways = Kept(partial(self._new_way, junction), _MOST_WAYS)
        if control.turn == "chance":
            chance = self._program.code[control.agenda[0]]
            assert isinstance(chance, Chance)
            junction.read = chance.weights.made
            junction.choices = Kept(partial(_drawn, chance), _MOST_CHOICES)
        elif control.turn == "player":
            quick = partial(self._offer, control)
            junction.read = warming(self._program.offer, quick, junction.read_by)
            junction.choices = Kept(partial(self._offered, control), _MOST_CHOICES)
        return junction

    def _offer(self, control: Control) -> Number:
        return procedure(functions.ARGUMENTS, offered(self._ground, control))

    def _offered(self, control: Control, mask: int) -> Choice:
        """Return what the player may do while options are on offer, given as a mask."""
        places = tuple([place for place in range(len(self._answers)) if mask >> place & 1])
        answers = tuple([self._answers[place] for place in places])
        rows = enumerate(self._program.decisions)
        if all(row.deadline is not None for place, row in rows if control.opened >> place & 1):
            return Choice((*answers, Wait()), (), (*places, WAIT), tuple(range(1, len(places) + 2)))
        return Choice(answers, (), places, tuple(range(1, len(places) + 1)))

    # Ways

    def _new_way(self, junction: Junction, key: int) -> Way:
        control = junction.control
        quick = partial(self._written, control, key)
        return warming(partial(self._walked, control, key), quick, partial(junction.ways.__setitem__, key))

    def _walked(
        self, control: Control, key: int, registers: list[int], queue: list[Due], tell: Telling
    ) -> Junction:
        walk = self._walk(control, registers, queue, tell)
        if control.turn == "chance":
            walk.draw(key)
        elif control.turn == "player" and key == WAIT:
            walk.wait()
        elif control.turn == "player":
            walk.answer(key)
        walk.run()
        return self._turn(walk.minute, tuple(reversed(walk.agenda)), registers)

    def _written(self, control: Control, key: int) -> Way:
        track = route(self._ground, control, key, tells=self._tells)
        exits = {name: self._exit(leads_to) for name, leads_to in track.exits.items()}
        way: Way = procedure(ARGUMENTS, track.body, {**track.values, **exits})
        return way

    def _exit(self, leads_to: Exit) -> Junction | Way:
        match leads_to:
            case Control():
                return self._junctions[leads_to]
            case Over():
                return partial(self._end, leads_to)
            case Closed():
                return partial(self._close, leads_to.control)
            case Later():
                return partial(self._let_time_pass, leads_to.control)
            case _:
                assert_never(leads_to)

    def _end(self, over: Over, registers: list[int], queue: list[Due], tell: Telling) -> Junction:
        self._walk(over.control, registers, queue, tell).end(over.ending, over.dead_end)
        return self._turn(over.control.minute, (), registers)

    def _close(self, control: Control, registers: list[int], queue: list[Due], tell: Telling) -> Junction:
        self._walk(control, registers, queue, tell).close_time()
        everything = self._ground.everything
        return self._junctions[control._replace(opened=0, waits=0, time=1, unknown=everything)]

    def _let_time_pass(
        self, control: Control, registers: list[int], queue: list[Due], tell: Telling
    ) -> Junction:
        walk = self._walk(control, registers, queue, tell)
        walk.let_time_pass()
        unknown = control.unknown.and_of(self._ground.at(walk.minute))
        agenda = tuple(reversed(walk.agenda))
        return self._junctions[control._replace(minute=walk.minute, agenda=agenda, unknown=unknown)]

    def _walk(self, control: Control, registers: list[int], queue: list[Due], tell: Telling) -> Walk:
        agenda = list(reversed(control.agenda))
        return Walk(self._program, control.minute, agenda, queue, registers, tell)


def _drawn(chance: Chance, weights: Sequence[int]) -> Choice:
    """Return what may happen by chance, by the weights."""
    ways = [place for place, weight in enumerate(weights) if weight > 0]
    moves = [ChanceOutcome(chance.site, chance.results[place], weights[place]) for place in ways]
    return Choice((), tuple(moves), tuple(ways), tuple(accumulate(weights[place] for place in ways)))


def untold(program: Program) -> Network:
    """Return the network of games of which nothing is told."""
    return program.once(_untold)


def told(program: Program) -> Network:
    """Return the network of games that are told."""
    return program.once(_told)


def _untold(program: Program) -> Network:
    return Network(program, tells=False)


def _told(program: Program) -> Network:
    return Network(program, tells=True)
