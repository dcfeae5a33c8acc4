"""Cuts the text of an expression into tokens, each with its place."""

from __future__ import annotations

import re
from enum import Enum

from game.frozen import NamedTuple

KEYWORDS = frozenset({"yes", "no", "and", "or", "not", "is", "if", "else", "between", "min", "max", "abs"})


class TokenKind(Enum):
    """What a token can be; `FOREIGN` is what the language does not know, such as `&&` or `"none"`."""

    NUMBER = "number"
    NAME = "name"
    KEYWORD = "keyword"
    SIGN = "sign"
    FOREIGN = "foreign"
    END = "end"


class Token(NamedTuple):
    """One word, number or sign: `text` is what stands from `start` to `end`."""

    kind: TokenKind
    text: str
    start: int
    end: int


QUOTES = "\"'`´“”„‟‘’‚‛«»‹›"  # the curly ones come from word processors
_NAME = re.compile(r"[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)*")
_TOKEN = re.compile(
    rf"""
      (?P<space>\s+)
    | (?P<name>{_NAME.pattern}(?![\w.]))
    | (?P<number>[0-9]+(?![0-9_]|\.[0-9]))
    | (?P<word>[^\W\d]\w*(?:\.\w+)*\.?|_\w*)
    | (?P<digits>[0-9][0-9_]*(?:\.[0-9]+)*)
    | (?P<quoted>[{QUOTES}][^{QUOTES}]*[{QUOTES}]?)
    | (?P<foreign>===|!==|&&|\|\||=>|=<|<>|->|\*\*|//|[+*/:-]=)
    | (?P<sign><=|>=|==|!=|[-<>+*/(),])
    | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)
_KINDS = {"name": TokenKind.NAME, "number": TokenKind.NUMBER, "sign": TokenKind.SIGN}


def tokens(text: str) -> list[Token]:
    """Return the tokens of any text, the last of them an `END` behind the last sign that is not a space."""
    found: list[Token] = []
    end = 0
    for match in _TOKEN.finditer(text):
        group = match.lastgroup
        if group == "space":
            continue
        word = match.group()
        start, end = match.span()
        kind = TokenKind.KEYWORD if word in KEYWORDS else _KINDS.get(group or "", TokenKind.FOREIGN)
        found.append(Token(kind, word, start, end))
    found.append(Token(TokenKind.END, "", end, end))
    return found


def names_in(text: str) -> tuple[str, ...]:
    """Return every word of a text that may be a name, each once, in order: for text that cannot be parsed."""
    words = (
        match.group() for match in _TOKEN.finditer(text) if match.lastgroup in ("name", "word", "quoted")
    )
    names = (word for each in words for word in _NAME.findall(each) if word not in KEYWORDS)
    return tuple(dict.fromkeys(names))
