"""What a sample of games shows of variables: bounds at which they end (W404), values that they take."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from game.analysis.plays import plays
from game.diagnostics.diagnostic import Diagnostic, Rule
from game.engine.program import Program
from game.scenario.blocks import blocks
from game.scenario.expressions.types import NumberType
from game.scenario.model import Scenario, Variable

AT_ITS_BOUND = Rule(
    code="W404",
    title="variable at its bound in most games",
    cause="Most games of a sample, played by one who takes any option, end with the variable at its lowest or"
    " highest value, where it did not start. What goes beyond a bound is lost, so from there on changes"
    " make no difference. What is only given by `set:` loses nothing; variables with fewer than six values"
    " are taken for ladders. Both are passed over."
    " A sample finds, but proves nothing.",
    example="variables:\n  tension: { start: 8 }   # and nearly every entry raises it",
    cure="Make the range wider, the changes smaller, or let something take the variable back.",
)

PLAYS = 100
"""So many games of each setup are played."""

_FEWEST_VALUES = 6


class Sample:
    """What was seen in the games of some setups."""

    def __init__(self, scenario: Scenario) -> None:
        self._variables: Mapping[str, Variable] = {**scenario.variables, **scenario.beliefs}
        changed = {name for block in blocks(scenario) for name, _ in block.change}
        self._meters = {
            name: each.type for name, each in self._variables.items() if name in changed and _is_meter(each)
        }
        self._plays = 0
        self._low: Counter[str] = Counter()
        self._high: Counter[str] = Counter()
        self._values: defaultdict[str, set[int]] = defaultdict(set)

    def play(self, program: Program) -> None:
        """Play some games of one more setup."""
        for played in plays(program, PLAYS):
            self._plays += 1
            for name in self._variables:
                place = program.index[name]
                self._values[name].update({state.registers[place] for state in played})
            for name, (low, high) in self._meters.items():
                place = program.index[name]
                starts = {value for value, _ in self._variables[name].start.values}
                starts.add(program.registers[place].start)
                end = played[-1].registers[place]
                self._low[name] += end == low and low not in starts
                self._high[name] += end == high and high not in starts

    def unmoved(self) -> dict[str, int]:
        """Return the variables that had one value in all games, with that value."""
        return {name: next(iter(values)) for name, values in self._values.items() if len(values) == 1}

    def faults(self) -> Iterator[Diagnostic]:
        """Yield the variables that end at a bound in most games, at their name."""
        for name, variable in self._variables.items():
            for count, word in ((self._low[name], "lowest"), (self._high[name], "highest")):
                if count * 2 > self._plays:
                    share = round(100 * count / self._plays)
                    message = f"`{name}` ends at its {word} value in {share} of 100 sampled games"
                    yield Diagnostic(
                        AT_ITS_BOUND, message, variable.span, "widen its range, or change it less"
                    )


def _is_meter(variable: Variable) -> bool:
    match variable.type:
        case NumberType(low, high):
            return high - low + 1 >= _FEWEST_VALUES
        case _:
            return False
