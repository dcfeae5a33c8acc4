"""The risk over the days of a game: the player's line, and that of the record by the same model."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.analysis.account import Reckoning, Share
from game.view.moments import day_of
from game.view.retrospect import Retrospect
from game.view.review import Marker, RiskCurve, Spot, Step, Tick

_DAY = 24 * 60


def risk_curve(game: Retrospect, steps: Sequence[Step], reckoning: Reckoning) -> RiskCurve:
    words, shares = game.words, reckoning.ledger.shares
    own, record = _line(shares), _line(reckoning.record)
    length = max([each.minute for each in (*own, *record)], default=0)
    return RiskCurve(
        words["risk.title"],
        words["risk.note" if record else "risk.note.alone"],
        words["risk.own"],
        words["risk.record"],
        own,
        record,
        tuple(_markers(steps, shares)),
        tuple(_ticks(game, length)),
        length,
    )


def _line(shares: Sequence[Share]) -> tuple[Spot, ...]:
    """Return the points of a line: at a choice it goes straight up or down, luck comes with time."""
    spots = [
        spot
        for each in shares
        for spot in (
            Spot(each.minute, float(each.before) * 100),
            Spot(each.minute, float(each.chosen) * 100),
            Spot(each.until, float(each.after) * 100),
        )
    ]
    return tuple(dict.fromkeys(spots))


def _markers(steps: Sequence[Step], shares: Sequence[Share]) -> Iterator[Marker]:
    """Yield where the steps lie on the player's line: after the choice and before luck."""
    for step in steps:
        share = shares[step.choices + 1] if step.choices + 1 < len(shares) else shares[-1]
        risk = share.after if step.is_late else share.chosen
        moved = float(share.luck if step.is_late else share.decision)
        yield Marker(step.number, Spot(step.minute, float(risk) * 100), abs(moved) * 100)


def _ticks(game: Retrospect, length: int) -> Iterator[Tick]:
    """Yield the days that the game came to, each at its noon, or its middle where it is not whole."""
    starts = game.scenario.clock.starts
    first, last = starts // _DAY, (starts + length) // _DAY
    month = 0
    for number in range(first, last + 1):
        day = day_of(number * _DAY)
        begin = max(0, number * _DAY - starts)
        end = min(length, (number + 1) * _DAY - starts)
        name = game.words[f"month.{day.month}"] if day.month != month else ""
        month = day.month
        yield Tick((begin + end) // 2, str(day.day), name)
