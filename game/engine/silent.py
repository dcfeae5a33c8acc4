"""The walk of `game.engine.walk` with nothing told: runs of instructions as functions, masks instead of rows.

Analysis and sampling take it. The order of play is that of the Walk, whose states it gives.
"""

from __future__ import annotations

from game.engine.program import Call, Chance, DecisionRow, Endings, Program, Return
from game.engine.standing import standing
from game.engine.state import Point, State
from game.engine.walk import Walk


class SilentWalk(Walk):
    """A game on its way to its next turn, of which nothing is told.

    `opened` is the mask of the open decisions as play last settled, and so while time passes; `weights`
    are those of the chance that was last come to.
    """

    __slots__ = ("_ended", "_look", "_standing", "_time", "opened", "weights")

    def __init__(self, program: Program, state: State) -> None:
        super().__init__(program, state, None)
        self._standing = standing(program)
        self._look, self._ended, self._time = program.look, program.ended, program.keys.time
        self.weights: tuple[int, ...] = ()
        self.opened = program.opened(self.registers, self.minute)

    def _carries_out(self, point: Point) -> bool:
        code, registers, minute = self.program.code, self.registers, self.minute
        runs = self._standing.runs
        made = runs.made
        while True:
            run = made[point] or runs.wanted(point)
            if run is None:
                return super()._carries_out(point)
            point = run(registers, minute)
            instruction = code[point]
            kind = type(instruction)
            if kind is Return:
                return True
            if kind is Chance:
                forced = self._forced(instruction)  # type: ignore[arg-type]
                if forced is None:
                    self.agenda.append(point)
                    return False
                point = instruction.points[forced]  # type: ignore[union-attr]
            elif kind is Call:
                self.agenda.append(point + 1)
                point = instruction.point  # type: ignore[union-attr]
            elif kind is Endings:
                if registers[self._time] == 0 and self._ended(registers, minute):
                    self._is_ended()
                    return False
                point += 1
            else:
                return super()._carries_out(point)

    def _forced(self, chance: Chance) -> int | None:
        self.weights = weights = chance.weights(self.registers, self.minute)
        if chance.pinned is None and len(weights) > 1 and min(weights) > 0:
            return None
        return super()._forced(chance)

    def _settles(self) -> bool:
        program, registers, minute = self.program, self.registers, self.minute
        point = self._look(registers, minute)
        if point >= 0:
            self.agenda.append(point)
            return True
        if self._ended(registers, minute):
            self._is_ended()
            return False
        if registers[self._time] or minute == program.ends:
            self.opened = program.opened(registers, minute)
            return super()._settles()
        opening = self._standing.opening(minute)
        place = opening(registers, minute)
        while place >= 0:
            registers[program.decisions[place].opened] = minute
            self._halt()
            place = opening(registers, minute)
        self.opened = program.opened(registers, minute)
        if self._is_players_turn():
            return False
        self.let_time_pass()
        return True

    def _is_players_turn(self) -> bool:
        registers, keys = self.registers, self.program.keys
        if self.opened and not registers[keys.waits] and self._standing.may_wait(self.opened):
            return True
        return super()._is_players_turn()

    def _begin_moment(self) -> None:
        due = self._standing.due(self.minute)
        if not self.opened and not (self.queue and self.queue[0][0] <= self.minute):
            self.agenda[:0] = due
        else:
            super()._begin_moment()

    def _open_rows(self) -> tuple[DecisionRow, ...]:
        return self._standing.rows(self.opened)

    def _offer(self) -> int:
        return self._standing.offer(self.opened)(self.registers, self.minute)

    def _known_minute(self) -> int:
        return self._standing.minute_after(self.minute)

    def _known_due(self) -> list[Point]:
        return list(self._standing.due(self.minute))
