"""Instructions on a way under construction: what `Walk` does, as statements or as what is known from then."""

from __future__ import annotations

import ast
from bisect import insort
from collections.abc import Sequence
from functools import partial
from typing import assert_never

from game.engine.calendar import due_at
from game.engine.happenings import FlagSwitched, MomentBegan, VariableMoved
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
    Return,
    Switch,
    Tell,
    Update,
)
from game.engine.state import Due, Point
from game.engine.syntax import assigned, both, called, compared, item, named, opposite, where
from game.engine.walk import forced, taken
from game.engine.ways.endings import goes_on
from game.engine.ways.track import Track
from game.scenario.expressions.hulls import hull
from game.scenario.expressions.ranges import domain
from game.scenario.expressions.tree import Constant, Expression


def carry_out(track: Track, point: Point) -> bool:  # noqa: C901, PLR0912 - one arm for each instruction
    """Write an entry down from a point on; return False where the way ends."""
    while True:
        instruction = track.program.code[point]
        point += 1
        match instruction:
            case Jump(target):
                point = target
            case Note(register, value):
                _note(track, register, value)
            case Tell():
                _tell(track, instruction)
            case Assign():
                _assign(track, instruction)
            case Branch(_, condition, otherwise):
                test = track.folded(condition)
                if not isinstance(test, Constant):
                    aside = track.leave(track.control(None, otherwise))
                    track.body.append(where(opposite(track.syntax(test)), aside))
                elif not test.value:
                    point = otherwise
            case Return():
                return True
            case Endings():
                if not track.time and not goes_on(track):
                    return False
            case Call(target):
                track.agenda.append(point)
                point = target
            case Switch():
                _switch(track, instruction)
            case Chance():
                result = _forced(track, instruction, point - 1)
                if result is None:
                    return False
                point = instruction.points[result]
            case Defer():
                _defer(track, instruction)
            case Pending(entry, otherwise):
                if entry in track.agenda:
                    point = otherwise
                else:
                    queued = called(track.given(_is_queued), named("q"), ast.Constant(entry))
                    aside = track.leave(track.control(None, otherwise))
                    track.body.append(where(both(named("q"), queued), aside))
            case Begin():
                begin_moment(track)
            case _:
                assert_never(instruction)


def begin_moment(track: Track) -> None:
    """Put on the agenda what is due whatever is open and under way."""
    track.body += track.tell(MomentBegan(track.minute))
    track.agenda[:0] = sorted(due_at(track.program, track.minute), reverse=True)


def draw(track: Track, result: int) -> None:
    """Let the chance that has the turn go one way; what it does comes next."""
    chance = track.program.code[track.agenda.pop()]
    assert isinstance(chance, Chance)
    odds = [track.folded(each) for each in chance.odds]
    weights = ast.Tuple([track.syntax(each) for each in odds], ast.Load())
    track.body += _told(track, chance, result, _known(odds) or weights, is_forced=False)
    track.agenda.append(chance.points[result])


def _note(track: Track, register: int, value: int) -> None:
    for place, row in enumerate(track.program.decisions):
        if row.opened == register:
            track.opened &= ~(1 << place)
    track.body.append(track.put(register, value))


def _tell(track: Track, tell: Tell) -> None:
    track.body += track.halt() if tell.halts else []
    if not track.tells:
        return
    if tell.prints:
        happening = called(track.given(tell.happening), track.prints(tell.prints))
        track.body += track.tell(happening)
    else:
        track.body += track.tell(tell.happening(()))


def _switch(track: Track, switch: Switch) -> None:
    before = track.knows(switch.register)
    if before == switch.value:
        return
    name = track.program.registers[switch.register].name
    told = track.tell(FlagSwitched(name, switch.value, switch.cause))
    if told and before is None:
        told = [where(compared(item("r", switch.register), ast.NotEq(), switch.value), *told)]
    track.body += [*told, track.put(switch.register, switch.value)]


