"""What conditions and numbers may come to, worked out once for the values of the names that are known."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from game.analysis.may import MOST_VALUES, Values, may_be
from game.analysis.stretches import reads_of
from game.engine.program import Program
from game.scenario.expressions.tree import Expression

Known = Mapping[str, Values | None]
"""The values that the names that are known at all may have; None for any."""

_Found = tuple[Values | None, bool, bool]
"""The values of an expression, whether it may be false, and whether it may be true."""
_Judged = tuple[tuple[str, ...], dict[tuple[Values | None, ...], _Found]]
"""The known names that an expression reads, and what was found by their values."""


class Question:
    """Whether a condition may be as it is wanted, asked again and again."""

    __slots__ = ("_answers", "_condition", "_judgement", "_name", "_names", "_wanted")

    def __init__(self, judgement: Judgement, condition: Expression, *, wanted: bool) -> None:
        self._judgement = judgement
        self._condition = condition
        self._wanted = wanted
        self._names = judgement.known_names(condition)
        # most conditions read one name that is known, and its values alone are then the key
        self._name = self._names[0] if len(self._names) == 1 else None
        self._answers: dict[object, bool] = {}

    def may_be_yes(self, known: Known) -> bool:
        key = known[self._name] if self._name else tuple([known[name] for name in self._names])
        answer = self._answers.get(key)
        if answer is None:
            answer = self._judgement.may_hold(self._condition, known, wanted=self._wanted)
            self._answers[key] = answer
        return answer


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

    def question(self, condition: Expression, *, wanted: bool) -> Question:
        return Question(self, condition, wanted=wanted)

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
            values = may_be(expression, lambda name: known[name] if name in known else self._any(name))
            may_be_false = values is None or 0 in values
            result = found[key] = (values, may_be_false, values is None or any(values))
        return result

    def _any(self, name: str) -> Values | None:
        place = self._program.index.get(name)
        if place is None or name.startswith("@"):
            return None
        low, high = self._program.registers[place].low, self._program.registers[place].high
        return frozenset(range(low, high + 1)) if high - low < MOST_VALUES else None
