"""What a Page tells after the end: how it ended, the record beside the game, the notes."""

from __future__ import annotations

from typing import Literal

from game.frozen import Frozen, NamedTuple
from game.view.line import Line
from game.view.sheet import Cue, Mark, Sheet


class FactLine(NamedTuple):
    """A line of an ending: what it came to here, and then."""

    label: str
    value: Line
    history: Line


class EndingCard(Frozen):
    """How the game ended. `cause` is the last choice and the last draw after it, in words."""

    id: str
    sheet: Sheet
    is_catastrophe: bool
    is_historical: bool
    rank: int | None
    facts: tuple[FactLine, ...]
    cause: str | None = None
    sound: Cue | None = None


class RecordRow(NamedTuple):
    """A row of the record beside the run.

    `verdict` is None where nothing in the game stands for the row; `here` is the moment when it came
    in this game. `is_departure` marks the first row of the record that never came.
    """

    id: str
    moment: str
    words: Line
    verdict: Literal["same", "earlier", "later", "never"] | None
    verdict_words: str
    here: str | None
    mark: Mark | None
    is_departure: bool = False


class Note(NamedTuple):
    """A note told after the end."""

    id: str
    paragraphs: tuple[Line, ...]
    mark: Mark | None


class Debrief(Frozen):
    """What is told after the end: the notes that hold, and the record beside the run."""

    notes: tuple[Note, ...]
    record: tuple[RecordRow, ...]
