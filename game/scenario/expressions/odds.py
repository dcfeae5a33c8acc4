"""Checks the odds of one chance together: they can be none at all, below zero, or too great."""

from __future__ import annotations

from collections.abc import Sequence

from game.diagnostics.diagnostic import Diagnostic, Span
from game.scenario.expressions.checked import Checked
from game.scenario.expressions.format import formatted
from game.scenario.expressions.ranges import bounds, can_all_be_zero, greatest_sum
from game.scenario.expressions.rules import ALL_ODDS_ZERO, NEGATIVE_ODDS, TOO_GREAT_ODDS
from game.scenario.expressions.tree import Binary, Constant, Expression, Operator

GREATEST_SUM = 1_000_000


def odds_faults(chance: Span, odds: Sequence[tuple[Span, Checked]]) -> tuple[Diagnostic, ...]:
    """Return E540, W543 and E544 on the odds of a chance, each given with its place.

    A chance with odds that are not sound is not judged as a whole: some of it is not known.
    """
    faults = [fault for place, each in odds if each.is_sound for fault in _negative(place, each)]
    if not odds or not all(each.is_sound for _, each in odds):
        return tuple(faults)
    expressions = tuple(each.expression for _, each in odds)
    if can_all_be_zero(expressions):
        cures = (cure_of_zero(each) for each in expressions if bounds(each)[1] <= 0)
        cure = next(filter(None, cures), "keep one of them above zero: `max(1, ...)`")
        message = "all odds of this chance can be zero together"
        faults.append(Diagnostic(ALL_ODDS_ZERO, message, chance, cure))
    greatest = greatest_sum(expressions, GREATEST_SUM)
    if greatest > GREATEST_SUM:
        message = f"the odds of this chance may add up to {greatest:,}; at most {GREATEST_SUM:,} are allowed"
        faults.append(
            Diagnostic(TOO_GREAT_ODDS, message, chance, "use smaller weights in the same proportion")
        )
    return tuple(faults)


def cure_of_zero(odds: Expression) -> str | None:
    """Return what to do about odds that are always zero, where it can be seen in them why they are."""
    match odds:
        case Binary(Operator.DIVIDE, _, _):
            written = formatted(odds)
            return f"`{written}` is 0, since division rounds down: odds are weights, such as `1` and `2`"
        case Constant():
            return f"odds of {odds.value} never come: write a number above zero, or remove the outcome"
        case _:
            return None


def _negative(place: Span, odds: Checked) -> tuple[Diagnostic, ...]:
    low, _ = bounds(odds.expression)
    if low >= 0:
        return ()
    message = f"these odds can be as low as {low}; below zero they count as 0"
    return (Diagnostic(NEGATIVE_ODDS, message, place, "if that is meant, write `max(0, ...)`"),)
