"""Kinds of quantities: numbers, durations, moments, ranges, starts, places."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from game.diagnostics.diagnostic import Diagnostic, Rule
from game.scenario.decoder import Decoder
from game.scenario.expressions.types import ChoiceType, NumberType
from game.scenario.faults import NOTHING_GIVEN, RANGE_FAULT
from game.scenario.kinds.references import one_id, pairs_of
from game.scenario.kinds.words import TEXT, scalar
from game.scenario.missing import MISSING, Missing
from game.scenario.model import Coordinates, Start
from game.scenario.quantities.durations import parse_duration, parse_spread
from game.scenario.quantities.moments import parse_moment, parse_moment_or_day
from game.scenario.quantities.places import parse_box, parse_point, parse_radius
from game.scenario.quantities.ranges import parse_range, parse_start, parse_value, parse_value_ids
from game.scenario.quantities.whole import parse_whole
from game.scenario.records.record import Kind
from game.scenario.text import Text
from game.scenario.where import Where
from game.source.shape import WRONG_SHAPE
from game.source.tree import Mapping, Node, Scalar, Sequence

_TEXT = {"type": ["string", "number"]}


_DURATION = "[0-9]+ *(min|h|days?)"
_DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
_TIME = " +[0-9]{2}:[0-9]{2}"
_PATTERNS = {
    "whole": "[-+]?[0-9]+",
    "duration": _DURATION,
    "moment": f"{_DAY}{_TIME}",
    "moment or day": f"{_DAY}({_TIME})?",
    "range": "[-+]?[0-9]+ +to +[-+]?[0-9]+",
    "spread": f"one of .+|{_DURATION}|[0-9]+ *(min|h|days?)? +to +.+",
}
"""What editors hold a quantity against: its outer form. What is wrong within it only `check` can say."""


def _schema(name: str, *examples: str) -> dict[str, Any]:
    schema = {**_TEXT, "examples": list(examples)}
    if name not in _PATTERNS:
        return schema
    written = ", ".join(f"`{each}`" for each in examples)
    return {**schema, "pattern": f"^({_PATTERNS[name]})$", "patternErrorMessage": f"write it like {written}"}


def _quantity(name: str, form: str, parse: Callable[[Scalar], Any], placeholder: Any, *examples: str) -> Kind:
    def read(decoder: Decoder, node: Node, where: Where) -> Any:  # noqa: ARG001
        found = scalar(decoder, node, form)
        return found if isinstance(found, Missing) else decoder.parsed(parse(found))

    return Kind(name, read, placeholder, form, _schema(name, *examples))


WHOLE = _quantity("whole", "a whole number", parse_whole, 0, "10")
DURATION = _quantity(
    "duration", "a duration", lambda found: parse_duration(found, least=1), 60, "30 min", "6 h", "2 days"
)
MOMENT = _quantity("moment", "a moment", parse_moment, 0, "1962-10-27 12:00")
MOMENT_OR_DAY = _quantity(
    "moment or day", "a moment or a day", parse_moment_or_day, (0, True), "1962-10-27 12:00", "1962-10-27"
)
RANGE = _quantity("range", "a range", parse_range, (0, 10), "0 to 10")
POINT = _quantity("place", "a place in degrees", parse_point, Coordinates(0, 0), "22.7 N 83.2 W")
BOX = _quantity(
    "view", "two corners in degrees", parse_box, None, "15 N 95 W to 42 N 50 W", "45 N 160 E to 60 N 130 W"
)
RADIUS = _quantity("radius", "a distance", parse_radius, 1.0, "500 nm", "900 km")


def _read_spread(decoder: Decoder, node: Node, where: Where) -> Any:  # noqa: ARG001
    found = scalar(decoder, node, "a duration or spread")
    if isinstance(found, Missing):
        return MISSING
    grid = decoder.names.grid
    return decoder.parsed(parse_spread(found, None if grid is None else grid.step))


SPREAD = Kind(
    "spread",
    _read_spread,
    (0,),
    "a duration, or a spread of equally likely ones",
    _schema("spread", "6 h", "6 to 12 h", "8 to 11 h by 1 h", "one of 8 h, 14 h"),
)


def _read_value_ids(decoder: Decoder, node: Node, where: Where) -> Any:  # noqa: ARG001
    if not isinstance(node, Sequence):
        return decoder.report(
            WRONG_SHAPE, "the values of a choice are a list", node.span, "write `[none, announced]`"
        )
    if not node.items:
        return decoder.report(
            NOTHING_GIVEN, "a choice has values, and here are none", node.span, "write `[none, announced]`"
        )
    found = [scalar(decoder, item, "an id") for item in node.items]
    return decoder.parsed(parse_value_ids([each for each in found if isinstance(each, Scalar)]))


VALUE_IDS = Kind(
    "values", _read_value_ids, None, "a list of ids", {"type": "array", "items": {"type": "string"}}
)


def _read_start(decoder: Decoder, node: Node, where: Where) -> Start | Missing:
    of = decoder.names.scope.type_of(where.variable)
    if not isinstance(of, NumberType | ChoiceType):
        return MISSING
    if isinstance(node, Mapping):
        return _weighted_start(decoder, node, of)
    if isinstance(node, Sequence):
        listed = ", ".join(each.value for each in node.items if isinstance(each, Scalar))
        message = "a start is wanted here, but this is a list"
        return decoder.report(WRONG_SHAPE, message, node.span, f"write `one of {listed}`")
    found = scalar(decoder, node, "a start")
    if isinstance(found, Missing):
        return MISSING
    values = parse_start(found, of)
    if isinstance(values, Diagnostic):
        decoder.diagnostics.append(values)
        return MISSING
    return Start(tuple((value, 1) for value in values))


def _weighted_start(decoder: Decoder, node: Mapping, of: NumberType | ChoiceType) -> Start | Missing:
    values = []
    faults: dict[Rule, Diagnostic] = {}  # what is wrong with the odds is mostly wrong with all of them
    for key, weight in node.entries:
        value = decoder.parsed(parse_value(key, of))
        found = scalar(decoder, weight, "a whole number")
        number = found if isinstance(found, Missing) else parse_whole(found)
        if isinstance(number, Diagnostic):
            faults.setdefault(number.rule, number)
            continue
        if not isinstance(value, Missing) and not isinstance(number, Missing):
            if number < 0:
                decoder.report(RANGE_FAULT, "odds are not below 0", weight.span)
                continue
            values.append((value, number))
    decoder.diagnostics += faults.values()
    if values and sum(number for _, number in values) == 0:
        return decoder.report(RANGE_FAULT, "all odds of this start are 0", node.span)
    return Start(tuple((value, number) for value, number in values if number)) if values else MISSING


START = Kind(
    "start",
    _read_start,
    Start(((0, 1),)),
    "a value, several of them, or values with odds",
    {
        "type": ["string", "number", "boolean", "object"],
        "examples": ["4", "20 to 60 by 20", "one of 2, 5, 8"],
    },
)


def _read_levels(decoder: Decoder, node: Node, where: Where) -> Any:
    found = pairs_of(decoder, node, "levels or values, each with a text")
    of = decoder.names.scope.type_of(where.variable)
    if isinstance(found, Missing) or not isinstance(of, NumberType | ChoiceType):
        return MISSING
    levels = []
    for key, value in found:
        level = decoder.parsed(parse_value(key, of))
        text = TEXT.read(decoder, value, where.at(key.value))
        if not isinstance(level, Missing) and isinstance(text, Text):
            levels.append((level, text))
    return tuple(sorted(levels, key=lambda pair: pair[0]))


WORDS_BY_LEVEL = Kind(
    "words",
    _read_levels,
    (),
    "a text for each level or value",
    {"type": "object", "additionalProperties": TEXT.schema},
)


_PLACE_ID = one_id("a place", "places")


def _read_place(decoder: Decoder, node: Node, where: Where) -> Any:
    """Return the degrees of a place; one named by its id is looked up when the whole map is read."""
    found = scalar(decoder, node, "a place")
    if isinstance(found, Missing):
        return MISSING
    if found.value[:1].isdigit():
        return decoder.parsed(parse_point(found))
    name = _PLACE_ID.read(decoder, node, where)
    return MISSING if isinstance(name, Missing) else decoder.coordinates(name)


PLACE = Kind("place", _read_place, Coordinates(0, 0), "degrees, or the id of a place", _TEXT, "places")


def _read_path(decoder: Decoder, node: Node, where: Where) -> Any:
    if not isinstance(node, Sequence) or len(node.items) < 2:
        return decoder.report(WRONG_SHAPE, "a path is a list of at least two places", node.span)
    places = [_read_place(decoder, item, where) for item in node.items]
    return tuple(each for each in places if not isinstance(each, Missing))


PATH = Kind("path", _read_path, (), "a list of places", {"type": "array", "items": _TEXT}, "places")


def parse_minutes_key(decoder: Decoder, key: Scalar) -> int | Missing:
    """Return the minutes that are the name of a lesson's length."""
    number = decoder.parsed(parse_whole(key))
    return number if isinstance(number, Missing) else int(number)
