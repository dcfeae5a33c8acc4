"""The code of a block: its eight fields in the order of section 6."""

from __future__ import annotations

from collections.abc import Callable

from game.engine.compilation.code import Code
from game.engine.happenings import Cued, Happening, MapChanged, Told, Values
from game.engine.program import Call, Switch, Update
from game.engine.state import Point
from game.scenario.expressions.tree import NO, Binary, Constant, Expression, Operator, Read
from game.scenario.expressions.types import ChoiceType, NumberType, TruthType
from game.scenario.model import Block, Chance, Sending

Emission = Callable[[], None]


def emit_block(
    code: Code, block: Block, before_text: Emission | None = None, report: str | None = None
) -> None:
    """Emit a block. A report's estimates are drawn `before_text` and printed in its text."""
    _emit_values(code, block)
    if before_text is not None:
        before_text()
    _emit_telling(code, block, report)
    for entry in block.send:
        _emit_sending(code, entry)
    for sending in block.event:
        _emit_event(code, block, sending)
    if block.chance is not None:
        emit_chance(code, block.chance)


def _emit_values(code: Code, block: Block) -> None:
    given, added = dict(block.set), dict(block.change)
    updates = tuple(
        _updated(code, name, given.get(name), added.get(name)) for name in dict.fromkeys([*given, *added])
    )
    if updates:
        code.assign(updates, block.site)
    for flag in block.remember:
        code.emit(Switch(code.index[flag], 1, block.site))
    for flag in block.forget:
        code.emit(Switch(code.index[flag], 0, block.site))


def _updated(code: Code, name: str, given: Expression | None, added: Expression | None) -> Update:
    variable = code.scenario.variables.get(name) or code.scenario.beliefs[name]
    match variable.type:
        case NumberType(low, high):
            return Update(code.index[name], low, high, given, added)
        case ChoiceType(_, values):
            return Update(code.index[name], 0, len(values) - 1, given, added)


def _emit_telling(code: Code, block: Block, report: str | None) -> None:
    site = block.site
    if block.text is not None:
        code.tell(lambda values: Told(site, values), block.text, halts=True, report=report)
    if block.sound is not None:
        code.tell(_always(Cued("sound", site)))
    if block.picture is not None:
        code.tell(_always(Cued("picture", site)))
    for thing in block.show:
        code.tell(_always(MapChanged("show", thing, None)))
    for thing in block.hide:
        code.tell(_always(MapChanged("hide", thing, None)))
    for thing, target in block.move:
        code.tell(_always(MapChanged("move", thing, target)))


def _always(happening: Happening) -> Callable[[Values], Happening]:
    return lambda _: happening


def _emit_sending(code: Code, entry: str) -> None:
    letter = code.scenario.letters.get(entry)
    if letter is None:
        code.emit(Call(code.point(("report body", entry))))
        return
    ways_round: list[Point] = []
    if not letter.repeats:
        ways_round = [code.branch(unseen(entry)), code.pending(("letter", entry))]
    code.defer("letter", entry, f"{entry}.travels", letter.travels)
    code.leave(*ways_round)


def unseen(entry: str) -> Expression:
    """Return the condition that an event, letter or report was not seen."""
    return Binary(Operator.IS, Read(f"seen.{entry}", TruthType()), NO)


def _emit_event(code: Code, block: Block, sending: Sending) -> None:
    event = code.scenario.events[sending.event]
    if sending.delay is None:
        code.emit(Call(code.point(("event when allowed", event.id))))
        return
    may_repeat = event.repeats or event.every is not None
    ways_round = [] if may_repeat else [code.pending(("event", event.id))]
    code.defer("event", event.id, f"{block.site}.in.{event.id}", sending.delay)
    code.leave(*ways_round)


def emit_chance(code: Code, chance: Chance) -> None:
    """Emit a chance among outcomes, pinned where the setup says so."""
    outcomes = {outcome.id: outcome for outcome in chance.outcomes}
    code.chance(
        chance.site,
        {outcome.id: outcome.odds for outcome in chance.outcomes},
        code.pins.get(chance.site),
        lambda result: emit_block(code, outcomes[result].block),
    )


def emit_estimate(code: Code, site: str, name: str, register: str, error: int) -> None:
    """Emit the draw of an estimate's error and the estimate that it makes."""
    variable = code.scenario.variables.get(name) or code.scenario.beliefs[name]
    assert isinstance(variable.type, NumberType)
    low, high = variable.type
    pin = code.pins.get(site)

    def arm(deviation: int) -> None:
        value = Binary(Operator.ADD, Read(name, variable.type), Constant(deviation))
        update = Update(code.index[register], low, high, value, None)
        code.assign((update,), None)

    errors = {str(each): each for each in range(-error, error + 1)}
    code.even_chance(site, errors, None if pin is None else int(pin), arm)
