"""The program's own words in other languages."""

from __future__ import annotations

import pytest

from game.scenario.catalogue import Catalogue
from game.scenario.portable import parse_catalogue
from game.view.counting import counted
from game.view.vocabulary import translated_words, word_faults, word_messages
from game.view.words import ENGLISH
from tests.samples.russian import HOURS, PLURAL_FORMS

RUSSIAN = f'msgid ""\nmsgstr "Plural-Forms: {PLURAL_FORMS}\\n"\n\n{HOURS}'


def catalogue(text: str) -> Catalogue:
    parsed = parse_catalogue(text.encode(), "lang/xx.po")
    assert parsed.diagnostics == ()
    return parsed.catalogue


def test_a_language_with_more_forms_counts_in_them() -> None:
    words = translated_words(ENGLISH, catalogue(RUSSIAN))
    assert [counted(words, "hour", each) for each in (1, 3, 5, 21)] == [
        "1 час",
        "3 часа",
        "5 часов",
        "21 час",
    ]


def test_what_is_not_translated_stays_english_in_every_form() -> None:
    words = translated_words(ENGLISH, catalogue(RUSSIAN))
    assert words["wait"] == ENGLISH["wait"]
    assert [counted(words, "day", each) for each in (1, 3, 5)] == ["1 day", "3 days", "5 days"]


def test_the_words_of_a_table_are_messages_by_their_keys() -> None:
    messages = {each.context: each for each in word_messages(ENGLISH)}
    assert messages["wait"].source == "Wait"
    assert (messages["hour"].source, messages["hour"].plural) == ("{n} hour", "{n} hours")
    assert not {"hour.one", "hour.other", "plural.forms"} & set(messages)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('msgctxt "wait"\nmsgid "Wait"\nmsgstr ""\n', "W713"),
        ('#, fuzzy\nmsgctxt "wait"\nmsgid "Wait"\nmsgstr "Esperar"\n', "W713"),
        ('msgctxt "wait"\nmsgid "Wait on"\nmsgstr "Esperar"\n', "W713"),
        ('msgctxt "line.seed"\nmsgid "seed {seed}"\nmsgstr "semilla"\n', "W713"),
        ('msgctxt "line.seed"\nmsgid "seed {seed}"\nmsgstr "semilla {sed}"\n', "W713"),
        ('msgctxt "line.seed"\nmsgid "seed {seed}"\nmsgstr "semilla {seed:>999999999}"\n', "W713"),
        ('msgctxt "line.seed"\nmsgid "seed {seed}"\nmsgstr "semilla {seed.real}"\n', "W713"),
        ('msgctxt "line.seed"\nmsgid "seed {seed}"\nmsgstr "semilla {seed"\n', "W713"),
        ('msgctxt "hour"\nmsgid "{n} hour"\nmsgstr "{n} hora"\n', "W713"),
        ('msgctxt "wayt"\nmsgid "Wait"\nmsgstr "Esperar"\n', "E116"),
    ],
)
def test_a_word_that_does_not_hold_is_told_and_stays_english(text: str, code: str) -> None:
    found = catalogue(text)
    told = [each for each in word_faults(ENGLISH, found) if each.span.line]
    assert [each.code for each in told] == [code]
    words = translated_words(ENGLISH, found)
    assert {key: words[key] for key in ENGLISH if key != "plural.forms"} == {
        key: text for key, text in ENGLISH.items() if key != "plural.forms"
    }


def test_a_plural_form_may_say_its_number_in_words() -> None:
    hour = 'msgctxt "hour"\nmsgid "{n} hour"\nmsgid_plural "{n} hours"\n'
    found = catalogue(f'{hour}msgstr[0] "una hora"\nmsgstr[1] "{{n}} horas"\n')
    assert [each for each in word_faults(ENGLISH, found) if each.span.line] == []
    assert counted(translated_words(ENGLISH, found), "hour", 1) == "una hora"
