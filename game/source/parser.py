"""YAML text into PyYAML's events, by libyaml where it is there."""

from __future__ import annotations

from collections.abc import Iterator

import yaml
from yaml.events import Event

from game.source.events import unreadable


def _libyaml_events(text: str) -> Iterator[Event]:
    """Yield the events of a text as libyaml sees them; raise Unreadable."""
    from yaml._yaml import CParser  # noqa: PLC0415 - not every PyYAML has it

    try:
        yield from iter(CParser(text).get_event, None)
    except yaml.MarkedYAMLError as error:
        raise unreadable(error) from error


def fast_events(text: str) -> Iterator[Event]:
    """Return the events of a text by the fastest parser that there is; they raise Unreadable."""
    if yaml.__with_libyaml__:
        return _libyaml_events(text)
    from game.source.plain import plain_events  # noqa: PLC0415 - only where there is no libyaml

    return plain_events(text)
