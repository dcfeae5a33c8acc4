"""Random conditions and numbers of the language, of the right types and within its bounds."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random


@dataclass
class Names:
    """The names that an expression may read, by type; numbers are small, so that odds stay small."""

    random: Random
    numbers: dict[str, tuple[int, int]] = field(default_factory=dict)
    choices: dict[str, list[str]] = field(default_factory=dict)
    truths: list[str] = field(default_factory=list)

    def condition(self, depth: int = 2) -> str:
        """Return a condition, brackets and all."""
        if depth and self.random.random() < 0.45:
            left, right = self.condition(depth - 1), self.condition(depth - 1)
            form = self.random.choice(("{} and {}", "{} or {}", "not {}", "not ({} or {})", "{} and not {}"))
            return form.format(f"({left})" if " " in left else left, f"({right})" if " " in right else right)
        kinds = ["number"] * 3 + ["choice"] * 2 * bool(self.choices) + ["truth"] * 2 * bool(self.truths)
        match self.random.choice(kinds):
            case "choice":
                name = self.random.choice(list(self.choices))
                return (
                    f"{name} {self.random.choice(('is', 'is not'))} {self.random.choice(self.choices[name])}"
                )
            case "truth":
                return self.random.choice(self.truths)
            case _:
                return self._comparison()

    def number(self, depth: int = 1) -> str:
        """Return a number of at most a few hundred; it divides by nothing that can be zero."""
        if not depth or self.random.random() < 0.4:
            if self.random.random() < 0.3:
                return str(self.random.randint(0, 6))
            return self.random.choice(list(self.numbers))
        left, right = self.number(depth - 1), self.number(depth - 1)
        forms = (
            "{} + {}",
            "{} - {}",
            "{} * 2 - {}",
            "{} / max(1, {})",
            "min({}, {})",
            "max({}, {}, 1)",
            "abs({} - {})",
            "-{} + {}",
            "({} + 7) / -3 + {}",
        )
        if self.random.random() < 0.2:
            return f"{left} if {self.condition(0)} else {right}"
        return self.random.choice(forms).format(left, right)

    def _comparison(self) -> str:
        name = self.random.choice(list(self.numbers))
        low, high = self.numbers[name]
        bound = self.random.randint(low, high)
        if self.random.random() < 0.15:
            return f"{name} between {bound} and {min(high, bound + 2)}"
        if self.random.random() < 0.2:
            return f"({self.number(1)}) {self.random.choice(('<', '>='))} {self.number(0)}"
        return f"{name} {self.random.choice(('<', '<=', '>', '>=', 'is', 'is not'))} {bound}"
