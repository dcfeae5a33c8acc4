"""Gives the syntax of an expression its types, name by name and operator by operator.

An unknown or faulty name makes all that is said with it silent, so one fault is told once.
"""

from __future__ import annotations

from typing import assert_never

from game.frozen import NamedTuple
from game.scenario.expressions.describing import cure_of_type, listed_values, said
from game.scenario.expressions.findings import Findings
from game.scenario.expressions.format import formatted
from game.scenario.expressions.ranges import can_be
from game.scenario.expressions.rules import MAY_DIVIDE_BY_ZERO, WRONG_TYPE
from game.scenario.expressions.scope import Scope, Wanted
from game.scenario.expressions.syntax import Application, Fork, Name, Number, Operation, Syntax, Truth
from game.scenario.expressions.tree import (
    Binary,
    Call,
    Conditional,
    Constant,
    Expression,
    Function,
    Operator,
    Read,
)
from game.scenario.expressions.types import ChoiceType, NumberType, TruthType, Type


class Typed(NamedTuple):
    """An expression with its type."""

    expression: Expression
    type: Type


_NUMBER = NumberType(0, 0)
_TRUTH = TruthType()
_CONDITIONS = frozenset({Operator.AND, Operator.OR})
_EQUALITIES = frozenset({Operator.IS, Operator.IS_NOT})
_ARITHMETIC = frozenset({Operator.ADD, Operator.SUBTRACT, Operator.MULTIPLY, Operator.DIVIDE})


