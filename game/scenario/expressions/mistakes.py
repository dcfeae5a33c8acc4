"""Sentences and cures for text that is no expression: what pupils and teachers really type."""

from __future__ import annotations

import re

from game.frozen import NamedTuple
from game.scenario.expressions.digits import cure_of_fraction, cure_of_groups, cure_of_percent
from game.scenario.expressions.lexer import KEYWORDS, QUOTES, Token, TokenKind
from game.scenario.expressions.syntax import Mistake

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


class Spot(NamedTuple):
    """A token that cannot stand where it does, with the text and its neighbours in it.

    `what` is the author's word for the whole text: condition, number, change or value.
    """

    text: str
    before: Token | None
    token: Token
    following: Token
    what: str


def foreign(spot: Spot) -> Mistake:
    """Return what is wrong with a sign or word that the language does not have."""
    token, following = spot.token, spot.following
    text = token.text
    if text[0] in QUOTES:
        return _quoted(token)
    if text[0].isdigit():
        return _number(token, spot.what)
    if text[0].isalpha() or text[0] == "_":
        return _word(token)
    if text == "!":
        name = following.text if following.kind is TokenKind.NAME and following.start == token.end else ""
        return _at(token, "`!` is not used here", f"write `not {name}`" if name else "write `not`")
    cure = _NOT_USED.get(text, "only names, whole numbers, words and the signs of arithmetic stand here")
    if text == "%":
        cure = cure_of_percent(spot.what)
    elif spot.what == "change" and text in _IN_A_CHANGE:
        cure = _IN_A_CHANGE[text]
    elif text == "=" and spot.before is None:
        cure = _AT_THE_START.get(spot.what, "leave it out")
    return _at(token, f"`{text}` is not used here", cure)


_IN_A_CHANGE = {
    "=": "`change:` adds to what there is: write `+2` or `-2`; a new value is given under `set:`",
    "+=": "write the sign and the number: `+2`",
    "-=": "write the sign and the number: `-2`",
}
_AT_THE_START = {"condition": "repeat the name, and write `is`: `tension is 5`"}


def split_sign(spot: Spot) -> Mistake | None:
    """Return that a sign of two characters has a space in it, where a token is the second of them."""
    before = spot.before
    cure = None if before is None else _SPLIT.get(before.text + spot.token.text)
    if before is None or cure is None:
        return None
    message = f"`{spot.text[before.start : spot.token.end]}` is not used here"
    return Mistake(message, cure, before.start, spot.token.end)


_SPLIT = {"<=": "write `<=`", ">=": "write `>=`", "<>": _NOT_USED["<>"]}


def _quoted(token: Token) -> Mistake:
    inside = token.text.strip(QUOTES).strip()
    cure = f"write `{inside}`" if inside else "leave the quotes out"
    return _at(token, "values need no quotes", cure)


def _number(token: Token, what: str) -> Mistake:
    if "_" in token.text:
        return _at(token, "a number has only digits", f"write `{token.text.replace('_', '')}`")
    if token.text.count(".") > 1:
        return _at(token, f"`{token.text}` is not a number", "there are only whole numbers")
    return _at(token, "there are only whole numbers", cure_of_fraction(token.text, what))


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


def instead_of_operand(spot: Spot) -> Mistake:
    """Return why a word or sign cannot stand where a name or a number must begin."""
    before, token = spot.before, spot.token
    text = token.text
    if text in _COMPARISONS:
        if before is not None and before.text == "is":
            cure = f"leave `is` out: `tension {_sample(text)}`"
            return _at(token, f"`is` and `{text}` do not go together", cure)
        return _at(
            token, f"something is missing before `{text}`", f"repeat the name: `tension {_sample(text)}`"
        )
    if text == "+" and spot.following.kind is TokenKind.END:
        return _at(token, "no number stands behind this `+`", "write how much, such as `+1`")
    if text == "if" and before is None and spot.what == "condition":
        return _at(token, "a condition does not begin with `if`", "leave `if` out")
    cure = f"is a name or a number missing before `{text}`?"
    return _at(token, *_INSTEAD_OF_OPERAND.get(text, (f"I did not expect `{text}` here", cure)))


def _sample(comparison: str) -> str:
    return {"between": "between 3 and 5", "is": "is 5"}.get(comparison, f"{comparison} 5")


def after_operand(spot: Spot, before: Token) -> Mistake:
    """Return why a word or sign cannot follow what already is a whole condition or number."""
    token = spot.token
    text = token.text
    if text == "(" and before.kind is TokenKind.NAME:
        cure = "the functions are `min`, `max` and `abs`; or is a sign or word missing before the bracket?"
        return _at(before, f"there is no function called `{before.text}`", cure)
    message, cure = _AFTER_OPERAND.get(text, (f"I did not expect `{text}` here", _MISSING_WORD))
    last = spot.following if text == "," else token
    if before.kind is last.kind is TokenKind.NUMBER:
        cure = cure_of_groups(spot.text[before.start : last.end], spot.what) or cure
    elif text == "," and spot.what == "condition":
        cure = "join conditions with `and` or `or`; a comma stands only in `min(...)` and `max(...)`"
    elif before.text == "no" and token.kind is TokenKind.NAME:
        cure = f"write `not {text}`"
    return _at(token, message, cure)


_MISSING_WORD = "is a word such as `and`, `is` or `>` missing before it?"


def _at(token: Token, message: str, cure: str) -> Mistake:
    return Mistake(message, cure, token.start, token.end)
