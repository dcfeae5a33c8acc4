from __future__ import annotations

from game.engine import happenings as happened
from game.view.debrief import RecordRow
from game.view.lexicon import Lexicon
from game.view.printing import told
from game.view.record import occurrences, record


def rows(lexicon: Lexicon, *happenings: happened.Happening) -> dict[str, RecordRow]:
    return {each.id: each for each in record(lexicon, occurrences(happenings), told(()))}


def test_what_came_within_half_a_step_or_on_the_day_is_the_same(lexicon_at_sea: Lexicon) -> None:
    came = rows(
        lexicon_at_sea,
        happened.MomentBegan(240),
        happened.EventBegan("ships", ()),
        happened.ChanceTaken("ships", "shots", 1, 2, is_forced=False),
    )
    assert (came["then"].verdict, came["then"].here) == ("same", "1962-10-24 13:00")
    assert came["day"].verdict == "same"


def test_what_came_at_another_time_is_earlier_or_later(lexicon_at_sea: Lexicon) -> None:
    came = rows(
        lexicon_at_sea,
        happened.MomentBegan(241),
        happened.EventBegan("ships", ()),
        happened.OptionChosen("line", "stop", is_late=False),
        happened.MomentBegan(1440),
        happened.ChanceTaken("ships", "shots", 1, 2, is_forced=False),
    )
    assert [came[each].verdict for each in ("then", "day", "stood")] == ["later", "later", "earlier"]
    assert not any(each.is_departure for each in came.values())


def test_the_first_row_that_never_came_is_the_point_of_departure(lexicon_at_sea: Lexicon) -> None:
    came = rows(lexicon_at_sea, happened.MomentBegan(60), happened.EventBegan("ships", ()))
    assert [name for name, row in came.items() if row.is_departure] == ["day"]
    assert came["stood"].verdict == "never"


def test_reports_responses_and_chapters_count_as_having_come() -> None:
    came = occurrences(
        [
            happened.MomentBegan(5),
            happened.ReportGiven("count", ()),
            happened.ResponseCame("answer"),
            happened.PhaseEntered("storm", ()),
            happened.LetterArrived("offer", ()),
            happened.MomentBegan(9),
            happened.ReportGiven("count", ()),
        ]
    )
    assert came == {"count": 5, "answer": 5, "storm": 5, "offer": 5}


def test_a_row_that_matches_nothing_has_no_verdict(lexicon_at_sea: Lexicon) -> None:
    assert rows(lexicon_at_sea)["told"].verdict is None
