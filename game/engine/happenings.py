"""What a step reports: ids and printed values, never words, so that the language can change later.

Animation, journal, transcript, report and belief are folds over these. `values` are the values
that a text prints, by name, as they were when it was told. An `address` is the site of a block:
`ships`, `first_response.air_strike`, `ships.ships_test`.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

Values = tuple[tuple[str, int], ...]


class MomentBegan(NamedTuple):
    """The clock came to a moment, in minutes since the start of the game."""

    minute: int


class VariableMoved(NamedTuple):
    """A variable or belief took another value; `cause` is the address of the block that did it."""

    name: str
    before: int
    after: int
    cause: str


class FlagSwitched(NamedTuple):
    """A flag was switched on (1) or off (0)."""

    flag: str
    value: int
    cause: str


class Told(NamedTuple):
    """The text of a block was told to the player."""

    address: str
    values: Values


class Cued(NamedTuple):
    """A sound or picture of a block was given."""

    kind: Literal["sound", "picture"]
    address: str


class MapChanged(NamedTuple):
    """A thing of the map was shown, hidden, or moved to a place or route (`target`)."""

    kind: Literal["show", "hide", "move"]
    id: str
    target: str | None


class EventBegan(NamedTuple):
    """An event began; its title is announced unless it is quiet."""

    event: str
    values: Values


class PhaseEntered(NamedTuple):
    """A chapter began."""

    phase: str
    values: Values


class ReportGiven(NamedTuple):
    """A report came; its text follows as `Told`, after its estimates are drawn."""

    report: str
    values: Values


class LetterArrived(NamedTuple):
    """A letter arrived; `values` are those printed in its text, subject and points."""

    letter: str
    values: Values


class ResponseCame(NamedTuple):
    """A response came due and its condition held."""

    response: str


class Queued(NamedTuple):
    """A letter, response or event was put off until a minute since the start; now is possible."""

    kind: Literal["letter", "response", "event"]
    id: str
    minute: int


class DecisionOpened(NamedTuple):
    """A decision opened; `deadline` is a minute since the start, or None."""

    decision: str
    deadline: int | None
    values: Values


class OptionChosen(NamedTuple):
    """A decision was answered by the player, or `is_late` by its deadline."""

    decision: str
    option: str
    is_late: bool


class DecisionLapsed(NamedTuple):
    """A decision was still open when time was over."""

    decision: str


class Waited(NamedTuple):
    """The player chose to wait."""


class ChanceTaken(NamedTuple):
    """A chance went one way. `total` is the sum of weights; `is_forced` if nothing was drawn.

    It is told of every chance among outcomes, and of starts, spreads and estimates of at least two
    values. It comes before anything that the outcome does. A start moves no variable beside it.
    """

    site: str
    result: str
    weight: int
    total: int
    is_forced: bool


class TimeOver(NamedTuple):
    """The clock came to its end."""


class GameEnded(NamedTuple):
    """The game is over: an ending's id, or `unfinished` with the decision that left no way on."""

    ending: str
    dead_end: str | None


Happening = (
    MomentBegan
    | VariableMoved
    | FlagSwitched
    | Told
    | Cued
    | MapChanged
    | EventBegan
    | PhaseEntered
    | ReportGiven
    | LetterArrived
    | ResponseCame
    | Queued
    | DecisionOpened
    | OptionChosen
    | DecisionLapsed
    | Waited
    | ChanceTaken
    | TimeOver
    | GameEnded
)
