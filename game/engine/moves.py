"""What moves a game: a command of the player, or an outcome of chance."""

from __future__ import annotations

from typing import NamedTuple


class Answer(NamedTuple):
    """The player takes an option of an open decision."""

    decision: str
    option: str


class Wait(NamedTuple):
    """The player lets time pass until something halts it."""


Command = Answer | Wait


class ChanceOutcome(NamedTuple):
    """One result that a chance may have at its site; its weight is above 0.

    `result` is an outcome's id, a value of a start, a delay in minutes, or an error of an
    estimate, each as runs and pins write it (`format_result` of the site's kind).
    """

    site: str
    result: str
    weight: int


Move = Command | ChanceOutcome


def format_command(command: Command) -> str:
    """Return the command as a run file writes it: `first_response.quarantine` or `wait`."""
    match command:
        case Answer(decision, option):
            return f"{decision}.{option}"
        case Wait():
            return "wait"
