"""Text of unknown origin made fit for a terminal, and how many columns it takes there."""

from __future__ import annotations

import unicodedata

_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_TAB = "    "

# Controls, format characters such as those that turn the direction of text, halves of pairs, line separators.
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_ON_THE_LETTER_BEFORE = frozenset({"Mn", "Me"})


def printable(text: str) -> str:
    r"""Return a text with nothing in it that a terminal would obey: no controls, no turned direction.

    A tab is four spaces, a line break one; what cannot be seen becomes a sign that can.

    >>> printable("a\tb\nc\x1b[31m\u202ed")
    'a    b c�[31m�d'
    """
    return text if text.isprintable() else "".join(_seen(letter) for letter in text)


def _seen(letter: str) -> str:
    if letter == "\t":
        return _TAB
    if letter == "\n":
        return " "
    return _REPLACEMENT if unicodedata.category(letter) in _UNSEEN else letter


def width(text: str) -> int:
    r"""Return the columns that a printable text takes: none for combining marks, two for wide letters.

    >>> [width(each) for each in ("Fidel", "e\u0301", "古巴")]
    [5, 1, 4]
    """
    return len(text) if text.isascii() else sum(_columns(letter) for letter in text)


def _columns(letter: str) -> int:
    if unicodedata.category(letter) in _ON_THE_LETTER_BEFORE:
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1
