from __future__ import annotations

from collections.abc import Callable

from game.scenario.text import Citation, Emphasis, Link, Plural, Text, Value, Words
from game.view.lexicon import Lexicon
from game.view.line import Run, RunStyle
from game.view.printing import line, paragraphs, plain, told, value_words

Write = Callable[..., Text]


def test_values_stand_in_their_words_and_bare_ones_as_numbers(lexicon_at_sea: Lexicon, write: Write) -> None:
    text = write((Words("It is "), Value("tension", is_bare=False), Value("tension", is_bare=True)))
    assert paragraphs(lexicon_at_sea, text, {"tension": 7}.__getitem__) == (
        (Run("It is "), Run("uneasy", RunStyle.VALUE), Run("7", RunStyle.VALUE)),
    )


def test_the_highest_level_not_above_the_value_gives_the_word(lexicon_at_sea: Lexicon) -> None:
    assert [value_words(lexicon_at_sea, "tension", each) for each in (0, 2, 3, 8, 9, 10)] == [
        "calm",
        "calm",
        "uneasy",
        "uneasy",
        "at the brink",
        "at the brink",
    ]


def test_choices_answers_and_facts_have_words_too(lexicon_at_sea: Lexicon) -> None:
    words = [
        value_words(lexicon_at_sea, name, value)
        for name, value in (
            ("defcon", 1),
            ("chosen.line", 1),
            ("chosen.line", 2),
            ("phase", 1),
            ("time", 0),
            ("seen.ships", 1),
            ("estimate.fear", 6),
            ("day", 3),
        )
    ]
    assert words == ["2", "Sink them", "none", "Storm", "running", "yes", "6", "3"]


def test_a_plural_takes_the_form_of_its_number(lexicon_at_sea: Lexicon, write: Write) -> None:
    text = write((Plural("fear", ("one ship", "# ships")),))
    printed = [plain(line(lexicon_at_sea, text, {"fear": number}.__getitem__)) for number in (1, 3)]
    assert printed == ["one ship", "3 ships"]


def test_links_have_the_name_of_their_thing_or_their_own_words(lexicon_at_sea: Lexicon, write: Write) -> None:
    text = write((Link("them", None), Link("port", None), Link("port", "the quay")))
    assert line(lexicon_at_sea, text, told(())) == (
        Run("The Premier", RunStyle.LINK, "them"),
        Run("The port", RunStyle.LINK, "port"),
        Run("the quay", RunStyle.LINK, "port"),
    )


def test_a_citation_prints_the_number_of_its_source_and_opens_its_card(
    lexicon_at_sea: Lexicon, write: Write
) -> None:
    text = write((Citation("log", "page 7"), Citation("book", None)))
    assert line(lexicon_at_sea, text, told(())) == (
        Run("[2]", RunStyle.CITE, "log page 7"),
        Run("[1]", RunStyle.CITE, "book"),
    )


def test_emphasis_holds_values(lexicon_at_sea: Lexicon, write: Write) -> None:
    text = write((Emphasis((Words("Grozny "),)), Words("turns\n  away ")))
    assert line(lexicon_at_sea, text, told(())) == (
        Run("Grozny ", RunStyle.ITALIC),
        Run("turns away"),
    )