def _assign(track: Track, assign: Assign) -> None:
    """Write what reads all values and then writes them."""
    updates = [_folded(track, update) for update in assign.updates]
    values = [track.ground.functions.settled(update) for update in updates]
    if len(values) > 1:
        names = [f"v{place}" for place in range(len(values))]
        track.body += [assigned(name, value) for name, value in zip(names, values, strict=True)]
        values = [named(name) for name in names]
    for update, value in zip(updates, values, strict=True):
        _write(track, update, value, assign.cause)


def _folded(track: Track, update: Update) -> Update:
    given, change = update.set, update.change
    return update._replace(
        set=None if given is None else track.folded(given),
        change=None if change is None else track.folded(change),
    )


def _write(track: Track, update: Update, value: ast.expr, cause: str | None) -> None:
    told = cause is not None and track.tells
    halted = track.halt() if update.register in track.program.watched else []
    if not told and not halted:
        track.body.append(track.put(update.register, value))
        return
    if not isinstance(value, ast.Name):
        track.body.append(assigned("x", value))
        value = named("x")
    before = item("r", update.register)
    moved = _moved(track, update.register, before, value, cause) if cause is not None else []
    changed = compared(value, ast.NotEq(), before)
    track.body.append(where(changed, *moved, *halted, track.put(update.register, value)))


def _moved(track: Track, register: int, before: ast.expr, after: ast.expr, cause: str) -> list[ast.stmt]:
    """Return what tells that a variable moved; made the quickest way, since most of what is told is that."""
    name = track.program.registers[register].name
    values = ast.Tuple([ast.Constant(name), before, after, ast.Constant(cause)], ast.Load())
    made = called(track.given(tuple.__new__), named(track.given(VariableMoved)), values)
    return track.tell(made)


def _forced(track: Track, chance: Chance, point: Point) -> int | None:
    """Return the place of the result that must happen; where none is known the way ends, or forks."""
    odds = [track.folded(each) for each in chance.odds]
    known = _known(odds)
    if known is not None and (result := forced(chance, known)) is not None:
        track.body += _told(track, chance, result, known, is_forced=True)
        return result
    is_drawn = chance.pinned is None and len(odds) > 1 and all(hull(each, domain).low > 0 for each in odds)
    if known is None and not is_drawn:
        weights = ast.Tuple([track.syntax(each) for each in odds], ast.Load())
        track.body.append(assigned("w", weights))
        track.body.append(assigned("x", called(track.given(partial(forced, chance)), named("w"))))
        for place, target in enumerate(chance.points):
            told = _told(track, chance, place, named("w"), is_forced=True)
            aside = track.leave(track.control(None, target))
            track.body.append(where(compared(named("x"), ast.Eq(), place), *told, aside))
    track.body.append(track.leave(track.control("chance", point)))
    return None


def _known(odds: Sequence[Expression]) -> tuple[int, ...] | None:
    """Return the weights if they are all known."""
    weights = tuple([each.value for each in odds if isinstance(each, Constant)])
    return weights if len(weights) == len(odds) else None


def _told(
    track: Track, chance: Chance, result: int, weights: tuple[int, ...] | ast.expr, *, is_forced: bool
) -> list[ast.stmt]:
    """Return what tells that a chance goes one way."""
    if not track.tells:
        return []
    if isinstance(weights, tuple):
        return track.tell(taken(chance, result, weights, is_forced=is_forced))
    return track.tell(track.kept(partial(taken, chance, result, is_forced=is_forced), weights))


def _defer(track: Track, defer: Defer) -> None:
    minute = track.minute + defer.delay
    if defer.delay:
        due: Due = (minute, defer.point)
        track.body.append(ast.Expr(called(track.given(insort), named("q"), named(track.given(due)))))
    else:
        track.agenda.insert(0, defer.point)
    track.body += track.tell(defer.happening(minute))


def _is_queued(queue: list[Due], entry: Point) -> bool:
    return any(point == entry for _, point in queue)
