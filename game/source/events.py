"""What the two parsers of PyYAML have in common: events with marks, and texts that they cannot read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Protocol

import yaml
from yaml.events import Event

Events = Callable[[str], Iterator[Event]]


class Mark(Protocol):
    """A place of the parsers: all three count from 0, in characters."""

    index: int
    line: int
    column: int


def marks(event: Event) -> tuple[Mark, Mark]:
    """Return where an event begins and ends; only events made by hand have no marks."""
    start, end = event.start_mark, event.end_mark
    assert start is not None
    assert end is not None
    return start, end


class Unreadable(Exception):  # noqa: N818  the state of the text, not of the program
    """The text is not YAML: where the parser gave up, and in which words."""

    def __init__(self, context: str, context_index: int, problem: str, index: int) -> None:
        super().__init__(context, context_index, problem, index)
        self.context = context
        self.context_index = context_index
        self.problem = problem
        self.index = index


def unreadable(error: yaml.MarkedYAMLError) -> Unreadable:
    """Return why and where a parser gave up."""
    index = error.problem_mark.index if error.problem_mark is not None else 0
    start = error.context_mark.index if error.context_mark is not None else index
    return Unreadable(error.context or "", start, error.problem or "", index)
