"""The sentence of a text that tells it apart from others."""

from __future__ import annotations

import re
from collections.abc import Iterable

_END = re.compile(r"(?: [.!?…][»”’\"')\]]? \s+ | [。！？] ) (?= \S )", re.VERBOSE)
_SHORT = 36
"""A sentence of fewer letters may not say much by itself."""
_SHORTENED = re.compile(r"(?: ^ | \W ) (?: [^\W\d_] | [A-Z]\w{0,2} ) \. $", re.VERBOSE)
"""An initial, or a short name with a capital: its dot ends no sentence."""


def sentences(words: str) -> tuple[str, ...]:
    """Return the sentences of a text on one line.

    >>> sentences("They do not turn. 'Why?' Nobody ever learns.")
    ('They do not turn.', "'Why?'", 'Nobody ever learns.')
    >>> sentences("Gen. Power asks at 10 a.m. in Omaha. Nobody answers.")
    ('Gen. Power asks at 10 a.m. in Omaha.', 'Nobody answers.')
    """
    found: list[str] = []
    first = 0
    for end in _END.finditer(words):
        sentence = words[first : end.end()].rstrip()
        if not words[end.end()].islower() and not _SHORTENED.search(sentence):
            found.append(sentence)
            first = end.end()
    return (*found, words[first:])


def own_sentence(words: str, others: Iterable[str]) -> str:
    """Return the first sentence that no other text has at its place; the last, where all are as elsewhere.

    A short one takes the next with it.

    >>> own_sentence("He reads it out. Nobody answers.", ["He reads it out. All accept."])
    'Nobody answers.'
    >>> own_sentence("They do not turn. Nobody ever learns why. It is over.", [])
    'They do not turn. Nobody ever learns why.'
    """
    mine, theirs = sentences(words), [sentences(each) for each in others]
    own = (
        place
        for place, sentence in enumerate(mine)
        if all(other[place : place + 1] != (sentence,) for other in theirs)
    )
    first = next(own, len(mine) - 1)
    said = mine[first]
    for further in mine[first + 1 :]:
        if len(said) >= _SHORT:
            break
        said = f"{said} {further}"
    return said
