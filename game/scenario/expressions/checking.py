"""Turns the text of a condition or a number into a typed expression, or into faults with their places.

An unknown or faulty name makes all that is said with it silent, so one fault is told once.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from game.diagnostics.diagnostic import Diagnostic, Rule
from game.frozen import Frozen, NamedTuple
from game.scenario.expressions.describing import (
    about_no_value,
    about_unknown_name,
    cure_of_type,
    list_of_values,
    said,
)
from game.scenario.expressions.format import formatted
from game.scenario.expressions.hulls import hull
from game.scenario.expressions.lexer import names_in
from game.scenario.expressions.parser import parse
from game.scenario.expressions.ranges import can_be, domain
from game.scenario.expressions.rules import (
    CHANGE_OF_NO_NUMBER,
    MAY_DIVIDE_BY_ZERO,
    NOT_A_VALUE,
    NOT_AN_EXPRESSION,
    WRONG_TYPE,
)
from game.scenario.expressions.scope import Scope, Wanted
from game.scenario.expressions.syntax import (
    Application,
    Fork,
    Mistake,
    Name,
    Number,
    Operation,
    Syntax,
    Truth,
)
from game.scenario.expressions.tree import (
    NO,
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
from game.scenario.unknown import UNKNOWN
from game.source.tree import Scalar


class Checked(Frozen):
    """An expression with its type, or a placeholder of type None whose faults are in `diagnostics`.

    The type of a number bears an interval that holds its values (`ranges.bounds` gives the
    narrowest). `names` are all names that the text mentions, each once, in order; values of
    choices are not among them unless the text does not parse.
    """

    expression: Expression
    type: Type | None
    names: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...] = ()
    syntax: Syntax | None = None

    @property
    def is_sound(self) -> bool:
        return self.type is not None


def expression(scalar: Scalar, wanted: Wanted, names: Scope) -> Checked:
    """Return what the text of a scalar says, of the type that is wanted; any text gives faults or a value."""
    text = scalar.value
    if wanted.passes_plus and text.lstrip().startswith("+"):
        text = text.replace("+", " ", 1)
    syntax = parse(text, wanted.what)
    if isinstance(syntax, Mistake):
        place = scalar.part(syntax.start, syntax.end) if text else scalar.span
        fault = Diagnostic(NOT_AN_EXPRESSION, syntax.message, place, syntax.cure)
        return Checked(NO, None, names_in(text), (fault,))
    checking = _Checking(scalar, text, names)
    found = checking.wanted(syntax, wanted)
    mentioned, faults = tuple(checking.names), tuple(checking.faults)
    if found is None:
        return Checked(NO, None, mentioned, faults, syntax)
    return Checked(found.expression, _narrowed(found), mentioned, faults, syntax)


def all_of(conditions: Iterable[Checked]) -> Checked:
    """Return the condition that all of a list of conditions hold; one alone is returned as it is."""
    parts = tuple(conditions)
    if len(parts) == 1:
        return parts[0]
    names = tuple(dict.fromkeys(name for each in parts for name in each.names))
    faults = tuple(fault for each in parts for fault in each.diagnostics)
    if not parts or not all(each.is_sound for each in parts):
        return Checked(NO, None, names, faults)
    together, *others = (each.expression for each in parts)
    for other in others:
        together = Binary(Operator.AND, together, other)
    return Checked(together, TruthType(), names, faults)


def no_number(key: Scalar, type_of_name: ChoiceType | TruthType) -> Diagnostic:
    """Return the fault of a name under `change:` that is not a number."""
    if isinstance(type_of_name, ChoiceType):
        cure = f"give it a value: `set: {{ {key.value}: {type_of_name.values[-1]} }}`"
    else:
        cure = f"write `remember: {key.value}` or `forget: {key.value}`"
    message = f"`change:` adds to a number, but `{key.value}` is {said(type_of_name)}"
    return Diagnostic(CHANGE_OF_NO_NUMBER, message, key.span, cure)


class _Typed(NamedTuple):
    expression: Expression
    type: Type


_NUMBER = NumberType(0, 0)
_TRUTH = TruthType()
_CONDITIONS = frozenset({Operator.AND, Operator.OR})
_EQUALITIES = frozenset({Operator.IS, Operator.IS_NOT})
_ARITHMETIC = frozenset({Operator.ADD, Operator.SUBTRACT, Operator.MULTIPLY, Operator.DIVIDE})


def _narrowed(found: _Typed) -> Type:
    if not isinstance(found.type, NumberType):
        return found.type
    interval = hull(found.expression, domain)
    return NumberType(interval.low, interval.high)


class _Checking:
    """One check of one text: the faults and the names found so far."""

    def __init__(self, scalar: Scalar, text: str, scope: Scope) -> None:
        self.scalar = scalar
        self.text = text
        self.scope = scope
        self.faults: list[Diagnostic] = []
        self.names: dict[str, None] = {}

    def wanted(self, node: Syntax, wanted: Wanted) -> _Typed | None:
        """Return a whole text as what is wanted in its place."""
        if isinstance(wanted.type, ChoiceType):
            return self.value(node, wanted.type)
        kind = "a yes-or-no condition" if isinstance(wanted.type, TruthType) else "a number"
        return self.of_kind(node, wanted.type, f"`{wanted.subject}` needs {kind}")

    def typed(self, node: Syntax) -> _Typed | None:
        """Return a part with its type, or None where a fault in it was told."""
        match node:
            case Number(number, _, _):
                return _Typed(Constant(number), _NUMBER)
            case Truth(truth, _, _):
                return _Typed(Constant(truth), _TRUTH)
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

    def read(self, node: Name) -> _Typed | None:
        self.names[node.name] = None
        type_of_name = self.scope.type_of(node.name)
        if type_of_name is not None:
            return _Typed(Read(node.name, type_of_name), type_of_name)
        if self.scope.is_complete and not self.scope.is_known(node.name):
            self.tell_unknown(node)
        return None

    def operation(self, node: Operation) -> _Typed | None:
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

    def joined(self, node: Operation, wanted: Type, need: str, gives: Type) -> _Typed | None:
        left = self.of_kind(node.left, wanted, need)
        right = self.of_kind(node.right, wanted, need)
        if left is None or right is None:
            return None
        return _Typed(Binary(node.operator, left.expression, right.expression), gives)

    def division(self, node: Operation, found: _Typed) -> _Typed | None:
        assert isinstance(found.expression, Binary)
        divisor = found.expression.right
        if not can_be(divisor, 0):
            return found
        if isinstance(divisor, Constant):
            self.tell(MAY_DIVIDE_BY_ZERO, "this divides by zero", "divide by another number", node)
            return None
        written = formatted(divisor)
        can_be_what = said(divisor.type) if isinstance(divisor, Read) else "0 for some values"
        cure = f"`{written}` is {can_be_what}; use `max(1, {written})`"
        self.tell(MAY_DIVIDE_BY_ZERO, "this may divide by zero", cure, node)
        return None

    def equality(self, node: Operation) -> _Typed | None:
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
            self.tell_unequal(node, left, right)
            return None
        return _Typed(Binary(node.operator, left.expression, right.expression), _TRUTH)

    def is_value_first(self, node: Operation) -> bool:
        """Report `in_force is quarantine`, which has its two sides the wrong way round."""
        left, right = node.left, node.right
        if not isinstance(left, Name) or not isinstance(right, Name) or self.scope.is_known(left.name):
            return False
        other = self.scope.type_of(right.name)
        if not isinstance(other, ChoiceType) or left.name not in other.values:
            return False
        self.names[right.name] = None
        message = f"`{left.name}` is a value of `{right.name}` and stands on its right"
        self.tell(WRONG_TYPE, message, f"write `{right.name} {node.operator.value} {left.name}`", node)
        return True

    def value(self, node: Syntax, choice: ChoiceType) -> _Typed | None:
        """Return a value of a choice: by its name first, as a name of its own second."""
        if isinstance(node, Name):
            if node.name in choice.values:
                return _Typed(Constant(choice.values.index(node.name)), choice)
            if not self.scope.is_known(node.name):
                self.tell_no_value(node, choice)
                return None
        if isinstance(node, Number | Truth):
            self.tell_no_value(node, choice)
            return None
        if isinstance(node, Fork):
            message = "`if ... else` chooses between numbers, not between values"
            self.tell(
                WRONG_TYPE, message, "give each value in an entry of its own, with its own `when:`", node
            )
            return None
        found = self.typed(node)
        if found is None or _is_same(found.type, choice):
            return found
        message = f"`{choice.owner}` needs one of its values, but {self.quoted(node)} is {said(found.type)}"
        self.tell(WRONG_TYPE, message, f"it can be: {list_of_values(choice)}", node)
        return None

    def application(self, node: Application) -> _Typed | None:
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
            return _Typed(Constant(-parts[0].value), _NUMBER)
        gives: Type = _TRUTH if is_not or function is Function.BETWEEN else _NUMBER
        return _Typed(Call(function, parts), gives)

    def fork(self, node: Fork) -> _Typed | None:
        need = "`if ... else` chooses between numbers"
        then = self.of_kind(node.then, _NUMBER, need)
        test = self.of_kind(node.test, _TRUTH, "`if` needs a condition")
        otherwise = self.of_kind(node.otherwise, _NUMBER, need)
        if then is None or test is None or otherwise is None:
            return None
        return _Typed(Conditional(then.expression, test.expression, otherwise.expression), _NUMBER)

    def of_kind(self, node: Syntax, wanted: Type, need: str) -> _Typed | None:
        """Return a part that must be a number or a condition; `need` begins the message if it is not."""
        found = self.typed(node)
        if found is None or type(found.type) is type(wanted):
            return found
        message = f"{need}, but {self.quoted(node)} is {said(found.type, with_range=False)}"
        self.tell(WRONG_TYPE, message, cure_of_type(self.written(node), found.type, wanted), node)
        return None

    def silent(self, node: Syntax) -> None:
        """Count the names of a part of which nothing more can be told, and tell its own faults."""
        if not isinstance(node, Name):
            self.typed(node)
        elif self.scope.is_known(node.name):
            self.names[node.name] = None

    def tell_unknown(self, node: Name) -> None:
        self.tell(UNKNOWN, *about_unknown_name(node.name, self.scope.types, self.scope.candidates()), node)

    def tell_no_value(self, node: Syntax, choice: ChoiceType) -> None:
        self.tell(NOT_A_VALUE, *about_no_value(self.written(node), choice), node)

    def tell_unequal(self, node: Operation, left: _Typed, right: _Typed) -> None:
        first, second = self.quoted(node.left), self.quoted(node.right)
        one, other = said(left.type, with_range=False), said(right.type, with_range=False)
        message = f"{first} is {one} and {second} is {other}: they cannot be compared"
        self.tell(WRONG_TYPE, message, "both sides of `is` must be of one type", node)

    def tell(self, rule: Rule, message: str, cure: str | None, node: Syntax) -> None:
        self.faults.append(Diagnostic(rule, message, self.scalar.part(node.start, node.end), cure))

    def written(self, node: Syntax) -> str:
        return self.text[node.start : node.end]

    def quoted(self, node: Syntax) -> str:
        written = self.written(node)
        return f"`{written}`" if len(written) <= 40 else "this"


def _is_same(one: Type, other: Type) -> bool:
    if isinstance(one, ChoiceType) and isinstance(other, ChoiceType):
        return one.values == other.values
    return type(one) is type(other)
