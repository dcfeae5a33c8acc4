"""Each fault of a file as text, with its exact place."""

import pytest

from game.source.events import Events
from game.source.parser import fast_events
from game.source.plain import plain_events
from game.source.reader import document
from game.source.tree import Mapping, Scalar

# Name, text, and for each fault its code, line, column, end line and end column.
CASES = {
    "not UTF-8": (b"a: 1\nb: patr\xf4l\n", [("E102", 2, 8, 2, 9)]),
    "UTF-16": (b"\xff\xfea\x00:\x00", [("E102", 1, 1, 1, 2)]),
    "tab in the indentation": (b"a:\n\tb: 1\n \tc: 2\n", [("E103", 2, 1, 2, 2), ("E103", 3, 2, 3, 3)]),
    "NUL": (b"a: 1\nb: x\0y\n", [("E104", 2, 5, 2, 6)]),
    "zero width space": ("a: agr\u200beed\n".encode(), [("E104", 1, 7, 1, 8)]),
    "turned direction": ("a: \u202eb\n".encode(), [("E104", 1, 4, 1, 5)]),
    "line separator": ("a: b\u2028c\n".encode(), [("E104", 1, 5, 1, 6)]),
    "lone carriage return": (b"a: b\rc: d\n", [("E104", 1, 5, 1, 6)]),
    "escaped zero width space": (b'a: "b\\u200bc"\n', [("E104", 1, 6, 1, 12)]),
    "no-break spaces before a name": ("a:\n \xa0\u3000b: 1\n".encode(), [("E104", 2, 2, 2, 4)]),
    "colon in a text": (b"a:\n  text: He said: no\n", [("E105", 2, 16, 2, 17)]),
    "colon without space": (b"a:1\nb: 2\n", [("E105", 1, 2, 1, 3)]),
    "text in braces": (b"text: {tension} is high\nb: 1\n", [("E105", 1, 7, 1, 8)]),
    "text in brackets": (b"text: [see] there\nb: 1\n", [("E105", 1, 7, 1, 8)]),
    "double braces": (b"text: {{tension}}\n", [("E105", 1, 8, 1, 17)]),
    "text that begins with @": (b"text: @here\n", [("E105", 1, 7, 1, 12)]),
    "text that begins with %": (b"text: %here\n", [("E105", 1, 7, 1, 12)]),
    "text that begins with a backquote": (b"text: `a`\n", [("E105", 1, 7, 1, 10)]),
    "text after |": (b"text: | here\n  more\n", [("E105", 1, 7, 1, 8)]),
    "text after >": (b"text: > here\n  more\n", [("E105", 1, 7, 1, 8)]),
    "text after its closing quotation mark": (b'text: "He" said\nb: 1\n', [("E105", 1, 7, 1, 8)]),
    "open quotation mark": (b'a: "foo\nb: 1\n', [("E105", 1, 4, 1, 5)]),
    "open quotation mark that swallows another": (b'a: "foo\nb: "bar"\nc: 2\n', [("E105", 1, 4, 1, 5)]),
    "comma in a value in braces": (b"a: { b: max(c, 9), d: e }\n", [("E202", 1, 9, 1, 18)]),
    "commas in a value in braces": (b"a: { b: one of 1, 2, 2, c: d }\n", [("E202", 1, 9, 1, 23)]),
    "comma in a value on two lines": (b"a: { b: one of 1 h,\n  2 h }\n", [("E202", 1, 9, 2, 6)]),
    "open bracket": (b"a: [b, c\nd: 1\n", [("E105", 1, 4, 1, 5)]),
    "open brace": (b"a: { b: 1\nd: 1\n", [("E105", 1, 4, 1, 5)]),
    "no space in braces": (b"a: {b:-2, c: 1, d.e:+3}\n", [("E105", 1, 6, 1, 7), ("E105", 1, 20, 1, 21)]),
    "no comma between fields": (b"a: { b: +4 c: 1 }\n", [("E105", 1, 12, 1, 14)]),
    "semicolon between fields": (b"a: { b: +4; c: 1 }\n", [("E105", 1, 11, 1, 12)]),
    "colon in a text in braces": (b"a: { b: At 10: no }\n", [("E105", 1, 14, 1, 15)]),
    "wide colon": ("a:\n  b\uff1ac\n  d: 1\n".encode(), [("E105", 2, 4, 2, 5)]),
    "no-break space behind a colon": ("a:\n  b:\xa0c\n  d: 1\n".encode(), [("E105", 2, 5, 2, 6)]),
    "colon in curly quotation marks": ("a: \u201cHe said: no\u201d\n".encode(), [("E105", 1, 4, 1, 5)]),
    "fence above an example": (b"```yaml\na: 1\n```\n", [("E105", 1, 1, 1, 8)]),
    "fence below an example": (b"a: 1\n```\n", [("E105", 2, 1, 2, 4)]),
    "closing bracket": (b"a: ]\n", [("E105", 1, 4, 1, 5)]),
    "unknown escape": (b'a: "foo\\q"\n', [("E105", 1, 8, 1, 10)]),
    "half of a pair": (b'a: "\\ud800"\n', [("E105", 1, 5, 1, 7)]),
    "escape beyond all characters": (b'a: "\\U00110000"\n', [("E105", 1, 5, 1, 7)]),
    "deeper than its neighbours": (b"a:\n  b: 1\n    c: 2\n", [("E105", 3, 5, 3, 7)]),
    "first field less deep than the others": (b"a:\n  b:\n   c: 1\n    d: 2\n", [("E105", 3, 4, 3, 6)]),
    "first field as deep as its name": (b"a:\n  b:\n  c: 1\n    d: 2\n", [("E105", 3, 3, 3, 5)]),
    "one field less deep": (b"a:\n  b:\n    c: 1\n  d: 2\n    e: 3\n    f: 4\n", [("E105", 4, 3, 4, 5)]),
    "two fields deeper": (b"a:\n  b:\n    c: 1\n  d: 2\n    e: 3\n  f: 4\n", [("E105", 5, 5, 5, 7)]),
    "name at the level around": (
        b"a:\n  b:\n    c: 1\nd:\n    e: 1\n    f: 2\n  g:\n    h: 1\n",
        [("E105", 4, 1, 4, 3)],
    ),
    "one field a level too deep": (b"a:\n  b:\n      c: 1\n    d: 2\n", [("E105", 3, 7, 3, 9)]),
    "indentation between two levels": (b"a:\n    b: 1\n  c: 2\n", [("E105", 3, 3, 3, 5)]),
    "no colon": (b"a: 1\nfoo\nb: 2\n", [("E105", 2, 1, 2, 4)]),
    "no name": (b": a\n", [("E105", 1, 1, 1, 2)]),
    "empty name": (b'"": a\n', [("E105", 1, 1, 1, 3)]),
    "item among fields": (b"a: 1\n- b\n", [("E105", 2, 1, 2, 2)]),
    "one dash above fields": (b"a:\n  - b\n  c: 1\n  d: 2\n", [("E105", 2, 3, 2, 4)]),
    "one dash before the first field": (b"a:\n  - b: 1\n  c: 2\n", [("E105", 2, 3, 2, 4)]),
    "one dash before a later field": (b"a:\n  b: 1\n  - c: 2\n", [("E105", 3, 3, 3, 4)]),
    "one field among items": (b"a:\n  - b\n  - c\n  d: 1\n", [("E105", 4, 3, 4, 5)]),
    "item without a dash": (b"a:\n  - b c\n  d e\n  - f\n", [("E105", 3, 3, 3, 4)]),
    "dash without a space": (b"a:\n  - b c\n  -d e\n", [("E105", 3, 3, 3, 4)]),
    "dash without a space before a colon": (b"a:\n  - b c\n  -d: e\n", [("E105", 3, 3, 3, 4)]),
    "list behind a name": (b"a: - b\n", [("E105", 1, 4, 1, 5)]),
    "list as a name": (b"[a]: b\n", [("E105", 1, 1, 1, 4)]),
    "text that a comment cuts in two": (b"a: one #2\n  three\nb: 1\n", [("E105", 1, 8, 1, 10)]),
    "directive": (b"# c\n%YAML 1.2\n---\na: 1\n", [("E105", 2, 1, 2, 10)]),
    "cut value": (b"source: frus_xi #34\n", [("W106", 1, 17, 1, 20)]),
    "cut item": (b"a:\n  - one #2\n", [("W106", 2, 9, 2, 11)]),
    "25 levels": (b"a: " + b"[" * 24 + b"]" * 24, [("E107", 1, 27, 1, 28)]),
    "anchor": (b"a: &b c\n", [("E108", 1, 4, 1, 6)]),
    "alias": (b"a: *b\n", [("E108", 1, 4, 1, 6)]),
    "anchor speaks for its aliases": (b"a: &b c\nd: *b\ne: *b\n", [("E108", 1, 4, 1, 6)]),
    "tag": (b"a: !b c\n", [("E108", 1, 4, 1, 6)]),
    "text that begins with *": (b"a: *Grozny* shoots\n", [("E108", 1, 4, 1, 12)]),
    "text that begins with &": (b"a: & more\n", [("E108", 1, 4, 1, 5)]),
    "text that begins with !": (b"a: ! more\n", [("E108", 1, 4, 1, 5)]),
    "merge key": (b"a:\n  <<: {b: c}\n", [("E108", 2, 3, 2, 5)]),
    "second document": (b"a: 1\n---\nb: 2\n", [("E108", 2, 1, 2, 4)]),
    "text after the document": (b"a: 1\n...\nb: 2\n", [("E108", 2, 1, 2, 4)]),
    "name given twice": (b"a: 1\nb: 2\na: 3\n", [("E109", 3, 1, 3, 2)]),
    "a list for a file": (b"- a\n", [("E206", 1, 1, 1, 4)]),
    "a text for a file": (b"hello\n", [("E206", 1, 1, 1, 6)]),
    "all faults at once": (
        b"a: 1\na: 2\nb: x #3\nb: !t 4\n",
        [("E109", 2, 1, 2, 2), ("W106", 3, 6, 3, 8), ("E108", 4, 4, 4, 6), ("E109", 4, 1, 4, 2)],
    ),
}


