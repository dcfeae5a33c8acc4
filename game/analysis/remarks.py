"""A state in a line, for those who read what other solvers are given."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from game.analysis.liveness import Liveness
from game.diagnostics.diagnostic import Span
from game.engine import play
from game.engine.program import Program
from game.engine.state import State
from game.scenario.expressions.types import ChoiceType
from game.scenario.model import Scenario
from game.scenario.quantities.moments import format_moment


class _Entry(Protocol):
    """What has a place in the scenario."""

    @property
    def span(self) -> Span: ...


def remark(program: Program, state: State, liveness: Liveness) -> str:
    """Return where play stands: the moment, what is drawn or asked, and the values that can still be read."""
    moment = format_moment(program.scenario.clock.starts + state.minute)
    match play.turn(program, state):
        case "over":
            return f"Over: {play.ending(program, state)}"
        case "chance":
            site = play.outcomes(program, state)[0].site
            return f"{moment} chance {_placed(program, site)}{_values(program, state, liveness)}"
        case "player":
            asked = ", ".join(_placed(program, each) for each in play.open_decisions(program, state))
            return f"{moment} {asked}{_values(program, state, liveness)}"


def _placed(program: Program, address: str) -> str:
    """Return an address with the place in the scenario of the entry that it begins with."""
    scenario, entry = program.scenario, address.split(".", maxsplit=1)[0]
    things: tuple[Mapping[str, _Entry], ...] = (
        scenario.decisions,
        scenario.events,
        scenario.responses,
        scenario.letters,
        scenario.intelligence,
        scenario.variables,
        scenario.actors,
    )
    span = next(each[entry].span for each in things if entry in each)
    return f"{address} ({span.file}:{span.line})"


def _values(program: Program, state: State, liveness: Liveness) -> str:
    """Return the variables, beliefs and flags that can still be read, with their values."""
    dead, scenario = set(liveness.dead(state)), program.scenario
    named = {*scenario.variables, *scenario.beliefs, *scenario.flags}
    values = [
        f"{register.name}={_value(scenario, register.name, state.registers[place])}"
        for place, register in enumerate(program.registers)
        if register.name in named and place not in dead
    ]
    return f"; {', '.join(values)}" if values else ""


def _value(scenario: Scenario, name: str, value: int) -> str:
    variable = scenario.variables.get(name) or scenario.beliefs.get(name)
    if variable is not None and isinstance(variable.type, ChoiceType):
        return variable.type.values[value]
    return str(value)
