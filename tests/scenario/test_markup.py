"""The markup of texts: pieces, paragraphs, and faults at their places."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.diagnostics.diagnostic import Diagnostic, Span
from game.scenario.expressions.scope import Scope
from game.scenario.expressions.types import ChoiceType, NumberType, TruthType
from game.scenario.markup import text
from game.scenario.plurals import plurals_of
from game.scenario.text import Citation, Emphasis, Link, Plural, Text, Value, Words
from game.scenario.textscope import TextScope
from game.source.tree import Scalar

NAMES = Scope(
    {
        "tension": NumberType(0, 10),
        "ships": NumberType(0, 25),
        "quarantine": ChoiceType("quarantine", ("none", "in_force")),
        "agreed": TruthType(),
        "khrushchev.fear": NumberType(0, 10),
        "sites_ready": NumberType(0, 6),
        "broken": None,
    }
)
SCOPE = TextScope(
    NAMES,
    links=("lemay", "jupiter"),
    sources=("dobbs_2008", "frus_xi"),
    estimates=("sites_ready",),
    hidden=frozenset({"khrushchev.fear", "sites_ready"}),
)


def scalar(value: str, *, is_plain: bool = False) -> Scalar:
    """Return a scalar whose places are offsets: the column is the offset and 1, the line 1."""
    return Scalar(
        value,
        Span("river/scenario.yaml", 1, 1, 1, len(value) + 1),
        is_plain=is_plain,
        locate=lambda start, end: Span("river/scenario.yaml", 1, start + 1, 1, end + 1),
    )


def read(value: str, names: TextScope = SCOPE) -> Text:
    found, faults = text(scalar(value), names)
    assert faults == ()
    return found


def faults_of(value: str, names: TextScope = SCOPE) -> tuple[Diagnostic, ...]:
    return text(scalar(value), names)[1]


@pytest.mark.parametrize(
    ("value", "pieces"),
    [
        ("The river is calm.", (Words("The river is calm."),)),
        ("The *Grozny* sails.", (Words("The "), Emphasis((Words("Grozny"),)), Words(" sails."))),
        ("{tension}", (Value("tension", is_bare=False),)),
        ("{tension.number} of 10", (Value("tension", is_bare=True), Words(" of 10"))),
        ("{quarantine}", (Value("quarantine", is_bare=False),)),
        ("{ships:one ship|# ships}.", (Plural("ships", ("one ship", "# ships")), Words("."))),
        ("{estimate.sites_ready}", (Value("estimate.sites_ready", is_bare=False),)),
        ("{estimate.sites_ready:one|# sites}", (Plural("estimate.sites_ready", ("one", "# sites")),)),
        ("<lemay>", (Link("lemay", None),)),
        ("<lemay|the General>", (Link("lemay", "the General"),)),
        ("[@dobbs_2008 27 October]", (Citation("dobbs_2008", "27 October"),)),
        ("[@dobbs_2008]", (Citation("dobbs_2008", None),)),
        ("{{ << ** [[@ [ ] } > @", (Words("{ < * [@ [ ] } > @"),)),
        ("{{tension}", (Words("{tension}"),)),
        (
            "*{tension} <lemay>*",
            (Emphasis((Value("tension", is_bare=False), Words(" "), Link("lemay", None))),),
        ),
        ("two\nlines", (Words("two lines"),)),
        ("<lemay|the\n  General>", (Link("lemay", "the General"),)),
    ],
)
def test_markup_becomes_pieces(value: str, pieces: tuple[object, ...]) -> None:
    assert read(value).paragraphs == (pieces,)


def test_a_blank_line_begins_a_paragraph() -> None:
    found = read("One\nline.\n\nTwo {tension}.\n \n\nThree.\n")
    assert found.paragraphs == (
        (Words("One line."),),
        (Words("Two "), Value("tension", is_bare=False), Words(".")),
        (Words("Three."),),
    )
    assert found.written == "One\nline.\n\nTwo {tension}.\n \n\nThree."


def test_a_line_break_of_plain_text_was_a_blank_line() -> None:
    found, _ = text(scalar("One.\nTwo.", is_plain=True), SCOPE)
    assert found.paragraphs == ((Words("One."),), (Words("Two."),))


def folded(value: str, lines: tuple[int, ...], end_line: int) -> Scalar:
    """Return a block text whose characters stand on given lines of the file."""
    return Scalar(
        value,
        Span("river/scenario.yaml", 1, 9, end_line, 1),
        is_plain=False,
        locate=lambda start, end: Span("river/scenario.yaml", lines[start], 1, lines[end - 1], 2),
    )


def test_a_line_break_of_folded_text_was_a_blank_line() -> None:
    found, _ = text(folded("a b\nc\n", (2, 2, 3, 4, 5, 5), 6), SCOPE)
    assert found.paragraphs == ((Words("a b"),), (Words("c"),))


def test_a_line_break_of_a_block_text_is_a_space() -> None:
    found, _ = text(folded("a\nb\n", (2, 2, 3, 3), 4), SCOPE)
    assert found.paragraphs == ((Words("a b"),),)
    found, _ = text(folded("a\nb\n", (2, 2, 3, 3), 7), SCOPE)
    assert found.paragraphs == ((Words("a b"),),)


def test_the_names_of_a_text_stand_once_in_order() -> None:
    assert read("{ships} {tension} {ships.number} {estimate.sites_ready}").names == (
        "ships",
        "tension",
        "estimate.sites_ready",
    )


def test_an_empty_text_has_no_paragraphs() -> None:
    assert read("").paragraphs == ()
    assert read(" \n ").paragraphs == ()


# Each row: text, code, marked part, words of the message, words of the help.
FAULTS = [
    ("The river is {tension, with {ships:one|#}.", "E712", "{tension", "`{` is never closed", "`}`"),
    ("The <lemay is here.", "E712", "<lemay", "`<` is never closed", "`<<`"),
    ("See [@dobbs_2008 27.", "E712", "[@dobbs_2008", "`[@` is never closed", "`[[@`"),
    ("The *Grozny sails.", "E712", "*Grozny", "these italics are never closed", "`**`"),
    ("{tension\n\nis} high", "E712", "{tension", "`{` is never closed", "same paragraph"),
    ("a < b > c", "E712", "< b >", "is no link", "`<<`"),
    ("{Tension}", "E712", "{Tension}", "`{Tension}` names no value", "`{tension}`"),
    ("{}", "E712", "{}", "names no value", "`{{`"),
    ("[@ dobbs_2008]", "E712", "[@ dobbs_2008]", "is no citation", "`[[@`"),
    ("<lemay|>", "E712", "<lemay|>", "is no link", "`<lemay|other words>`"),
    (
        "{ships:# ships}",
        "E712",
        "{ships:# ships}",
        "`ships` has one form here, but the language has 2",
        "one ship",
    ),
    ("{ships:a|b|c}", "E712", "{ships:a|b|c}", "3 forms", "`{ships:one ship|# ships}`"),
    ("{ships:*one*|#}", "E712", "{ships:*one*|#}", "plain words", "around it"),
    ("Tension is {tensio}.", "E301", "tensio", "there is no variable called `tensio`", "`tension`"),
    ("Tension is { tensio }.", "E301", "tensio", "there is no variable called `tensio`", "`tension`"),
    ("{shps:one|#}", "E301", "shps", "there is no variable called `shps`", "`ships`"),
    ("<lemey>", "E301", "lemey", "no person, place or codex entry called `lemey`", "`lemay`"),
    ("<lemey|him>", "E301", "lemey", "called `lemey`", "`lemay`"),
    ("[@dobs_2008 p. 3]", "E301", "dobs_2008", "there is no source called `dobs_2008`", "`dobbs_2008`"),
    (
        "{estimate.ships}",
        "E301",
        "estimate.ships",
        "no report around this text estimates `ships`",
        "within 1",
    ),
    (
        "{estimate.site_ready}",
        "E301",
        "estimate.site_ready",
        "no estimate called `site_ready`",
        "`sites_ready`",
    ),
    ("{khrushchev.fear}", "E711", "khrushchev.fear", "`khrushchev.fear` is hidden", "`facts:`"),
    ("{sites_ready.number}", "E711", "sites_ready.number", "`sites_ready` is hidden", "debrief"),
    ("{quarantine.number}", "E303", "quarantine.number", "`.number` prints a number", "`{quarantine}`"),
    ("{agreed:one|#}", "E303", "agreed", "only a number has plural forms", "`{agreed}`"),
]


@pytest.mark.parametrize(("value", "code", "part", "message", "cure"), FAULTS)
def test_a_fault_of_a_text_is_told_once_at_its_place(
    value: str, code: str, part: str, message: str, cure: str
) -> None:
    (fault,) = faults_of(value)
    assert fault.code == code
    assert value[fault.span.column - 1 : fault.span.end_column - 1] == part
    assert message in fault.message
    assert cure in (fault.help or "")


def test_hidden_values_may_be_printed_where_nothing_is_hidden() -> None:
    assert read("{khrushchev.fear}", TextScope(NAMES)).names == ("khrushchev.fear",)


def test_a_language_has_as_many_plural_forms_as_it_has() -> None:
    assert faults_of("{ships:# fune}", TextScope(NAMES, plurals=plurals_of("ja"))) == ()
    (fault,) = faults_of("{ships:a|b}", TextScope(NAMES, plurals=plurals_of("ru")))
    assert fault.code == "E712"


def test_a_faulty_name_is_not_reported_again() -> None:
    assert faults_of("{broken} {broken:one|#}") == ()


def test_nothing_is_unknown_while_a_file_is_unreadable() -> None:
    scope = TextScope(Scope({}, is_complete=False))
    assert faults_of("{tension} <lemay> [@dobbs_2008] {estimate.x}", scope) == ()


def test_two_faults_of_one_text_are_both_told() -> None:
    assert [each.code for each in faults_of("{tensio} <lemey> [@frus_xi doc. 1] {ships")] == [
        "E301",
        "E301",
        "E712",
    ]


PARTS = [
    "{",
    "}",
    "<",
    ">",
    "*",
    "[@",
    "]",
    "|",
    "tension",
    "ships",
    ":",
    "#",
    " ",
    "\n",
    "\n\n",
    "lemay",
    "{{",
    "é",
    ".",
]


@given(st.text(max_size=60) | st.lists(st.sampled_from(PARTS), max_size=20).map("".join))
def test_any_text_gives_pieces_and_faults_within_it(value: str) -> None:
    found, faults = text(scalar(value), SCOPE)
    assert all(paragraph for paragraph in found.paragraphs)
    for each in faults:
        assert 1 <= each.span.column < each.span.end_column <= len(value) + 1


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc", "Z"]), max_size=60))
def test_words_with_their_signs_doubled_are_printed_as_they_are(value: str) -> None:
    doubled = value.replace("{", "{{").replace("<", "<<").replace("*", "**").replace("[@", "[[@")
    assert read(doubled).paragraphs == (((Words(value),),) if value else ())
