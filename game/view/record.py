"""The record beside the run: what came in this game as it did then, earlier, later or never."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from game.engine import happenings as happened
from game.engine.happenings import Happening
from game.scenario.model import Row
from game.view.citing import mark
from game.view.debrief import RecordRow
from game.view.lexicon import Lexicon
from game.view.moments import day_of, moment
from game.view.printing import Reading, line

_NEAR = 3 * 60
"""Minutes within which two moments count as the same."""

Verdict = Literal["same", "earlier", "later", "never"]


def occurrences(happenings: Iterable[Happening]) -> dict[str, int]:
    """Return the minute at which each thing that a row may match first came.

    Names are those of `matches:`: `decision.option`, an event, letter, report, response or phase,
    `site.outcome`.
    """
    came: dict[str, int] = {}
    minute = 0
    for each in happenings:
        match each:
            case happened.MomentBegan(now):
                minute = now
            case happened.OptionChosen(decision, option):
                came.setdefault(f"{decision}.{option}", minute)
            case happened.ChanceTaken(site, result):
                came.setdefault(f"{site}.{result}", minute)
            case happened.EventBegan(name) | happened.LetterArrived(name) | happened.ReportGiven(name):
                came.setdefault(name, minute)
            case happened.ResponseCame(name) | happened.PhaseEntered(name):
                came.setdefault(name, minute)
            case _:
                pass
    return came


def record(lexicon: Lexicon, came: Mapping[str, int], reading: Reading) -> tuple[RecordRow, ...]:
    """Return the rows in the order of time; the first that never came is the point of departure."""
    rows = [
        _row(lexicon, each, came, reading)
        for each in sorted(lexicon.scenario.timeline.values(), key=lambda each: each.at)
    ]
    departure = next((each for each in rows if each.verdict == "never"), None)
    return tuple(each._replace(is_departure=each is departure) for each in rows)


def _row(lexicon: Lexicon, row: Row, came: Mapping[str, int], reading: Reading) -> RecordRow:
    minute = came.get(row.matches) if row.matches else None
    verdict = _verdict(lexicon, row, came)
    return RecordRow(
        row.id,
        day_of(row.at).isoformat() if row.is_day else moment(row.at),
        line(lexicon, row.text, reading),
        verdict,
        lexicon.words[f"verdict.{verdict}"] if verdict else "",
        None if minute is None else moment(lexicon.scenario.clock.starts + minute),
        mark(lexicon, row.statement),
    )


def _verdict(lexicon: Lexicon, row: Row, came: Mapping[str, int]) -> Verdict | None:
    """Return how the game compares.

    The same is what lies on the day of a row without an hour, else within half a step of the clock and
    three hours: the record is not known better, and a game puts its questions at round hours.
    """
    if row.matches is None:
        return None
    if row.matches not in came:
        return "never"
    clock = lexicon.scenario.clock
    here = clock.starts + came[row.matches]
    near = min(clock.step // 2, _NEAR)
    is_same = day_of(here) == day_of(row.at) if row.is_day else abs(here - row.at) <= near
    if is_same:
        return "same"
    return "earlier" if here < row.at else "later"
