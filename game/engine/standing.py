"""What is open, on offer and due, worked out once for each mask and minute of one Program, and kept."""

from __future__ import annotations

import ast
from bisect import bisect_right

from game.engine.functions import Functions
from game.engine.moves import Answer
from game.engine.program import DecisionRow, Number, Program, Registers
from game.engine.runs import Runs
from game.engine.state import Point

_ANY = -1
"""Stands for the minutes for which no decision is set."""
_OFTEN = 20
"""The offer of some decisions gets a function of its own when it is wanted for so many times."""


class Standing:
    """What a walk of which nothing is told asks of a Program again and again."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._functions = Functions(program.index, program.scenario.clock)
        self.runs = Runs(program.code, self._functions, program.keys, program.watched)
        self._rows: dict[int, tuple[DecisionRow, ...]] = {0: ()}
        self._offers: dict[int, Number] = {}
        self._wanted: dict[int, int] = {}
        self._may_wait: dict[int, bool] = {}
        self._minutes: dict[int, int] = {}
        self._due: dict[int, tuple[Point, ...]] = {}
        self._openings: dict[int, Number] = {}
        self._options: dict[int, tuple[int, ...]] = {0: ()}
        self._answers: dict[int, tuple[Answer, ...]] = {}

    def rows(self, opened: int) -> tuple[DecisionRow, ...]:
        """Return the decisions that are open, given as a mask."""
        rows = self._rows.get(opened)
        if rows is None:
            decisions = enumerate(self._program.decisions)
            rows = self._rows[opened] = tuple(row for place, row in decisions if opened >> place & 1)
        return rows

    def offer(self, opened: int) -> Number:
        """Return the function of the mask of the offer while these decisions are open."""
        found = self._offers.get(opened)
        if found is None:
            self._wanted[opened] = self._wanted.get(opened, 0) + 1
            if self._wanted[opened] < _OFTEN:
                return self._program.offer
            always: ast.expr = ast.Constant(value=True)
            names = {row.decision for row in self.rows(opened)}
            bits = [
                (self._functions.syntax(option.when), 1 << place)
                for place, option in enumerate(self._program.options)
                if option.decision in names
            ]
            found = self._offers[opened] = self._functions.mask([(always, bits)] if bits else [])
        return found

    def options(self, offer: int) -> tuple[int, ...]:
        """Return the places of the options on offer, in file order."""
        found = self._options.get(offer)
        if found is None:
            places = range(len(self._program.options))
            found = self._options[offer] = tuple([place for place in places if offer >> place & 1])
        return found

    def answers(self, offer: int) -> tuple[Answer, ...]:
        """Return the answers that an offer allows, in file order."""
        found = self._answers.get(offer)
        if found is None:
            rows = [self._program.options[place] for place in self.options(offer)]
            found = self._answers[offer] = tuple([Answer(row.decision, row.option) for row in rows])
        return found

    def may_wait(self, opened: int) -> bool:
        """Return whether each of the decisions that are open has a deadline."""
        found = self._may_wait.get(opened)
        if found is None:
            found = all(row.deadline is not None for row in self.rows(opened))
            self._may_wait[opened] = found
        return found

    def opening(self, minute: int) -> Number:
        """Return the function of the place of a decision that opens at a minute, -1 for none.

        Those that are set for the minute come first; which opens first makes no difference to the state.
        """
        found = self._openings.get(minute)
        if found is None:
            at_any = self._openings.get(_ANY) or self._opening_of(None)
            self._openings[_ANY] = at_any
            is_set = any(row.at == minute for row in self._program.decisions)
            found = _either(self._opening_of(minute), at_any) if is_set else at_any
            self._openings[minute] = found
        return found

    def _opening_of(self, at: int | None) -> Number:
        """Return the function of the place of the first decision that opens, of those set for a minute."""
        rows = enumerate(self._program.decisions)
        cases = [(self._functions.syntax(row.condition), place) for place, row in rows if row.at == at]
        return self._functions.first(cases, -1)

    def minute_after(self, now: int) -> int:
        """Return the next moment that comes whatever is open and under way."""
        found = self._minutes.get(now)
        if found is None:
            program = self._program
            minutes = [program.ends, (now // program.step + 1) * program.step]
            minutes += program.fixed[bisect_right(program.fixed, now) :][:1]
            minutes += [(now // period.every + 1) * period.every for period in program.periods]
            found = self._minutes[now] = min(minutes)
        return found

    def due(self, minute: int) -> tuple[Point, ...]:
        """Return what is due at a minute whatever is open and under way, the next at the end."""
        found = self._due.get(minute)
        if found is None:
            periods = self._program.periods
            points = [each.point for each in periods if minute and minute % each.every == 0]
            points += self._program.due.get(minute, ())
            found = self._due[minute] = tuple(sorted(points, reverse=True))
        return found


def _either(first: Number, second: Number) -> Number:
    def place(registers: Registers, minute: int) -> int:
        found = first(registers, minute)
        return found if found >= 0 else second(registers, minute)

    return place


def standing(program: Program) -> Standing:
    """Return that of a Program, made when it is first asked for."""
    if not program.standing:
        program.standing.append(Standing(program))
    return program.standing[0]
