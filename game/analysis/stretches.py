"""The code of a Program in stretches: what each reads, writes and starts, up to where it may fork."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from game.engine.program import (
    Assign,
    Begin,
    Branch,
    Call,
    Chance,
    Defer,
    Endings,
    Jump,
    Note,
    Pending,
    Program,
    Return,
    Switch,
    Tell,
)
from game.engine.state import Point
from game.scenario.expressions.ranges import reads
from game.scenario.expressions.tree import Expression


class Write(NamedTuple):
    """A register that takes the value of an expression, which also reads `needs`."""

    register: int
    set: Expression | None
    change: Expression | None
    needs: frozenset[str]


class Stretch(NamedTuple):
    """Code that is carried out whole once it begins.

    `needs` are the names whose values decide what happens; `starts` the points called or put off;
    `forks` the ways on, each with the condition under which it is taken, or None for always.
    """

    needs: frozenset[str]
    writes: tuple[Write, ...]
    constants: tuple[tuple[int, int], ...]
    starts: tuple[Point, ...]
    forks: tuple[tuple[Expression | None, Point, Point], ...]


def stretch(program: Program, point: Point) -> Stretch:  # noqa: C901 - one arm for each instruction
    """Return the stretch that begins at a point."""
    needs: set[str] = set()
    writes: list[Write] = []
    constants: list[tuple[int, int]] = []
    starts: list[Point] = []
    forks: list[tuple[Expression | None, Point, Point]] = []
    while True:
        instruction = program.code[point]
        point += 1
        match instruction:
            case Return():
                break
            case Jump(target):
                point = target
            case Branch(_, condition, otherwise):
                needs |= reads_of(condition)
                forks.append((condition, point, otherwise))
                break
            case Pending(_, otherwise):
                forks.append((None, point, otherwise))
                break
            case Chance():
                needs |= reads_of(*instruction.odds)
                forks += [(None, each, each) for each in instruction.points]
                break
            case Assign():
                writes += [
                    Write(each.register, each.set, each.change, reads_of(each.set, each.change))
                    for each in instruction.updates
                ]
            case Switch(register, value, _) | Note(register, value):
                constants.append((register, value))
            case Call(target) | Defer(target):
                starts.append(target)
            case Tell() | Endings() | Begin():
                pass
    return Stretch(frozenset(needs), tuple(writes), tuple(constants), tuple(starts), tuple(forks))


@cache
def reads_of(*expressions: Expression | None) -> frozenset[str]:
    """Return the names that expressions read."""
    return frozenset(read.name for each in expressions if each is not None for read in reads(each))
