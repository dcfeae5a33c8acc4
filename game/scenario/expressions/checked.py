"""The text of a condition or a number as a typed expression, or as faults with their places."""

from __future__ import annotations

import re
from collections.abc import Iterable

from game.diagnostics.diagnostic import Diagnostic
from game.frozen import Frozen
from game.scenario.expressions.checking import Checking, Typed
from game.scenario.expressions.describing import said
from game.scenario.expressions.findings import Findings
from game.scenario.expressions.hulls import hull
from game.scenario.expressions.lexer import names_in
from game.scenario.expressions.parser import parse
from game.scenario.expressions.ranges import domain
from game.scenario.expressions.rules import CHANGE_OF_NO_NUMBER, NOT_AN_EXPRESSION
from game.scenario.expressions.scope import Scope, Wanted
from game.scenario.expressions.shown import shown_word
from game.scenario.expressions.syntax import Mistake, Syntax
from game.scenario.expressions.tree import NO, Expression, Operator, joined
from game.scenario.expressions.types import ChoiceType, NumberType, TruthType, Type
from game.source.limits import MOST_CHARACTERS_IN_A_TEXT
from game.source.tree import Scalar

_LAST_NAME = re.compile(r"([a-z][a-z0-9_.]*)\s+$")


class Checked(Frozen):
    """An expression with its type, or a placeholder of type None whose faults are in `diagnostics`.

    The type of a number bears an interval that holds its values (`ranges.bounds` gives the
    narrowest). `names` are all names that the text mentions, each once, in order; values of
    choices are not among them unless the text does not parse.
    """

    expression: Expression
    type: Type | None
    names: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...] = ()
    syntax: Syntax | None = None

    @property
    def is_sound(self) -> bool:
        return self.type is not None


def expression(scalar: Scalar, wanted: Wanted, names: Scope) -> Checked:
    """Return what the text of a scalar says, of the type that is wanted; any text gives faults or a value."""
    text = scalar.value
    if len(text) > MOST_CHARACTERS_IN_A_TEXT:  # which was told when the file was read
        return Checked(NO, None, ())
    if wanted.passes_plus and text.lstrip().startswith("+"):
        text = text.replace("+", " ", 1)
    syntax = parse(text, wanted.what)
    if isinstance(syntax, Mistake):
        place = scalar.part(syntax.start, syntax.end) if text else scalar.span
        cure = _with_is(text, syntax, names) or syntax.cure
        fault = Diagnostic(NOT_AN_EXPRESSION, syntax.message, place, cure)
        return Checked(NO, None, names_in(text), _by_shown_words((fault,), scalar, text, wanted, names))
    findings = Findings(scalar, text, names)
    found = Checking(names, findings).wanted(syntax, wanted)
    mentioned, faults = tuple(findings.names), tuple(findings.faults)
    if found is None:
        return Checked(NO, None, mentioned, _by_shown_words(faults, scalar, text, wanted, names), syntax)
    return Checked(found.expression, _narrowed(found), mentioned, faults, syntax)


def _with_is(text: str, mistake: Mistake, scope: Scope) -> str | None:
    """Return how a choice is compared with the value that follows it at once, where the mistake is that."""
    before, value = _LAST_NAME.search(text[: mistake.start]), text[mistake.start : mistake.end]
    of = None if before is None else scope.type_of(before[1])
    if before is None or not isinstance(of, ChoiceType) or value not in of.values:
        return None
    return f"write `{before[1]} is {value}`"


def _by_shown_words(
    faults: tuple[Diagnostic, ...], scalar: Scalar, text: str, wanted: Wanted, scope: Scope
) -> tuple[Diagnostic, ...]:
    """Return the faults; those within a word that the player sees become one: what is written for it."""
    shown = shown_word(text, wanted, scope) if faults else None
    if shown is None:
        return faults
    place = scalar.part(shown.start, shown.end)
    within = [each for each in faults if each.span[1:3] < place[3:5] and place[1:3] < each.span[3:5]]
    if not within:
        return faults
    told = Diagnostic(within[0].rule, shown.message, place, shown.cure)
    return tuple(told if each is within[0] else each for each in faults if each not in within[1:])


def all_of(conditions: Iterable[Checked]) -> Checked:
    """Return the condition that all of a list of conditions hold; one alone is returned as it is."""
    parts = tuple(conditions)
    if len(parts) == 1:
        return parts[0]
    names = tuple(dict.fromkeys(name for each in parts for name in each.names))
    faults = tuple(fault for each in parts for fault in each.diagnostics)
    if not parts or not all(each.is_sound for each in parts):
        return Checked(NO, None, names, faults)
    together = joined(Operator.AND, [each.expression for each in parts])
    return Checked(together, TruthType(), names, faults)


def no_number(key: Scalar, type_of_name: ChoiceType | TruthType) -> Diagnostic:
    """Return the fault of a name under `change:` that is not a number."""
    if isinstance(type_of_name, ChoiceType):
        cure = f"give it a value: `set: {{ {key.value}: {type_of_name.values[-1]} }}`"
    else:
        cure = f"write `remember: {key.value}` or `forget: {key.value}`"
    message = f"`change:` adds to a number, but `{key.value}` is {said(type_of_name)}"
    return Diagnostic(CHANGE_OF_NO_NUMBER, message, key.span, cure)


def _narrowed(found: Typed) -> Type:
    if not isinstance(found.type, NumberType):
        return found.type
    interval = hull(found.expression, domain)
    return NumberType(interval.low, interval.high)
