"""What ways are generated from: a Program, and which of its conditions read what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import reduce

from game.engine.functions import Functions
from game.engine.junctions import Unknown
from game.engine.kept import Kept
from game.engine.program import Program
from game.scenario.expressions.ranges import reads
from game.scenario.expressions.tree import Expression

_MOST_MINUTES = 10_000
_MOST_MASKS = 1_000
KNOWN = Unknown(0, 0, 0)
"""It is known of all that they do not hold."""


class Ground:
    """The Program, and after which writing what is not known any more."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.functions = Functions(program.index, program.scenario.clock)
        watches = _readers(row.condition for row in program.watches)
        endings = _readers(row.condition for row in program.closings)
        openings = _readers(row.condition for row in program.decisions)
        self._readers = {
            name: Unknown(watches.get(name, 0), endings.get(name, 0), openings.get(name, 0))
            for name in {*watches, *endings, *openings}
        }
        self.everything = Unknown(_all(program.watches), _all(program.closings), _all(program.decisions))
        self._by_clock = self.after("day", "hour", "step")
        rests = [program.registers[row.rests].name for row in program.decisions if row.rests is not None]
        self._by_step = self.after(*rests)
        self._by_minute = Kept(self._at, _MOST_MINUTES)
        self._openings = Kept(self._opening_at, _MOST_MINUTES)
        self._closed = Kept(self._closed_but, _MOST_MASKS)

    def after(self, *names: str) -> Unknown:
        """Return what is not known once values of these names are others."""
        return reduce(Unknown.and_of, [self._readers.get(name, KNOWN) for name in names], KNOWN)

    def at(self, minute: int) -> Unknown:
        """Return what is not known once time has passed to a minute."""
        return self._by_minute[minute]

    def openings_at(self, minute: int) -> int:
        """Return the mask of the decisions that may open at a minute."""
        return self._openings[minute]

    def closed_but(self, opened: int) -> Mapping[str, int]:
        """Return what is known of all decisions but the open ones, given as a mask."""
        return self._closed[opened]

    def _opening_at(self, minute: int) -> int:
        rows = enumerate(self.program.decisions)
        return sum(1 << place for place, row in rows if row.at in (None, minute))

    def _closed_but(self, opened: int) -> dict[str, int]:
        names, rows = self.program.registers, enumerate(self.program.decisions)
        return {names[row.opened].name: -1 for place, row in rows if not opened >> place & 1}

    def _at(self, minute: int) -> Unknown:
        rows = enumerate(self.program.decisions)
        openings = sum(1 << place for place, row in rows if row.at == minute)
        found = self._by_clock.and_of(Unknown(0, 0, openings))
        return found if minute % self.program.step else found.and_of(self._by_step)


def _readers(conditions: Iterable[Expression]) -> dict[str, int]:
    """Return by each name the mask of the conditions that read it."""
    found: dict[str, int] = {}
    for place, condition in enumerate(conditions):
        for read in reads(condition):
            found[read.name] = found.get(read.name, 0) | 1 << place
    return found


def _all(rows: tuple[object, ...]) -> int:
    return (1 << len(rows)) - 1
