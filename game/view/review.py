"""The after-action report as values: what happened, against the record, and how much of it was luck.

Window, terminal and printed page are made of these. All words are ready; numbers that a chart needs
are plain numbers, and nothing knows how wide a page is.
"""

from __future__ import annotations

from typing import Literal

from game.frozen import Frozen, NamedTuple
from game.view.debrief import FactLine, Note, RecordRow
from game.view.line import Line
from game.view.sheet import Mark


class CauseLine(NamedTuple):
    """A link of the chain that led to the ending.

    `words` say what it was, `odds` how likely it was at that moment, `moved` what it changed that
    mattered later; `place` is where the scenario says so, `file:line`.
    """

    kind: Literal["choice", "roll", "entry", "rule"]
    kind_words: str
    moment: str
    words: str
    odds: str
    moved: tuple[str, ...]
    place: str


class OptionLine(NamedTuple):
    """An option of a question: the player's, that of the record, or neither; some were not on offer."""

    label: str
    is_own: bool
    is_record: bool
    was_offered: bool


class RecordLine(NamedTuple):
    """What the record says of a question, with who stands behind it."""

    moment: str
    words: Line
    mark: Mark | None


class Step(NamedTuple):
    """A question that was answered, beside the record.

    `number` counts them from 1; `choices` is how many commands had been given before. `is_same` says
    whether the record has the same answer, None where it says nothing; `verdict` says so in words.
    """

    number: int
    choices: int
    minute: int
    moment: str
    date: str
    title: str
    chosen: str
    is_late: bool
    options: tuple[OptionLine, ...]
    is_same: bool | None
    verdict: str
    record: tuple[RecordLine, ...]


class EndLine(NamedTuple):
    """An ending at the end of the branches."""

    label: str
    is_own: bool
    is_record: bool


class Branches(NamedTuple):
    """The road through the questions: a column each, the endings last. `has_record` if history has a road."""

    steps: tuple[Step, ...]
    ends: tuple[EndLine, ...]
    date: str
    has_record: bool


class Truth(NamedTuple):
    """Something hidden. `course` is its value, or both where the game moved it; `odds` if it was drawn."""

    label: str
    about: str
    course: str
    odds: str


class SourceLine(NamedTuple):
    """A source with the places in it that the game cites."""

    number: int
    title: str
    lines: tuple[str, ...]
    locators: tuple[str, ...]


class Amount(NamedTuple):
    """A risk, or a part of one, in worlds of a hundred: as a number and as it is printed."""

    value: float
    words: str


class LedgerRow(NamedTuple):
    """A choice with its share of the risk and that of the luck after it.

    `step` is the number of the question that it answered, None for a wait and for the luck before the
    first choice. `unknown` stands in no sum. `rolls` are the draws after the choice with their odds.
    """

    step: int | None
    choices: int
    moment: str
    date: str
    words: str
    before: Amount
    chosen: Amount
    after: Amount
    decision: Amount
    luck: Amount
    unknown: Amount
    sentence: str
    unknown_sentence: str
    rolls: tuple[str, ...]


class Part(NamedTuple):
    """A part of the report: its id, its title, and a word for it where there is little room."""

    id: str
    title: str
    tab: str


class LedgerTable(NamedTuple):
    """The ledger: in a sentence or two, in a sum, and row by row.

    `start + choices + luck` is `result`; `labels` name the four. `told` is what to say first, `sum` how
    it adds up, `notes` how it is to be read. `lost` of a hundred do not come through, of which the
    greatest choice took `taken`; both are 0 where no hundred can say it. `heads` are those of the columns
    of a table: the choice, the risk before, what the choice did, what luck did, the risk after, what
    could not be known.
    """

    told: tuple[str, ...]
    sum: str
    start: Amount
    choices: Amount
    luck: Amount
    result: Amount
    rows: tuple[LedgerRow, ...]
    notes: tuple[str, ...]
    lost: int
    taken: int
    labels: tuple[str, ...]
    heads: tuple[str, ...]


class Spot(NamedTuple):
    """A point of a line: the minute of the game, and the risk in worlds of a hundred."""

    minute: int
    risk: float


class Marker(NamedTuple):
    """A numbered step on the player's line; `weight` is how much it moved."""

    number: int
    spot: Spot
    weight: float


class Tick(NamedTuple):
    """A day: its number of the month at noon, and the month where it begins or is the first."""

    minute: int
    day: str
    month: str


class RiskCurve(NamedTuple):
    """The risk over time: the player's line, that of the record or nothing, the steps, the days."""

    title: str
    note: str
    own_words: str
    record_words: str
    own: tuple[Spot, ...]
    record: tuple[Spot, ...]
    markers: tuple[Marker, ...]
    ticks: tuple[Tick, ...]
    length: int


class TrackLine(NamedTuple):
    """What an adviser took the risk of an option to be, beside that of all that the player could know."""

    moment: str
    question: str
    stance: str
    likelihood: str
    known: str
    worlds: str
    verdict: Literal["same", "less", "more"]
    verdict_words: str


class TrackRecord(NamedTuple):
    """An adviser with all that he said of the risk, and how often it was as the model has it."""

    name: str
    role: str
    portrait: tuple[tuple[str, str], ...]
    summary: str
    lines: tuple[TrackLine, ...]


class Reckoned(Frozen):
    """What can only be said with a solution."""

    ledger: LedgerTable
    curve: RiskCurve
    advisers: tuple[TrackRecord, ...]


class Review(Frozen):
    """The after-action report of a game that is over.

    `reckoned` is None while the odds are not worked out, or where no ending is a catastrophe;
    `pending` then says which. `estimates` are those that were published. `numbers` has the number of
    each source by its id, with which ids of cards begin. `code` is the short code of the game, empty where
    it has none. `terms` says under which rule of its own the game was played, empty where there is none.
    """

    title: str
    about: str
    parts: tuple[Part, ...]
    scenario: str
    setup: str
    terms: str
    date: str
    ending: Line
    ending_text: tuple[Line, ...]
    facts: tuple[FactLine, ...]
    causes: tuple[CauseLine, ...]
    further: str
    branches: Branches
    record: tuple[RecordRow, ...]
    truths: tuple[Truth, ...]
    notes: tuple[Note, ...]
    estimates: tuple[Note, ...]
    sources: tuple[SourceLine, ...]
    numbers: tuple[tuple[str, int], ...]
    reckoned: Reckoned | None
    pending: str
    code: str = ""
