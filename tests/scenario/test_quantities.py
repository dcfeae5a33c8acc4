"""Quantities as authors write them: their values, their faults, and that no text stops the program."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.diagnostics.diagnostic import Diagnostic, Span
from game.scenario.expressions.types import ChoiceType, NumberType
from game.scenario.ids import RESERVED, is_id
from game.scenario.model import Box, Coordinates, SourceRef
from game.scenario.quantities.durations import format_duration, parse_duration, parse_spread
from game.scenario.quantities.moments import format_moment, grid, parse_moment, parse_moment_or_day
from game.scenario.quantities.places import parse_box, parse_point, parse_radius
from game.scenario.quantities.ranges import (
    parse_range,
    parse_start,
    parse_value,
    parse_value_ids,
    parse_within,
)
from game.scenario.quantities.sources import parse_source
from game.scenario.quantities.whole import parse_whole
from game.source.tree import Scalar

LINE = ChoiceType("line", ("none", "announced", "in_force"))
TENSION = NumberType(0, 10)
Parse = Callable[[Scalar], object]


def scalar(text: str) -> Scalar:
    return Scalar(text, Span("river/scenario.yaml", 9, 9, 9, 9 + len(text)))


def spread(text: Scalar) -> object:
    return parse_spread(text, 240)


def start_of_number(text: Scalar) -> object:
    return parse_start(text, TENSION)


def start_of_choice(text: Scalar) -> object:
    return parse_start(text, LINE)


PARSERS: list[Parse] = [
    parse_whole,
    parse_duration,
    spread,
    parse_moment,
    parse_moment_or_day,
    parse_range,
    start_of_number,
    start_of_choice,
    parse_within,
    parse_point,
    parse_box,
    parse_radius,
]

VALUES: list[tuple[Parse, str, object]] = [
    (parse_whole, "12", 12),
    (parse_whole, "-3", -3),
    (parse_whole, "+3", 3),
    (parse_whole, "010", 10),
    (parse_duration, "30 min", 30),
    (parse_duration, "6 h", 360),
    (parse_duration, "1 day", 1440),
    (parse_duration, "2 days", 2880),
    (spread, "0 min", (0,)),
    (spread, "6 to 12 h", (480, 720)),
    (spread, "8 to 12 h", (480, 720)),
    (spread, "8 to 11 h by 1 h", (480, 540, 600, 660)),
    (spread, "4 to 15 h by 5 h", (240, 540, 840)),
    (spread, "one of 14 h, 8 h", (480, 840)),
    (spread, "30 min to 2 h by 30 min", (30, 60, 90, 120)),
    (parse_range, "0 to 10", (0, 10)),
    (parse_range, "-5 to 5", (-5, 5)),
    (parse_range, "3 to 3", (3, 3)),
    (start_of_number, "4", (4,)),
    (start_of_number, "2 to 6 by 2", (2, 4, 6)),
    (start_of_number, "2 to 7 by 2", (2, 4, 6)),
    (start_of_number, "one of 8, 2, 5", (2, 5, 8)),
    (start_of_choice, "none", (0,)),
    (start_of_choice, "one of in_force, none", (0, 2)),
    (parse_within, "within 1", 1),
    (parse_point, "22.7 N 83.2 W", Coordinates(22.7, -83.2)),
    (parse_point, "1 S 2 E", Coordinates(-1.0, 2.0)),
    (parse_box, "15 N 95 W to 42 N 50 W", Box(15.0, -95.0, 42.0, -50.0)),
    (parse_radius, "900 km", 900.0),
    (parse_radius, "500 nm", 926.0),
]


@pytest.mark.parametrize(("parse", "text", "value"), VALUES, ids=[row[1] for row in VALUES])
def test_a_quantity_is_what_is_written(parse: Parse, text: str, value: object) -> None:
    assert parse(scalar(text)) == value


FAULTS: list[tuple[Parse, str, str]] = [
    (parse_whole, "2.5", "E203"),
    (parse_whole, "12345678901", "E203"),
    (parse_whole, "1_000", "E203"),
    (parse_whole, "٣", "E203"),
    (parse_duration, "4 hrs", "E208"),
    (parse_duration, "soon", "E208"),
    (parse_duration, "1.5 h", "E208"),
    (spread, "9 to 11 h", "E210"),
    (spread, "8 to 11 h by soon", "E208"),
    (spread, "8 to 11 h by 0 min", "E208"),
    (spread, "one of 8 h, 480 min", "E109"),
    (spread, "one of 8 h, soon", "E208"),
    (parse_moment, "1969-13-03 08:00", "E208"),
    (parse_moment, "1969-02-30 08:00", "E208"),
    (parse_moment, "1969-03-03 24:00", "E208"),
    (parse_moment, "1969-03-03", "E208"),
    (parse_moment, "0000-01-01 00:00", "E208"),
    (parse_moment_or_day, "1969-03", "E208"),
    (parse_range, "10", "E208"),
    (parse_range, "25 to 0", "E401"),
    (parse_range, "0 to 1001", "E101"),
    (parse_range, "0 to 1234567890", "E203"),
    (start_of_number, "11", "E401"),
    (start_of_number, "2 to 6", "E210"),
    (start_of_number, "6 to 2 by 1", "E401"),
    (start_of_number, "2 to 12 by 2", "E401"),
    (start_of_number, "one of 2, 2", "E109"),
    (start_of_number, "one of 2, 12", "E401"),
    (start_of_choice, "inforce", "E302"),
    (start_of_choice, "one of none, inforce", "E302"),
    (start_of_choice, "one of none, none", "E109"),
    (parse_within, "1", "E208"),
    (parse_point, "91 N 0 E", "E208"),
    (parse_point, "Havana", "E208"),
    (parse_box, "42 N 95 W to 15 N 50 W", "E208"),
    (parse_radius, "0 km", "E208"),
    (parse_radius, "500 miles", "E208"),
]


@pytest.mark.parametrize(("parse", "text", "code"), FAULTS, ids=[row[1] for row in FAULTS])
def test_what_is_no_such_quantity_has_its_code(parse: Parse, text: str, code: str) -> None:
    fault = parse(scalar(text))
    assert isinstance(fault, Diagnostic)
    assert fault.code == code
    assert fault.message


CURES: list[tuple[Parse, str, str]] = [
    *[
        (parse, text, f"write `{meant}`")
        for parse in (parse_duration, spread)
        for text, meant in (
            ("12 hours", "12 h"),
            ("4 hrs", "4 h"),
            ("4 d", "4 days"),
            ("4 Days", "4 days"),
            ("90 minutes", "90 min"),
            ("1 week", "7 days"),
            ("1 day 12 h", "36 h"),
            ("21 days 12 hours", "516 h"),
            ("1 day and 30 min.", "1470 min"),
            ("1.5 h", "90 min"),
        )
    ],
    (parse_duration, "12", "the unit is missing: write `12 min`, `12 h` or `12 days`"),
    (parse_duration, "0.001 h", "write a number and a unit, such as `30 min`, `6 h` or `2 days`"),
    (spread, "12-24 h", "write `12 to 24 h`"),
    (spread, "12 to 24 hours", "write `12 to 24 h`"),
    (spread, "6 hours to 2 d by 1 hr", "write `6 h to 2 days by 1 h`"),
    (spread, "8 to 11 h by 30 minutes", "write `8 to 11 h by 30 min`"),
    (spread, "one of 8 hours, 1 week", "write `one of 8 h, 7 days`"),
    (parse_moment, "1958-09-31 21:00", "the last day of that month is `1958-09-30`"),
    (parse_moment_or_day, "1900-02-29", "the last day of that month is `1900-02-28`"),
    (parse_moment, "1969-13-03 08:00", "a year is 0001 to 9999, and a month 01 to 12"),
    (
        parse_moment,
        "1958-09-06 24:00",
        "an hour is 00 to 23, and a minute 00 to 59; midnight is 00:00 of the next day",
    ),
    (parse_moment, "1958-9-6T9:05:00", "write `1958-09-06 09:05`"),
    (parse_moment, "1958-09-06", "write the time as well: `1958-09-06 12:00`"),
    *[
        (parse_point, text, "write `24.4 N 118.3 E`")
        for text in ("24.4 N, 118.3 E", "24,4 N 118,3 E", "118.3 E 24.4 N", "24.4° north 118.3° e")
    ],
    (parse_point, "124.4 N 118.3 E", "degrees north or south end at 90, and degrees east or west at 180"),
]


@pytest.mark.parametrize(("parse", "text", "cure"), CURES)
def test_a_cure_says_what_was_meant_or_why_it_cannot_be(parse: Parse, text: str, cure: str) -> None:
    fault = parse(scalar(text))
    assert isinstance(fault, Diagnostic)
    assert fault.help == cure


def test_a_deadline_is_at_least_a_minute() -> None:
    fault = parse_duration(scalar("0 min"), 1)
    assert isinstance(fault, Diagnostic)
    assert fault.code == "E208"


def test_moments_follow_the_calendar() -> None:
    first, second = parse_moment(scalar("1962-10-27 12:00")), parse_moment(scalar("1962-10-28 12:05"))
    assert isinstance(first, int)
    assert second == first + 1445
    assert parse_moment(scalar("0001-01-01 00:00")) == 0
    assert parse_moment_or_day(scalar("1962-10-27")) == (first - 720, True)
    assert parse_moment_or_day(scalar("1962-10-27 12:00")) == (first, False)


def test_a_clock_that_does_not_run_is_none() -> None:
    starts, ends, step = scalar("1969-03-02 20:00"), scalar("1969-03-03 08:00"), scalar("4 h")
    found = grid(starts, ends, step)
    assert found is not None
    assert (found.ends - found.starts, found.step) == (720, 240)
    assert grid(ends, starts, step) is None
    assert grid(starts, ends, scalar("0 min")) is None
    assert grid(starts, None, step) is None


def test_a_source_has_a_locator_behind_its_id() -> None:
    assert parse_source("frus_xi doc. 96") == SourceRef("frus_xi", "doc. 96")
    assert parse_source("nash_1997") == SourceRef("nash_1997", None)


def test_values_of_a_choice_are_ids_and_differ() -> None:
    assert parse_value_ids([scalar("none"), scalar("two")]) == ("none", "two")
    for texts, code in ((["two", "two"], "E109"), (["Two"], "E207"), (["and"], "E110")):
        fault = parse_value_ids([scalar(each) for each in texts])
        assert isinstance(fault, Diagnostic)
        assert fault.code == code


def test_a_value_is_of_its_type() -> None:
    assert parse_value(scalar("in_force"), LINE) == 2
    assert parse_value(scalar("10"), TENSION) == 10


def test_ids_are_small_words_of_at_most_forty_letters() -> None:
    assert is_id("a" * 40)
    assert not any(map(is_id, ["a" * 41, "", "Ships", "2_ships", "sites-ready", "é", "_a"]))
    assert all(map(is_id, RESERVED))


@given(st.integers(0, 999_999_999))
def test_a_duration_written_is_read_again(duration: int) -> None:
    assert parse_duration(scalar(format_duration(duration))) == duration


@given(st.integers(0, 9999 * 365 * 1440))
def test_a_moment_written_is_read_again(moment: int) -> None:
    assert parse_moment(scalar(format_moment(moment))) == moment


PARTS = """
    one of to by within 1 2 10 - + . , min h day days N S E W km nm none in_force 1962-10-27 12:00 é
    99999999999
