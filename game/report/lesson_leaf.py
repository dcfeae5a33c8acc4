"""What a hand-out is made of: leaves of blocks, before they become HTML or Markdown."""

from __future__ import annotations

from enum import Enum

from game.frozen import NamedTuple
from game.view.line import Line


class Edition(Enum):
    """For whom a leaf is; the value is the folder. Nothing in the pupils' folder says how it ends."""

    PUPILS = "pupils"
    TEACHER = "teacher"


class Heading(NamedTuple):
    """A heading within a leaf; `begins_page` puts it on a new one."""

    words: str
    begins_page: bool = False


class Paragraphs(NamedTuple):
    lines: tuple[Line, ...]


class Note(NamedTuple):
    """A remark in small type: what to do with the page."""

    line: Line


class Points(NamedTuple):
    """A list; below each point lie so many `rules` to write on."""

    lines: tuple[Line, ...]
    rules: int = 0
    is_numbered: bool = False


class Grid(NamedTuple):
    """A table; `shares` are the widths of its columns in hundredths.

    `is_tall` leaves room to write, `is_close` takes as little as it can.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Line, ...], ...]
    shares: tuple[int, ...]
    is_tall: bool = False
    is_close: bool = False


class Paper(NamedTuple):
    """A source: its letter, what it is, and what is written on it. `origin` says who stands behind it."""

    letter: str
    title: Line
    facts: str
    paragraphs: tuple[Line, ...]
    points: tuple[tuple[str, Line], ...]
    unknown: tuple[Line, ...]
    origin: str


class RoleCard(NamedTuple):
    """An adviser to be played, with his position on the question `on`."""

    name: str
    role: Line
    about: Line
    on: Line
    stance: str
    says: Line
    for_: tuple[Line, ...]
    against: tuple[Line, ...]


class Cards(NamedTuple):
    """Cards to be cut out, two beside each other."""

    cards: tuple[RoleCard, ...]


class Tickets(NamedTuple):
    """The same questions to be answered on slips, `copies` of them below each other on a page."""

    title: str
    questions: tuple[Line, ...]
    copies: int = 2


Block = Heading | Paragraphs | Note | Points | Grid | Paper | Cards | Tickets


class Leaf(NamedTuple):
    """A hand-out: the name of its file, its title, a line above it, and its blocks in order."""

    edition: Edition
    name: str
    title: Line
    above: str
    blocks: tuple[Block, ...]
