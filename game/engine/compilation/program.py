"""The Program of a scenario under one setup."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Mapping

from game.engine import layout
from game.engine.compilation.blocks import unseen
from game.engine.compilation.code import Code
from game.engine.compilation.entries import emit_entries, negated, reserve_entries
from game.engine.functions import Functions
from game.engine.program import (
    Begin,
    DecisionRow,
    EndingRow,
    Keys,
    Number,
    OptionRow,
    PeriodRow,
    Program,
    Register,
    RepeaterRow,
    Return,
    WatchRow,
)
from game.engine.results import format_result
from game.engine.state import Point
from game.engine.syntax import both, compared, item, named
from game.scenario.blocks import chances
from game.scenario.expressions.tree import YES, Binary, Constant, Expression, Operator, Read, joined
from game.scenario.expressions.types import NumberType
from game.scenario.model import Decision, Event, Scenario, Variable

Pairs = Iterable[tuple[str, str]]


def compiled(
    scenario: Scenario,
    setup: str,
    pins: Pairs = (),
    starts: Iterable[tuple[str, int]] = (),
    begins: int = 0,
) -> Program:
    """Return the Program of a scenario under a setup.

    `pins` are (site, result) pairs and `starts` (name, value) pairs beside those of the setup, and
    before them; `begins` is the minute at which the game begins, 0 being the start of the clock.
    Raises KeyError if there is no such setup.
    """
    chosen = scenario.setups[setup] if scenario.setups else None
    given = {**dict(chosen.set if chosen else ()), **dict(starts)}
    registers = layout.registers(scenario, given)
    index = {register.name: number for number, register in enumerate(registers)}
    functions = Functions(index, scenario.clock)
    code = Code(scenario, index, functions, _pins(scenario, setup, pins))
    reserve_entries(code)
    emit_entries(code)
    start = _emit_start(code, given)
    return _assembled(code, registers, setup, start, begins)


def _pins(scenario: Scenario, setup: str, pins: Pairs) -> dict[str, str]:
    chosen = scenario.setups.get(setup)
    historical = _historical(scenario) if chosen is not None and chosen.historical else {}
    return {**historical, **dict(chosen.pin if chosen else ()), **dict(pins)}


def _historical(scenario: Scenario) -> dict[str, str]:
    return {
        chance.site: outcome.id
        for chance in chances(scenario)
        for outcome in reversed(chance.outcomes)
        if outcome.historical
    }


def _emit_start(code: Code, given: Mapping[str, int]) -> Point:
    start = code.here
    for variable in (*code.scenario.variables.values(), *code.scenario.beliefs.values()):
        if variable.id not in given and len(variable.start.values) > 1:
            _emit_draw(code, variable)
    code.emit(Begin())
    code.emit(Return())
    return start


def _emit_draw(code: Code, variable: Variable) -> None:
    values = {format_result(variable.type, value): value for value, _ in variable.start.values}
    odds = {format_result(variable.type, value): Constant(weight) for value, weight in variable.start.values}
    code.chance(f"{variable.id}.start", odds, None, lambda result: code.note(variable.id, values[result]))


def _assembled(code: Code, registers: tuple[Register, ...], setup: str, start: Point, begins: int) -> Program:
    scenario, index, clock = code.scenario, code.index, code.scenario.clock
    names = (*index, "day", "hour", "step")
    watches, closings = tuple(_watches(code)), tuple(_closings(scenario))
    decisions = tuple(_decision_row(code, decision) for decision in scenario.decisions.values())
    return Program(
        scenario=scenario,
        setup=setup,
        registers=registers,
        index=index,
        keys=Keys(
            *(index[name] for name in (layout.TIME, layout.WAITS, layout.HALTED, layout.OFFER, layout.ENDED))
        ),
        code=tuple(code.instructions),
        start=start,
        begins=begins,
        ends=clock.ends - clock.starts,
        step=clock.step,
        fixed=_fixed(scenario),
        due=_due(code),
        periods=tuple(
            PeriodRow(event.every, code.point(("event", event.id)))
            for event in scenario.events.values()
            if event.every is not None
        ),
        decisions=decisions,
        options=tuple(_option_rows(code)),
        repeaters=tuple(
            _repeater_row(code, event) for event in scenario.events.values() if _is_repeater(event)
        ),
        watches=watches,
        closings=closings,
        watched=frozenset(index[name] for name, _ in scenario.status if name in index),
        endings=tuple(scenario.endings),
        look=_first_of(code, [(row.condition, row.point) for row in watches], -1),
        opening=_opening(code, decisions),
        opened=_opened(code, decisions),
        ended=_first_of(code, [(row.condition, row.number) for row in closings], 0),
        offer=_offer(code),
        names={name: code.functions.value(name) for name in names},
        made={},
    )


def _first_of(code: Code, cases: Iterable[tuple[Expression, int]], otherwise: int) -> Number:
    return code.functions.first([(code.functions.syntax(test), number) for test, number in cases], otherwise)


def _fixed(scenario: Scenario) -> tuple[int, ...]:
    moments = (
        *(report.at for report in scenario.intelligence.values()),
        *(event.at for event in scenario.events.values()),
        *(decision.at for decision in scenario.decisions.values()),
    )
    return tuple(sorted({moment - scenario.clock.starts for moment in moments if moment is not None}))


def _due(code: Code) -> dict[int, tuple[Point, ...]]:
    points: dict[int, list[Point]] = {}
    scheduled = (
        *((("report", report.id), report.at) for report in code.scenario.intelligence.values()),
        *((("event", event.id), event.at) for event in code.scenario.events.values()),
    )
    for key, at in scheduled:
        if at is not None:
            points.setdefault(at - code.scenario.clock.starts, []).append(code.point(key))
    return {minute: tuple(each) for minute, each in points.items()}


def _decision_row(code: Code, decision: Decision) -> DecisionRow:
    tests: list[Expression] = [Binary(Operator.LESS, _number(layout.opened(decision.id)), Constant(0))]
    free = layout.rests(decision.id) if decision.repeats else layout.chosen(decision.id)
    tests.append(Binary(Operator.IS, _number(free), Constant(0)))
    if decision.when is not None:
        tests.append(decision.when)
    at = None if decision.at is None else decision.at - code.scenario.clock.starts
    return DecisionRow(
        decision=decision.id,
        opened=code.index[layout.opened(decision.id)],
        rests=code.index[layout.rests(decision.id)] if decision.repeats else None,
        deadline=decision.deadline,
        late=code.point(("late", decision.id)) if decision.if_late is not None else None,
        at=at,
        condition=joined(Operator.AND, tests),
        prints=code.prints(decision.title, decision.text),
    )


def _opening(code: Code, rows: Iterable[DecisionRow]) -> Number:
    cases = []
    for place, row in enumerate(rows):
        test = code.functions.syntax(row.condition)
        if row.at is not None:
            test = both(compared(named("m"), ast.Eq(), row.at), test)
        cases.append((test, place))
    return code.functions.first(cases, -1)


def _opened(code: Code, rows: Iterable[DecisionRow]) -> Number:
    always: ast.expr = ast.Constant(value=True)
    bits = [(compared(item("r", row.opened), ast.GtE(), 0), 1 << place) for place, row in enumerate(rows)]
    return code.functions.mask([(always, bits)] if bits else [])


def _number(register: str) -> Expression:
    """Return the reading of a register of the order of play, whose bounds nothing asks for."""
    return Read(register, NumberType(0, 0))


def _option_rows(code: Code) -> Iterable[OptionRow]:
    for decision in code.scenario.decisions.values():
        for option in decision.options.values():
            when = YES if option.when is None else option.when
            yield OptionRow(
                decision.id, option.id, code.point(("option", f"{decision.id}.{option.id}")), when
            )


def _offer(code: Code) -> Number:
    bit = 1
    groups = []
    for decision in code.scenario.decisions.values():
        bits = []
        for option in decision.options.values():
            bits.append((code.functions.syntax(YES if option.when is None else option.when), bit))
            bit <<= 1
        opened = code.functions.place(layout.opened(decision.id))
        groups.append((compared(opened, ast.GtE(), 0), bits))
    return code.functions.mask(groups)


def _is_repeater(event: Event) -> bool:
    return event.is_conditional and event.repeats


def _condition(event: Event) -> Expression:
    assert event.when is not None
    not_unless = negated(event.unless)
    return event.when if not_unless is None else Binary(Operator.AND, event.when, not_unless)


def _repeater_row(code: Code, event: Event) -> RepeaterRow:
    condition = _condition(event)
    return RepeaterRow(code.index[layout.armed(event.id)], condition, code.functions.one(condition))


def _watches(code: Code) -> Iterable[WatchRow]:
    for number, phase in enumerate(code.scenario.phases.values()):
        if number and phase.when is not None:
            is_later = Binary(Operator.LESS, _number(layout.PHASE), Constant(number))
            yield WatchRow(Binary(Operator.AND, is_later, phase.when), code.point(("phase", phase.id)))
    for report in code.scenario.intelligence.values():
        if report.when is not None and report.at is None:
            yield WatchRow(
                Binary(Operator.AND, unseen(report.id), report.when),
                code.point(("report on condition", report.id)),
            )
    events = [event for event in code.scenario.events.values() if event.is_conditional]
    for event in sorted(events, key=lambda event: -event.priority):
        is_armed = Binary(Operator.IS, _number(layout.armed(event.id)), YES)
        is_free = is_armed if event.repeats else unseen(event.id)
        yield WatchRow(
            Binary(Operator.AND, is_free, _condition(event)), code.point(("event on condition", event.id))
        )


def _closings(scenario: Scenario) -> Iterable[EndingRow]:
    """Return the endings in the order in which they are looked at."""
    numbered = enumerate(scenario.endings.values(), 1)
    for number, ending in sorted(numbered, key=lambda pair: -pair[1].priority):
        yield EndingRow(ending.when, number)
