"""Functions of registers and minute, made from typed expressions by way of syntax trees of our own.

Nothing is compiled from text, and the code objects see no builtins.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from game.engine.program import Update
from game.scenario.expressions.compiled import compiled, names_of_code
from game.scenario.expressions.tree import Expression
from game.scenario.model import Clock

_MINUTES_A_DAY = 24 * 60


def _name(name: str) -> ast.expr:
    return ast.Name(name, ast.Load())


def _operation(left: ast.expr, operator: ast.operator, right: int) -> ast.expr:
    return ast.BinOp(left, operator, ast.Constant(right))


class Functions:
    """Makes functions `(registers, minute)` for one layout of registers and one clock."""

    def __init__(self, index: Mapping[str, int], clock: Clock) -> None:
        self._index = index
        of_day = _operation(_name("m"), ast.Add(), clock.starts % _MINUTES_A_DAY)
        self._clock = {
            "day": _operation(_operation(of_day, ast.FloorDiv(), _MINUTES_A_DAY), ast.Add(), 1),
            "hour": _operation(_operation(of_day, ast.Mod(), _MINUTES_A_DAY), ast.FloorDiv(), 60),
            "step": _operation(_name("m"), ast.FloorDiv(), clock.step),
        }

    def place(self, name: str) -> ast.expr:
        """Return the syntax that reads a name."""
        if name in self._clock:
            return self._clock[name]
        return self.place_of(self._index[name])

    def syntax(self, expression: Expression) -> ast.expr:
        return compiled(expression, self.place)

    def settled(self, update: Update) -> ast.expr:
        """Return the syntax of a register's new value: set, held, changed, held again."""
        value = (
            self.place_of(update.register) if update.set is None else _held(self.syntax(update.set), update)
        )
        if update.change is None:
            return value
        return _held(ast.BinOp(value, ast.Add(), self.syntax(update.change)), update)

    def place_of(self, register: int) -> ast.expr:
        return ast.Subscript(_name("r"), ast.Constant(register), ast.Load())

    def one(self, expression: Expression) -> Callable[[Sequence[int], int], int]:
        """Return the function of an expression's value."""
        return procedure([ast.Return(self.syntax(expression))])

    def value(self, name: str) -> Callable[[Sequence[int], int], int]:
        """Return the function that reads a name."""
        if name in self._clock:
            return procedure([ast.Return(self._clock[name])])
        register = self._index[name]
        return lambda registers, minute: registers[register]  # noqa: ARG005

    def every(self, values: Sequence[ast.expr]) -> Callable[[Sequence[int], int], tuple[int, ...]]:
        """Return the function of a tuple of values."""
        return procedure([ast.Return(ast.Tuple(list(values), ast.Load()))])

    def first(
        self, cases: Sequence[tuple[ast.expr, int]], otherwise: int
    ) -> Callable[[Sequence[int], int], int]:
        """Return the function that gives the number of the first case that holds."""
        body: list[ast.stmt] = [
            ast.If(test, [ast.Return(ast.Constant(number))], []) for test, number in cases
        ]
        return procedure([*body, ast.Return(ast.Constant(otherwise))])

    def mask(
        self, groups: Sequence[tuple[ast.expr, Sequence[tuple[ast.expr, int]]]]
    ) -> Callable[[Sequence[int], int], int]:
        """Return the function of the sum of the bits whose tests hold, of the groups whose test holds."""
        target = ast.Name("x", ast.Store())
        body: list[ast.stmt] = [ast.Assign([target], ast.Constant(0))]
        for test, bits in groups:
            body.append(
                ast.If(
                    test,
                    [
                        ast.If(each, [ast.AugAssign(target, ast.BitOr(), ast.Constant(bit))], [])
                        for each, bit in bits
                    ],
                    [],
                )
            )
        return procedure([*body, ast.Return(_name("x"))])


def both(*tests: ast.expr) -> ast.expr:
    """Return the syntax of a conjunction."""
    return tests[0] if len(tests) == 1 else ast.BoolOp(ast.And(), list(tests))


def compared(left: ast.expr, operator: ast.cmpop, right: int) -> ast.expr:
    """Return the syntax of a comparison with a number."""
    return ast.Compare(left, [operator], [ast.Constant(right)])


def _held(value: ast.expr, update: Update) -> ast.expr:
    held = ast.NamedExpr(ast.Name("x", ast.Store()), value)
    above = ast.IfExp(compared(_name("x"), ast.Gt(), update.high), ast.Constant(update.high), _name("x"))
    return ast.IfExp(compared(held, ast.Lt(), update.low), ast.Constant(update.low), above)


def procedure(body: list[ast.stmt]) -> Callable[..., Any]:
    """Return the function of registers and minute that has these statements."""
    arguments = ast.arguments([], [ast.arg("r"), ast.arg("m")], None, [], [], None, [])
    definition = ast.FunctionDef("f", arguments, body, [], None, None)
    setattr(definition, "type_params", [])  # noqa: B010 - a field from Python 3.12 on, unknown to older types
    module = ast.Module([definition], [])
    _locate(definition)
    space = names_of_code()
    exec(compile(module, "<rules>", "exec"), space)  # noqa: S102 - the syntax is built from checked trees
    made: Callable[..., Any] = space["f"]
    return made


def _locate(root: ast.AST) -> None:
    """Give all nodes a place, which the compiler wants; much quicker than `ast.fix_missing_locations`."""
    pending = [root]
    while pending:
        node = pending.pop()
        if node._attributes:  # noqa: SLF001 - the public name of nothing else says so
            node.lineno = node.end_lineno = 1  # type: ignore[attr-defined]
            node.col_offset = node.end_col_offset = 0  # type: ignore[attr-defined]
        for name in node._fields:
            child = getattr(node, name, None)
            if isinstance(child, ast.AST):
                pending.append(child)
            elif isinstance(child, list):
                pending += [each for each in child if isinstance(each, ast.AST)]
