"""Syntax of an expression before its names are known: nodes with the places of their characters."""

from __future__ import annotations

from game.frozen import NamedTuple
from game.scenario.expressions.tree import Function, Operator


class Number(NamedTuple):
    """Digits as written."""

    value: int
    start: int
    end: int


class Truth(NamedTuple):
    """`yes` (1) or `no` (0)."""

    value: int
    start: int
    end: int


class Name(NamedTuple):
    """A name, or a value of a choice: only the types tell which."""

    name: str
    start: int
    end: int


class Operation(NamedTuple):
    """Two operands; the sign is the operator's own text as written."""

    operator: Operator
    left: Syntax
    right: Syntax
    start: int
    end: int


class Application(NamedTuple):
    """A function of its arguments, `not`, the minus sign and `between` included."""

    function: Function
    arguments: tuple[Syntax, ...]
    start: int
    end: int


class Fork(NamedTuple):
    """`then if test else otherwise`."""

    then: Syntax
    test: Syntax
    otherwise: Syntax
    start: int
    end: int


Syntax = Number | Truth | Name | Operation | Application | Fork


class Mistake(NamedTuple):
    """Why a text is no expression: what is wrong, how it is mended, and where it stands."""

    message: str
    cure: str
    start: int
    end: int
