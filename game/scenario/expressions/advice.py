"""Advice on sound expressions: conditions that decide nothing, and parts of them that say nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from game.diagnostics.diagnostic import Diagnostic, Rule, Span
from game.scenario.expressions.checked import Checked
from game.scenario.expressions.describing import said_with_values
from game.scenario.expressions.idle import Path, forks, idle_parts, part
from game.scenario.expressions.lexer import tokens
from game.scenario.expressions.ranges import is_always, reads
from game.scenario.expressions.rules import ALWAYS_THE_SAME, NO_DIFFERENCE
from game.scenario.expressions.syntax import Application, Fork, Operation, Syntax
from game.scenario.expressions.tree import Constant, Expression
from game.scenario.expressions.types import TruthType
from game.source.tree import Scalar

_MOST_NAMES_EXPLAINED = 3
_DATE = re.compile(r"\b[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}\b")
_NO_DATES = "there are no dates in conditions; `day` counts from 1, the day on which the clock starts"


def advice(scalar: Scalar, checked: Checked) -> tuple[Diagnostic, ...]:
    """Return W310 and W311 on the text of a scalar, over the declared ranges.

    A plain `yes` or `no` is passed over: whoever writes it knows what it says.
    """
    if checked.syntax is None or not checked.is_sound:
        return ()
    conditions = [*([()] if isinstance(checked.type, TruthType) else []), *forks(checked.expression)]
    found = tuple(fault for path in conditions for fault in _on_condition(scalar, checked, path))
    return (*found, *_double_minus(scalar)) if scalar.value.count("-") > 1 else found


def _on_condition(scalar: Scalar, checked: Checked, path: Path) -> Iterator[Diagnostic]:
    assert checked.syntax is not None
    condition = part(checked.expression, path)
    if isinstance(condition, Constant):
        return
    always = is_always(condition)
    if always is not None:
        message = f"this is always {'true' if always else 'false'}"
        date = _DATE.search(_written(scalar, checked.syntax, path))
        cure = f"`{date[0]}` is a subtraction: {_NO_DATES}" if date else _explained(condition)
        yield _fault(ALWAYS_THE_SAME, message, place_of(scalar, checked.syntax, path), cure)
        return
    for idle in idle_parts(condition):
        place = place_of(scalar, checked.syntax, path + idle)
        written = _written(scalar, checked.syntax, path + idle)
        yield _fault(NO_DIFFERENCE, f"`{written}` makes no difference here", place, "leave it out")


def _double_minus(scalar: Scalar) -> Iterator[Diagnostic]:
    """Yield each minus sign that takes back the one just before it."""
    for before, sign in pairwise(tokens(scalar.value)):
        if before.text == sign.text == "-":
            message = "this minus sign takes back the one before it"
            yield _fault(NO_DIFFERENCE, message, scalar.part(sign.start, sign.end), "leave one of them out")


def _fault(rule: Rule, message: str, place: Span, cure: str | None) -> Diagnostic:
    return Diagnostic(rule, message, place, cure)


def _explained(condition: Expression) -> str | None:
    names = tuple(dict.fromkeys(reads(condition)))
    if not 0 < len(names) <= _MOST_NAMES_EXPLAINED:
        return None
    return "; ".join(f"`{each.name}` is {said_with_values(each.type)}" for each in names)


def _node(syntax: Syntax, path: Path) -> Syntax:
    """Return the syntax of a part: it has the same parts as the expression made of it."""
    for step in path:
        match syntax:
            case Operation():
                syntax = (syntax.left, syntax.right)[step]
            case Application():
                syntax = syntax.arguments[step]
            case Fork():
                syntax = (syntax.then, syntax.test, syntax.otherwise)[step]
            case _:
                raise ValueError(f"{syntax} has no parts")
    return syntax


def place_of(scalar: Scalar, syntax: Syntax, path: Path) -> Span:
    node = _node(syntax, path)
    return scalar.part(node.start, node.end)


def _written(scalar: Scalar, syntax: Syntax, path: Path) -> str:
    node = _node(syntax, path)
    return scalar.value[node.start : node.end]
