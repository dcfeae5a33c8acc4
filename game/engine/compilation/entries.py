"""The code of every entry: what it notes, tells and does, and the responses that it queues.

The vector is reserved in the order in which entries take their turn within a moment. An entry
that is started by nothing else looks at the endings when it is done; one that its conditions
forbid is no entry and looks at nothing.
"""

from __future__ import annotations

from game.engine import layout
from game.engine.compilation.blocks import emit_block, emit_estimate, unseen
from game.engine.compilation.code import Code
from game.engine.happenings import (
    EventBegan,
    LetterArrived,
    OptionChosen,
    PhaseEntered,
    ReportGiven,
    ResponseCame,
)
from game.engine.program import Call, Endings, Return
from game.engine.state import Point
from game.scenario.expressions.tree import Call as CallOf
from game.scenario.expressions.tree import Expression, Function
from game.scenario.model import Decision, Event, Letter, Option, Phase, Report, Response


def reserve_entries(code: Code) -> None:
    """Reserve the entry vector, in the order of play."""
    scenario = code.scenario
    parts = (
        ("letter", scenario.letters),
        ("report", scenario.intelligence),
        ("event", scenario.events),
        ("response", scenario.responses),
        ("late", scenario.decisions),
        ("phase", scenario.phases),
        ("report on condition", scenario.intelligence),
        ("event on condition", scenario.events),
        ("report body", scenario.intelligence),
        ("event body", scenario.events),
        ("event when allowed", scenario.events),
    )
    for kind, entries in parts:
        for entry in entries:
            code.reserve((kind, entry))
    for decision in scenario.decisions.values():
        for option in decision.options:
            code.reserve(("option", f"{decision.id}.{option}"))


def emit_entries(code: Code) -> None:
    """Emit all entries of the scenario."""
    scenario = code.scenario
    for letter in scenario.letters.values():
        _emit_letter(code, letter)
    for report in scenario.intelligence.values():
        _emit_report(code, report)
    for event in scenario.events.values():
        _emit_event(code, event)
    for response in scenario.responses.values():
        _emit_response(code, response)
    for phase in scenario.phases.values():
        _emit_phase(code, phase)
    for decision in scenario.decisions.values():
        for option in decision.options.values():
            _emit_option(code, decision, option)


def _emit_letter(code: Code, letter: Letter) -> None:
    code.begin(("letter", letter.id))
    code.note(layout.seen(letter.id), 1)
    player = code.scenario.actors[letter.to].player
    points = [text for pair in letter.points for text in pair]
    code.tell(
        lambda values: LetterArrived(letter.id, values), letter.subject, letter.text, *points, halts=player
    )
    emit_block(code, letter.block)
    _emit_responses(code, letter.id)
    _emit_close(code)


def _emit_report(code: Code, report: Report) -> None:
    for key in (("report", report.id), ("report on condition", report.id)):
        code.begin(key)
        guards = _guards(code, report.when) if key[0] == "report" else []
        _emit_turn(code, ("report body", report.id), guards)
    code.begin(("report body", report.id))
    code.note(layout.seen(report.id), 1)
    code.tell(
        lambda values: ReportGiven(report.id, values), report.title, report.from_, *report.unknown, halts=True
    )
    emit_block(code, report.block, lambda: _emit_estimates(code, report), report.id)
    for variable, _ in report.estimates:
        code.note(layout.estimate(report.id, variable), 0)
    code.emit(Return())


def _emit_estimates(code: Code, report: Report) -> None:
    for variable, error in report.estimates:
        register = layout.estimate(report.id, variable)
        emit_estimate(code, f"{report.id}.estimates.{variable}", variable, register, error)


def _emit_event(code: Code, event: Event) -> None:
    body = ("event body", event.id)
    code.begin(("event", event.id))
    _emit_turn(code, body, _event_guards(code, event))
    code.begin(("event on condition", event.id))
    if event.is_conditional and event.repeats:
        code.note(layout.armed(event.id), 0)
    _emit_turn(code, body, [])
    code.begin(("event when allowed", event.id))
    guards = _event_guards(code, event)
    code.emit(Call(code.point(body)))
    code.leave(*guards)
    code.emit(Return())
    code.begin(body)
    code.note(layout.seen(event.id), 1)
    code.tell(lambda values: EventBegan(event.id, values), event.title, halts=not event.quiet)
    emit_block(code, event.block)
    _emit_responses(code, event.id)
    code.emit(Return())


def _event_guards(code: Code, event: Event) -> list[Point]:
    may_repeat = event.repeats or event.every is not None
    once = None if may_repeat else unseen(event.id)
    return _guards(code, once, event.when, negated(event.unless))


def negated(condition: Expression | None) -> Expression | None:
    """Return the condition that another does not hold, or None for none."""
    return None if condition is None else CallOf(Function.NOT, (condition,))


def _emit_response(code: Code, response: Response) -> None:
    code.begin(("response", response.id))
    guards = _guards(code, response.when)
    code.tell(lambda _: ResponseCame(response.id))
    emit_block(code, response.block)
    _emit_close(code, *guards)


def _emit_phase(code: Code, phase: Phase) -> None:
    code.begin(("phase", phase.id))
    code.note(layout.PHASE, list(code.scenario.phases).index(phase.id))
    code.tell(lambda values: PhaseEntered(phase.id, values), phase.title, phase.text, halts=True)
    _emit_close(code)


def _emit_option(code: Code, decision: Decision, option: Option) -> None:
    site = f"{decision.id}.{option.id}"
    code.begin(("option", site))
    _emit_answer(code, decision, option, is_late=False)
    if option.id == decision.if_late:
        code.begin(("late", decision.id))
        _emit_answer(code, decision, option, is_late=True)


def _emit_answer(code: Code, decision: Decision, option: Option, *, is_late: bool) -> None:
    code.note(layout.opened(decision.id), -1)
    code.note(layout.chosen(decision.id), list(decision.options).index(option.id) + 1)
    if decision.repeats:
        code.note(layout.rests(decision.id), 1)
    code.tell(lambda _: OptionChosen(decision.id, option.id, is_late), option.label, halts=is_late)
    emit_block(code, option.block)
    _emit_responses(code, option.block.site)
    _emit_close(code)


def _guards(code: Code, *conditions: Expression | None) -> list[Point]:
    return [code.branch(condition) for condition in conditions if condition is not None]


def _emit_turn(code: Code, body: tuple[str, str], guards: list[Point]) -> None:
    code.emit(Call(code.point(body)))
    _emit_close(code, *guards)


def _emit_close(code: Code, *guards: Point) -> None:
    code.emit(Endings())
    code.leave(*guards)
    code.emit(Return())


def _emit_responses(code: Code, cause: str) -> None:
    for response in code.scenario.responses.values():
        if cause in response.after:
            code.defer("response", response.id, f"{response.id}.in", response.in_)
