"""What the surveys of all setups have shown, together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from game.analysis.may import may_be
from game.analysis.things import Thing
from game.diagnostics.diagnostic import Diagnostic, Span
from game.frozen import Frozen
from game.lint.subject import Subject
from game.scenario.expressions.tree import Expression
from game.scenario.model import Scenario


class Ground(Frozen):
    """All that happens in any line of play of any setup; all setups were explored to the end.

    `opened` are the minutes at which each decision opens. `known` are the faults told before.
    """

    subject: Subject
    happened: frozenset[Thing]
    opened: Mapping[str, frozenset[int]]
    known: tuple[Diagnostic, ...]

    @property
    def scenario(self) -> Scenario:
        return self.subject.scenario

    def happens(self, kind: str, name: str) -> bool:
        return Thing(kind, name) in self.happened

    def reached(self, name: str) -> frozenset[int] | None:
        """Return the values that a name takes in any game; None where only its range is known.

        They are known of all that is noted by happening: what was seen and chosen, flags, the phase.
        """
        scenario = self.scenario
        kind, _, entry = name.partition(".")
        if kind == "seen":
            is_seen = any(self.happens(each, entry) for each in ("event", "letter", "report"))
            return frozenset({0, int(is_seen)})
        if name in scenario.flags:
            return frozenset({0, int(self.happens("flag", name))})
        if kind == "chosen":
            return frozenset(self._chosen(entry))
        if name == "phase":
            later = list(scenario.phases)[1:]
            return frozenset({0, *(at for at, each in enumerate(later, 1) if self.happens("phase", each))})
        return None

    def _chosen(self, decision: str) -> Iterator[int]:
        yield 0
        late = self.scenario.decisions[decision].if_late
        for number, option in enumerate(self.scenario.decisions[decision].options, 1):
            is_late = option == late and self.happens("late", decision)
            if is_late or self.happens("option", f"{decision}.{option}"):
                yield number

    def is_follower(self, holds: Expression | None, fails: Expression | None = None) -> bool:
        """Return whether a condition is closed only because something else never happens.

        That other thing is told of at its own place.
        """
        return not self._may_be(holds, wanted=True) or not self._may_be(fails, wanted=False)

    def _may_be(self, condition: Expression | None, *, wanted: bool) -> bool:
        if condition is None:
            return True
        values = may_be(condition, self.reached)
        return values is None or any(bool(value) is wanted for value in values)

    def is_told(self, path: str, span: Span) -> bool:
        """Return whether a fault was told of an entry: at its name, or within its fields."""
        place = self.subject.decoder.places.get(path)
        end = (span.end_line, span.end_column)
        if place is not None:
            end = max(end, (place.value.span.end_line, place.value.span.end_column))
        return any(
            each.code in _UNREACHED
            and each.span.file == span.file
            and (span.line, span.column) <= (each.span.line, each.span.column) < end
            for each in self.known
        )


_UNREACHED = frozenset({
    "W310", "W312", "W503", "W506", "E520", "W524", "W526", "W528", "W529", "W541",
})  # fmt: skip
"""The rules that say of something that it never happens."""