@pytest.fixture(params=[fast_events, plain_events], ids=["libyaml", "plain"])
def events(request: pytest.FixtureRequest) -> Events:
    parser: Events = request.param
    return parser


@pytest.mark.parametrize("name", CASES)
def test_a_fault_is_reported_once_at_its_place(name: str, events: Events) -> None:
    content, expected = CASES[name]
    _, faults = document(content, "river/scenario.yaml", events)
    assert sorted((each.code, *each.span[1:]) for each in faults) == sorted(expected)
    assert all(each.help for each in faults)
    assert all(each.span.file == "river/scenario.yaml" for each in faults)


def test_a_value_that_is_all_comment_is_left_to_the_field_that_lacks_it(events: Events) -> None:
    assert document(b"colour: #fff\n", "river/scenario.yaml", events)[1] == ()


@pytest.mark.parametrize("name", CASES)
def test_both_parsers_say_the_same_of_a_fault(name: str) -> None:
    content, _ = CASES[name]
    assert document(content, "f", fast_events) == document(content, "f", plain_events)


@pytest.mark.parametrize(
    ("name", "cure"),
    [
        ("one dash above fields", "take the `-` away"),
        ("one dash before a later field", "take the `-` away"),
        ("item among fields", "indent it below its field"),
        ("item without a dash", "begin it with `- `"),
        ("dash without a space", "write `- ` and then the text"),
        ("no-break spaces before a name", "delete what stands before the first word, and type spaces there"),
        ("wide colon", "write `:` and a space"),
        ("fence above an example", "delete it"),
        ("semicolon between fields", "write a comma in its place"),
        ("first field less deep than the others", "indent it by 4 spaces"),
        ("name at the level around", "indent both by 2 spaces"),
    ],
)
def test_the_cure_is_for_what_is_wrong(name: str, cure: str) -> None:
    (fault,) = document(CASES[name][0], "f")[1]
    assert fault.help == cure


