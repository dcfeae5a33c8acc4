"""Values that cannot be: what `set:` gives outside the range, and ranges too wide to solve (W405, W407)."""

from __future__ import annotations

from collections.abc import Iterator

from game.diagnostics.diagnostic import Diagnostic, Rule
from game.lint.subject import Subject
from game.scenario.expressions.ranges import bounds
from game.scenario.expressions.types import NumberType

SET_OUTSIDE = Rule(
    code="W405",
    title="`set:` outside the range",
    cause="A number is given to a variable whose range does not hold it. In play it is cut off at the"
    " end of the range.",
    example="set: { tension: 14 }   # tension goes from 0 to 10",
    cure="Give a number within the range, or widen the range.",
)
VERY_WIDE = Rule(
    code="W407",
    title="very wide range",
    cause="A range of more than 100 numbers makes many states, and the exact odds are worked out over"
    " all of them.",
    example="variables:\n  ships: { range: 0 to 800, start: 25 }",
    cure="Choose a coarser scale, such as 0 to 10 with `words:`.",
)

WIDE = 100


def range_faults(subject: Subject) -> Iterator[Diagnostic]:
    """Yield values outside their range at the value, and wide ranges at the range."""
    yield from _settings(subject)
    for variable in (*subject.scenario.variables.values(), *subject.scenario.beliefs.values()):
        if isinstance(variable.type, NumberType) and variable.type.high - variable.type.low > WIDE:
            wide = variable.type.high - variable.type.low
            path = _path(variable.id)
            message = f"a range {wide} wide makes very many states"
            cure = "choose a coarser scale, such as 0 to 10"
            yield Diagnostic(VERY_WIDE, message, subject.value(f"{path}.range", variable.span), cure)


def _path(variable: str) -> str:
    actor, dot, belief = variable.partition(".")
    return f"actors.{actor}.beliefs.{belief}" if dot else f"variables.{variable}"


def _settings(subject: Subject) -> Iterator[Diagnostic]:
    for scalar, path, checked in subject.decoder.sound_expressions:
        name = path.rpartition(".set.")[2]
        of = subject.decoder.names.scope.type_of(name) if name != path else None
        if not isinstance(of, NumberType):
            continue
        low, high = bounds(checked.expression)
        if low > of.high or high < of.low:
            kept = of.high if low > of.high else of.low
            message = f"`{name}` goes from {of.low} to {of.high}, so this becomes {kept}"
            yield Diagnostic(SET_OUTSIDE, message, scalar.span, f"give a number from {of.low} to {of.high}")
