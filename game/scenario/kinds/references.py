"""Kinds of ids: single ones, lists of them, and groups keyed by them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from game.scenario.decoder import Decoder
from game.scenario.expressions.types import ChoiceType, NumberType
from game.scenario.faults import NO_SUCH_OPTION, NOTHING_GIVEN
from game.scenario.ids import is_id
from game.scenario.kinds.words import listed, scalar
from game.scenario.meant import one_of
from game.scenario.missing import MISSING, Missing
from game.scenario.model import Coordinates, Sending
from game.scenario.quantities.durations import parse_spread
from game.scenario.quantities.places import parse_point
from game.scenario.quantities.ranges import parse_value, parse_within
from game.scenario.records.record import Kind
from game.scenario.unknown import UNKNOWN
from game.scenario.where import LatePin, Where
from game.source.shape import WRONG_SHAPE
from game.source.tree import Entry, Mapping, Node, Scalar

_ONE = {"type": "string"}
_VALUE = {"type": ["string", "number", "boolean"]}
_MANY = {"type": ["string", "array"], "items": {"type": "string"}}


def one_id(name: str, *sections: str) -> Kind:
    """Return the kind of one id of some sections."""

    def read(decoder: Decoder, node: Node, where: Where) -> str | Missing:
        found = scalar(decoder, node, f"the id of {name}")
        if isinstance(found, Missing):
            return MISSING
        return decoder.resolve(sections, found.value, where, found.span, "name")

    return Kind(f"id of {name}", read, "", f"the id of {name}", _ONE, sections[0], ids=sections)


def many_ids(name: str, use: str, *sections: str) -> Kind:
    """Return the kind of one or more ids of some sections."""

    def read(decoder: Decoder, node: Node, where: Where) -> Any:
        found = listed(decoder, node, f"ids of {name}")
        if isinstance(found, Missing):
            return MISSING
        names = re.split(r" *, *", node.value) if isinstance(node, Scalar) else []
        if len(names) > 1 and all(map(is_id, names)):
            cure = f"write `[{', '.join(names)}]`"
            decoder.report(WRONG_SHAPE, "several ids are a list, in `[ ]`", node.span, cure)
            found = [Scalar(each, node.span) for each in names]
        resolved = [decoder.resolve(sections, each.value, where, each.span, use) for each in found]
        return tuple(each for each in resolved if not isinstance(each, Missing))

    return Kind(f"ids of {name}", read, (), f"one or more ids of {name}", _MANY, sections[0], ids=sections)


ACTOR_ID = one_id("an actor", "actors")
LETTER_ID = one_id("a letter", "letters")
PHASE_ID = one_id("a phase", "phases")
ROUTE_ID = one_id("a route", "routes")
FLAGS = many_ids("flags", "write", "flags")
CODEX_IDS = many_ids("codex entries", "name", "codex", "actors", "places")
MAP_THINGS = many_ids("things of the map", "name", "markers", "routes", "rings", "lines")
SENDINGS = many_ids("letters and reports", "start", "letters", "intelligence")


def _read_side(decoder: Decoder, node: Node, where: Where) -> str | Missing:  # noqa: ARG001
    """Return a side of the actors; where no actor has one, any word is."""
    found = scalar(decoder, node, "a side")
    sides = decoder.names.sides
    if isinstance(found, Missing) or not sides or found.value in sides or not decoder.names.is_complete:
        return found if isinstance(found, Missing) else found.value
    decoder.diagnostics.append(decoder.unknown("side of an actor", found.value, found.span, sides))
    return MISSING


SIDE = Kind("side", _read_side, None, "a side of the actors", _ONE)


def entries_of(decoder: Decoder, node: Node, form: str) -> Sequence[Entry] | Missing:
    """Return the entries of a group, or report what stands there instead."""
    if isinstance(node, Mapping):
        return node.entries
    return decoder.report(WRONG_SHAPE, f"a group is wanted here: {form}", node.span)


def pairs_of(decoder: Decoder, node: Node, form: str) -> Sequence[Entry] | Missing:
    """Return the entries of a group in which each name has a value; report those without one."""
    found = entries_of(decoder, node, form)
    if isinstance(found, Missing):
        return MISSING
    empty = [key for key, value in found if isinstance(value, Scalar) and value.is_absent]
    for key in empty:
        decoder.report(NOTHING_GIVEN, f"nothing stands after `{key.value}`", key.span, f"write {form}")
    return [each for each in found if each.key not in empty] if empty else found


def pairs(
    form: str, pair: Callable[[Decoder, Scalar, Node, Where], Any]
) -> Callable[[Decoder, Node, Where], Any]:
    """Return the reader of a group of which each name with its value is read by `pair`."""

    def read(decoder: Decoder, node: Node, where: Where) -> Any:
        found = pairs_of(decoder, node, form)
        if isinstance(found, Missing):
            return MISSING
        made = [pair(decoder, key, value, where) for key, value in found]
        return tuple(each for each in made if not isinstance(each, Missing))

    return read


def _move(decoder: Decoder, key: Scalar, value: Node, where: Where) -> tuple[str, str] | Missing:
    marker = decoder.resolve(("markers",), key.value, where, key.span, "name")
    if isinstance(value, Scalar) and isinstance(parse_point(value), Coordinates):
        message = f"`{value.value}` is no id: a marker moves to a place or along a route"
        cure = "give the place an id under `places:` of the map, and write that"
        return decoder.report(UNKNOWN, message, value.span, cure)
    target = one_id("a place or route", "places", "routes").read(decoder, value, where)
    return MISSING if isinstance(marker, Missing) or isinstance(target, Missing) else (marker, target)


MOVES = Kind(
    "moves",
    pairs("a marker and its place or route", _move),
    (),
    "markers with a place or route each",
    {"type": "object", "additionalProperties": _ONE},
    "markers",
)


def _starting(decoder: Decoder, key: Scalar, value: Node, where: Where) -> Sending | Missing:
    event = decoder.resolve(("events",), key.value, where, key.span, "start")
    found = scalar(decoder, value, "a delay")
    grid = decoder.names.grid
    delay = (
        found
        if isinstance(found, Missing)
        else decoder.parsed(parse_spread(found, grid.step if grid else None))
    )
    return MISSING if isinstance(event, Missing) or isinstance(delay, Missing) else Sending(event, delay)


def _read_starting(decoder: Decoder, node: Node, where: Where) -> Any:
    if isinstance(node, Mapping):
        return pairs("an event and its delay", _starting)(decoder, node, where)
    ids = many_ids("events", "start", "events").read(decoder, node, where)
    return ids if isinstance(ids, Missing) else tuple(Sending(each, None) for each in ids)


EVENTS_TO_START = Kind(
    "events",
    _read_starting,
    (),
    "ids of events, or events with a delay each",
    {
        "type": ["string", "array", "object"],
        "items": _ONE,
        "additionalProperties": {"type": ["string", "number"]},
    },
    "events",
    ids=("events",),
)


def _option_of(decoder: Decoder, where: Where, found: Scalar, *more: str) -> str | Missing:
    decision = where.decision
    options = (*decoder.names.options.get(decision, ()), *more)
    is_unsaid = options == more  # that there are no options is told already
    if found.value in options or is_unsaid or not decoder.names.is_complete:
        return found.value
    return decoder.report(
        NO_SUCH_OPTION,
        f"`{found.value}` is no option of `{decision}`",
        found.span,
        one_of(found.value, [*filter(is_id, options)], decoder.names.scope.searches.among(options)),
    )


def _read_option(decoder: Decoder, node: Node, where: Where) -> str | Missing:
    found = scalar(decoder, node, "an option")
    return found if isinstance(found, Missing) else _option_of(decoder, where, found)


def _read_option_or_wait(decoder: Decoder, node: Node, where: Where) -> str | Missing:
    found = scalar(decoder, node, "an option, or wait")
    return found if isinstance(found, Missing) else _option_of(decoder, where, found, "wait")


OPTION_HERE = Kind("option", _read_option, None, "an option of this decision", _ONE, "options")
OPTION_OR_WAIT = Kind(
    "option or wait", _read_option_or_wait, None, "an option of this decision, or wait", _ONE, "options"
)


def _read_causes(decoder: Decoder, node: Node, where: Where) -> Any:
    found = listed(decoder, node, "options, events or letters")
    if isinstance(found, Missing):
        return MISSING
    causes = [_cause(decoder, each, where) for each in found]
    return tuple(each for each in causes if not isinstance(each, Missing))


def _cause(decoder: Decoder, found: Scalar, where: Where) -> str | Missing:
    decision, dot, option = found.value.partition(".")
    if not dot:
        deciding = [each for each, options in decoder.names.options.items() if decision in options]
        if deciding and decision not in {*decoder.names.of("events", "letters")}:
            cure = f"did you mean `{deciding[0]}.{decision}`?"
            message = f"there is no event or letter called `{decision}`"
            return decoder.report(UNKNOWN, message, found.span, cure)
        return decoder.resolve(("events", "letters"), found.value, where, found.span, "name")
    known = decoder.resolve(("decisions",), decision, where, found.part(0, len(decision)), "name")
    if isinstance(known, Missing):
        return MISSING
    span = found.part(len(decision) + 1, len(found.value))
    option_known = decoder.resolve_option(decision, option, span)
    return option_known if isinstance(option_known, Missing) else found.value


CAUSES = Kind(
    "causes",
    _read_causes,
    (),
    "`decision.option`, an event or a letter",
    _MANY,
    "events",
    ids=("answers", "events", "letters"),
)


def _estimate(decoder: Decoder, key: Scalar, value: Node, where: Where) -> tuple[str, int] | Missing:
    found = scalar(decoder, value, "`within` and a number")
    name = decoder.resolve_variable(key, where, "read")
    if isinstance(found, Missing) or isinstance(name, Missing):
        return MISSING
    error = decoder.parsed(parse_within(found))
    return error if isinstance(error, Missing) else (name, error)


ESTIMATES = Kind(
    "estimates",
    pairs("a variable and `within` a number", _estimate),
    (),
    "variables, each `within` a number",
    {"type": "object", "additionalProperties": {"type": "string", "examples": ["within 1"]}},
    "variables",
)


def _start_value(decoder: Decoder, key: Scalar, value: Node, where: Where) -> tuple[str, int] | Missing:
    name = decoder.resolve_variable(key, where, "name")
    found = scalar(decoder, value, "a value")
    if isinstance(name, Missing) or isinstance(found, Missing):
        return MISSING
    of = decoder.names.scope.type_of(name)
    if not isinstance(of, NumberType | ChoiceType):
        return MISSING
    number = decoder.parsed(parse_value(found, of))
    return number if isinstance(number, Missing) else (name, number)


SETUP_VALUES = Kind(
    "values",
    pairs("a variable and its value", _start_value),
    (),
    "variables with a value each",
    {"type": "object", "additionalProperties": _VALUE},
    "variables",
)
ASSUMPTIONS = SETUP_VALUES


def _pin(decoder: Decoder, key: Scalar, value: Node, where: Where) -> tuple[str, str] | Missing:
    found = scalar(decoder, value, "a result")
    if isinstance(found, Missing):
        return MISSING
    decoder.pins.append(LatePin(key, found, where.path))
    return key.value, found.value


PINS = Kind(
    "pins",
    pairs("a site and its result", _pin),
    (),
    "sites with a result each",
    {"type": "object", "additionalProperties": _VALUE},
    "sites",
)


def _read_match(decoder: Decoder, node: Node, where: Where) -> str | Missing:
    found = scalar(decoder, node, "an id")
    if isinstance(found, Missing):
        return MISSING
    decoder.matches.append((found, where.path))
    return found.value


MATCH = Kind(
    "match",
    _read_match,
    None,
    "`decision.option`, an event, letter or response, or `site.outcome`",
    _ONE,
    ids=("answers", "events", "letters", "responses", "intelligence", "outcomes"),
)
