"""Sentences and cures for text that is no expression: what pupils and teachers really type."""

from __future__ import annotations

import re

from game.scenario.expressions.lexer import KEYWORDS, QUOTES, Token, TokenKind
from game.scenario.expressions.syntax import Mistake, Syntax

_NOT_USED = {
    "=": "write `is`",
    "===": "write `is`",
    "!==": "write `is not`",
    "<>": "write `is not`",
    "≠": "write `is not`",
    "&&": "write `and`",
    "&": "write `and`",
    "||": "write `or`",
    "|": "write `or`",
    "=>": "write `>=`",
    "=<": "write `<=`",
    "≥": "write `>=`",
    "≤": "write `<=`",
    "×": "write `*`",
    "·": "write `*`",
    "÷": "write `/`",
    "//": "write `/`: division always rounds down",
    "−": "write `-`, the sign of the keyboard",
    "–": "write `-`, the sign of the keyboard",
    "—": "write `-`, the sign of the keyboard",
    "**": "multiply the number by itself with `*`",
    "^": "multiply the number by itself with `*`",
    "%": "write the number alone: odds are weights and need not add up to 100",
    "?": "write `30 if agreed else 10`",
    ":": "a colon stands only behind the name of a field",
    ";": "join two conditions with `and` or `or`",
    "->": "write `30 if agreed else 10`",
    "+=": "nothing is assigned here: values change under `set:` and `change:`",
    "-=": "nothing is assigned here: values change under `set:` and `change:`",
    "*=": "nothing is assigned here: values change under `set:` and `change:`",
    "/=": "nothing is assigned here: values change under `set:` and `change:`",
    ":=": "nothing is assigned here: values change under `set:` and `change:`",
    ".": "a dot stands only within a name, as in `chosen.trade`",
    "[": "write round brackets: `(` and `)`",
    "]": "write round brackets: `(` and `)`",
    "{": "a name stands here without `{` and `}`",
    "}": "a name stands here without `{` and `}`",
    "#": "leave it out",
    "$": "leave it out",
    "@": "leave it out",
}
_COMPARISONS = frozenset({"<", "<=", ">", ">=", "==", "!=", "is", "between"})
_NAME_WITH_CAPITALS = re.compile(r"[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)*")
_WHOLE = re.compile(r"-?[0-9]+")


def foreign(token: Token, following: Token) -> Mistake:
    """Return what is wrong with a sign or word that the language does not have."""
    text = token.text
    if text[0] in QUOTES:
        return _quoted(token)
    if text[0].isdigit():
        return _number(token)
    if text[0].isalpha() or text[0] == "_":
        return _word(token)
    if text == "!":
        name = following.text if following.kind is TokenKind.NAME and following.start == token.end else ""
        return _at(token, "`!` is not used here", f"write `not {name}`" if name else "write `not`")
    cure = _NOT_USED.get(text, "only names, whole numbers, words and the signs of arithmetic stand here")
    return _at(token, f"`{text}` is not used here", cure)


def _quoted(token: Token) -> Mistake:
    inside = token.text.strip(QUOTES).strip()
    cure = f"write `{inside}`" if inside else "leave the quotes out"
    return _at(token, "values need no quotes", cure)


def _number(token: Token) -> Mistake:
    whole = token.text.split(".")[0]
    if "_" in token.text:
        return _at(token, "a number has only digits", f"write `{token.text.replace('_', '')}`")
    if token.text.count(".") > 1:
        return _at(token, f"`{token.text}` is not a number", "there are only whole numbers")
    cure = f"write `{whole}`, or count in smaller parts: tenths in place of ones"
    return _at(token, "there are only whole numbers", cure)


def _word(token: Token) -> Mistake:
    small = token.text.lower().rstrip(".")
    if token.text.endswith("."):
        return _at(
            token, "a name does not end with a dot", f"write `{small}`, or the rest of the name behind it"
        )
    if small in KEYWORDS:
        return _at(token, "words are in small letters", f"write `{small}`")
    if _NAME_WITH_CAPITALS.fullmatch(small) and small != token.text:
        return _at(token, "names are in small letters", f"write `{small}`")
    cure = "a name begins with a small letter; letters a to z, digits and `_` follow"
    return _at(token, f"`{token.text}` is not a good name", cure)


_INSTEAD_OF_OPERAND = {
    "+": ("a number has no `+` before it", "leave the `+` out"),
    "if": ("a number stands before `if`", "write `30 if agreed else 10`"),
    ")": (
        "something is missing before `)`",
        "leave the brackets out, or put a condition or a number between them",
    ),
    "not": (
        "I did not expect `not` here",
        "put brackets around `not` and what belongs to it: `(not agreed)`",
    ),
}
_AFTER_OPERAND = {
    ")": ("this `)` has no `(` before it", "leave it out, or write the missing `(`"),
    ",": (
        "I did not expect `,` here",
        "a comma stands only in `min(...)` and `max(...)`; a number is written without one",
    ),
    "else": ("`else` needs an `if` before it", "write `30 if agreed else 10`"),
    "not": (
        "I did not expect `not` here",
        "`not` stands before the whole comparison: `not tension > 5`; or write `is not`",
    ),
    "if": ("I did not expect `if` here", "put brackets around it: `(30 if agreed else 10)`"),
}


def instead_of_operand(token: Token, before: Token | None) -> Mistake:
    """Return why a word or sign cannot stand where a name or a number must begin."""
    text = token.text
    if text in _COMPARISONS:
        if before is not None and before.text == "is":
            cure = f"leave `is` out: `tension {_sample(text)}`"
            return _at(token, f"`is` and `{text}` do not go together", cure)
        return _at(
            token, f"something is missing before `{text}`", f"repeat the name: `tension {_sample(text)}`"
        )
    cure = f"is a name or a number missing before `{text}`?"
    return _at(token, *_INSTEAD_OF_OPERAND.get(text, (f"I did not expect `{text}` here", cure)))


def _sample(comparison: str) -> str:
    return {"between": "between 3 and 5", "is": "is 5"}.get(comparison, f"{comparison} 5")


def after_operand(token: Token, before: Token) -> Mistake:
    """Return why a word or sign cannot follow what already is a whole condition or number."""
    text = token.text
    if text == "(" and before.kind is TokenKind.NAME:
        cure = "the functions are `min`, `max` and `abs`; or is a sign or word missing before the bracket?"
        return _at(before, f"there is no function called `{before.text}`", cure)
    cure = "is a word such as `and`, `is` or `>` missing before it?"
    return _at(token, *_AFTER_OPERAND.get(text, (f"I did not expect `{text}` here", cure)))


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


def _at(token: Token, message: str, cure: str) -> Mistake:
    return Mistake(message, cure, token.start, token.end)
