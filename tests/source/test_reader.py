"""What a readable file becomes, and laws over any bytes."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from game.source.parser import fast_events
from game.source.plain import plain_events
from game.source.reader import document
from game.source.tree import Document, Entry, Ignore, Mapping, Node, Scalar, Sequence


def values(node: Node | None) -> object:
    match node:
        case Scalar():
            return node.value
        case Sequence():
            return [values(each) for each in node.items]
        case Mapping():
            return {each.key.value: values(each.value) for each in node.entries}
        case None:
            return None


def fields(text: str) -> tuple[Entry, ...]:
    root = read(text).root
    assert root is not None
    return root.entries


def read(text: str) -> Document:
    result, faults = document(text.encode(), "f")
    assert faults == ()
    return result


def test_every_scalar_is_text() -> None:
    text = "a: no\nb: 18:45\nc: 010\nd: 1962-10-16\ne: 1_000\nf: ~\ng: 1.5e3\n"
    assert values(read(text).root) == {
        "a": "no",
        "b": "18:45",
        "c": "010",
        "d": "1962-10-16",
        "e": "1_000",
        "f": "~",
        "g": "1.5e3",
    }


def test_a_byte_order_mark_and_windows_line_ends_change_nothing() -> None:
    unix = document(b"a: b\nc: |\n  d\n  e\n", "f")
    assert document(b"\xef\xbb\xbfa: b\r\nc: |\r\n  d\r\n  e\r\n", "f") == unix


def test_a_tab_within_a_line_is_a_space() -> None:
    assert values(read("a:\tb\tc\t# comment\nd: [e,\tf]\n").root) == {"a": "b c", "d": ["e", "f"]}


def test_a_question_may_stand_in_braces() -> None:
    text = "a: { b: Cuba for Turkey?, c: Why? Because, d: [Who ?, What??] }\n"
    expected = {"a": {"b": "Cuba for Turkey?", "c": "Why? Because", "d": ["Who ?", "What??"]}}
    for events in (fast_events, plain_events):
        assert values(document(text.encode(), "f", events)[0].root) == expected


def test_an_absent_value_stands_behind_its_colon() -> None:
    entry = fields("a: 1\nbeta:\n")[1]
    assert isinstance(entry.value, Scalar)
    assert entry.value.is_absent
    assert entry.value.span[1:] == (2, 6, 2, 6)
    assert values(read("a: ''\n").root) == {"a": ""}


def test_groups_and_lists_end_with_their_last_value() -> None:
    entries = fields("a:\n  b: 1\n  c:\n    - d\n    - e\n\n\nf: { g: 1, h: [2] }  # i\n")
    group, flow = (each.value for each in entries)
    assert isinstance(group, Mapping)
    assert isinstance(flow, Mapping)
    assert (group.span[1:], group.is_flow) == ((2, 3, 5, 8), False)
    assert (flow.span[1:], flow.is_flow) == ((8, 4, 8, 20), True)
    assert group.entries[1].value.span[1:] == (4, 5, 5, 8)


def test_a_block_text_ends_with_its_last_visible_sign() -> None:
    entry = fields("a: |\n  one\n  two\n\n\nb: 1\n")[0]
    assert entry.value.span[1:] == (1, 4, 3, 6)


def test_an_ignore_speaks_of_its_line_or_of_the_next_line_with_content() -> None:
    text = "a: 1  # excomm: ignore W501\n# excomm: ignore I505, W502\n\n# note\nb: 2\n"
    first, second = read(text).ignores
    assert first == Ignore(1, ("W501",), first.span)
    assert first.span[1:] == (1, 7, 1, 28)
    assert second == Ignore(5, ("I505", "W502"), second.span)


def test_an_ignore_in_a_text_is_text() -> None:
    assert read("a: |\n  # excomm: ignore W501\nb: '# excomm: ignore W501'\n").ignores == ()


def test_an_ignore_may_say_why_and_may_name_nothing() -> None:
    because, nothing = read("a: 1 # excomm: ignore W501 since it is a test\nb: 1 # excomm: ignore\n").ignores
    assert because.codes == ("W501",)
    assert nothing.codes == ()


PIECES = (
    *("a", "b: ", "c:\n", "- ", "\n", "\n  ", "\n    ", " ", ": ", ":", "#", " #x", "'", '"'),
    *("\\", "\\n", "\\u00e9", "{", "}", "[", "]", ", ", "|", "|+\n", "|2\n", ">", ">-\n"),
    *("&a ", "*a", "!t ", "---\n", "...\n", "%", "@", "`", "?", "\t", "\r\n", "\0", "é", "古"),
    *("\u200b", "<<: ", "text here", "# excomm: ignore W501", "\ufeff", "~", "-"),
)
YAMLISH = st.lists(st.sampled_from(PIECES), max_size=25).map("".join)
LETTERS = st.text(alphabet=st.characters(codec="utf-8"), max_size=60)


@given(st.one_of(st.binary(max_size=200), YAMLISH.map(str.encode), LETTERS.map(str.encode)))
@example(b'a: "\\U00110000"')
def test_any_bytes_give_a_document_and_faults_within_it(content: bytes) -> None:
    for events in (fast_events, plain_events):
        result, faults = document(content, "f", events)
        lines = result.text.split("\n")
        for span in [each.span for each in faults] + [each.span for each in result.ignores]:
            assert 1 <= span.line <= span.end_line <= len(lines) + 1
            assert span.column >= 1
        if result.root is None and result.text.strip() and not faults:
            assert is_nothing(result.text)


def is_nothing(text: str) -> bool:
    """Return whether a text is all comments and marks of an empty document."""
    return all(
        line.strip() in ("", "---", "...") or "#" in line or line.startswith("---")
        for line in text.split("\n")
    )


@given(st.one_of(YAMLISH, LETTERS))
def test_both_parsers_give_the_same_readable_document(text: str) -> None:
    fast, slow = (document(text.encode(), "f", events) for events in (fast_events, plain_events))
    assert fast[0].is_readable == slow[0].is_readable
    if fast[0].is_readable:
        assert fast == slow


WORDS = st.text(alphabet="ab é古,.:#'\"\\{}-|>&*!?%@", min_size=1, max_size=30)


@given(st.dictionaries(st.from_regex(r"[a-z_]{1,8}", fullmatch=True), WORDS, min_size=1, max_size=5))
def test_a_text_in_single_quotes_is_read_as_it_is(given_fields: dict[str, str]) -> None:
    text = "".join(
        f"{name}: '{words.replace(chr(39), chr(39) * 2)}'\n" for name, words in given_fields.items()
    )
    assert values(read(text).root) == given_fields


@pytest.mark.parametrize("opening", [b"[", b"{", b"- ", b"? ", b"a: [", b"[a: "])
def test_deep_nesting_is_refused_whatever_it_is_made_of(opening: bytes) -> None:
    for events in (fast_events, plain_events):
        result, faults = document(opening * 10_000, "f", events)
        assert not result.is_readable
        assert {each.code for each in faults} <= {"E105", "E107"}


def test_lines_indented_ever_further_are_refused() -> None:
    content = b"".join(b" " * depth + b"a:\n" for depth in range(1_500))
    _, faults = document(content, "f")
    assert [(each.code, each.span.line) for each in faults] == [("E107", 25)]


def test_many_aliases_are_refused_in_one_sentence() -> None:
    lines = ["a0: &a0 [x]"] + [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    _, faults = document("\n".join(lines).encode(), "f")
    assert {each.code for each in faults} == {"E108"}
    assert len(faults) == 12
