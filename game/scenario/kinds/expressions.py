"""Kinds of conditions and numbers."""

from __future__ import annotations

from game.scenario.decoder import Decoder
from game.scenario.expressions.checked import Checked, all_of, expression
from game.scenario.expressions.scope import Wanted, condition, number
from game.scenario.expressions.tree import NO, Constant, Expression
from game.scenario.kinds.words import listed, scalar
from game.scenario.missing import MISSING, Missing
from game.scenario.records.record import Kind
from game.scenario.where import Where
from game.source.tree import Node, Scalar


def checked(decoder: Decoder, found: Scalar, wanted: Wanted, where: Where) -> Checked:
    """Return an expression as checked, with its faults reported and its names noted."""
    key = found.value, wanted.type, wanted.what
    result = decoder.checked.get(key)
    if result is None:
        result = expression(found, wanted, decoder.names.scope)
        decoder.diagnostics += result.diagnostics
        if result.is_sound and not result.diagnostics:
            decoder.checked[key] = result
    for name in result.names:
        decoder.mention(name, "read", where, found.span)
    if result.is_sound:
        decoder.sound_expressions.append((found, where.path, result))
    return result


def _read_condition(decoder: Decoder, node: Node, where: Where) -> Expression | Missing:
    found = listed(decoder, node, "a condition or a list of them")
    if isinstance(found, Missing):
        return MISSING
    name = where.path.rpartition(".")[2]
    result = all_of([checked(decoder, each, condition(name), where) for each in found])
    return result.expression if result.is_sound else MISSING


_CONDITION = {"type": ["string", "boolean", "array"], "items": {"type": ["string", "boolean"]}}
CONDITION = Kind("condition", _read_condition, NO, "a condition, or a list of conditions", _CONDITION)


def _read_number(decoder: Decoder, node: Node, where: Where) -> Expression | Missing:
    found = scalar(decoder, node, "a number")
    if isinstance(found, Missing):
        return MISSING
    result = checked(decoder, found, number(where.path.rpartition(".")[2]), where)
    return result.expression if result.is_sound else MISSING


NUMBER = Kind(
    "number", _read_number, Constant(1), "a number or an expression", {"type": ["integer", "string"]}
)
