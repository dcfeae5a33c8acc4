"""Plural forms of languages: the `Plural-Forms` of a PO header, and those of languages well known."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache

from game.frozen import NamedTuple

MOST_FORMS = 6
_LONGEST = 400
_DEEPEST = 40
_HEADER = re.compile(r"\s*nplurals\s*=\s*([1-9])\s*;\s*plural\s*=\s*([^;]+?)\s*;?\s*")
_TOKEN = re.compile(r"\s*(\d{1,9}|n|\|\||&&|[=!<>]=|[-+*/%<>!?:()])")

Formula = Callable[[int], int]


class PluralRule(NamedTuple):
    """How many forms a language has, and the formula of C that gives the form of a number `n`, from 0."""

    forms: int
    formula: str

    def form(self, number: int) -> int:
        """Return which form a number takes, always one that there is; a minus makes no difference.

        >>> [TWO_FORMS.form(each) for each in (0, 1, 2, -1)]
        [1, 0, 1, 0]
        """
        return min(max(_formula(self.formula)(abs(number)), 0), self.forms - 1)

    @property
    def header(self) -> str:
        return f"nplurals={self.forms}; plural={self.formula};"


def parse_plurals(header: str) -> PluralRule | None:
    """Return the rule of a `Plural-Forms` header, or None where it is none.

    >>> parse_plurals("nplurals=2; plural=n != 1;")
    PluralRule(forms=2, formula='n != 1')
    """
    found = _HEADER.fullmatch(header) if len(header) <= _LONGEST else None
    if found is None or int(found[1]) > MOST_FORMS:
        return None
    try:
        _formula(found[2])
    except _NotAFormulaError:
        return None
    return PluralRule(int(found[1]), found[2])


class _NotAFormulaError(Exception):
    """Something else than a formula stands there."""


@cache
def _formula(written: str) -> Formula:
    return _Reading(written).whole()


_OPERATORS: tuple[Mapping[str, Callable[[int, int], int]], ...] = (
    {"||": lambda a, b: int(bool(a or b))},
    {"&&": lambda a, b: int(bool(a and b))},
    {"==": lambda a, b: int(a == b), "!=": lambda a, b: int(a != b)},
    {
        "<=": lambda a, b: int(a <= b),
        ">=": lambda a, b: int(a >= b),
        "<": lambda a, b: int(a < b),
        ">": lambda a, b: int(a > b),
    },
    {"+": lambda a, b: a + b, "-": lambda a, b: a - b},
    {
        "*": lambda a, b: min(a * b, 10**9),
        "/": lambda a, b: a // b if b else 0,
        "%": lambda a, b: a % b if b else 0,
    },
)
"""What joins two values, the loosest first. Division by zero gives 0, and products are held."""


class _Reading:
    """Reads one formula, from the loosest operator to the closest."""

    def __init__(self, written: str) -> None:
        self.tokens: list[str] = []
        position = 0
        while position < len(written):
            token = _TOKEN.match(written, position)
            if token is None:
                raise _NotAFormulaError
            self.tokens.append(token[1])
            position = token.end()
        self.depth = 0

    def whole(self) -> Formula:
        formula = self.chosen()
        if self.tokens:
            raise _NotAFormulaError
        return formula

    def chosen(self) -> Formula:
        self.depth += 1
        if self.depth > _DEEPEST:
            raise _NotAFormulaError
        test = self.joined(0)
        if self.taken("?"):
            yes = self.chosen()
            self.demand(":")
            test = _choice(test, yes, self.chosen())
        self.depth -= 1
        return test

    def joined(self, level: int) -> Formula:
        if level == len(_OPERATORS):
            return self.single()
        left = self.joined(level + 1)
        while self.tokens and self.tokens[0] in _OPERATORS[level]:
            left = _pair(_OPERATORS[level][self.tokens.pop(0)], left, self.joined(level + 1))
        return left

    def single(self) -> Formula:
        if not self.tokens:
            raise _NotAFormulaError
        if self.taken("("):
            inner = self.chosen()
            self.demand(")")
            return inner
        if self.taken("!"):
            return _denied(self.single())
        token = self.tokens.pop(0)
        if token == "n":  # noqa: S105 - a word of the formula
            return int
        if not token.isdigit():
            raise _NotAFormulaError
        constant = int(token)
        return lambda _: constant

    def taken(self, token: str) -> bool:
        if self.tokens[:1] != [token]:
            return False
        self.tokens.pop(0)
        return True

    def demand(self, token: str) -> None:
        if not self.taken(token):
            raise _NotAFormulaError


def _pair(join: Callable[[int, int], int], left: Formula, right: Formula) -> Formula:
    return lambda n: join(left(n), right(n))


def _denied(of: Formula) -> Formula:
    return lambda n: int(not of(n))


def _choice(test: Formula, yes: Formula, no: Formula) -> Formula:
    return lambda n: yes(n) if test(n) else no(n)


TWO_FORMS = PluralRule(2, "(n != 1)")
_ONE_FORM = PluralRule(1, "0")
_FRENCH = PluralRule(2, "(n > 1)")
_EAST_SLAVIC = PluralRule(
    3,
    "(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2)",
)
_POLISH = PluralRule(3, "(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2)")
_CZECH = PluralRule(3, "(n==1 ? 0 : n>=2 && n<=4 ? 1 : 2)")
_ARABIC = PluralRule(6, "(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5)")
_LANGUAGES: Mapping[str, PluralRule] = {
    **dict.fromkeys(("ja", "zh", "ko", "vi", "th", "id", "ms"), _ONE_FORM),
    **dict.fromkeys(("fr", "tr", "hy"), _FRENCH),
    "pt_BR": _FRENCH,
    **dict.fromkeys(("ru", "uk", "be", "sr", "hr", "bs"), _EAST_SLAVIC),
    "pl": _POLISH,
    **dict.fromkeys(("cs", "sk"), _CZECH),
    "ar": _ARABIC,
}


def plurals_of(language: str) -> PluralRule:
    """Return the rule of a language by its code; two forms, as English has them, where it is not known.

    >>> plurals_of("ru").forms, plurals_of("es-MX").forms, plurals_of("ja_JP").forms
    (3, 2, 1)
    """
    code = language.replace("-", "_")
    return _LANGUAGES.get(code) or _LANGUAGES.get(code.partition("_")[0], TWO_FORMS)
