"""Types, values and unknown names in words, for messages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import assert_never

from game.scenario.expressions.types import ChoiceType, NumberType, TruthType, Type
from game.scenario.meant import nearest, one_of

MOST_VALUES_LISTED = 12


def said(of: Type, *, with_range: bool = True) -> str:
    """Return a type in words: `a number from 0 to 25`, `a choice`, `yes or no`."""
    match of:
        case NumberType(low, high):
            return f"a number from {low} to {high}" if with_range and low < high else "a number"
        case TruthType():
            return "yes or no"
        case ChoiceType():
            return "a choice"
        case _:
            assert_never(of)


def said_with_values(of: Type) -> str:
    """Return a type in words with all that it can be."""
    return f"one of {', '.join(listed_values(of))}" if isinstance(of, ChoiceType) else said(of)


def listed_values(of: ChoiceType) -> tuple[str, ...]:
    """Return the values of a choice as they are listed: of many the first, and dots."""
    first = of.values[:MOST_VALUES_LISTED]
    return first if first == of.values else (*first, "...")


def cure_of_type(written: str, found: Type, wanted: Type) -> str:
    """Return how an expression of one type is made one of another."""
    match found:
        case NumberType(low, high):
            operand = written if written.replace("_", "").replace(".", "").isalnum() else f"({written})"
            return f"compare it: `{operand} > {(low + high) // 2 if low < high else 5}`"
        case TruthType():
            return f"write `1 if {written} else 0`"
        case ChoiceType(_, values):
            comparison = f"{written} is {values[0]}"
            if isinstance(wanted, NumberType):
                return f"write `1 if {comparison} else 0`"
            return f"compare it: `{comparison}`"
        case _:
            assert_never(found)


_KINDS = {"chosen": "decision", "seen": "event, letter or report"}
_TRUTHS = {"true": "yes", "false": "no"}


def about_unknown_name(
    name: str, types: Mapping[str, Type | None], candidates: Iterable[str]
) -> tuple[str, str | None]:
    """Return what to say of a name that nothing bears, and which of the candidates was probably meant."""
    prefix, _, rest = name.partition(".")
    kind = _KINDS.get(prefix) if rest else None
    message = f"there is no {kind} called `{rest}`" if kind else f"there is no variable called `{name}`"
    if name in _TRUTHS:
        return message, f"write `{_TRUTHS[name]}`"
    names = tuple(candidates)
    sought = name.replace("-", "_")
    if not names:
        return message, None
    meant = (
        _of_its_parts(sought, types, names)
        or nearest(sought, names)
        or _comparison(sought.rpartition(".")[2], types)
    )
    if meant is None:
        return message, None
    cure = f"did you mean `{meant}`?"
    return message, f"{cure} {_NO_OUTCOMES}" if name.startswith(f"{meant}.") else cure


_NO_OUTCOMES = "Outcomes cannot be asked: let one `remember:` a flag, and ask that"


def _of_its_parts(name: str, types: Mapping[str, Type | None], names: Iterable[str]) -> str | None:
    """Return what a name means whose parts are those of others: `ships` is `seen.ships`, if that is there.

    A decision with an option behind it is a comparison, and what has happened with an outcome is itself.
    """
    before, _, last = name.rpartition(".")
    for whole in (before, f"chosen.{before}"):
        of = types.get(whole) if before else None
        if isinstance(of, ChoiceType) and last in of.values:
            return f"{whole} is {last}"
    if isinstance(types.get(before), TruthType):
        return before
    return next((each for each in names if each.rpartition(".")[2] == last), None)


def _comparison(value: str, types: Mapping[str, Type | None]) -> str | None:
    """Return the comparison with a value of a choice, where somebody wrote the value alone."""
    for name, each in types.items():
        if isinstance(each, ChoiceType) and value in each.values:
            return f"{name} is {value}"
    return None


def about_no_value(written: str, choice: ChoiceType) -> tuple[str, str]:
    """Return what to say of a word that is not a value of a choice, and what was probably meant."""
    message = f"`{written}` is not a value of `{choice.owner}`"
    return message, one_of(written, listed_values(choice), choice.values)
