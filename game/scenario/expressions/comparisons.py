"""Sentences and cures for comparisons that are put together wrongly: chained, or `between` without `and`."""

from __future__ import annotations

import re

from game.scenario.expressions.lexer import Token, TokenKind
from game.scenario.expressions.mistakes import Spot
from game.scenario.expressions.syntax import Mistake, Operation, Syntax
from game.scenario.expressions.tree import Operator

_WHOLE = re.compile(r"-?[0-9]+")


def between_without_and(spot: Spot, left: Syntax, low: Syntax, word: Token) -> Mistake:
    """Return that `between` has no `and` behind its low end, with the high end if there is one."""
    first, second, high = spot.text[left.start : left.end], spot.text[low.start : low.end], None
    if spot.token.text in _OTHER_ANDS and spot.following.kind in (TokenKind.NAME, TokenKind.NUMBER):
        high = spot.following.text
    elif isinstance(low, Operation) and low.operator is Operator.SUBTRACT:
        second, high = (spot.text[each.start : each.end] for each in (low.left, low.right))
    lead = "write" if high else "write both ends, as in"
    cure = f"{lead} `{first} between {second} and {high or 10}`"
    return Mistake("`between` needs an `and`", cure, word.start, low.end)


_OTHER_ANDS = frozenset({"to", ",", "or", "until", "till"})


def chained(text: str, signs: tuple[str, str], parts: tuple[Syntax, Syntax, Syntax]) -> Mistake:
    """Return that comparisons cannot be chained, with what was probably meant."""
    first, middle, last = (text[part.start : part.end] for part in parts)
    proposal = f"{first} {signs[0]} {middle} and {middle} {signs[1]} {last}"
    if set(signs) <= {">", ">="}:
        signs, first, last = (signs[1].replace(">", "<"), signs[0].replace(">", "<")), last, first
    if set(signs) <= {"<", "<="}:
        low = first if signs[0] == "<=" else _moved(first, 1)
        high = last if signs[1] == "<=" else _moved(last, -1)
        proposal = f"{middle} between {low} and {high}"
    return Mistake("comparisons cannot be chained", f"write `{proposal}`", parts[0].start, parts[2].end)


def _moved(number: str, by: int) -> str:
    if _WHOLE.fullmatch(number):
        return str(int(number) + by)
    return f"{number} {'+' if by > 0 else '-'} 1"
