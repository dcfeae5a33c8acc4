from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from game.screen.text import Line, Measure, evened, plain, underlined, wrapped
from game.view.line import Run, RunStyle

MONO = Measure(lambda words, _: float(len(words)), 1.0)


def shown(lines: tuple[Line, ...]) -> list[str]:
    """The lines as they would be printed by a typewriter."""
    printed = []
    for line in lines:
        row = ""
        for piece in line.pieces:
            row = row.ljust(round(piece.x)) + piece.run.words
        printed.append(row.replace("\u00a0", " "))
    return printed


def test_words_fill_lines_up_to_the_width() -> None:
    lines = shown(wrapped(plain("one two three four five six seven eight"), 13, MONO))
    assert lines == ["one two three", "four five six", "seven eight"]


def test_a_lone_short_word_gets_company_on_the_last_line() -> None:
    lines = shown(wrapped(plain("Whether the captains have orders to fight."), 36, MONO))
    assert lines == ["Whether the captains have", "orders to fight."]


def test_punctuation_stays_with_the_styled_words_before_it() -> None:
    text = (Run("the "), Run("Kimovsk", RunStyle.ITALIC), Run(", are within"))
    assert shown(wrapped(text, 12, MONO)) == ["the Kimovsk,", "are within"]


def test_a_dash_never_starts_a_line() -> None:
    assert shown(wrapped(plain("it was late – too late for him"), 11, MONO))[1].startswith("–") is False


def test_a_citation_stands_at_the_word_before_it_without_a_space() -> None:
    text = (Run("They turned back."), Run(" 3", RunStyle.CITE, "a"), Run(" Then"))
    assert shown(wrapped(text, 40, MONO)) == ["They turned back.3 Then"]


def test_a_long_compound_may_break_after_its_hyphen_but_a_name_may_not() -> None:
    assert shown(wrapped(plain("xxxx self-control"), 10, MONO)) == ["xxxx self-", "control"]
    assert shown(wrapped(plain("xxxxxxx U-2 flew"), 9, MONO))[0] == "xxxxxxx"


def test_a_word_wider_than_the_line_is_broken_and_not_cut() -> None:
    lines = shown(wrapped(plain("abcdefghij"), 4, MONO))
    assert "".join(lines) == "abcdefghij"
    assert all(len(line) <= 4 for line in lines)


def test_a_heading_is_broken_evenly() -> None:
    assert shown(evened(plain("Do we strike the battery"), 20, MONO)) == ["Do we strike", "the battery"]


def test_a_heading_that_fits_stays_on_one_line() -> None:
    assert shown(evened(plain("Arm the force"), 20, MONO)) == ["Arm the force"]


def test_a_text_without_words_has_no_lines() -> None:
    assert wrapped(plain("  "), 10, MONO) == ()
    assert evened((), 10, MONO) == ()


def test_each_link_of_a_line_is_underlined_in_one_stretch() -> None:
    text = (
        Run("by "),
        Run("the General", RunStyle.LINK, "lemay"),
        Run(" and "),
        Run("him", RunStyle.LINK, "rfk"),
    )
    line = wrapped(text, 60, MONO)[0]
    assert list(underlined(line)) == [(3.0, 14.0, "lemay"), (19.0, 22.0, "rfk")]


styles = st.sampled_from([RunStyle.PLAIN, RunStyle.ITALIC, RunStyle.VALUE, RunStyle.LINK])
runs = st.builds(Run, st.text(alphabet="ab ,.–-", max_size=30), styles)
texts = st.lists(runs, max_size=6).map(tuple)


@given(texts, st.integers(3, 40))
def test_no_line_is_wider_than_the_width_and_no_letter_is_lost(text: tuple[Run, ...], width: int) -> None:
    letters = "".join(run.words for run in text).replace(" ", "")
    for breaking in (wrapped, evened):
        lines = breaking(text, width, MONO)
        assert all(line.width <= width + 1e-6 for line in lines)
        drawn = "".join(piece.run.words for line in lines for piece in line.pieces)
        assert drawn.replace("\u00a0", "") == letters


@given(texts, st.integers(3, 40))
def test_pieces_of_a_line_do_not_overlap(text: tuple[Run, ...], width: int) -> None:
    for line in wrapped(text, width, MONO):
        for before, after in zip(line.pieces, line.pieces[1:], strict=False):
            assert before.x + before.width <= after.x + 1e-6
