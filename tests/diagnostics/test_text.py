"""The text form: header, place, marked line, help, notes, totals."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.diagnostics.diagnostic import Note, Span
from game.diagnostics.printable import printable, width
from game.diagnostics.text import COLOURED, PLAIN, text_form
from tests.diagnostics.faults import fault

FILE = "river/scenario.yaml"
ANY_TEXT = st.text(alphabet=st.characters(exclude_categories=[]), max_size=40)


def on(line: str, column: int, end: int) -> list[str]:
    """Return the line and its carets as shown for a fault in the first line of a file."""
    told = text_form([fault(span=Span(FILE, 1, column, 1, end))], {FILE: line}, PLAIN)
    return told.split("\n")[3:5]


def test_a_fault_is_told_as_the_language_shows_it() -> None:
    text = "\n" * 32 + "        text: Talk. Tension is {tensio}.\n"
    span = Span("nine_days/scenario.yaml", 33, 33, 33, 39)
    told = text_form([fault(span=span, meant="did you mean `tension`?")], {span.file: text}, PLAIN)
    assert told == (
        "error[E301]: there is no variable called `tensio`\n"
        "  --> nine_days/scenario.yaml:33:33\n"
        "   |\n"
        "33 |         text: Talk. Tension is {tensio}.\n"
        "   |                                 ^^^^^^\n"
        "   = help: did you mean `tension`?\n"
        "\n"
        "1 error\n"
    )


def test_a_note_is_a_further_snippet_and_the_margin_fits_the_greatest_line() -> None:
    first = Note("first here", Span("river/a.yaml", 3, 1, 3, 6))
    later = Span("river/b.yaml", 10, 1, 10, 6)
    twice = fault("E109", later, "`title` is given twice", "remove one", notes=(first,))
    texts = {"river/a.yaml": "\n\ntitle: A\n", "river/b.yaml": "\n" * 9 + "title: B\n"}
    assert text_form([twice], texts, PLAIN) == (
        "error[E109]: `title` is given twice\n"
        "  --> river/b.yaml:10:1\n"
        "   |\n"
        "10 | title: B\n"
        "   | ^^^^^\n"
        "   = help: remove one\n"
        "note: first here\n"
        "  --> river/a.yaml:3:1\n"
        "   |\n"
        " 3 | title: A\n"
        "   | ^^^^^\n"
        "\n"
        "1 error\n"
    )


def test_a_fault_of_a_whole_file_has_its_name_only() -> None:
    told = text_form([fault("E122", Span.whole("river.zip"), "this is not a zip")], {}, PLAIN)
    assert told == "error[E122]: this is not a zip\n --> river.zip\n\n1 error\n"


def test_a_witness_is_told_as_a_run() -> None:
    told = text_form([fault("E522", witness=("patrol.fire", "patrol.fire=they_shoot"))], {}, PLAIN)
    assert " = run: patrol.fire, patrol.fire=they_shoot\n" in told


def test_a_blank_line_stands_between_and_totals_at_the_end() -> None:
    told = text_form([fault(), fault("W501"), fault("W502"), fault("I901")], {}, PLAIN)
    assert [each.split("[")[0] for each in told.split("\n\n")] == [
        "error",
        "warning",
        "warning",
        "information",
        "1 error, 2 warnings, 1 information\n",
    ]


def test_nothing_is_told_of_nothing() -> None:
    assert text_form([], {}, PLAIN) == ""


@pytest.mark.parametrize(
    ("line", "column", "end", "shown", "carets"),
    [
        pytest.param("a: 古巴 b", 4, 6, "a: 古巴 b", "   ^^^^", id="wide letters take two columns"),
        pytest.param("a: 古巴 b", 7, 8, "a: 古巴 b", "        ^", id="after wide letters"),
        pytest.param("e\u0301te\u0301 b", 7, 8, "e\u0301te\u0301 b", "    ^", id="combining marks take none"),
        pytest.param("ae\u0301", 3, 4, "ae\u0301", " ^", id="a mark alone is below its letter"),
        pytest.param("a:\tb", 4, 5, "a:    b", "      ^", id="a tab before"),
        pytest.param("\ta: b", 1, 2, "    a: b", "^^^^", id="a tab itself"),
        pytest.param("a: b", 5, 5, "a: b", "    ^", id="where nothing is there is one caret"),
        pytest.param("a: b", 99, 120, "a: b", "    ^", id="beyond the line"),
        pytest.param("a: b\u202ec", 5, 6, "a: b\ufffdc", "    ^", id="a turned direction is not obeyed"),
        pytest.param("a: \x1b[2Jb", 4, 5, "a: \ufffd[2Jb", "   ^", id="nor is a control"),
    ],
)
def test_carets_are_as_wide_as_what_they_mark(
    line: str, column: int, end: int, shown: str, carets: str
) -> None:
    assert on(line, column, end) == [f"1 | {shown}", f"  | {carets}"]


def test_a_part_over_several_lines_is_marked_to_the_end_of_its_first() -> None:
    span = Span(FILE, 1, 4, 3, 2)
    told = text_form([fault(span=span)], {FILE: "a: [b,  \nc\n]\n"}, PLAIN).split("\n")
    assert told[4] == "  |    ^^^"


def test_of_a_long_line_the_surroundings_of_the_place_are_shown() -> None:
    line = "x" * 5_000 + "here" + "y" * 5_000
    shown, carets = on(line, 5_001, 5_005)
    assert len(shown) < 200
    assert shown[carets.index("^") : carets.rindex("^") + 1] == "here"
    assert shown.startswith("1 | …xxx")
    assert shown.endswith("yyy…")


def test_of_many_faults_the_gravest_hundred_are_shown_in_their_order_and_all_are_counted() -> None:
    warnings = [fault("W501", Span(FILE, line, 1, line, 2)) for line in range(1, 151)]
    errors = [fault("E301", Span(FILE, line, 1, line, 2)) for line in range(151, 161)]
    *told, end = text_form([*warnings, *errors], {}, PLAIN).split("\n\n")
    assert end == "10 errors, 150 warnings; the 100 gravest are shown\n"
    assert [each[:5] for each in told] == ["warni"] * 90 + ["error"] * 10
    assert f"{FILE}:90:1" in told[89]


def test_colours_change_nothing_but_the_colours() -> None:
    faults = [fault(meant="did you mean `tension`?", notes=(Note("here", Span(FILE, 1, 1, 1, 2)),))]
    texts = {FILE: "a: 1\nb: 2 tensio\n"}
    coloured = text_form(faults, texts, COLOURED)
    assert coloured.startswith("\x1b[1;31merror[E301]\x1b[0m")
    for sign in {*COLOURED}:
        coloured = coloured.replace(sign, "")
    assert coloured == text_form(faults, texts, PLAIN)


def test_what_the_author_wrote_cannot_reach_the_terminal() -> None:
    hostile = fault(message="no \x1b[31m\u202e`x`\n", meant="\x07", span=Span("a\x1b/b.yaml", 1, 1, 1, 2))
    told = text_form([hostile], {"a\x1b/b.yaml": "\x1b]0;title\x07"}, PLAIN)
    assert not set("\x1b\x07\u202e") & set(told)
    assert told.startswith("error[E301]: no \ufffd[31m\ufffd`x` \n")


LINE, COLUMN = st.integers(0, 5), st.integers(1, 50)


@given(ANY_TEXT, st.builds(Span, st.just(FILE), LINE, COLUMN, LINE, COLUMN), ANY_TEXT)
def test_any_place_in_any_text_can_be_told(text: str, span: Span, message: str) -> None:
    told = text_form([fault(span=span, message=message)], {FILE: text}, PLAIN)
    assert told.endswith("\n\n1 error\n")
    assert all(letter == "\n" or unicodedata.category(letter) not in ("Cc", "Cf", "Cs") for letter in told)


@given(ANY_TEXT, ANY_TEXT)
def test_widths_add_up(first: str, second: str) -> None:
    assert width(printable(first)) + width(printable(second)) == width(printable(first + second))
