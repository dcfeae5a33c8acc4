"""The program's own words in another language: a catalogue laid over a table of words."""

from __future__ import annotations

from collections.abc import Iterator
from string import Formatter

from game.diagnostics.diagnostic import Diagnostic
from game.scenario.catalogue import Catalogue, Key, Message, by_key
from game.scenario.faults import UNREADABLE
from game.scenario.translating import UNTRANSLATED, absent
from game.view.counting import PLURALS, form_keys, rule_of
from game.view.graph_words import GRAPH
from game.view.lesson_words import LESSON
from game.view.print_words import PRINT
from game.view.window_words import WINDOW
from game.view.words import ENGLISH, Words

PROGRAM: Words = {**ENGLISH, **WINDOW, **PRINT, **LESSON, **GRAPH}
"""All of the program's own words: of the terminal, of the window, and of printed pages."""


def word_messages(table: Words) -> tuple[Message, ...]:
    """Return the messages of a table: words by their keys, the forms of a plural as one.

    >>> table = {"prompt": "Number: ", "hour.one": "{n} hour", "hour.other": "{n} hours"}
    >>> [(each.context, each.plural) for each in word_messages(table)]
    [('prompt', None), ('hour', '{n} hours')]
    """
    return tuple(_messages(table))


def _messages(table: Words) -> Iterator[Message]:
    for key, text in table.items():
        thing, _, form = key.rpartition(".")
        if form == "one" and f"{thing}.other" in table:
            yield Message(thing, text, plural=table[f"{thing}.other"])
        elif key != PLURALS and not (form == "other" and f"{thing}.one" in table):
            yield Message(key, text)


def translated_words(table: Words, catalogue: Catalogue) -> Words:
    """Return a table in the language of a catalogue; words that it has not, or not well, stay as they are."""
    found = by_key(catalogue.messages)
    words = {**table, PLURALS: catalogue.plurals.header}
    for message in word_messages(table):
        keys = _keys(message, words)
        had = found.get(Key.of(message.context, message.source))
        holds = had is not None and not had.is_fuzzy and not _faults(message, had, catalogue)
        given = [each.value for each in had.forms] if had is not None and holds else _stay(message, keys)
        words.update(zip(keys, given, strict=True))
    return words


def _keys(message: Message, words: Words) -> tuple[str, ...]:
    return (message.context,) if message.plural is None else form_keys(message.context, rule_of(words))


def _stay(message: Message, keys: tuple[str, ...]) -> list[str]:
    return [message.source if key.endswith(".one") else message.plural or message.source for key in keys]


def word_faults(table: Words, catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Yield what is wrong with a catalogue of the program's own words, at the entry."""
    wanted = {Key.of(each.context, each.source): each for each in word_messages(table)}
    contexts = {each.context for each in wanted.values()}
    for had in catalogue.messages:
        message = wanted.get(Key.of(had.context, had.source))
        if had.context not in contexts:
            yield Diagnostic(UNREADABLE, f"the program has no word `{had.context}`", had.place)
        elif message is None:
            yield Diagnostic(UNTRANSLATED, f"the word `{had.context}` is another now", had.place)
        elif had.is_fuzzy:
            yield Diagnostic(UNTRANSLATED, f"the translation of `{had.context}` is marked fuzzy", had.place)
        else:
            for fault in _faults(message, had, catalogue)[:1]:
                yield Diagnostic(UNTRANSLATED, f"`{had.context}` {fault}", had.forms[0].span)
    told = {each.context for each in catalogue.messages}
    missing = [each.context for each in wanted.values() if each.context not in told]
    if missing:
        yield absent(catalogue, missing)


def _faults(message: Message, had: Message, catalogue: Catalogue) -> list[str]:
    """Return why a translation does not hold; nothing if it does."""
    if not had.is_translated:
        return ["is not translated"]
    wanted = catalogue.plurals.forms if message.plural is not None else 1
    if (had.plural is None) != (message.plural is None) or len(had.forms) != wanted:
        return [f"needs {wanted} plural forms" if message.plural is not None else "has no plural"]
    return [
        "has other names in braces than the text"
        for form in had.forms
        if not _fills(form.value, message.plural or message.source)
    ]


def _fills(text: str, source: str) -> bool:
    """Return whether a translation takes what its text takes; in a plural form the number may be in words."""
    names, wanted = _names(text), _names(source)
    return names is not None and wanted is not None and names | {"n"} == wanted | {"n"}


def _names(text: str) -> frozenset[str] | None:
    """Return the names in braces, or None where the braces do not go together or hold something else."""
    try:
        fields = [(name, form, how) for _, name, form, how in Formatter().parse(text) if name is not None]
    except ValueError:
        return None
    if any(not name.isidentifier() or form or how for name, form, how in fields):
        return None
    return frozenset(name for name, _, _ in fields)
