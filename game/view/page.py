"""The Page: all that a front-end may show at one turn of a game. Values only; no pixels, no rules.

Window, terminal, presenter, phones, transcripts and tests hang on it. A choice carries its ready
Command or the reason why not, so that no front-end makes a Command or computes a rule.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Literal, NamedTuple

from game.engine.moves import Command
from game.view.picture import MapPicture


class PageKind(Enum):
    """What a Page is about, in the order in which a game shows them."""

    OPENING = "opening"
    PLAY = "play"
    ENDING = "ending"


class RunStyle(Enum):
    """How a run of words is set."""

    PLAIN = "plain"
    ITALIC = "italic"
    VALUE = "value"
    LINK = "link"
    CITE = "cite"


class Run(NamedTuple):
    """Words of one style. `target` is the codex id of a link, or the id of the card of a citation."""

    words: str
    style: RunStyle = RunStyle.PLAIN
    target: str | None = None


Line = tuple[Run, ...]
"""A paragraph, heading or label: runs in order."""


class Mark(NamedTuple):
    """Who stands behind a statement: `documented`, `inferred` or `invented`, in words, with its cards."""

    evidence: str
    words: str
    because: str | None
    cards: tuple[str, ...]


class Card(NamedTuple):
    """A source card: what a citation or a mark opens."""

    id: str
    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Gauge:
    """A reading of the status strip.

    `value` lies from `low` to `high`; None for a countdown that does not run. `change` is the move since
    the last choice. `steps` are the words of a ladder, from its first value to its last.
    """

    id: str
    label: str
    style: Literal["meter", "words", "number", "ladder", "countdown"]
    words: str
    value: int | None
    low: int
    high: int
    change: int = 0
    steps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A paper: the question, a report, a letter, the opening, an ending."""

    id: str
    kind: Literal["opening", "decision", "report", "letter", "event", "ending"]
    title: Line
    moment: str
    from_: str | None = None
    paragraphs: tuple[Line, ...] = ()
    points: tuple[tuple[str, Line], ...] = ()
    unknown: tuple[Line, ...] = ()
    confidence: str | None = None
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """One thing that was told since the player last chose, in order.

    `kind` is what it is; `heading` its title or None; a value that moved has the kind `change`.
    """

    kind: Literal[
        "moment", "text", "event", "phase", "report", "letter", "change", "sound", "picture", "choice", "late"
    ]
    moment: str
    heading: Line | None = None
    paragraphs: tuple[Line, ...] = ()
    sheet: Sheet | None = None
    mark: Mark | None = None
    cue: str | None = None


@dataclass(frozen=True, slots=True)
class Adviser:
    """An adviser with what he says about the question on the table.

    `stance` is the course of the option that he supports: force, hold, talk, or None for undecided.
    `likelihood` is a word of the fixed scale, or None where nobody works out odds.
    """

    id: str
    name: str
    role: str
    portrait: tuple[tuple[str, str], ...]
    stance: Literal["force", "hold", "talk"] | None
    stance_words: str
    supports: str | None = None
    opposes: str | None = None
    likelihood: str | None = None
    says: Line = ()
    for_: tuple[Line, ...] = ()
    against: tuple[Line, ...] = ()
    mark: Mark | None = None
    speaks: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """A card: an option or waiting. `command` is None where it is not on offer; `reason` says why."""

    key: str
    label: Line
    decision: str
    about: Line = ()
    warning: Line = ()
    course: Literal["force", "hold", "talk"] | None = None
    course_words: str = ""
    command: Command | None = None
    reason: Line = ()


@dataclass(frozen=True, slots=True)
class Question:
    """An open decision: its sheet, until when, who speaks to it, its choices."""

    id: str
    sheet: Sheet
    deadline: str | None
    choices: tuple[Choice, ...]
    advisers: tuple[Adviser, ...]


class JournalEntry(NamedTuple):
    """A line of the journal with the sheet it opens, and the number of choices made before it (for rewinding)."""

    moment: str
    words: str
    told: Told
    choices: int


class FactLine(NamedTuple):
    """A line of an ending: what it came to here, and then."""

    label: str
    value: Line
    history: Line


@dataclass(frozen=True, slots=True)
class EndingCard:
    """How the game ended."""

    id: str
    sheet: Sheet
    is_catastrophe: bool
    is_historical: bool
    rank: int | None
    facts: tuple[FactLine, ...]
    cause: str | None = None


class OddsRow(NamedTuple):
    """A choice with the chance of the catastrophe after it, in this model: worlds of a hundred, and the word."""

    key: str
    words: str
    worlds: int


@dataclass(frozen=True, slots=True)
class Page:
    """One turn of a game, whole."""

    kind: PageKind
    scenario: str
    title: str
    setup: str
    seed: int
    heading: Line
    moment: str
    date_words: str
    time_words: str
    day: tuple[int, int]
    phase: Line
    status: tuple[Gauge, ...]
    told: tuple[Told, ...]
    sheets: tuple[Sheet, ...]
    questions: tuple[Question, ...]
    wait: Choice | None
    map: MapPicture
    journal: tuple[JournalEntry, ...]
    cards: tuple[Card, ...]
    ending: EndingCard | None = None
    odds: tuple[OddsRow, ...] | None = None

    @property
    def choices(self) -> tuple[Choice, ...]:
        """Return the choices of all questions and then waiting, in the order of their keys."""
        listed = tuple(choice for question in self.questions for choice in question.choices)
        return (*listed, self.wait) if self.wait is not None else listed
