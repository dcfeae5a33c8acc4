"""Kinds of fields 1 and 2 of a block: what variables are given, and what is added to them."""

from __future__ import annotations

from game.scenario.decoder import Decoder
from game.scenario.expressions.checked import no_number
from game.scenario.expressions.scope import changed, given
from game.scenario.expressions.tree import Expression
from game.scenario.expressions.types import ChoiceType, NumberType, TruthType
from game.scenario.kinds.expressions import checked
from game.scenario.kinds.references import pairs
from game.scenario.kinds.words import scalar
from game.scenario.missing import MISSING, Missing
from game.scenario.records.record import Kind
from game.scenario.where import Where
from game.source.tree import Node, Scalar


def _setting(decoder: Decoder, key: Scalar, value: Node, where: Where) -> tuple[str, Expression] | Missing:
    name = decoder.resolve_variable(key, where, "write")
    found = scalar(decoder, value, "a value")
    if isinstance(name, Missing) or isinstance(found, Missing):
        return MISSING
    of = decoder.names.scope.type_of(name)
    if of is None:
        return MISSING
    result = checked(decoder, found, given(name, of), where.at(key.value))
    return (name, result.expression) if result.is_sound else MISSING


def _change(decoder: Decoder, key: Scalar, value: Node, where: Where) -> tuple[str, Expression] | Missing:
    name = decoder.resolve_variable(key, where, "write", may_be_flag=True)
    found = scalar(decoder, value, "a number")
    if isinstance(name, Missing) or isinstance(found, Missing):
        return MISSING
    of = decoder.names.scope.type_of(name)
    if isinstance(of, ChoiceType | TruthType):
        decoder.diagnostics.append(no_number(key, of))
        return MISSING
    result = checked(decoder, found, changed(name), where.at(key.value))
    return (name, result.expression) if result.is_sound and isinstance(of, NumberType) else MISSING


_VALUE = {"type": ["string", "number", "boolean"]}
_NUMBER = {"type": ["integer", "string"], "examples": ["+1", "-1"]}
SETTINGS = Kind(
    "set",
    pairs("variables, each with a value", _setting),
    (),
    "variables, each with a value",
    {"type": "object", "additionalProperties": _VALUE},
    "variables",
)
CHANGES = Kind(
    "change",
    pairs("variables, each with what is added", _change),
    (),
    "variables, each with what is added",
    {"type": "object", "additionalProperties": _NUMBER},
    "variables",
)
