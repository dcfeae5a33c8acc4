"""The registers of a scenario: every value that a state holds, in a fixed order."""

from __future__ import annotations

from collections.abc import Iterator

from game.engine.program import Register
from game.scenario.expressions.types import ChoiceType, NumberType
from game.scenario.model import Scenario, Variable


def seen(entry: str) -> str:
    """Return the name of the register that says whether an event, letter or report was seen."""
    return f"seen.{entry}"


def chosen(decision: str) -> str:
    """Return the name of the register of a decision's last answer: 0 is none, then its options."""
    return f"chosen.{decision}"


def opened(decision: str) -> str:
    """Return the name of the register of the minute at which a decision opened, -1 while it is closed."""
    return f"@opened {decision}"


def rests(decision: str) -> str:
    """Return the name of the register that says whether the step of a repeating decision's answer runs."""
    return f"@rests {decision}"


def armed(event: str) -> str:
    """Return the name of the register that says whether a repeating condition event is armed."""
    return f"@armed {event}"


def estimate(report: str, variable: str) -> str:
    """Return the name of the register of an estimate; it is 0 but while its report is told."""
    return f"@estimate {report} {variable}"


TIME, PHASE = "time", "phase"
WAITS, HALTED, OFFER, ENDED = "@waits", "@halted", "@offer", "@ended"


def _bounds(variable: Variable) -> tuple[int, int]:
    match variable.type:
        case NumberType(low, high):
            return low, high
        case ChoiceType(_, values):
            return 0, len(values) - 1


def _valued(scenario: Scenario, starts: dict[str, int]) -> Iterator[Register]:
    for variable in (*scenario.variables.values(), *scenario.beliefs.values()):
        low, high = _bounds(variable)
        yield Register(variable.id, low, high, starts.get(variable.id, variable.start.values[0][0]))
    for flag in scenario.flags:
        yield Register(flag, 0, 1, starts.get(flag, 0))


def registers(scenario: Scenario, starts: dict[str, int]) -> tuple[Register, ...]:
    """Return the registers with what they start with; `starts` goes before the scenario's own starts."""
    horizon = scenario.clock.ends - scenario.clock.starts
    options = sum(len(decision.options) for decision in scenario.decisions.values())
    made = [
        *_valued(scenario, starts),
        Register(PHASE, 0, max(0, len(scenario.phases) - 1), 0),
        Register(TIME, 0, 1, 0),
    ]
    for entries in (scenario.letters, scenario.intelligence, scenario.events):
        made += [Register(seen(entry), 0, 1, 0) for entry in entries]
    for decision in scenario.decisions.values():
        made.append(Register(chosen(decision.id), 0, len(decision.options), 0))
        made.append(Register(opened(decision.id), -1, horizon, -1))
        if decision.repeats:
            made.append(Register(rests(decision.id), 0, 1, 0))
    made += [
        Register(armed(event.id), 0, 1, 1)
        for event in scenario.events.values()
        if event.is_conditional and event.repeats
    ]
    for report in scenario.intelligence.values():
        for variable, _ in report.estimates:
            low, high = _bounds(scenario.variables.get(variable) or scenario.beliefs[variable])
            made.append(Register(estimate(report.id, variable), min(0, low), max(0, high), 0))
    made += [
        Register(WAITS, 0, 1, 0),
        Register(HALTED, 0, 1, 0),
        Register(OFFER, 0, (1 << options) - 1, 0),
        Register(ENDED, 0, len(scenario.endings) + 1, 0),
    ]
    return tuple(made)
