"""The code under construction: instructions, and the entry vector in front of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal

from game.engine import layout
from game.engine.functions import Functions
from game.engine.happenings import Happening, Queued, Values
from game.engine.program import (
    Assign,
    Branch,
    Chance,
    Defer,
    Instruction,
    Jump,
    Note,
    Number,
    Pending,
    Return,
    Tell,
    Update,
)
from game.engine.results import Quantity, format_result, parse_result
from game.engine.state import Point
from game.scenario.expressions.tree import Constant, Expression
from game.scenario.model import Scenario, Spread
from game.scenario.text import Text

EntryKey = tuple[str, str]
"""What an entry is, or how it comes about, and its id."""

Deferred = Literal["letter", "response", "event"]
"""What may be put off."""

_UNSET = -1


class Code:
    """Instructions being laid out. Entries have their points before they are written."""

    def __init__(
        self, scenario: Scenario, index: Mapping[str, int], functions: Functions, pins: Mapping[str, str]
    ) -> None:
        self.scenario = scenario
        self.index = index
        self.functions = functions
        self.pins = pins
        self.instructions: list[Instruction] = []
        self._vector: dict[EntryKey, Point] = {}

    @property
    def here(self) -> Point:
        return len(self.instructions)

    def reserve(self, key: EntryKey) -> None:
        """Give an entry its place in the entry vector."""
        self._vector[key] = self.emit(Return())

    def point(self, key: EntryKey) -> Point:
        return self._vector[key]

    def begin(self, key: EntryKey) -> None:
        """Let the entry begin here."""
        self.instructions[self._vector[key]] = Jump(self.here)

    def emit(self, instruction: Instruction) -> Point:
        self.instructions.append(instruction)
        return len(self.instructions) - 1

    def note(self, name: str, value: int) -> None:
        self.emit(Note(self.index[name], value))

    def assign(self, updates: tuple[Update, ...], cause: str | None) -> None:
        self.emit(Assign(updates, self.functions.updated(updates), cause))

    def tell(
        self,
        happening: Callable[[Values], Happening],
        *texts: Text | None,
        halts: bool = False,
        report: str | None = None,
    ) -> None:
        """Emit a happening with the values that the texts print; estimates are those of `report`."""
        self.emit(Tell(happening, self.prints(*texts, report=report), halts))

    def prints(self, *texts: Text | None, report: str | None = None) -> tuple[tuple[str, Number], ...]:
        """Return the names that texts print, each once, with the functions of their values."""
        names = dict.fromkeys(name for text in texts if text is not None for name in text.names)
        return tuple((name, self.functions.value(_printed(name, report))) for name in names)

    def branch(self, condition: Expression) -> Point:
        """Emit a branch; `leave` says where it goes if the condition does not hold."""
        return self.emit(Branch(self.functions.one(condition), condition, _UNSET))

    def pending(self, key: EntryKey) -> Point:
        """Emit a way round for an entry that is put off already; `leave` says where it goes."""
        return self.emit(Pending(self.point(key), _UNSET))

    def leave(self, *branches: Point) -> None:
        """Let branches go on here where they do not hold."""
        for each in branches:
            instruction = self.instructions[each]
            assert isinstance(instruction, Branch | Pending)
            self.instructions[each] = instruction._replace(otherwise=self.here)

    def chance(
        self, site: str, odds: Mapping[str, Expression], pinned: str | None, arm: Callable[[str], None]
    ) -> None:
        """Emit a chance; `arm` emits what a result does, and all go on together behind it."""
        at = self.emit(Return())
        points, ends = [], []
        for result in odds:
            points.append(self.here)
            arm(result)
            ends.append(self.emit(Return()))
        for end in ends:
            self.instructions[end] = Jump(self.here)
        weighed = tuple(odds.values())
        fixed = None if pinned is None or pinned not in odds else list(odds).index(pinned)
        self.instructions[at] = Chance(
            site, tuple(odds), self.functions.every(weighed), weighed, tuple(points), fixed
        )

    def even_chance(
        self, site: str, values: Mapping[str, int], pinned: int | None, arm: Callable[[int], None]
    ) -> None:
        """Emit a chance among equally likely values by their words; a single one is no chance."""
        if len(values) == 1:
            arm(*values.values())
            return
        fixed = next((words for words, value in values.items() if value == pinned), None)
        self.chance(site, dict.fromkeys(values, Constant(1)), fixed, lambda words: arm(values[words]))

    def defer(self, kind: Deferred, entry: str, site: str, delays: Spread) -> None:
        """Emit the putting off of an entry by one of the delays."""
        point = self.point((kind, entry))

        def arm(delay: int) -> None:
            self.emit(Defer(point, delay, lambda minute: Queued(kind, entry, minute)))

        pin = self.pins.get(site)
        words = {format_result(Quantity.DELAY, delay): delay for delay in delays}
        self.even_chance(site, words, None if pin is None else parse_result(Quantity.DELAY, pin), arm)


def _printed(name: str, report: str | None) -> str:
    if report is not None and name.startswith("estimate."):
        return layout.estimate(report, name.removeprefix("estimate."))
    return name
