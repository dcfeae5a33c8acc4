"""Papers of the Page: a sheet, how well it is documented, the cards and entries that it cites."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from game.frozen import Frozen, NamedTuple
from game.view.line import Line

_WORDS_AND_NUMBER = re.compile(r"(\D*)(\d*)")


class Mark(NamedTuple):
    """Who stands behind a statement: `documented`, `inferred` or `invented`, in words, with ids of cards."""

    evidence: str
    words: str
    because: str | None
    cards: tuple[str, ...]


class Card(NamedTuple):
    """A source card: what a citation or a mark opens.

    `id` is the citation as written (`dobbs_2008 27 October`); `number` is that of the source in
    the scenario's list of sources, which is also the number that a citation prints; `locator` is the
    place in the source.
    """

    id: str
    number: int
    title: str
    locator: str | None
    lines: tuple[str, ...]


def locators_of(cards: Iterable[Card]) -> tuple[str, ...]:
    """Return the places in a source, each once, numbers by their size.

    >>> [*locators_of(Card("", 1, "", each, ()) for each in ("p. 100", "p. 3", "p. 30", "p. 3"))]
    ['p. 3', 'p. 30', 'p. 100']
    """
    return tuple(sorted({each.locator for each in cards if each.locator}, key=_by_size))


def _by_size(words: str) -> tuple[tuple[str, int], ...]:
    """Return words as what stands between numbers, each with the number behind it."""
    return tuple((each[1], int(each[2] or 0)) for each in _WORDS_AND_NUMBER.finditer(words))


class CodexCard(NamedTuple):
    """A person, place or codex entry: what a link opens. `kind` is in words, `portrait` of a person only."""

    id: str
    kind: str
    title: Line
    paragraphs: tuple[Line, ...]
    cue: Cue | None
    mark: Mark | None
    portrait: tuple[tuple[str, str], ...] = ()


class Cue(NamedTuple):
    """A sound or picture: a word of the closed list, or the path of an asset after the id of its scenario.

    The caption says what is heard or seen.
    """

    kind: Literal["sound", "picture"]
    name: str
    caption: str
    is_asset: bool


class Sheet(Frozen):
    """A paper: a question, a report, a letter, an event, what a choice brought, the opening, an ending.

    `points` are labelled lines beside a letter; `unknown` is what a report does not know.
    """

    id: str
    kind: Literal["opening", "phase", "decision", "report", "letter", "event", "result", "ending"]
    title: Line
    moment: str
    from_: str | None = None
    paragraphs: tuple[Line, ...] = ()
    points: tuple[tuple[str, Line], ...] = ()
    unknown: tuple[Line, ...] = ()
    confidence: str | None = None
    cue: Cue | None = None
    mark: Mark | None = None
