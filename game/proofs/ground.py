"""What the surveys of all setups have shown, together."""

from __future__ import annotations

from dataclasses import dataclass

from game.analysis.things import Thing
from game.lint.subject import Subject


@dataclass(frozen=True, slots=True)
class Ground:
    """All that happens in any line of play of any setup; all setups were explored to the end."""

    subject: Subject
    happened: frozenset[Thing]

    def happens(self, thing: Thing) -> bool:
        return thing in self.happened
