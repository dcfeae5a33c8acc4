"""The ways in which the entries of a scenario can come about, as section 9 of the language has them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from game.frozen import NamedTuple
from game.scenario.expressions.tree import Binary, Constant, Expression, Operator
from game.scenario.model import Block, Clock, Decision, Event, Letter, Report, Scenario

Fixed = Mapping[str, int]
"""Names whose value is known where a condition is looked at."""

_NOTHING: Fixed = {}
_RUNNING: Fixed = {"time": 0}
_DAY = 24 * 60


class Way(NamedTuple):
    """One way to an entry: after any one of some tokens (none are needed if there are none), on conditions.

    `gives` are the tokens that it leaves, `marks` names with the value that they then may have.
    """

    path: str
    after: tuple[str, ...] = ()
    holds: tuple[Expression, ...] = ()
    fails: tuple[Expression, ...] = ()
    fixed: Fixed = _NOTHING
    gives: tuple[str, ...] = ()
    marks: tuple[tuple[str, int], ...] = ()
    block: Block | None = None


def ways(scenario: Scenario) -> Iterator[Way]:
    """Yield the ways to everything that can happen; what has a moment outside the clock has none."""
    for number, phase in enumerate(scenario.phases.values()):
        if number == 0 or phase.when is not None:
            yield Way(f"phases.{phase.id}", holds=_some(phase.when), marks=(("phase", number),))
    for report in scenario.intelligence.values():
        yield from _to_report(scenario.clock, report)
    for event in scenario.events.values():
        yield from _to_event(scenario.clock, event)
    for letter in scenario.letters.values():
        yield from _to_letter(letter)
    for decision in scenario.decisions.values():
        yield from _to_decision(scenario.clock, decision)
    for response in scenario.responses.values():
        path, after = f"responses.{response.id}", tuple(f"done {cause}" for cause in response.after)
        yield from _with_outcomes(Way(path, after, _some(response.when), block=response.block))
    for ending in scenario.endings.values():
        yield Way(f"endings.{ending.id}", holds=(ending.when,))


def _some(condition: Expression | None) -> tuple[Expression, ...]:
    return () if condition is None else (condition,)


def moment_names(clock: Clock, moment: int) -> Fixed:
    """Return what `day`, `hour` and `step` are at a moment."""
    return {
        "day": moment // _DAY - clock.starts // _DAY + 1,
        "hour": moment % _DAY // 60,
        "step": (moment - clock.starts) // clock.step,
    }


def _is_in(clock: Clock, moment: int) -> bool:
    return clock.starts <= moment <= clock.ends


def _to_report(clock: Clock, report: Report) -> Iterator[Way]:
    sent = Way(
        f"intelligence.{report.id}",
        (f"send {report.id}",),
        marks=((f"seen.{report.id}", 1),),
        block=report.block,
    )
    yield from _with_outcomes(sent)
    if report.at is not None and _is_in(clock, report.at):
        yield sent._replace(after=(), holds=_some(report.when), fixed=moment_names(clock, report.at))
    elif report.at is None and report.when is not None:
        yield sent._replace(after=(), holds=(report.when,))


def _to_event(clock: Clock, event: Event) -> Iterator[Way]:
    started = Way(
        f"events.{event.id}",
        (f"start {event.id}",),
        _some(event.when),
        _some(event.unless),
        gives=(f"done {event.id}",),
        marks=((f"seen.{event.id}", 1),),
        block=event.block,
    )
    yield from _with_outcomes(started)
    if event.at is not None and _is_in(clock, event.at):
        yield started._replace(after=(), fixed=moment_names(clock, event.at))
    elif (event.every is not None and event.every <= clock.ends - clock.starts) or event.is_conditional:
        yield started._replace(after=())


def _to_letter(letter: Letter) -> Iterator[Way]:
    arrival = Way(
        f"letters.{letter.id}",
        (f"send {letter.id}",),
        gives=(f"done {letter.id}",),
        marks=((f"seen.{letter.id}", 1),),
        block=letter.block,
    )
    yield from _with_outcomes(arrival, f"letters.{letter.id}.on_arrival")


def _to_decision(clock: Clock, decision: Decision) -> Iterator[Way]:
    path, is_open = f"decisions.{decision.id}", f"open {decision.id}"
    opening = Way(path, holds=_some(decision.when), fixed=_RUNNING, gives=(is_open,))
    if decision.at is None:
        yield opening
    elif clock.starts <= decision.at < clock.ends:
        yield opening._replace(fixed={**_RUNNING, **moment_names(clock, decision.at)})
    for number, option in enumerate(decision.options.values(), 1):
        chosen = Way(
            f"{path}.options.{option.id}",
            (is_open,),
            _some(option.when),
            fixed=_RUNNING,
            gives=(f"done {decision.id}.{option.id}",),
            marks=((f"chosen.{decision.id}", number),),
            block=option.block,
        )
        yield from _with_outcomes(chosen)
        if decision.if_late == option.id and option.when is not None:
            yield chosen._replace(holds=())


def _with_outcomes(way: Way, path: str | None = None) -> Iterator[Way]:
    """Yield a way and those to the outcomes of its block."""
    yield way
    block = way.block
    if block is None or block.chance is None:
        return
    for outcome in block.chance.outcomes:
        possible = Binary(Operator.GREATER, outcome.odds, Constant(0))
        here = f"{path or way.path}.chance.{outcome.id}"
        yield from _with_outcomes(Way(here, (f"block {block.site}",), (possible,), block=outcome.block))