def test_spaces_of_another_kind_may_stand_within_a_text() -> None:
    assert document("a: 10\xa0h\n".encode(), "f")[1] == ()


def test_faults_come_in_the_order_of_the_file() -> None:
    _, faults = document(b"b: x #3\na: 1\na: 2\nc: *d\n", "f")
    assert [each.span.line for each in faults] == [1, 3, 4]


def test_a_value_that_a_comma_cut_is_read_whole() -> None:
    read, (fault,) = document(b"a: { b: max(c, 9) , d: e, f: }\n", "a.yaml")
    assert read.root is not None
    (entry,) = read.root.entries
    assert isinstance(entry.value, Mapping)
    pairs = [(each.key.value, each.value) for each in entry.value.entries]
    assert [(name, value.value) for name, value in pairs if isinstance(value, Scalar)] == [
        ("b", "max(c, 9)"),
        ("d", "e"),
        ("f", ""),
    ]
    assert fault.help == 'put a value with a comma in quotation marks: `b: "max(c, 9)"`'


def test_a_name_given_twice_keeps_the_first_and_notes_its_place() -> None:
    read, (fault,) = document(b"title: A\nid: b\ntitle: C\n", "f")
    assert read.root is not None
    kept = [(each.key.value, each.value) for each in read.root.entries]
    assert [(name, value.value) for name, value in kept if isinstance(value, Scalar)] == [
        ("title", "A"),
        ("id", "b"),
    ]
    assert fault.message == "`title` is given twice"
    assert [(each.message, each.span[1:]) for each in fault.notes] == [("first here", (1, 1, 1, 6))]
    assert read.is_readable


