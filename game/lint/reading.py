"""How long a text takes to read, and at which school grade it can be read."""

from __future__ import annotations

import re
from collections.abc import Iterable

from game.frozen import NamedTuple

WORDS_A_MINUTE = 180

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SENTENCE = re.compile(r"[.!?]+(?=\s|$)")
_VOWELS = re.compile(r"[aeiouy]+")
_SIGNS = re.compile(r"\[@[^\]]*\]|[{}<>*|#]")


class Size(NamedTuple):
    """Words, sentences and syllables of texts."""

    words: int
    sentences: int
    syllables: int

    @property
    def minutes(self) -> int:
        """Return how long it takes to read, at 180 words a minute, rounded up."""
        return -(-self.words // WORDS_A_MINUTE)

    @property
    def grade(self) -> float:
        """Return the school grade of Flesch and Kincaid (1975), which is made for English."""
        if not self.words:
            return 0.0
        return 0.39 * self.words / self.sentences + 11.8 * self.syllables / self.words - 15.59


def size(texts: Iterable[str]) -> Size:
    """Return the size of some texts together, markup left out.

    >>> size(["The boat turns away. Nobody knows why."])
    Size(words=7, sentences=2, syllables=10)
    """
    words = sentences = syllables = 0
    for text in texts:
        plain = _SIGNS.sub(" ", text)
        found = _WORD.findall(plain)
        words += len(found)
        syllables += sum(map(_syllables, found))
        sentences += max(1, len(_SENTENCE.findall(plain))) if found else 0
    return Size(words, sentences, syllables)


def _syllables(word: str) -> int:
    """Return about how many syllables an English word has: groups of vowels, a silent e left out."""
    folded = word.lower()
    count = len(_VOWELS.findall(folded))
    is_silent = folded.endswith("e") and not folded.endswith("le") and count > 1
    return max(1, count - is_silent)