class Checking:
    """One check of one text, which leaves what it finds in `findings`."""

    def __init__(self, scope: Scope, findings: Findings) -> None:
        self.scope = scope
        self.findings = findings

    def wanted(self, node: Syntax, wanted: Wanted) -> Typed | None:
        """Return a whole text as what is wanted in its place."""
        if isinstance(wanted.type, ChoiceType):
            return self.value(node, wanted.type)
        kind = "a yes-or-no condition" if isinstance(wanted.type, TruthType) else "a number"
        return self.of_kind(node, wanted.type, f"`{wanted.subject}` needs {kind}")

    def typed(self, node: Syntax) -> Typed | None:
        """Return a part with its type, or None where a fault in it was told."""
        match node:
            case Number(number, _, _):
                return Typed(Constant(number), _NUMBER)
            case Truth(truth, _, _):
                return Typed(Constant(truth), _TRUTH)
            case Name():
                return self.read(node)
            case Operation():
                return self.operation(node)
            case Application():
                return self.application(node)
            case Fork():
                return self.fork(node)
            case _:
                assert_never(node)

    def read(self, node: Name) -> Typed | None:
        self.findings.names[node.name] = None
        type_of_name = self.scope.type_of(node.name)
        if type_of_name is not None:
            return Typed(Read(node.name, type_of_name), type_of_name)
        if self.scope.is_complete and not self.scope.is_known(node.name):
            self.findings.tell_unknown(node)
        return None

    def operation(self, node: Operation) -> Typed | None:
        operator = node.operator
        if operator in _EQUALITIES:
            return self.equality(node)
        if operator in _CONDITIONS:
            wanted, need, gives = _TRUTH, f"`{operator.value}` joins conditions", _TRUTH
            return self.joined(node, wanted, need, gives)
        if operator in _ARITHMETIC:
            found = self.joined(node, _NUMBER, f"`{operator.value}` needs numbers", _NUMBER)
            return found if found is None or operator is not Operator.DIVIDE else self.division(node, found)
        return self.joined(node, _NUMBER, f"`{operator.value}` compares numbers", _TRUTH)

    def joined(self, node: Operation, wanted: Type, need: str, gives: Type) -> Typed | None:
        if self.is_choice_and_value(node, need) or self.is_hyphenated(node):
            return None
        left = self.of_kind(node.left, wanted, need)
        right = self.of_kind(node.right, wanted, need)
        if left is None or right is None:
            return None
        return Typed(Binary(node.operator, left.expression, right.expression), gives)

    def is_hyphenated(self, node: Operation) -> bool:
        """Report `bomb-airfields` as the one unknown name that it is meant for, if neither part is known."""
        match node:
            case Operation(Operator.SUBTRACT, Name(first), Name(second)):
                written = self.findings.written(node)
                is_one = written == f"{first}-{second}" and self.scope.is_complete
                if not is_one or self.scope.is_known(first) or self.scope.is_known(second):
                    return False
                self.findings.names |= {first: None, second: None}
                self.findings.tell_unknown(Name(written, node.start, node.end))
                return True
        return False

    def division(self, node: Operation, found: Typed) -> Typed | None:
        assert isinstance(found.expression, Binary)
        divisor = found.expression.right
        if not can_be(divisor, 0):
            return found
        if isinstance(divisor, Constant):
            self.findings.tell(MAY_DIVIDE_BY_ZERO, "this divides by zero", "divide by another number", node)
            return None
        written = formatted(divisor)
        can_be_what = said(divisor.type) if isinstance(divisor, Read) else "0 for some values"
        cure = f"`{written}` is {can_be_what}; use `max(1, {written})`"
        self.findings.tell(MAY_DIVIDE_BY_ZERO, "this may divide by zero", cure, node)
        return None

    def equality(self, node: Operation) -> Typed | None:
        if self.is_value_first(node):
            return None
        left = self.typed(node.left)
        if left is None:
            self.silent(node.right)
            return None
        right = (
            self.value(node.right, left.type) if isinstance(left.type, ChoiceType) else self.typed(node.right)
        )
        if right is None:
            return None
        if not _is_same(left.type, right.type):
            self.findings.tell_unequal(node, left.type, right.type)
            return None
        return Typed(Binary(node.operator, left.expression, right.expression), _TRUTH)

    def is_choice_and_value(self, node: Operation, need: str) -> bool:
        """Report `quarantine > in_force`: the two belong together, but not by such an operator."""
        pair = self.choice_and_value(node.left, node.right) or self.choice_and_value(node.right, node.left)
        if pair is None:
            return False
        name, value = pair
        message = f"{need}, but `{name}` is a choice"
        self.findings.tell(WRONG_TYPE, message, f"write `{name} is {value}`", node)
        return True

    def is_value_first(self, node: Operation) -> bool:
        """Report `in_force is quarantine`, which has its two sides the wrong way round."""
        pair = self.choice_and_value(node.right, node.left)
        if pair is None:
            return False
        name, value = pair
        message = f"`{value}` is a value of `{name}` and stands on its right"
        self.findings.tell(WRONG_TYPE, message, f"write `{name} {node.operator.value} {value}`", node)
        return True

    def choice_and_value(self, one: Syntax, other: Syntax) -> tuple[str, str] | None:
        """Return the name of a choice, which is noted, and its value, if the two are just that."""
        if not isinstance(one, Name) or not isinstance(other, Name) or self.scope.is_known(other.name):
            return None
        choice = self.scope.type_of(one.name)
        if not isinstance(choice, ChoiceType) or other.name not in choice.values:
            return None
        self.findings.names[one.name] = None
        return one.name, other.name

    def value(self, node: Syntax, choice: ChoiceType) -> Typed | None:
        """Return a value of a choice: by its name first, as a name of its own second."""
        if isinstance(node, Name) and node.name in choice.values:
            return Typed(Constant(choice.values.index(node.name)), choice)
        if self.is_no_value(node, choice):
            return None
        found = self.typed(node)
        if found is None or _is_same(found.type, choice):
            return found
        written = self.findings.quoted(node)
        message = f"`{choice.owner}` needs one of its values, but {written} is {said(found.type)}"
        self.findings.tell(WRONG_TYPE, message, f"it can be: {', '.join(listed_values(choice))}", node)
        return None

    def is_no_value(self, node: Syntax, choice: ChoiceType) -> bool:
        """Report what cannot be a value of a choice, whatever the names in it are."""
        match node:
            case Number() | Truth():
                self.findings.tell_no_value(node, choice)
            case Name(name) if not self.scope.is_known(name):
                self.findings.tell_no_value(node, choice)
            case Fork():
                message = "`if ... else` chooses between numbers, not between values"
                cure = "give each value in an entry of its own, with its own `when:`"
                self.findings.tell(WRONG_TYPE, message, cure, node)
            case Operation():
                return self.is_worked_on(node, choice)
            case _:
                return False
        return True

    def is_worked_on(self, node: Operation, choice: ChoiceType) -> bool:
        """Report `quarantine is none + ships`, where a value stands beside an operator for numbers."""
        for side in (node.left, node.right):
            if isinstance(side, Name) and side.name in choice.values and not self.scope.is_known(side.name):
                message = (
                    f"`{side.name}` is a value of `{choice.owner}`, and `{node.operator.value}` needs numbers"
                )
                cure = f"write `{choice.owner} is {side.name}`, and `and` or `or` before what follows"
                self.findings.tell(WRONG_TYPE, message, cure, node)
                return True
        return False

    def application(self, node: Application) -> Typed | None:
        function = node.function
        is_not = function is Function.NOT
        wanted: Type = _TRUTH if is_not else _NUMBER
        sign = "-" if function is Function.NEGATIVE else function.value
        need = "`not` needs a condition" if is_not else f"`{sign}` needs numbers"
        arguments = [self.of_kind(each, wanted, need) for each in node.arguments]
        parts = tuple(each.expression for each in arguments if each is not None)
        if len(parts) < len(arguments):
            return None
        if function is Function.NEGATIVE and isinstance(parts[0], Constant):
            return Typed(Constant(-parts[0].value), _NUMBER)
        gives: Type = _TRUTH if is_not or function is Function.BETWEEN else _NUMBER
        return Typed(Call(function, parts), gives)

    def fork(self, node: Fork) -> Typed | None:
        need = "`if ... else` chooses between numbers"
        then = self.of_kind(node.then, _NUMBER, need)
        test = self.of_kind(node.test, _TRUTH, "`if` needs a condition")
        otherwise = self.of_kind(node.otherwise, _NUMBER, need)
        if then is None or test is None or otherwise is None:
            return None
        return Typed(Conditional(then.expression, test.expression, otherwise.expression), _NUMBER)

    def of_kind(self, node: Syntax, wanted: Type, need: str) -> Typed | None:
        """Return a part that must be a number or a condition; `need` begins the message if it is not."""
        found = self.typed(node)
        if found is None or type(found.type) is type(wanted):
            return found
        message = f"{need}, but {self.findings.quoted(node)} is {said(found.type, with_range=False)}"
        self.findings.tell(
            WRONG_TYPE, message, cure_of_type(self.findings.written(node), found.type, wanted), node
        )
        return None

    def silent(self, node: Syntax) -> None:
        """Count the names of a part of which nothing more can be told, and tell its own faults."""
        if not isinstance(node, Name):
            self.typed(node)
        elif self.scope.is_known(node.name):
            self.findings.names[node.name] = None


def _is_same(one: Type, other: Type) -> bool:
    if isinstance(one, ChoiceType) and isinstance(other, ChoiceType):
        return one.values == other.values
    return type(one) is type(other)
