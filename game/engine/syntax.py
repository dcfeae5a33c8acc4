"""Syntax trees of Python of our own making, and the functions made of them.

Nothing is compiled from text, and the code objects see no builtins.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from game.scenario.expressions.compiled import names_of_code

NOTHING_GIVEN: Mapping[str, object] = {}
_PLACED = (ast.expr, ast.stmt, ast.arg)
_LEAVES = (ast.Name, ast.Constant, ast.arg)


def named(name: str) -> ast.expr:
    """Return the reading of a local name or a given one."""
    return ast.Name(name, ast.Load())


def item(of: str, place: int) -> ast.expr:
    """Return the reading of an item of a list."""
    return ast.Subscript(named(of), ast.Constant(place), ast.Load())


def stored(of: str, place: int, value: ast.expr) -> ast.stmt:
    """Return what puts a value at a place of a list."""
    return ast.Assign([ast.Subscript(named(of), ast.Constant(place), ast.Store())], value)


def assigned(name: str, value: ast.expr) -> ast.stmt:
    """Return what gives a local name a value."""
    return ast.Assign([ast.Name(name, ast.Store())], value)


def operation(left: ast.expr, operator: ast.operator, right: int) -> ast.expr:
    return ast.BinOp(left, operator, ast.Constant(right))


def compared(left: ast.expr, operator: ast.cmpop, right: ast.expr | int) -> ast.expr:
    """Return a comparison of two values."""
    return ast.Compare(left, [operator], [ast.Constant(right) if isinstance(right, int) else right])


def both(*tests: ast.expr) -> ast.expr:
    """Return a conjunction."""
    return tests[0] if len(tests) == 1 else ast.BoolOp(ast.And(), list(tests))


def either(*tests: ast.expr) -> ast.expr:
    """Return a disjunction."""
    return tests[0] if len(tests) == 1 else ast.BoolOp(ast.Or(), list(tests))


def opposite(test: ast.expr) -> ast.expr:
    """Return a negation."""
    return ast.UnaryOp(ast.Not(), test)


def called(function: str, *arguments: ast.expr) -> ast.expr:
    """Return the call of a function that is given by name."""
    return ast.Call(named(function), list(arguments), [])


def where(test: ast.expr, *body: ast.stmt) -> ast.stmt:
    """Return what is done only where a test holds."""
    return ast.If(test, list(body), [])


def procedure(
    arguments: Sequence[str], body: list[ast.stmt], given: Mapping[str, object] = NOTHING_GIVEN
) -> Callable[..., Any]:
    """Return the function of so many arguments that has these statements; `given` are values by name."""
    parameters = ast.arguments([], [ast.arg(each) for each in arguments], None, [], [], None, [])
    definition = ast.FunctionDef("f", parameters, body, [], None, None)
    setattr(definition, "type_params", [])  # noqa: B010 - a field from Python 3.12 on, unknown to older types
    _locate(definition, *parameters.args)
    space = {**names_of_code(), **given}
    exec(compile(ast.Module([definition], []), "<rules>", "exec"), space)  # noqa: S102 - of checked trees
    made: Callable[..., Any] = space["f"]
    return made


def _locate(*roots: ast.expr | ast.stmt | ast.arg) -> None:
    """Give all nodes a place, which the compiler wants; much quicker than `ast.fix_missing_locations`."""
    pending = [*roots]
    while pending:
        node = pending.pop()
        node.lineno, node.col_offset = 1, 0
        if isinstance(node, _LEAVES):
            continue
        for name in node._fields:
            child = getattr(node, name, None)
            if isinstance(child, _PLACED):
                pending.append(child)
            elif isinstance(child, list):
                pending += [each for each in child if isinstance(each, _PLACED)]