def test_a_file_that_cannot_be_read_whole_has_no_root() -> None:
    for content in (b"\xff", b"a: *b", b"a: [", b"a: 1\n---\nb: 1", b"a:\n\tb: 1", b"[a]: b", b"- a"):
        read, faults = document(content, "f")
        assert faults
        assert read.root is None
        assert not read.is_readable


@pytest.mark.parametrize("content", [b"", b"\n\n", b"# nothing\n", b"---\n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_an_empty_group(content: bytes, events: Events) -> None:
    read, faults = document(content, "f", events)
    assert (read.root, read.is_readable, faults) == (None, True, ())


def test_a_quoted_value_and_a_list_are_not_cut_by_a_comment() -> None:
    _, faults = document(b'a: "x" #3\nb: [c, d] #3\nc: e # 3\nd: "f #3"\n#3\n', "f")
    assert faults == ()


def test_a_file_over_two_megabytes_is_refused_as_a_whole() -> None:
    _, (fault,) = document(b"#" * 2_000_001, "f")
    assert (fault.code, fault.span.line, fault.message) == ("E101", 0, "the file is over the limit of 2 MB")


def test_a_text_over_twenty_thousand_characters_is_refused_at_its_place() -> None:
    _, faults = document(b"a: 1\nb: " + b"x" * 20_001, "f")
    assert [(each.code, each.span.line, each.span.column) for each in faults] == [("E101", 2, 4)]
    assert document(b"b: " + b"x" * 20_000, "f")[1] == ()


def test_more_than_fifty_thousand_values_are_refused() -> None:
    items = b"\n- ".join(b"x%d" % number for number in range(50_001))
    read, (fault,) = document(b"a:\n- " + items, "f")
    assert fault.code == "E101"
    assert not read.is_readable


def test_the_nodes_of_a_file_are_its_values() -> None:
    assert document(b"a: 1\nb: [c, d]\ne: { f: g }\n", "f")[0].nodes == 6


def test_no_fault_repeats_a_long_word_at_length() -> None:
    _, faults = document(b"a: !" + b"b" * 5_000 + b" c\n", "f")
    assert [each.code for each in faults] == ["E108"]
    assert len(faults[0].message) < 120
