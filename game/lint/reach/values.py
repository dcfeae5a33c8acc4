"""Values that are never reached: fixed variables, numbers stepped over, conditions that cannot turn."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from game.diagnostics.diagnostic import Diagnostic, Rule
from game.lint.reach.never import Findings
from game.lint.reach.possible import Values, possible
from game.lint.reach.world import is_about
from game.lint.subject import Subject
from game.scenario.expressions.advice import place_of
from game.scenario.expressions.checked import Checked
from game.scenario.expressions.idle import Path
from game.scenario.expressions.ranges import children
from game.scenario.expressions.rules import ALWAYS_THE_SAME
from game.scenario.expressions.tree import Binary, Constant, Expression, Operator, Read
from game.scenario.expressions.types import NumberType, TruthType
from game.source.tree import Scalar

ONE_VALUE = Rule(
    code="W406",
    title="variable with one reachable value only",
    cause="The variable starts with one value, and no entry that can happen gives it another. It might"
    " as well be a word in a text.",
    example="variables:\n  boats: { start: 3 }   # shown, but never changed",
    cure="Let something change it, give it several starts, or remove it.",
)
STEPPED_OVER = Rule(
    code="W312",
    title="exact equality with a number that the changes step over",
    cause="A condition waits for one exact number, but all changes together never make the variable"
    " just that number: they jump over it.",
    example="when: tension is 5   # tension starts at 4 and changes by 2 only",
    cure="Ask for `>=` or `<=` in place of `is`, or change the steps.",
)

_JUDGED = re.compile(r"(decisions\.\w+\.(options|advice)|debrief|responses)\.\w+\.when")


def fixed_variables(subject: Subject, findings: Findings, told: Collection[str]) -> Iterator[Diagnostic]:
    """Yield the variables that never have another value, at their name."""
    scenario = subject.scenario
    for name, variable in {**scenario.variables, **scenario.beliefs}.items():
        is_fixed = len(findings.actual.values[name]) == 1 and len(findings.generous.values[name]) == 1
        if is_fixed and name not in told:
            message = f"`{name}` has the same value in every game"
            yield Diagnostic(ONE_VALUE, message, variable.span, "let something change it, or remove it")


def stepped_over(
    subject: Subject, findings: Findings, told: Collection[str]
) -> Iterator[tuple[str, Diagnostic]]:
    """Yield equalities that the changes step over, at the equality, each with the path of its field."""
    plain: set[int] = set()
    for scalar, path, checked in subject.decoder.sound_expressions:
        if path in told or checked.syntax is None or id(checked) in plain:
            continue
        equalities = tuple(_equalities(checked.expression))
        if not equalities:
            plain.add(id(checked))
        for way, read, number in equalities:
            if all(
                _is_between(world.values_of(read), number) for world in (findings.actual, findings.generous)
            ):
                message = f"`{read.name}` is never exactly {number}: its changes step over it"
                place = place_of(scalar, checked.syntax, way)
                yield path, Diagnostic(STEPPED_OVER, message, place, "ask for `>=` or `<=`")


def _is_between(values: Values, number: int) -> bool:
    return number not in values and min(values) < number < max(values)


def _equalities(expression: Expression, way: Path = ()) -> Iterator[tuple[Path, Read, int]]:
    match expression:
        case Binary(Operator.IS | Operator.IS_NOT, Read(_, NumberType()) as read, Constant(number)) | Binary(
            Operator.IS | Operator.IS_NOT, Constant(number), Read(_, NumberType()) as read
        ):
            yield way, read, number
        case _:
            for step, child in enumerate(children(expression)):
                yield from _equalities(child, (*way, step))


def settled_conditions(
    subject: Subject, findings: Findings, told: Collection[str], free: Collection[str]
) -> Iterator[Diagnostic]:
    """Yield conditions that cannot turn over reachable values; names in `free` are at fault themselves."""
    for scalar, path, checked in subject.decoder.sound_expressions:
        is_judged = _JUDGED.fullmatch(path) and path not in told and not is_about(checked.expression, free)
        if is_judged and isinstance(checked.type, TruthType) and not isinstance(checked.expression, Constant):
            yield from _settled(scalar, path, checked, findings)


def _settled(scalar: Scalar, path: str, checked: Checked, findings: Findings) -> Iterator[Diagnostic]:
    owner = path.removesuffix(".when")
    decision = owner.rpartition(".")[0].rpartition(".")[0] if owner.startswith("decisions.") else None
    if decision is not None and decision not in findings.actual.entries:
        return
    found = {
        frozenset(possible(checked.expression, world.values_of))
        for world in (findings.actual, findings.generous)
    }
    if len(found) == 1 and len(next(iter(found))) == 1:
        word = "true" if found == {frozenset({1})} else "false"
        message = f"this is always {word}: nothing in the game makes it otherwise"
        yield Diagnostic(ALWAYS_THE_SAME, message, scalar.span, "correct it, or add what changes it")