"""


@given(
    st.text(max_size=30) | st.lists(st.sampled_from(PARTS.split()), max_size=9).map(" ".join),
    st.sampled_from(PARSERS),
)
def test_any_text_gives_a_value_or_a_fault(text: str, parse: Parse) -> None:
    found = parse(scalar(text))
    assert found is not None
    if isinstance(found, Diagnostic):
        assert found.span == scalar(text).span


UNITS = st.sampled_from(
    ["m", "min.", "Mins", "minute", "h", "hr", "hrs", "Hours", "d", "day", "days", "w", "week", "weeks"]
)


@given(
    st.lists(st.tuples(st.integers(0, 99), UNITS).map(lambda each: f"{each[0]} {each[1]}"), max_size=3),
    st.sampled_from([" ", " and ", " to ", ", "]),
    st.sampled_from(["", "one of "]),
)
def test_what_a_cure_of_a_spread_proposes_to_write_is_one(
    parts: list[str], between: str, before: str
) -> None:
    found = parse_spread(scalar(before + between.join(parts)), None)
    if isinstance(found, Diagnostic) and (found.help or "").startswith("write `") and found.code == "E208":
        proposed = (found.help or "").removeprefix("write `").partition("`")[0]
        again = parse_spread(scalar(proposed), None)
        assert not isinstance(again, Diagnostic), again.message
