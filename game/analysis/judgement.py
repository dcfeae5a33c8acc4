"""What conditions and numbers may come to, worked out once for the values of the names that are known."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping

from game.analysis.may import MOST_VALUES, Values, joined, may_be
from game.analysis.stretches import reads_of
from game.engine.program import Program
from game.scenario.expressions.tree import Binary, Expression, Operator

Known = Mapping[str, Values | None]
"""The values that the names that are known at all may have; None for any."""

_Found = tuple[Values | None, bool, bool]
"""The values of an expression, whether it may be false, and whether it may be true."""
_Judged = tuple[tuple[str, ...], dict[tuple[Values | None, ...], _Found]]
"""The known names that an expression reads, and what was found by their values."""


class _Asked:
    """Questions whose conditions read the same of the known names, with the answers by their values."""

    __slots__ = ("_answers", "_name", "_names", "mask")

    def __init__(self, names: tuple[str, ...]) -> None:
        self._names = names
        # most conditions read one name that is known, and its values alone are then the key
        self._name = names[0] if len(names) == 1 else None
        self._answers: dict[object, tuple[int, int]] = {}
        self.mask = 0

    def answered_yes(self, asked: int, known: Known, may_be_yes: Callable[[int], bool]) -> int:
        """Return those of some questions that are answered with yes, as bits."""
        key = known[self._name] if self._name else tuple([known[name] for name in self._names])
        answered, yes = self._answers.get(key, (0, 0))
        missing = asked & ~answered
        if missing:
            for number in bits(missing):
                yes |= may_be_yes(number) << number
            self._answers[key] = (answered | missing, yes)
        return asked & yes


class Questions:
    """Whether conditions may be as they are wanted, asked again and again, many at a time, as bits."""

    def __init__(self, judgement: Judgement) -> None:
        self._judgement = judgement
        self._questions: list[tuple[Expression, bool]] = []
        self._by_names: dict[tuple[str, ...], _Asked] = {}

    def added(self, condition: Expression, *, wanted: bool) -> int:
        """Add a question, and return its bit."""
        names = self._judgement.known_names(condition)
        bit = 1 << len(self._questions)
        self._questions.append((condition, wanted))
        self._by_names.setdefault(names, _Asked(names)).mask |= bit
        return bit

    def answered_yes(self, asked: int, known: Known) -> int:
        """Return those of some questions that are answered with yes."""

        def may_be_yes(number: int) -> bool:
            condition, wanted = self._questions[number]
            return self._judgement.may_hold(condition, known, wanted=wanted)

        yes = 0
        for group in self._by_names.values():
            mine = asked & group.mask
            if mine:
                yes |= group.answered_yes(mine, known, may_be_yes)
        return yes


class Judgement:
    """Judges the expressions of one Program, of which each is told apart by being the same thing."""

    def __init__(self, program: Program, names: Collection[str]) -> None:
        """`names` are those that are known."""
        self._program = program
        self._names = frozenset(names)
        self._judged: dict[int, _Judged] = {}

    def values(self, expression: Expression, known: Known) -> Values | None:
        """Return what an expression may be, or None for anything."""
        return self._found(expression, known)[0]

    def may_hold(self, condition: Expression, known: Known, *, wanted: bool) -> bool:
        """Return whether a condition may be as it is wanted."""
        _, may_be_false, may_be_true = self._found(condition, known)
        return may_be_true if wanted else may_be_false

    def known_names(self, expression: Expression) -> tuple[str, ...]:
        """Return the names that are known among those that an expression reads."""
        return tuple(sorted(reads_of(expression) & self._names))

    def is_open(self, expression: Expression) -> bool:
        """Return whether what an expression may be depends on the names that are known."""
        return not self._names.isdisjoint(reads_of(expression))

    def _found(self, expression: Expression, known: Known) -> _Found:
        judged = self._judged.get(id(expression))
        if judged is None:
            names = self.known_names(expression)
            judged = self._judged[id(expression)] = (names, {})
        names, found = judged
        key = tuple([known[name] for name in names])
        result = found.get(key)
        if result is None:
            values = self._worked_out(expression, known)
            may_be_false = values is None or 0 in values
            result = found[key] = (values, may_be_false, values is None or any(values))
        return result

    def _worked_out(self, expression: Expression, known: Known) -> Values | None:
        """Return the values; what stands beside `and` and `or` is often the same in many conditions."""
        match expression:
            case Binary(Operator.AND | Operator.OR as operator, left, right):
                return joined(operator, self.values(left, known), lambda: self.values(right, known))
            case _:
                return may_be(expression, lambda name: known[name] if name in known else self._any(name))

    def _any(self, name: str) -> Values | None:
        place = self._program.index.get(name)
        if place is None or name.startswith("@"):
            return None
        low, high = self._program.registers[place].low, self._program.registers[place].high
        return frozenset(range(low, high + 1)) if high - low < MOST_VALUES else None


def bits(mask: int) -> Iterator[int]:
    """Return the places of the bits that are set."""
    while mask:
        lowest = mask & -mask
        yield lowest.bit_length() - 1
        mask ^= lowest
