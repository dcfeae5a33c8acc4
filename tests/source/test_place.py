"""The places of the parts of a value, in all styles of YAML."""

from hypothesis import given
from hypothesis import strategies as st

from game.source.parser import fast_events
from game.source.plain import plain_events
from game.source.reader import document
from game.source.tree import Scalar


def first_value(text: str) -> tuple[Scalar, list[str]]:
    read, faults = document(text.encode(), "f")
    assert faults == ()
    assert read.root is not None
    value = read.root.entries[0].value
    assert isinstance(value, Scalar)
    return value, read.text.split("\n")


def word_at(text: str, word: str) -> tuple[tuple[int, int], str]:
    """Return the place of a word of the value, and what stands there in the file."""
    value, lines = first_value(text)
    start = value.value.index(word)
    span = value.part(start, start + len(word))
    assert span.line == span.end_line
    return (span.line, span.column), lines[span.line - 1][span.column - 1 : span.end_column - 1]


def test_a_word_of_a_plain_text() -> None:
    assert word_at("a: one two three\n", "two") == ((1, 8), "two")


def test_a_word_of_a_plain_text_over_several_lines() -> None:
    assert word_at("a: one\n   two\n\n     three four\nb: 1\n", "four") == ((4, 12), "four")


def test_a_word_in_single_quotes_behind_a_doubled_quote() -> None:
    assert word_at("a: 'it''s two'\n", "two") == ((1, 11), "two")
    assert word_at("a: 'it''s two'\n", "'") == ((1, 7), "''")


def test_a_word_in_double_quotes_behind_escapes() -> None:
    assert word_at('a: "\\u00e9\\x41\\n\\"two"\n', "two") == ((1, 19), "two")
    assert word_at('a: "b\\u00e9"\n', "é") == ((1, 6), "\\u00e9")


def test_a_word_in_double_quotes_behind_a_joined_line() -> None:
    assert word_at('a: "one \\\n   two\n\n   three"\n', "two") == ((2, 4), "two")
    assert word_at('a: "one \\\n   two\n\n   three"\n', "three") == ((4, 4), "three")


def test_a_word_of_a_literal_text() -> None:
    text = "a: |\n  one\n\n    indented two\n  three\nb: 1\n"
    assert word_at(text, "two") == ((4, 14), "two")
    assert word_at(text, "three") == ((5, 3), "three")


def test_a_word_of_a_folded_text() -> None:
    text = "a: >-\n  one\n  two\n\n    kept\n  three\n  four\nb: 1\n"
    for word, place in (("two", (3, 3)), ("kept", (5, 5)), ("three", (6, 3)), ("four", (7, 3))):
        assert word_at(text, word) == (place, word)


def test_a_word_of_a_text_with_given_indentation() -> None:
    text = "a: |2-\n    deeper\n  two\n"
    assert word_at(text, "deeper") == ((2, 5), "deeper")
    assert word_at(text, "two") == ((3, 3), "two")


def test_a_word_of_a_text_deep_in_the_file() -> None:
    assert word_at("a:  |\n\n\n   one two", "two") == ((4, 8), "two")


def test_a_part_over_a_line_break_spans_both_lines() -> None:
    value, _ = first_value("a: |\n  one\n  two\n")
    assert value.part(2, 5)[1:] == (2, 5, 3, 4)


def test_a_part_beyond_the_value_is_held_within_it() -> None:
    for text in ("a: one\n", "a: 'one'\n", "a: |\n  one\n"):
        value, _ = first_value(text)
        inside = value.part(0, len(value.value))
        assert value.part(0, 99) == inside
        start = value.part(99, 120)
        assert (start.line, start.column) == (start.end_line, start.end_column)


def test_a_part_of_nothing_is_a_point() -> None:
    value, _ = first_value("a: 'one'\n")
    assert value.part(1, 1)[1:] == (1, 6, 1, 6)


LINE = st.text(alphabet="ab é古'\"\\#:{}[],-", max_size=12)
LINES = st.lists(LINE, min_size=1, max_size=6)


@given(
    LINES, st.sampled_from(["|", "|-", "|+", "|2", ">", ">-", ">+", ">2-"]), st.sampled_from(["", "\nb: 1\n"])
)
def test_each_character_of_a_block_text_stands_at_its_place(
    lines: list[str], header: str, after: str
) -> None:
    check_places(f"key: {header}\n" + "\n".join(f"  {line}" for line in lines) + after)


@given(LINES, st.sampled_from(["'", '"', ""]))
def test_each_character_of_a_text_over_lines_stands_at_its_place(lines: list[str], quote: str) -> None:
    inner = "\n  ".join(lines)
    if quote == "'":
        inner = inner.replace("'", "''")
    check_places(f"key: {quote}{inner}{quote}\nb: 1\n")


@given(
    st.lists(
        st.sampled_from(
            ["a", " ", "\\n", "\\u00e9", "\\x41", "\\U0001F600", "\\\n ", "\n\n ", "\\\\", '\\"', "\\ "]
        )
    )
)
def test_each_character_behind_escapes_stands_at_its_place(pieces: list[str]) -> None:
    check_places(f'key: "{"".join(pieces)}"\nb: 1\n')


def check_places(text: str) -> None:
    """Where the text is readable, each character's place holds it, or what stands for it."""
    for events in (fast_events, plain_events):
        read, faults = document(text.encode(), "f", events)
        if faults or read.root is None:
            continue
        for value in (each.value for each in read.root.entries):
            if isinstance(value, Scalar):
                check_value(value, read.text)


def check_value(value: Scalar, text: str) -> None:
    lines = text.split("\n")
    last = (0, 0)
    for index, letter in enumerate(value.value):
        span = value.part(index, index + 1)
        assert (span.line, span.column) > last, "no two characters share a place"
        last = (span.line, span.column)
        written = lines[span.line - 1][span.column - 1 : span.end_column - 1]
        assert span.line == span.end_line
        assert written == letter or (letter in " \n" and written in ("", " ")) or written[0] in "\\'"
