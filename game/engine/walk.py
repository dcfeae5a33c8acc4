"""One walk through a Program, from a move to the next turn: the order of play of section 9.

The theory. A walk holds the parts of a State in mutable form. Two layers alternate:

1. *The agenda* is a stack of points. A point is carried out instruction by instruction up to its
   `Return`; a `Call` pushes the way back. A `Chance` with two possible results stops the walk with
   its own point on top of the agenda: chance has the turn.
2. *Settling*, when the agenda is empty: the first condition that holds puts its entry on the
   agenda; if none holds the endings are looked at once more, decisions open, and either the player
   has the turn or the clock goes to the next moment, whose entries become the agenda.

Rules for whoever changes this file. Everything that can be read or done later is in the State, so
that a game may be cut at any turn. Only `_tell` makes happenings, and nothing depends on them. A
register of the order of play is set back to its start as soon as it means nothing, or equal
futures would be unequal states.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Sequence
from typing import assert_never

from game.engine.calendar import due_at, minute_after
from game.engine.happenings import (
    ChanceTaken,
    DecisionLapsed,
    DecisionOpened,
    FlagSwitched,
    GameEnded,
    Happening,
    MomentBegan,
    TimeOver,
    VariableMoved,
    Waited,
)
from game.engine.junctions import Telling
from game.engine.opened import open_rows
from game.engine.program import (
    Assign,
    Begin,
    Branch,
    Call,
    Chance,
    DecisionRow,
    Defer,
    Endings,
    Jump,
    Note,
    Pending,
    Program,
    Return,
    Switch,
    Tell,
)
from game.engine.state import Due, Point

UNFINISHED = "unfinished"


class Walk:
    """A game on its way to its next turn. The next point of the agenda is the last of the list."""

    __slots__ = ("_rows", "_tell", "_tells", "agenda", "minute", "program", "queue", "registers")

    def __init__(
        self,
        program: Program,
        minute: int,
        agenda: list[Point],
        queue: list[Due],
        registers: list[int],
        tell: Telling,
    ) -> None:
        """Begin at a minute; the lists change in place. What happens goes to `tell`."""
        self.program = program
        self.minute = minute
        self.agenda = agenda
        self.queue = queue
        self.registers = registers
        self._rows: Sequence[DecisionRow] | None = None  # those that are open, while it is known
        self._tell = tell or _unheard
        self._tells = tell is not None

    def run(self) -> None:
        """Go on until somebody has the turn, or the game is over."""
        agenda = self.agenda
        while True:
            while agenda:
                if not self._carries_out(agenda.pop()):
                    return
            if not self._settles():
                return

    def draw(self, result: int) -> None:
        """Let the chance that has the turn go one way; what it does comes next."""
        chance = self.program.code[self.agenda.pop()]
        assert isinstance(chance, Chance)
        self._tell_chance(chance, result, is_forced=False)
        self.agenda.append(chance.points[result])

    def answer(self, option: int) -> None:
        """Take an option, told by its place; what it does comes next."""
        self.agenda.append(self.program.options[option].point)

    def wait(self) -> None:
        """Let time pass until something halts the player."""
        keys = self.program.keys
        self._tell(Waited())
        self.registers[keys.offer] = self.program.offer(self.registers, self.minute)
        self.registers[keys.waits] = 1
        self.let_time_pass()

    # The first layer: instructions.

    def _carries_out(self, point: Point) -> bool:  # noqa: C901, PLR0912 - one arm for each instruction
        """Carry out an entry from a point on; return False if the walk stops here."""
        code, registers = self.program.code, self.registers
        while True:
            instruction = code[point]
            point += 1
            match instruction:
                case Jump(target):
                    point = target
                case Note(register, value):
                    registers[register] = value
                    self._rows = None
                case Tell():
                    self._carry_out_tell(instruction)
                case Assign():
                    self._carry_out_assign(instruction)
                case Branch(test, _, otherwise):
                    if not test(registers, self.minute):
                        point = otherwise
                case Return():
                    return True
                case Endings():
                    if registers[self.program.keys.time] == 0 and self._is_ended():
                        return False
                case Call(target):
                    self.agenda.append(point)
                    point = target
                case Switch(register, value, cause):
                    self._switch(register, value, cause)
                case Chance():
                    forced = self._forced(instruction)
                    if forced is None:
                        self.agenda.append(point - 1)
                        return False
                    self._tell_chance(instruction, forced, is_forced=True)
                    point = instruction.points[forced]
                case Defer():
                    self._defer(instruction)
                case Pending(entry, otherwise):
                    if self._is_pending(entry):
                        point = otherwise
                case Begin():
                    self._begin_moment()
                case _:
                    assert_never(instruction)

    def _carry_out_tell(self, tell: Tell) -> None:
        if tell.halts:
            self._halt()
        if self._tells:
            values = tuple((name, read(self.registers, self.minute)) for name, read in tell.prints)
            self._tell(tell.happening(values))

    def _carry_out_assign(self, assign: Assign) -> None:
        registers = self.registers
        for update, value in zip(assign.updates, assign.values(registers, self.minute), strict=True):
            register = update.register
            before = registers[register]
            if value == before:
                continue
            registers[register] = value
            if register in self.program.watched:
                self._halt()
            if assign.cause is not None and self._tells:
                name = self.program.registers[register].name
                self._tell(VariableMoved(name, before, value, assign.cause))

    def _switch(self, register: int, value: int, cause: str) -> None:
        if self.registers[register] != value:
            self.registers[register] = value
            self._tell(FlagSwitched(self.program.registers[register].name, value, cause))

    def _halt(self) -> None:
        keys = self.program.keys
        if self.registers[keys.waits]:
            self.registers[keys.halted] = 1

    def _forced(self, chance: Chance) -> int | None:
        return forced(chance, chance.weights(self.registers, self.minute))

    def _tell_chance(self, chance: Chance, result: int, *, is_forced: bool) -> None:
        if self._tells:
            weights = chance.weights(self.registers, self.minute)
            self._tell(taken(chance, result, weights, is_forced=is_forced))

    def _defer(self, defer: Defer) -> None:
        minute = self.minute + defer.delay
        if defer.delay:
            insort(self.queue, (minute, defer.point))
        else:
            self.agenda.insert(0, defer.point)
        self._tell(defer.happening(minute))

    def _is_pending(self, entry: Point) -> bool:
        return entry in self.agenda or any(point == entry for _, point in self.queue)

    # The second layer: parts 5 to 7 of a moment, and the clock.

    def _settles(self) -> bool:
        """Find what is next when nothing is left to do; return False if a turn or the end has come."""
        program, registers, keys = self.program, self.registers, self.program.keys
        point = program.look(registers, self.minute)
        if point >= 0:
            self.agenda.append(point)
            return True
        if self._is_ended():
            return False
        if registers[keys.time]:
            self.end(len(program.endings) + 1, None)
            return False
        if self.minute == program.ends:
            self.close_time()
            return True
        self._open_decisions()
        if self._is_players_turn():
            return False
        self.let_time_pass()
        return True

    def _is_ended(self) -> bool:
        ending = self.program.ended(self.registers, self.minute)
        if ending:
            self.end(ending, None)
        return bool(ending)

    def end(self, ending: int, dead_end: str | None) -> None:
        keys, registers = self.program.keys, self.registers
        registers[keys.ended] = ending
        registers[keys.waits] = registers[keys.halted] = registers[keys.offer] = 0
        self.agenda.clear()
        endings = self.program.endings
        name = endings[ending - 1] if ending <= len(endings) else UNFINISHED
        self._tell(GameEnded(name, dead_end))

    def close_time(self) -> None:
        keys, registers = self.program.keys, self.registers
        for row in self._open_rows():
            registers[row.opened] = -1
            self._tell(DecisionLapsed(row.decision))
        self._rows = None
        registers[keys.waits] = registers[keys.halted] = registers[keys.offer] = 0
        self.queue.clear()
        registers[keys.time] = 1
        self._tell(TimeOver())

    def _open_rows(self) -> Sequence[DecisionRow]:
        if self._rows is None:
            self._rows = open_rows(self.program)[self.program.opened(self.registers, self.minute)]
        return self._rows

    def _open_decisions(self) -> None:
        program, registers, minute = self.program, self.registers, self.minute
        place = program.opening(registers, minute)
        while place >= 0:
            row = program.decisions[place]
            registers[row.opened] = minute
            self._rows = None
            self._halt()
            if self._tells:
                deadline = None if row.deadline is None else minute + row.deadline
                values = tuple((name, read(registers, minute)) for name, read in row.prints)
                self._tell(DecisionOpened(row.decision, deadline, values))
            place = program.opening(registers, minute)

    def _is_players_turn(self) -> bool:
        """Return whether the walk stops for the player, or at a dead end; else the clock goes on."""
        registers, keys = self.registers, self.program.keys
        rows = self._open_rows()
        offer = self.program.offer(registers, self.minute) if rows else 0
        if registers[keys.waits]:
            if rows and not registers[keys.halted] and offer == registers[keys.offer]:
                return False
            registers[keys.waits] = registers[keys.halted] = registers[keys.offer] = 0
        if rows and not offer:
            endless = [row.decision for row in rows if row.deadline is None]
            if endless:
                self.end(len(self.program.endings) + 1, endless[0])
        return bool(rows)

    def let_time_pass(self) -> None:
        """Let the clock go to the next moment at which anything can happen."""
        program, registers = self.program, self.registers
        for repeater in program.repeaters:
            if not registers[repeater.armed] and not repeater.holds(registers, self.minute):
                registers[repeater.armed] = 1
        self.minute = self._next_minute()
        if self.minute % program.step == 0:
            for row in program.decisions:
                if row.rests is not None:
                    registers[row.rests] = 0
        self._begin_moment()

    def _next_minute(self) -> int:
        minute = minute_after(self.program, self.minute)
        if self.queue:
            minute = min(minute, self.queue[0][0])
        for row in self._open_rows():
            if row.deadline is not None:
                minute = min(minute, self.registers[row.opened] + row.deadline)
        return minute

    def _begin_moment(self) -> None:
        """Put on the agenda what is due now, in the order of the entry vector."""
        minute = self.minute
        self._tell(MomentBegan(minute))
        due = due_at(self.program, minute)
        while self.queue and self.queue[0][0] <= minute:
            due.append(self.queue.pop(0)[1])
        due += [
            row.late
            for row in self._open_rows()
            if row.late is not None
            and row.deadline is not None
            and self.registers[row.opened] + row.deadline == minute
        ]
        self.agenda[:0] = sorted(due, reverse=True)


def _unheard(happening: Happening) -> None:
    """Hear what nobody asks for."""


def forced(chance: Chance, weights: Sequence[int]) -> int | None:
    """Return the place of the only result that may happen, or None if it is left to luck."""
    if chance.pinned is not None and weights[chance.pinned] > 0:
        return chance.pinned
    possible = [place for place, weight in enumerate(weights) if weight > 0]
    return possible[0] if len(possible) == 1 else None


def taken(chance: Chance, result: int, weights: Sequence[int], *, is_forced: bool) -> ChanceTaken:
    """Return what is told of a chance that goes one way."""
    possible = [max(0, weight) for weight in weights]
    return ChanceTaken(chance.site, chance.results[result], possible[result], sum(possible), is_forced)
