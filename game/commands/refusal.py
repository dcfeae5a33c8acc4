"""Exit statuses, and the refusal that ends a command with a sentence."""

from __future__ import annotations

from enum import IntEnum


class Status(IntEnum):
    """What a process says when it ends (section 15.2)."""

    CLEAN = 0
    FAULTS = 1
    USAGE = 2
    BUG = 3
    INTERRUPTED = 130
    PIPE_CLOSED = 141


class RefusedError(Exception):
    """A command cannot be carried out, and no bug of ours is the reason: one sentence and a status."""

    def __init__(self, sentence: str, status: Status = Status.USAGE) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.status = status
