"""A state of the reference interpreter, and the tasks of its agenda, both plain values."""

from __future__ import annotations

from enum import Enum
from typing import Literal, NamedTuple


class Act(Enum):
    """What a task of the agenda is."""

    START = "draw the start of a variable"
    BEGIN = "begin the moment"
    LETTER = "a letter arrives"
    REPORT = "a report comes at its moment"
    EVENT = "an event's turn has come"
    RESPONSE = "a response is due"
    LATE = "a deadline passes"
    BLOCK = "carry out a field of a block and then those after it"
    GIVE = "give a report at once"
    ESTIMATE = "draw an error of a report"
    FORGET = "forget the estimates"
    SEND = "send a letter"
    LAUNCH = "start an event at once"
    DELAY = "put an event off"
    CHANCE = "one of its outcomes happens"
    REPLY = "queue a response"
    REPLIES = "queue the responses to a cause"
    ENDINGS = "look at the endings"


class Task(NamedTuple):
    """An act on the thing called `name`; `part` is a field of a block, or a variable of a report."""

    act: Act
    name: str = ""
    part: int = 0


class Due(NamedTuple):
    """Something of the queue: a letter, response or event, and the minute when it is due."""

    kind: Literal["letter", "response", "event"]
    id: str
    minute: int


class State(NamedTuple):
    """All that section 9.1 lists; equal games are equal states.

    The mappings are tuples of pairs and the sets are sorted, so that a state can be hashed.
    `begins` is the minute at which this game began. `offer` is what was on offer when the player
    chose to wait, None while he does not; `resting` are the decisions that repeat whose answer
    lies in the present step.
    """

    minute: int
    begins: int
    is_over: bool
    values: tuple[tuple[str, int], ...]
    flags: tuple[str, ...]
    phase: int
    seen: tuple[str, ...]
    chosen: tuple[tuple[str, str], ...]
    opened: tuple[tuple[str, int], ...]
    resting: tuple[str, ...]
    armed: tuple[str, ...]
    queue: tuple[Due, ...]
    agenda: tuple[Task, ...]
    offer: tuple[tuple[str, str], ...] | None
    is_halted: bool
    estimates: tuple[tuple[str, int], ...]
    ending: str | None
