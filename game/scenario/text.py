"""Text of a scenario: paragraphs of pieces, as section 8 of the language defines its markup."""

from __future__ import annotations

from game.diagnostics.diagnostic import Span
from game.frozen import Frozen, NamedTuple, aside
from game.scenario.plurals import TWO_FORMS, PluralRule


class Words(NamedTuple):
    """Plain words."""

    words: str


class Emphasis(NamedTuple):
    """Words in italics; it holds no other emphasis."""

    pieces: tuple[Piece, ...]


class Value(NamedTuple):
    """The printed value of a name: in its words, or with `is_bare` as a number."""

    name: str
    is_bare: bool


class Plural(NamedTuple):
    """The form that the number of a name asks for; `#` in a form is the number itself."""

    name: str
    forms: tuple[str, ...]
    rule: PluralRule = TWO_FORMS


class Link(NamedTuple):
    """A link to a person, place or codex entry, with its own words or None for the name of the thing."""

    id: str
    words: str | None


class Citation(NamedTuple):
    """A mark that opens the card of a source."""

    source: str
    locator: str | None


Piece = Words | Emphasis | Value | Plural | Link | Citation


class Text(Frozen):
    """A text as written and as paragraphs of pieces.

    `names` are the names whose values it prints, each once, in order; `estimate.x` is one.
    """

    written: str
    paragraphs: tuple[tuple[Piece, ...], ...]
    names: tuple[str, ...] = ()
    span: Span = aside(default=Span.whole(""))
