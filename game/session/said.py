"""What a run and the store have to say to a player, before it is put into words."""

from __future__ import annotations

from collections.abc import Mapping

from game.frozen import NamedTuple


class Said(NamedTuple):
    """A sentence by its key in the table of the program's words, and what stands in its braces."""

    key: str
    given: Mapping[str, str | Said]

    def in_words(self, words: Mapping[str, str]) -> str:
        """Return the sentence in the language of a table of words, with those that stand within it."""
        given = {
            name: each.in_words(words) if isinstance(each, Said) else each
            for name, each in self.given.items()
        }
        return words[self.key].format(**given)
