"""What the program and the process of the page for phones say to each other."""

from __future__ import annotations

from game.classroom.booth import BallotPaper
from game.frozen import NamedTuple
from game.view.words import Words


class Opening(NamedTuple):
    """What the process begins with."""

    address: str
    code: str
    words: Words
    language: str


class Opened(NamedTuple):
    """The page is there, at a port; or it cannot be, and `fault` says why."""

    port: int
    fault: str = ""


class Counted(NamedTuple):
    """The votes of the ballot of a number, and how many phones have come; no ballot has the number 0."""

    number: int
    counts: tuple[int, ...]
    guests: int


Order = BallotPaper | None
"""What the program says: a vote begins, or it ends."""
Report = Opened | Counted
