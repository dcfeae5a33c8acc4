"""The polling booth for phones: who was let in, what each has voted. Values in memory, nothing of a person.

A phone is a random token that it keeps as a cookie. Wrong codes are slowed down by where they come from and
all together, so that four digits are enough for a lesson.
"""

from __future__ import annotations

import hmac
from collections import deque
from collections.abc import Callable

from game.frozen import NamedTuple

MOST_GUESTS = 2_000
_FREE_TRIES = 3
_LONGEST_WAIT = 60.0
_MINUTE = 60.0
_MOST_WRONG_A_MINUTE = 60
_MOST_SOURCES = 1_000


class BallotPaper(NamedTuple):
    """What a phone shows: the number of the vote in the lesson, the question, the options in their order."""

    number: int
    question: str
    options: tuple[str, ...]


class Admitted(NamedTuple):
    """A phone is let in."""

    token: str


class Refused(NamedTuple):
    """A phone is not let in: the code was wrong, or with `wait` nothing is tried for so many seconds."""

    wait: int = 0


class Booth:
    """The votes of the phones of one lesson; `token` makes what a phone keeps."""

    def __init__(self, code: str, token: Callable[[], str]) -> None:
        self.paper: BallotPaper | None = None
        self._code = code
        self._token = token
        self._guests: set[str] = set()
        self._votes: dict[str, int] = {}
        self._wrong: dict[str, tuple[int, float]] = {}
        self._lately: deque[float] = deque()

    @property
    def guests(self) -> int:
        return len(self._guests)

    @property
    def counts(self) -> tuple[int, ...]:
        """Votes by option of the paper; none while no vote is open."""
        if self.paper is None:
            return ()
        counts = [0] * len(self.paper.options)
        for place in self._votes.values():
            counts[place] += 1
        return tuple(counts)

    def open(self, paper: BallotPaper) -> None:
        """Begin a vote; one of the same number goes on."""
        if self.paper is None or self.paper.number != paper.number:
            self._votes.clear()
        self.paper = paper

    def close(self) -> None:
        """End the vote."""
        self.paper = None
        self._votes.clear()

    def knows(self, token: str) -> bool:
        return token in self._guests

    def vote_of(self, token: str) -> int | None:
        return self._votes.get(token)

    def admit(self, code: str, source: str, now: float) -> Admitted | Refused:
        """Let a phone in if the code is right; `source` is where it comes from, `now` in seconds."""
        wait = self._wait(source, now)
        if wait > 0:
            return Refused(max(1, round(wait)))
        if not hmac.compare_digest(code.encode(), self._code.encode()):
            self._note_wrong(source, now)
            return Refused()
        if len(self._guests) >= MOST_GUESTS:
            return Refused(round(_LONGEST_WAIT))
        token = self._token()
        self._guests.add(token)
        return Admitted(token)

    def vote(self, token: str, number: int, place: int) -> bool:
        """Vote, or change the vote; return whether it counts. The same vote again changes nothing."""
        paper = self.paper
        if paper is None or paper.number != number or token not in self._guests:
            return False
        if not 0 <= place < len(paper.options):
            return False
        self._votes[token] = place
        return True

    def _wait(self, source: str, now: float) -> float:
        """Return the seconds for which nothing is tried from a source."""
        while self._lately and now - self._lately[0] >= _MINUTE:
            self._lately.popleft()
        everybody = _MINUTE - (now - self._lately[0]) if len(self._lately) >= _MOST_WRONG_A_MINUTE else 0.0
        tries, last = self._wrong.get(source, (0, now))
        own = 0.0 if tries < _FREE_TRIES else min(2.0 ** (tries - _FREE_TRIES + 1), _LONGEST_WAIT)
        return max(everybody, own - (now - last))

    def _note_wrong(self, source: str, now: float) -> None:
        tries, _ = self._wrong.pop(source, (0, now))
        self._wrong[source] = (tries + 1, now)
        if len(self._wrong) > _MOST_SOURCES:
            del self._wrong[next(iter(self._wrong))]
        self._lately.append(now)
