"""Kinds of the fields of tests: what is chosen, who decides the rest, what must come of it."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Any

from game.diagnostics.diagnostic import Diagnostic
from game.scenario.cases import Bounds, CasePolicy, PolicyName
from game.scenario.decoder import Decoder
from game.scenario.decoding import decoded
from game.scenario.expressions.scope import condition
from game.scenario.expressions.tree import Expression
from game.scenario.expressions.types import ChoiceType, NumberType, TruthType
from game.scenario.faults import NOT_A_WORD
from game.scenario.kinds.expressions import CONDITION, checked
from game.scenario.kinds.references import entries_of, one_id, pairs, pairs_of
from game.scenario.kinds.words import YES_NO, listed, scalar
from game.scenario.missing import MISSING, Missing
from game.scenario.quantities.durations import NOT_A_QUANTITY
from game.scenario.quantities.ranges import parse_value
from game.scenario.records.record import Kind
from game.scenario.where import Where
from game.source.tree import Mapping, Node, Scalar

_OBJECT = {"type": "object"}
_CHANCES = {"type": "object", "additionalProperties": {"type": "string", "examples": ["5%", "10 to 20%"]}}
_VALUES = {"type": "object", "additionalProperties": {"type": ["string", "number", "boolean"]}}
_PERCENT = re.compile(r"([0-9]{1,3}(?:\.[0-9]{1,6})?) *%")
_BETWEEN = re.compile(r"([0-9]{1,3}(?:\.[0-9]{1,6})?) *%? +to +([0-9]{1,3}(?:\.[0-9]{1,6})?) *%")
ENDING_ID = one_id("an ending", "endings")


def _read_choose(decoder: Decoder, node: Node, where: Where) -> Any:
    if isinstance(node, Scalar):
        if node.value == "historical":
            return {"choose": None}
        return decoder.report(
            NOT_A_WORD,
            f"`{node.value}` is no choice",
            node.span,
            "write `historical`, or decisions with their options",
        )
    found = pairs_of(decoder, node, "decisions, each with an option")
    if isinstance(found, Missing):
        return MISSING
    made = []
    for key, value in found:
        decision = decoder.resolve(("decisions",), key.value, where, key.span, "name")
        options = listed(decoder, value, "options")
        if isinstance(decision, Missing) or isinstance(options, Missing):
            continue
        if not options:
            decoder.report(
                NOT_A_WORD, "no option stands in this list", value.span, "write an option, or `wait`"
            )
            continue
        answers = [
            each.value if each.value == "wait" else decoder.resolve_option(decision, each.value, each.span)
            for each in options
        ]
        made.append((decision, tuple(each for each in answers if not isinstance(each, Missing))))
    return {"choose": tuple(made)}


CHOOSE = Kind(
    "choices",
    _read_choose,
    {"choose": ()},
    "`historical`, or decisions with options",
    {"type": ["string", "object"]},
    "decisions",
)


def _read_policy(decoder: Decoder, node: Node, where: Where) -> CasePolicy | Missing:
    form = "write `undecided`, `historical`, `{ careful: ending }` or `{ reckless: ending }`"
    if isinstance(node, Scalar) and node.value in {"undecided", "historical"}:
        return CasePolicy(PolicyName(node.value))
    if (
        isinstance(node, Mapping)
        and len(node.entries) == 1
        and node.entries[0].key.value in {"careful", "reckless"}
    ):
        key, value = node.entries[0]
        ending = ENDING_ID.read(decoder, value, where)
        return MISSING if isinstance(ending, Missing) else CasePolicy(PolicyName(key.value), ending)
    if isinstance(node, Scalar) and node.value in {"careful", "reckless"}:
        ending = next(decoder.names.of("endings"), "ending")
        form = f"name the ending that it is about: `{{ {node.value}: {ending} }}`"
    return decoder.report(NOT_A_WORD, "this is no policy", node.span, form)


POLICY = Kind("policy", _read_policy, CasePolicy(), "a policy", {"type": ["string", "object"]})


def parse_bounds(found: Scalar) -> Bounds | Diagnostic:
    """Return the chances that a test allows: `5%` is met within half a unit of its last digit."""
    text = found.value.strip()
    single = _PERCENT.fullmatch(text)
    if single is not None and Fraction(single[1]) <= 100:
        digits = len(single[1].partition(".")[2])
        half = Fraction(1, 2 * 10**digits)
        value = Fraction(single[1])
        return Bounds((value - half) / 100, (value + half) / 100)
    between = _BETWEEN.fullmatch(text)
    if between is not None and Fraction(between[1]) <= Fraction(between[2]) <= 100:
        return Bounds(Fraction(between[1]) / 100, Fraction(between[2]) / 100)
    cure = f"write `{text}%`" if _PERCENT.fullmatch(f"{text}%") else "write `5%`, `13.3%` or `10 to 20%`"
    return Diagnostic(NOT_A_QUANTITY, f"`{text}` is not a chance", found.span, cure)


def _odds_of(decoder: Decoder, key: Scalar, value: Node, where: Where) -> tuple[str, Bounds] | Missing:
    ending = key.value if key.value == "unfinished" else ENDING_ID.read(decoder, key, where)
    written = scalar(decoder, value, "a chance")
    bounds = written if isinstance(written, Missing) else decoder.parsed(parse_bounds(written))
    return MISSING if isinstance(ending, Missing) or isinstance(bounds, Missing) else (ending, bounds)


ODDS = Kind(
    "odds",
    pairs("endings, each with its chance", _odds_of),
    (),
    "endings, each with its chance",
    _CHANCES,
    "endings",
)


def _start_of(decoder: Decoder, key: Scalar, value: Node, where: Where) -> tuple[str, int] | Missing:
    name = decoder.resolve_variable(key, where, "name", may_be_flag=True)
    written = scalar(decoder, value, "a value")
    if isinstance(name, Missing) or isinstance(written, Missing):
        return MISSING
    of = decoder.names.scope.type_of(name)
    number: Any = MISSING
    if isinstance(of, TruthType):
        number = YES_NO.read(decoder, written, where)
    elif isinstance(of, NumberType | ChoiceType):
        number = decoder.parsed(parse_value(written, of))
    return MISSING if isinstance(number, Missing) else (name, int(number))


STARTS = Kind(
    "starts",
    pairs("variables and flags, each with a value", _start_of),
    (),
    "variables and flags, each with a value",
    _VALUES,
    "variables",
)


def _read_expectations(decoder: Decoder, node: Node, where: Where) -> Any:
    found = listed(decoder, node, "conditions")
    if isinstance(found, Missing):
        return MISSING
    made: list[tuple[str, Expression]] = []
    for each in found:
        result = checked(decoder, each, condition("expect"), where)
        if result.is_sound:
            made.append((each.value, result.expression))
    return tuple(made)


EXPECTATIONS = Kind("conditions", _read_expectations, (), "conditions", CONDITION.schema)


_MAY_COME = ("events", "letters", "intelligence", "responses", "phases", "decisions", "endings")


def _read_never(decoder: Decoder, node: Node, where: Where) -> Any:
    found = listed(decoder, node, "ids")
    if isinstance(found, Missing):
        return MISSING
    made: list[str | Missing] = []
    for each in found:
        if "." in each.value:
            decoder.matches.append((each, where.path))
            made.append(each.value)
        elif each.value == "unfinished":
            made.append(each.value)
        else:
            made.append(decoder.resolve(_MAY_COME, each.value, where, each.span, "name"))
    return tuple(each for each in made if not isinstance(each, Missing))


NEVER = Kind(
    "ids",
    _read_never,
    (),
    "ids of what must not come",
    {"type": ["string", "array"], "items": {"type": "string"}},
    ids=(*_MAY_COME, "answers", "outcomes"),
)


def _read_seed(decoder: Decoder, node: Node, where: Where) -> int | Missing:  # noqa: ARG001
    found = scalar(decoder, node, "a seed")
    if isinstance(found, Missing):
        return MISSING
    if (
        found.value.isascii()
        and found.value.isdigit()
        and len(found.value) <= 20
        and int(found.value) < 1 << 64
    ):
        return int(found.value)
    return decoder.report(
        NOT_A_QUANTITY,
        f"`{found.value}` is not a seed",
        found.span,
        "write a whole number from 0 to 2^64 - 1",
    )


SEED = Kind("seed", _read_seed, 0, "a whole number", {"type": ["integer", "string"]})


def _read_setup(decoder: Decoder, node: Node, where: Where) -> str | Missing:
    found = scalar(decoder, node, "a setup")
    if isinstance(found, Missing):
        return MISSING
    setups = decoder.names.sections.get("setups", {})
    if not setups and found.value == "standard":
        return "standard"
    return decoder.resolve(("setups",), found.value, where, found.span, "name")


SETUP_ID = Kind(
    "setup", _read_setup, None, "the id of a setup", {"type": "string"}, "setups", ids=("setups",)
)


def tests(record: Any) -> Kind:
    """Return the kind of a group of tests, each under a sentence."""

    def read(decoder: Decoder, node: Node, where: Where) -> Any:
        found = entries_of(decoder, node, "tests, each under a sentence")
        if isinstance(found, Missing):
            return MISSING
        made = [
            decoded(decoder, record, value, where.at(key.value)._replace(owner=key.value), key)
            for key, value in found
        ]
        return tuple(each for each in made if not isinstance(each, Missing))

    return Kind("tests", read, (), "tests, each under a sentence", _OBJECT, None, lambda: record)
