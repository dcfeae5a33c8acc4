"""`--lang` for the commands: the words of the program."""

from __future__ import annotations

from game.store.languages import program_catalogue
from game.view.vocabulary import PROGRAM, translated_words
from game.view.words import Words


def words_in(language: str | None) -> Words:
    """Return the program's own words in a language; in English where it has none in that one."""
    parsed = program_catalogue(language) if language is not None else None
    return translated_words(PROGRAM, parsed.catalogue) if parsed is not None else PROGRAM
