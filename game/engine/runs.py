"""Straight runs of instructions as functions, made when they are wanted again and again.

A run goes on to the first instruction that needs more than registers and the minute: a chance, a call,
the end of an entry. It tells nothing, so it serves only games of which nothing is told.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Sequence
from typing import assert_never

from game.engine.functions import Functions, compared, procedure
from game.engine.program import (
    Assign,
    Begin,
    Branch,
    Call,
    Chance,
    Defer,
    Endings,
    Instruction,
    Jump,
    Keys,
    Note,
    Pending,
    Return,
    Switch,
    Tell,
)
from game.engine.state import Point

Run = Callable[[list[int], int], Point]
"""Carries out a run over registers at a minute; returns the point at which it stops."""

_OFTEN = 3
"""A run is made when it is wanted for so many times: making it takes as long as some hundred walks."""


class Runs:
    """The runs of one code. `watched` are the registers whose change halts a player who waits."""

    def __init__(
        self,
        code: Sequence[Instruction],
        functions: Functions,
        keys: Keys,
        watched: frozenset[int],
    ) -> None:
        self._code = code
        self._functions = functions
        self._keys = keys
        self._watched = watched
        self._wanted = [0] * len(code)
        self.made: list[Run | None] = [None] * len(code)

    def wanted(self, point: Point) -> Run | None:
        """Return the run that begins at a point, or None where it has seldom been wanted."""
        self._wanted[point] += 1
        if self._wanted[point] < _OFTEN:
            return None
        run = self.made[point] = procedure(self._body(point))
        return run

    def _body(self, point: Point) -> list[ast.stmt]:
        body: list[ast.stmt] = []
        while True:
            instruction = self._code[point]
            match instruction:
                case Jump(target):
                    point = target
                    continue
                case Note(register, value) | Switch(register, value):
                    body.append(_stored(register, ast.Constant(value)))
                case Tell():
                    body += self._halt() if instruction.halts else []
                case Assign():
                    body += self._assigned(instruction)
                case Branch(_, condition, otherwise):
                    test = ast.UnaryOp(ast.Not(), self._functions.syntax(condition))
                    body.append(ast.If(test, [_stop(otherwise)], []))
                case Chance() | Return() | Call() | Defer() | Endings() | Pending() | Begin():
                    return [*body, _stop(point)]
                case _:
                    assert_never(instruction)
            point += 1

    def _assigned(self, assign: Assign) -> list[ast.stmt]:
        """Return what reads all values and then writes them."""
        names = [f"v{place}" for place in range(len(assign.updates))]
        body: list[ast.stmt] = [
            ast.Assign([ast.Name(name, ast.Store())], self._functions.settled(update))
            for name, update in zip(names, assign.updates, strict=True)
        ]
        for name, update in zip(names, assign.updates, strict=True):
            value = ast.Name(name, ast.Load())
            stored = _stored(update.register, value)
            if update.register in self._watched:
                before = self._functions.place_of(update.register)
                test = ast.Compare(value, [ast.NotEq()], [before])
                body.append(ast.If(test, [stored, *self._halt()], []))
            else:
                body.append(stored)
        return body

    def _halt(self) -> list[ast.stmt]:
        waits = compared(self._functions.place_of(self._keys.waits), ast.NotEq(), 0)
        return [ast.If(waits, [_stored(self._keys.halted, ast.Constant(1))], [])]


def _stored(register: int, value: ast.expr) -> ast.stmt:
    target = ast.Subscript(ast.Name("r", ast.Load()), ast.Constant(register), ast.Store())
    return ast.Assign([target], value)


def _stop(point: Point) -> ast.stmt:
    return ast.Return(ast.Constant(point))
