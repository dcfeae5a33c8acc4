"""The page for phones over a real socket: what a class does with it, and what somebody hostile tries."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import pytest

from game.classroom.booth import BallotPaper
from game.classroom.phones import Phones
from game.view.vocabulary import PROGRAM
from tests.classroom.phone import Phone

LONGEST = 30.0
A_SECOND = 1.0
MANY = 60
HOSTILE = "<script>alert('x')</script>"
PAPER = BallotPaper(2, f"Stop {HOSTILE}?", (f"Yes {HOSTILE}", 'No" onmouseover="alert(1)', "Ask & wait"))


def until(is_so: Callable[[], bool], phones: Phones) -> float:
    """Notice what the page tells until something is so; return the seconds that it took."""
    began = time.monotonic()
    while time.monotonic() < began + LONGEST:
        phones.notice()
        if is_so():
            return time.monotonic() - began
        time.sleep(0.01)
    pytest.fail(f"not within {LONGEST:g} seconds; the page says {phones.counts} {phones.fault}")


@pytest.fixture
def phones() -> Iterator[Phones]:
    opened = Phones("127.0.0.1", PROGRAM, "en")
    try:
        until(lambda: bool(opened.address), opened)
        yield opened
    finally:
        opened.close()


def guest(phones: Phones) -> Phone:
    phone = Phone(phones.address)
    assert phone.post("/code", code=phones.code).status == 303
    return phone


def test_a_phone_goes_in_votes_and_changes_its_vote(phones: Phones) -> None:
    phone = guest(phones)
    assert PROGRAM["phone.wait"] in phone.get("/").body
    phones.ask(PAPER)
    until(lambda: "open 2" in phone.get("/state").body, phones)
    assert phone.post("/vote", number=2, option=0).status == 303
    until(lambda: phones.counts == (1, 0, 0), phones)
    phone.post("/vote", number=2, option=2)
    phone.post("/vote", number=2, option=2)
    until(lambda: phones.counts == (0, 0, 1), phones)
    assert phone.get("/").body.count('" aria-pressed="true"') == 1
    phones.ask(None)
    until(lambda: phone.get("/state").body == "closed", phones)
    assert phone.post("/vote", number=2, option=1).status == 303
    assert PROGRAM["phone.wait"] in phone.get("/").body


def test_the_code_in_the_address_of_the_picture_lets_a_phone_in(phones: Phones) -> None:
    phone = Phone(phones.address)
    answer = phone.get(f"/?code={phones.code}")
    assert (answer.status, answer.headers["location"]) == (303, "/")
    assert "HttpOnly" in answer.headers["set-cookie"]
    assert PROGRAM["phone.wait"] in phone.get("/").body
    phone.get(f"/?code={phones.code}")
    phones.notice()
    until(lambda: phones.guests == 1, phones)


def test_many_phones_vote_and_the_program_knows_within_a_second(phones: Phones) -> None:
    phones.ask(PAPER)
    with ThreadPoolExecutor(16) as pool:
        guests = list(pool.map(lambda _: guest(phones), range(MANY)))
        until(lambda: "open 2" in guests[0].get("/state").body, phones)
        list(pool.map(lambda each: each[1].post("/vote", number=2, option=each[0] % 3), enumerate(guests)))
    taken = until(lambda: sum(phones.counts) == MANY, phones)
    assert taken < A_SECOND
    assert phones.counts == (MANY // 3,) * 3
    assert phones.guests == MANY


def test_texts_of_the_scenario_are_escaped(phones: Phones) -> None:
    phone = guest(phones)
    phones.ask(PAPER)
    until(lambda: "open 2" in phone.get("/state").body, phones)
    page = phone.get("/")
    assert HOSTILE not in page.body
    assert "&lt;script&gt;alert" in page.body
    assert 'onmouseover="alert' not in page.body
    assert "default-src 'none'" in page.headers["content-security-policy"]
    assert "unsafe" not in page.headers["content-security-policy"]


def test_the_page_needs_nothing_from_anywhere_else(phones: Phones) -> None:
    body = guest(phones).get("/").body
    assert "src=" not in body
    assert "href=" not in body
    assert "http" not in body
    assert len(body) < 4_000


@pytest.mark.parametrize(
    "path",
    [
        "/../../etc/passwd",
        "/..%2f..%2fetc/passwd",
        "/static/../server.py",
        "/templates/phone.html",
        "/docs",
        "/openapi.json",
        "/vote/",
        "//etc/passwd",
        "/%00",
    ],
)
def test_nothing_but_the_page_is_there(phones: Phones, path: str) -> None:
    answer = guest(phones).get(path)
    assert answer.status in (404, 307)
    assert answer.body == ""


def test_a_stranger_learns_nothing_and_has_no_vote(phones: Phones) -> None:
    phones.ask(PAPER)
    inside = guest(phones)
    until(lambda: "open 2" in inside.get("/state").body, phones)
    stranger = Phone(phones.address)
    stranger.cookie = "excomm=made-up"
    assert stranger.post("/vote", number=2, option=0).status == 303
    assert "Ask &amp; wait" not in stranger.get("/").body
    assert stranger.get("/state").body == ""
    phones.notice()
    assert phones.counts in ((), (0, 0, 0))


def test_guesses_of_the_code_are_slowed_down(phones: Phones) -> None:
    stranger = Phone(phones.address)
    wrong = f"{(int(phones.code) + 1) % 10_000:04}"
    answers = [stranger.post("/code", code=wrong).status for _ in range(8)]
    assert answers == [403] * 3 + [429] * 5
    assert stranger.post("/code", code=phones.code).status == 429
    assert not stranger.cookie


@pytest.mark.parametrize(
    ("fields", "what"),
    [
        ({"number": "2", "option": "9"}, "no such option"),
        ({"number": "2", "option": "-1"}, "below the first"),
        ({"number": "2", "option": "1e3"}, "no whole number"),
        ({"number": "9" * 30, "option": "0"}, "no such ballot"),
        ({}, "nothing"),
    ],
)
def test_votes_that_make_no_sense_change_nothing(phones: Phones, fields: dict[str, str], what: str) -> None:
    phones.ask(PAPER)
    phone = guest(phones)
    until(lambda: "open 2" in phone.get("/state").body, phones)
    phone.post("/vote", number=2, option=1)
    assert phone.post("/vote", **fields).status == 303, what
    until(lambda: phones.counts == (0, 1, 0), phones)


def test_a_huge_body_is_refused_and_the_page_lives_on(phones: Phones) -> None:
    phone = guest(phones)
    assert phone.post("/vote", option="1" * 2_000).status == 413
    with closing(raw(phones)) as line:
        line.sendall(
            f"POST /vote HTTP/1.1\r\nHost: {phones.address}\r\nContent-Length: 99999999999\r\n\r\n".encode()
        )
        assert line.recv(64).startswith(b"HTTP/1.1 413")
    with closing(raw(phones)) as line:
        line.sendall(b"GET / HTTP/1.1\r\nX: " + b"a" * 100_000 + b"\r\n\r\n")
        assert line.recv(64).startswith((b"HTTP/1.1 400", b""))
    assert phone.get("/").status == 200


def test_slow_connections_keep_nobody_out(phones: Phones) -> None:
    lines = [raw(phones) for _ in range(80)]
    try:
        for line in lines:
            line.sendall(f"POST /code HTTP/1.1\r\nHost: {phones.address}\r\nContent-Le".encode())
        assert guest(phones).get("/").status == 200
    finally:
        for line in lines:
            line.close()


def test_a_slow_body_is_given_up(phones: Phones) -> None:
    with closing(raw(phones)) as line:
        line.settimeout(LONGEST)
        head = f"POST /code HTTP/1.1\r\nHost: {phones.address}\r\nContent-Length: 9\r\n\r\ncode"
        line.sendall(head.encode())
        assert line.recv(64).startswith(b"HTTP/1.1 408")


def test_another_name_for_the_computer_is_not_answered(phones: Phones) -> None:
    assert guest(phones).get("/", Host="evil.example").status == 404


def test_after_it_is_closed_nothing_answers() -> None:
    opened = Phones("127.0.0.1", PROGRAM, "en")
    until(lambda: bool(opened.address), opened)
    port = int(opened.address.partition(":")[2])
    opened.close()
    with pytest.raises(OSError, match="refused"):
        socket.create_connection(("127.0.0.1", port), timeout=5).close()


def test_an_address_that_is_not_this_computer_s_is_told() -> None:
    opened = Phones("192.0.2.77", PROGRAM, "en")
    try:
        until(lambda: bool(opened.fault), opened)
        assert not opened.address
    finally:
        opened.close()


def raw(phones: Phones) -> socket.socket:
    host, _, port = phones.address.partition(":")
    return socket.create_connection((host, int(port)), timeout=10)
