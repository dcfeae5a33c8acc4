"""Numbers of things in words, by the plural rule of the language of the words."""

from __future__ import annotations

from collections.abc import Mapping

from game.scenario.plurals import TWO_FORMS, PluralRule, parse_plurals

PLURALS = "plural.forms"
"""The key of the rule, written as in the header of a PO file."""

_FORMS: Mapping[int, tuple[str, ...]] = {
    1: ("other",),
    2: ("one", "other"),
    3: ("one", "few", "other"),
    4: ("one", "two", "few", "other"),
    5: ("one", "two", "few", "many", "other"),
    6: ("zero", "one", "two", "few", "many", "other"),
}


def rule_of(words: Mapping[str, str]) -> PluralRule:
    """Return the rule of the language of a table of words."""
    return parse_plurals(words[PLURALS]) or TWO_FORMS


def form_keys(thing: str, rule: PluralRule) -> tuple[str, ...]:
    """Return the keys of the forms of a thing, in the order of the rule.

    >>> form_keys("hour", TWO_FORMS)
    ('hour.one', 'hour.other')
    """
    return tuple(f"{thing}.{form}" for form in _FORMS[rule.forms])


def counted(words: Mapping[str, str], thing: str, number: int) -> str:
    """Return a number of things in words.

    >>> from game.view.words import ENGLISH
    >>> counted(ENGLISH, "hour", 1), counted(ENGLISH, "hour", 36)
    ('1 hour', '36 hours')
    """
    return figured(words, thing, str(number))


def figured(words: Mapping[str, str], thing: str, figure: str) -> str:
    """Return a number of things in words, where the number is printed; one that is not whole counts as many.

    >>> from game.view.words import ENGLISH
    >>> [figured(ENGLISH, "world", figure) for figure in ("1", "<1", "13.3")]
    ['1 world of 100', '<1 worlds of 100', '13.3 worlds of 100']
    """
    rule = rule_of(words)
    keys = form_keys(thing, rule)
    key = keys[rule.form(int(figure))] if figure.isdecimal() else keys[-1]
    return words[key].format(n=figure)
