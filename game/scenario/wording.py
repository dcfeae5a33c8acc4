"""Texts that can stand in another language: where they are found, and what stands in their place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from game.diagnostics.diagnostic import Diagnostic
from game.frozen import NamedTuple, replace
from game.scenario.catalogue import Catalogue, Key, Message, by_key
from game.scenario.markup import paragraph_words
from game.scenario.markup import text as marked_up
from game.scenario.plurals import PluralRule
from game.scenario.text import Citation, Emphasis, Link, Piece, Text
from game.scenario.textscope import TextScope
from game.source.tree import Scalar


class Wording(NamedTuple):
    """A text of a scenario. `path` is the context of its translations; plain words have no `text`."""

    path: str
    written: Scalar
    scope: TextScope
    text: Text | None

    @property
    def key(self) -> Key:
        return Key.of(self.path, self.written.value)

    @property
    def source(self) -> str:
        """The text as translators see it: a line for each paragraph, a blank line between two."""
        return "\n\n".join(paragraph_words(self.written))

    def read(self, words: Scalar, plurals: PluralRule) -> tuple[Text, tuple[Diagnostic, ...]]:
        """Return other words in its place, with the faults of their markup."""
        return marked_up(words, replace(self.scope, plurals=plurals))


class Translation(NamedTuple):
    """A catalogue ready for looking up."""

    messages: Mapping[Key, Message]
    plurals: PluralRule

    @staticmethod
    def of(catalogue: Catalogue) -> Translation:
        return Translation(by_key(catalogue.messages), catalogue.plurals)

    def words(self, wording: Wording) -> Scalar | None:
        """Return the words that a catalogue has for a text, or None where it has none that hold."""
        message = self.messages.get(wording.key)
        if message is None or message.is_fuzzy or not message.is_translated or message.plural is not None:
            return None
        return message.forms[0]


def translated(wording: Wording, translations: Sequence[Translation]) -> Text | str | None:
    """Return a text in another language, the first that is sound, or None: the source text is shown."""
    for each in translations:
        words = each.words(wording)
        if words is None:
            continue
        if wording.text is None:
            return words.value
        text, faults = wording.read(words, each.plurals)
        if not faults and names(text) == names(wording.text):
            return text
    return None


def names(text: Text) -> frozenset[str]:
    """Return what a text prints, links to and cites."""
    named = {inner for paragraph in text.paragraphs for piece in paragraph for inner in _named(piece)}
    return frozenset(named | {f"{{{name}}}" for name in text.names})


def _named(piece: Piece) -> set[str]:
    match piece:
        case Emphasis(pieces):
            return {name for inner in pieces for name in _named(inner)}
        case Link(target, _):
            return {f"<{target}>"}
        case Citation(source, _):
            return {f"[@{source}]"}
        case _:
            return set()
