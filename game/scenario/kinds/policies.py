"""The kind of the answers of a policy: a decision with an option, or with options by weight."""

from __future__ import annotations

from game.scenario.decoder import Decoder
from game.scenario.faults import NOT_A_WORD
from game.scenario.kinds.references import pairs
from game.scenario.kinds.words import scalar
from game.scenario.missing import MISSING, Missing
from game.scenario.policies import Weights
from game.scenario.quantities.durations import NOT_A_QUANTITY
from game.scenario.records.record import Kind
from game.scenario.where import Where
from game.source.shape import WRONG_SHAPE
from game.source.tree import Mapping, Node, Scalar, Sequence

MOST_WEIGHT = 1_000_000
_FORM = "write an option, `wait`, or options with their weights: `{ refuse: 3, accept: 1 }`"
_SCHEMA = {
    "type": "object",
    "additionalProperties": {
        "type": ["string", "object"],
        "additionalProperties": {"type": "integer", "minimum": 0, "maximum": MOST_WEIGHT},
    },
}


def _answer(decoder: Decoder, key: Scalar, value: Node, where: Where) -> tuple[str, Weights] | Missing:
    decision = decoder.resolve(("decisions",), key.value, where, key.span, "name")
    if isinstance(decision, Missing):
        return MISSING
    weights = _weights(decoder, decision, value)
    return MISSING if isinstance(weights, Missing) else (decision, weights)


def _weights(decoder: Decoder, decision: str, node: Node) -> Weights | Missing:
    match node:
        case Scalar() if not node.is_absent:
            option = _option(decoder, decision, node)
            return MISSING if isinstance(option, Missing) else ((option, 1),)
        case Mapping():
            return _several(decoder, decision, node)
        case Scalar() | Sequence():
            return decoder.report(WRONG_SHAPE, f"this is no answer to `{decision}`", node.span, _FORM)


def _several(decoder: Decoder, decision: str, node: Mapping) -> Weights | Missing:
    made = []
    for key, value in node.entries:
        option, weight = _option(decoder, decision, key), _weight(decoder, value)
        if not isinstance(option, Missing) and not isinstance(weight, Missing):
            made.append((option, weight))
    if len(made) == len(node.entries) and not any(weight for _, weight in made):
        return decoder.report(NOT_A_WORD, f"no answer to `{decision}` has a weight", node.span, _FORM)
    return tuple(made)


def _option(decoder: Decoder, decision: str, found: Scalar) -> str | Missing:
    return "wait" if found.value == "wait" else decoder.resolve_option(decision, found.value, found.span)


def _weight(decoder: Decoder, node: Node) -> int | Missing:
    found = scalar(decoder, node, "a weight")
    if isinstance(found, Missing):
        return MISSING
    written = found.value
    if written.isascii() and written.isdigit() and len(written) <= 7 and int(written) <= MOST_WEIGHT:
        return int(written)
    wanted = f"write a whole number from 0 to {MOST_WEIGHT:,}"
    return decoder.report(NOT_A_QUANTITY, f"`{written[:40]}` is not a weight", found.span, wanted)


ANSWERS = Kind(
    "answers",
    pairs("decisions, each with an option or with options by weight", _answer),
    (),
    "decisions, each with an option, or with options by weight",
    _SCHEMA,
    "decisions",
)
