"""What the store has to say to a player, before it is put into words."""

from __future__ import annotations

from collections.abc import Mapping

from game.frozen import NamedTuple


class Said(NamedTuple):
    """A sentence by its key in the table of the program's words, and what stands in its braces."""

    key: str
    given: Mapping[str, str]

    def in_words(self, words: Mapping[str, str]) -> str:
        """Return the sentence in the language of a table of words."""
        return words[self.key].format(**self.given)
