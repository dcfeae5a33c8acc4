"""YAML text into PyYAML's events by its own parser, where there is no libyaml."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml
from yaml.events import Event, ScalarEvent
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner

from game.source.events import Unreadable, marks, unreadable

_SURROGATE = re.compile("[\ud800-\udfff]")
_ESCAPE = re.compile(r"\\(?:u(.{4})|U(.{8})|.)", re.DOTALL)

# Within { } and [ ] PyYAML's own parser ends an unquoted text at any question mark, libyaml does
# not: `{ title: Cuba for Turkey? }`. So another sign stands for it while that parser reads.
_INNER_QUESTION = re.compile(r"""(?<=[^\s"'\[\]{},:?-])( *)(\?+)""")


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
        raise unreadable(error) from error
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
