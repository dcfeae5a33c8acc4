"""The polling booth: one vote a phone, changed as often as one likes; wrong codes are slowed down."""

from __future__ import annotations

from itertools import count

import pytest

from game.classroom.booth import MOST_GUESTS, Admitted, BallotPaper, Booth, Refused

PAPER = BallotPaper(
    2, "A convoy comes. What now?", ("Stop the convoy", "Shadow it and wait", "Ask for talks")
)


def booth_of(code: str = "0427") -> Booth:
    numbers = count(1)
    return Booth(code, lambda: f"phone {next(numbers)}")


def admitted(booth: Booth, source: str = "192.168.1.5", now: float = 0.0) -> str:
    found = booth.admit("0427", source, now)
    assert isinstance(found, Admitted)
    return found.token


def test_a_phone_votes_once_and_may_change_its_vote() -> None:
    booth = booth_of()
    booth.open(PAPER)
    token = admitted(booth)
    for place in (0, 0, 2, 1, 1):
        assert booth.vote(token, 2, place)
    assert booth.counts == (0, 1, 0)
    assert booth.vote_of(token) == 1


def test_who_was_not_let_in_has_no_vote() -> None:
    booth = booth_of()
    booth.open(PAPER)
    assert not booth.vote("phone 1", 2, 0)
    assert not booth.vote("", 2, 0)
    assert booth.counts == (0, 0, 0)


@pytest.mark.parametrize(("number", "place"), [(1, 0), (3, 0), (2, 3), (2, -1), (2, 999_999)])
def test_a_vote_for_another_ballot_or_for_nothing_does_not_count(number: int, place: int) -> None:
    booth = booth_of()
    booth.open(PAPER)
    assert not booth.vote(admitted(booth), number, place)
    assert booth.counts == (0, 0, 0)


def test_nobody_votes_after_the_end_and_the_next_vote_begins_empty() -> None:
    booth = booth_of()
    booth.open(PAPER)
    token = admitted(booth)
    booth.vote(token, 2, 0)
    booth.open(PAPER)
    assert booth.counts == (1, 0, 0), "the same ballot goes on"
    booth.close()
    assert not booth.vote(token, 2, 1)
    assert not booth.counts
    booth.open(PAPER._replace(number=3))
    assert booth.counts == (0, 0, 0)
    assert booth.knows(token), "a phone is let in for the lesson"


def test_wrong_codes_are_slowed_down_where_they_come_from_and_nowhere_else() -> None:
    booth = booth_of()
    for _ in range(3):
        assert booth.admit("9999", "192.168.1.66", 0.0) == Refused()
    refused = booth.admit("0427", "192.168.1.66", 0.0)
    assert isinstance(refused, Refused)
    assert refused.wait > 0, "nor is the right one tried meanwhile"
    assert isinstance(booth.admit("0427", "192.168.1.7", 0.0), Admitted)
    assert isinstance(booth.admit("0427", "192.168.1.66", 120.0), Admitted)


def test_who_guesses_without_rest_tries_few_codes_in_a_lesson() -> None:
    booth = booth_of()
    tried = sum(booth.admit("9999", "192.168.1.66", float(second)) == Refused() for second in range(45 * 60))
    assert tried < 60


def test_guessing_from_many_addresses_is_slowed_down_too() -> None:
    booth = booth_of()
    tried = 0
    for second in range(600):
        for each in range(50):
            tried += booth.admit("9999", f"10.0.{second % 250}.{each}", float(second)) == Refused()
    assert tried <= 60 * 11


def test_there_is_an_end_to_the_phones_that_are_let_in() -> None:
    booth = booth_of()
    for _ in range(MOST_GUESTS):
        admitted(booth)
    assert isinstance(booth.admit("0427", "192.168.1.5", 0.0), Refused)
    assert booth.guests == MOST_GUESTS
