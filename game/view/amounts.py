"""Risks in worlds of a hundred, as they are printed."""

from __future__ import annotations

from game.analysis.account import Risk
from game.view.review import Amount
from game.view.words import Words

_LEAST = 0.05
_NOTHING = 1e-9
"""Below it a figure from columns is nothing."""


def amount(risk: Risk, words: Words) -> Amount:
    """Return a risk, to a tenth of a world of a hundred.

    >>> from game.view.words import ENGLISH
    >>> [amount(each, ENGLISH).words for each in (0, 0.4, 0.133, 0.0001, 1)]
    ['0', '40', '13.3', 'less than 0.1', '100']
    """
    worlds = float(risk) * 100
    return Amount(worlds, _unsigned(worlds, words))


def signed(risk: Risk, words: Words) -> Amount:
    """Return a part of a risk with its sign; `0.0` is little, and `0` is nothing.

    >>> from game.view.words import ENGLISH
    >>> [signed(each, ENGLISH).words for each in (0, 0.267, -0.4, -0.0001)]
    ['0', '+26.7', '−40', '0.0']
    """
    worlds = float(risk) * 100
    if abs(worlds) < _NOTHING:
        return Amount(0.0, "0")
    if abs(worlds) < _LEAST:
        return Amount(worlds, f"0{words['amount.point']}0")
    key = "amount.more" if worlds > 0 else "amount.less"
    return Amount(worlds, words[key].format(n=_written(abs(worlds), words)))


def whole(risk: Risk) -> int:
    """Return a risk in whole worlds of a hundred."""
    return round(float(risk) * 100)


def _unsigned(worlds: float, words: Words) -> str:
    if worlds < _NOTHING:
        return "0"
    if worlds < _LEAST:
        return words["amount.little"].format(n=_written(0.1, words))
    return _written(worlds, words)


def _written(worlds: float, words: Words) -> str:
    return f"{worlds:.1f}".removesuffix(".0").replace(".", words["amount.point"])
