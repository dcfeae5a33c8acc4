"""Settling on a way under construction: parts 5 to 7 of a moment, and the clock, as `Walk` has them."""

from __future__ import annotations

import ast

from game.engine.calendar import minute_after
from game.engine.functions import bit_where
from game.engine.happenings import DecisionOpened, Waited
from game.engine.program import DecisionRow
from game.engine.syntax import assigned, both, called, compared, either, item, named, opposite, stored, where
from game.engine.ways.endings import goes_on
from game.engine.ways.instructions import begin_moment
from game.engine.ways.track import Closed, Later, Over, Track
from game.scenario.expressions.tree import NO, YES, Constant, Expression

_LONG = 60
"""A way of so many statements is broken off at the next moment."""


def settle(track: Track) -> bool:
    """Write down what comes when nothing is left to do; return False where the way ends."""
    program = track.program
    if _starts_a_watch(track):
        return True
    if not goes_on(track):
        return False
    if track.time:
        track.body.append(track.leave(Over(track.control(None), len(program.endings) + 1, None)))
        return False
    if track.minute == program.ends:
        track.body.append(track.leave(Closed(track.control(None))))
        return False
    _open_decisions(track)
    if track.opened and not track.waits:
        track.body += [*_dead_end(track), track.leave(track.control("player"))]
        return False
    if track.opened:
        _wait_on(track)
    elif track.waits:
        track.body += track.stop_waiting()
        track.waits = 0
    return pass_time(track)


def wait(track: Track) -> bool:
    """Write down that the player waits; return False where the way ends."""
    keys = track.program.keys
    track.body += [*track.tell(Waited()), *offer(track)]
    track.body += [stored("r", keys.offer, named("x")), stored("r", keys.waits, ast.Constant(1))]
    track.waits = 1
    return pass_time(track)


def offer(track: Track) -> list[ast.stmt]:
    """Return what gives the mask `x` of the options on offer."""
    always, body = 0, []
    for place, condition in _offered(track):
        if isinstance(condition, Constant):
            always |= 1 << place if condition.value else 0
        else:
            body.append(bit_where(track.syntax(condition), 1 << place))
    return [assigned("x", ast.Constant(always)), *body]


def pass_time(track: Track) -> bool:
    """Write down that the clock goes to the next moment; return False where the way is long enough."""
    _arm_repeaters(track)
    minute = minute_after(track.program, track.minute)
    first = ast.Subscript(ast.Subscript(named("q"), ast.Constant(0), ast.Load()), ast.Constant(0), ast.Load())
    tests = [both(named("q"), compared(first, ast.LtE(), minute))]
    tests += [
        compared(item("r", row.opened), ast.LtE(), minute - row.deadline)
        for row in track.open_rows()
        if row.deadline is not None
    ]
    track.body.append(where(either(*tests), track.leave(Later(track.control(None)))))
    track.come_to(minute)
    if minute % track.program.step == 0:
        rests = [row.rests for row in track.program.decisions if row.rests is not None]
        track.body += [track.put(each, 0) for each in rests]
    begin_moment(track)
    if len(track.body) < _LONG:
        return True
    track.body.append(track.leave(track.control(None)))
    return False


def _starts_a_watch(track: Track) -> bool:
    """Write the look at the watches down; return True where one is known to hold."""
    left = track.unknown.watches
    for place, row in enumerate(track.program.watches):
        if not left >> place & 1:
            continue
        condition = track.folded(row.condition)
        track.unknown = track.unknown._replace(watches=left)
        left &= ~(1 << place)
        if not isinstance(condition, Constant):
            starts = track.leave(track.control(None, row.point))
            track.body.append(where(track.syntax(condition), starts))
        elif condition.value:
            track.agenda.append(row.point)
            return True
    track.unknown = track.unknown._replace(watches=0)
    return False


def _open_decisions(track: Track) -> None:
    """Write down which decisions open; those that are set for this minute are expected to."""
    left = track.unknown.openings & ~track.opened & track.ground.openings_at(track.minute)
    track.unknown = track.unknown._replace(openings=left)
    for place, row in enumerate(track.program.decisions):
        bit = 1 << place
        if not left & bit:
            continue
        left &= ~bit
        track.unknown = track.unknown._replace(openings=left)
        condition = track.folded(row.condition)
        if not isinstance(condition, Constant):
            test = track.syntax(condition)
            if row.at is None:
                opened = track.control(None)._replace(opened=track.opened | bit)
                track.body.append(where(test, *_opening(track, row), track.leave(opened)))
                continue
            track.body.append(where(opposite(test), track.leave(track.control(None))))
        elif not condition.value:
            continue
        track.body += _opening(track, row)
        track.opened |= bit
        track.forget(row.opened)


def _opening(track: Track, row: DecisionRow) -> list[ast.stmt]:
    """Return what opens a decision."""
    minute = track.minute
    opened = [stored("r", row.opened, ast.Constant(minute)), *track.halt()]
    deadline = None if row.deadline is None else minute + row.deadline
    if not row.prints or not track.tells:
        return [*opened, *track.tell(DecisionOpened(row.decision, deadline, ()))]
    parts = (ast.Constant(row.decision), ast.Constant(deadline), track.prints(row.prints))
    return [*opened, *track.tell(called(track.given(DecisionOpened), *parts))]


def _wait_on(track: Track) -> None:
    """Write down that who waits gets the turn if he is halted, or something else is on offer."""
    keys = track.program.keys
    is_same = compared(named("x"), ast.Eq(), item("r", keys.offer))
    turn = track.leave(track.control("player")._replace(waits=0))
    is_halted = opposite(both(opposite(item("r", keys.halted)), is_same))
    track.body += [*offer(track), where(is_halted, *track.stop_waiting(), *_dead_end(track), turn)]


def _dead_end(track: Track) -> list[ast.stmt]:
    """Return what ends the game where a decision without a deadline is open and nothing is on offer."""
    endless = [row.decision for row in track.open_rows() if row.deadline is None]
    offered = [condition for _, condition in _offered(track) if condition != NO]
    if not endless or YES in offered:
        return []
    over = track.leave(Over(track.control(None), len(track.program.endings) + 1, endless[0]))
    if not offered:
        return [over]
    return [where(opposite(either(*map(track.syntax, offered))), over)]


def _offered(track: Track) -> list[tuple[int, Expression]]:
    """Return the places of the options of open decisions, each with what is left of its condition."""
    opened = {row.decision for row in track.open_rows()}
    return [
        (place, track.folded(row.when))
        for place, row in enumerate(track.program.options)
        if row.decision in opened
    ]


def _arm_repeaters(track: Track) -> None:
    """Write down that repeating events whose conditions do not hold may begin again.

    No watch comes to hold by it.
    """
    for row in track.program.repeaters:
        if track.knows(row.armed):
            continue
        unmet = opposite(track.syntax(track.folded(row.condition)))
        armed = stored("r", row.armed, ast.Constant(1))
        track.body.append(where(both(opposite(item("r", row.armed)), unmet), armed))
        track.forget(row.armed)
