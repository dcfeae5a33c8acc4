"""The rules as a graph of places: what happens at each, and which ways lead on."""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum, auto
from typing import NamedTuple, assert_never

from game.analysis.stretches import Write, reads_of, stretch
from game.engine.program import Program
from game.engine.state import Point
from game.scenario.expressions.tree import Expression


class Sort(IntEnum):
    """What a place is: its number counts points of the code, fixed moments from one on, or decisions.

    `ALWAYS` is what may come at any time, `MET` an entry whose condition has come true.
    """

    POINT = auto()
    MOMENT = auto()
    ALWAYS = auto()
    CLOSED = auto()
    OPEN = auto()
    MET = auto()


class Place(NamedTuple):
    """A place in the rules."""

    sort: Sort
    number: int = 0


class Guard(NamedTuple):
    """A way on that is open only where a condition may be as it is wanted."""

    condition: Expression
    wanted: bool
    then: Place


class Scene(NamedTuple):
    """What happens at a place, and the ways on, free and guarded."""

    needs: frozenset[str] = frozenset()
    writes: tuple[Write, ...] = ()
    constants: tuple[tuple[int, int], ...] = ()
    then: tuple[Place, ...] = ()
    guards: tuple[Guard, ...] = ()


class _Entry(NamedTuple):
    condition: Expression
    then: tuple[Place, ...] = ()


class Places:
    """The scenes of one Program."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._entries: list[_Entry] = []
        self._always = [self._met(each) for each in _entries(program)]
        self._closed = [
            self._met(_Entry(row.condition, (Place(Sort.OPEN, place),)))
            for place, row in enumerate(program.decisions)
        ]
        self._options = {
            row.decision: [
                self._met(_Entry(option.when, (point(option.point),)))
                for option in program.options
                if option.decision == row.decision
            ]
            for row in program.decisions
        }

    def scene(self, place: Place) -> Scene:
        """Return the scene at a place."""
        program = self._program
        match place.sort:
            case Sort.POINT:
                return self._stretch(place.number)
            case Sort.MOMENT:
                return self._moment(place.number)
            case Sort.ALWAYS:
                periods = tuple(point(period.point) for period in program.periods)
                return Scene(then=periods, guards=tuple(self._always))
            case Sort.CLOSED:
                return Scene(guards=(self._closed[place.number],))
            case Sort.OPEN:
                return self._open(place.number)
            case Sort.MET:
                entry = self._entries[place.number]
                return Scene(needs=reads_of(entry.condition), then=entry.then)
            case _:
                assert_never(place.sort)

    def _met(self, entry: _Entry) -> Guard:
        self._entries.append(entry)
        return Guard(entry.condition, wanted=True, then=Place(Sort.MET, len(self._entries) - 1))

    def _moment(self, number: int) -> Scene:
        fixed = self._program.fixed
        if number == len(fixed):
            return Scene()
        due = self._program.due.get(fixed[number], ())
        return Scene(then=(*map(point, due), Place(Sort.MOMENT, number + 1)))

    def _open(self, number: int) -> Scene:
        """Return what may come of an open decision; if there is time, what halts a player who waits."""
        program, row = self._program, self._program.decisions[number]
        guards = tuple(self._options[row.decision])
        if row.late is None:
            return Scene(guards=guards)
        watched = frozenset(program.registers[register].name for register in program.watched)
        return Scene(needs=watched, then=(point(row.late),), guards=guards)

    def _stretch(self, number: Point) -> Scene:
        part = stretch(self._program, number)
        then = [point(each) for each in part.starts]
        guards: list[Guard] = []
        for condition, yes, no in part.forks:
            if condition is None:
                then += [point(yes), point(no)]
            else:
                guards.append(Guard(condition, wanted=True, then=point(yes)))
                guards.append(Guard(condition, wanted=False, then=point(no)))
        return Scene(part.needs, part.writes, part.constants, tuple(then), tuple(guards))


def point(number: Point) -> Place:
    """Return the place of a point."""
    return Place(Sort.POINT, number)


def _entries(program: Program) -> Iterator[_Entry]:
    """Return what may come at any time, once its condition holds."""
    for watch in program.watches:
        yield _Entry(watch.condition, (point(watch.point),))
    for repeater in program.repeaters:
        yield _Entry(repeater.condition)
    for ending in program.scenario.endings.values():
        yield _Entry(ending.when)
