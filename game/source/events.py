"""YAML text into PyYAML's events, by libyaml where it is there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Protocol

import yaml
from yaml.events import Event, ScalarEvent
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner

_SURROGATE = re.compile("[\ud800-\udfff]")
_ESCAPE = re.compile(r"\\(?:u(.{4})|U(.{8})|.)", re.DOTALL)

# Within { } and [ ] PyYAML's own parser ends an unquoted text at any question mark, libyaml does
# not: `{ title: Cuba for Turkey? }`. So another sign stands for it while that parser reads.
_INNER_QUESTION = re.compile(r"""(?<=[^\s"'\[\]{},:?-])( *)(\?+)""")

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


class _PlainParser(Reader, Scanner, Parser):
    """PyYAML's own parser: the same events as those of libyaml, at a tenth of the speed."""

    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)


def plain_events(text: str) -> Iterator[Event]:
    """Yield the events of a text as PyYAML's own parser sees them; raise Unreadable."""
    try:
        sign = next((each for each in map(chr, range(0xE000, 0xF900)) if each not in text), "?")
        parser = _PlainParser(_INNER_QUESTION.sub(lambda found: found[1] + sign * len(found[2]), text))
        for event in iter(parser.get_event, None):
            if isinstance(event, ScalarEvent):
                event.value = event.value.replace(sign, "?")
                _check_escapes(text, event)
            yield event
    except yaml.MarkedYAMLError as error:
        raise _unreadable(error) from error
    except (ValueError, OverflowError) as error:
        # PyYAML's own parser does not check that \U names a character.
        raise Unreadable(
            "", parser.index, "found invalid Unicode character escape code", parser.index
        ) from error


def _check_escapes(text: str, event: ScalarEvent) -> None:
    """Raise Unreadable for an escaped half of a pair of surrogates, as libyaml does."""
    if event.style != '"' or _SURROGATE.search(event.value) is None:
        return
    start, end = marks(event)
    for escape in _ESCAPE.finditer(text, start.index, end.index):
        number = escape.group(1) or escape.group(2)
        if number and 0xD800 <= int(number, 16) <= 0xDFFF:
            index = escape.start() + 2
            raise Unreadable("", start.index, "found invalid Unicode character escape code", index)


def _unreadable(error: yaml.MarkedYAMLError) -> Unreadable:
    index = error.problem_mark.index if error.problem_mark is not None else 0
    start = error.context_mark.index if error.context_mark is not None else index
    return Unreadable(error.context or "", start, error.problem or "", index)


if yaml.__with_libyaml__:
    from yaml.cyaml import CParser  # type: ignore[attr-defined]  # the stubs leave it out

    def fast_events(text: str) -> Iterator[Event]:
        """Yield the events of a text as libyaml sees them; raise Unreadable."""
        try:
            yield from iter(CParser(text).get_event, None)
        except yaml.MarkedYAMLError as error:
            raise _unreadable(error) from error

else:
    fast_events = plain_events

events: Events = fast_events
