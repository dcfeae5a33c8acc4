"""PO files: read and written, hostile ones refused with places."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.diagnostics.diagnostic import Span
from game.scenario.catalogue import Catalogue, Key, Message, format_catalogue
from game.scenario.plurals import plurals_of
from game.scenario.portable import parse_catalogue
from game.source.characters import FORBIDDEN
from game.source.limits import MOST_BYTES_IN_A_FILE, MOST_FAULTS_OF_A_KIND
from game.source.tree import Scalar
from tests.samples.russian import HOURS, PLURAL_FORMS

RUSSIAN = f"""\
# By a translator.
msgid ""
msgstr ""
"Language: ru\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: {PLURAL_FORMS[:70]}"
"{PLURAL_FORMS[70:]}\\n"

# careful
#. the heading
#: scenario.yaml:3
#, fuzzy, no-wrap
#| msgid "Before"
msgctxt "title"
msgid "The \\"River\\""
msgstr ""
"Река\\n"
"\\n"
"и ещё"
{HOURS}
#~ msgctxt "gone"
#~ msgid "Gone"
#~ msgstr "Нет"
"""


def read(text: str) -> Catalogue:
    parsed = parse_catalogue(text.encode(), "river/lang/ru.po")
    assert parsed.diagnostics == ()
    return parsed.catalogue


def test_everything_that_stands_in_a_file_is_read() -> None:
    catalogue = read(RUSSIAN)
    title, hour = catalogue.messages
    assert (title.context, title.source, title.forms[0].value) == ("title", 'The "River"', "Река\n\nи ещё")
    assert title.is_fuzzy
    assert not hour.is_fuzzy
    assert (title.notes, title.remarks, catalogue.notes) == (
        ("careful",),
        ("the heading",),
        ("By a translator.",),
    )
    assert [each.value for each in hour.forms] == ["{n} час", "{n} часа", "{n} часов"]
    assert catalogue.plurals == plurals_of("ru")
    assert catalogue.language == "ru"
    assert [each.source for each in catalogue.obsolete] == ["Gone"]


def test_a_place_lies_in_the_line_of_its_words() -> None:
    title = read(RUSSIAN).messages[0]
    lines = RUSSIAN.split("\n")
    place = title.forms[0].part(6, 7)
    assert lines[place.line - 1][place.column - 1 : place.end_column - 1] == "и"
    assert title.place.line == lines.index('msgid "The \\"River\\""') + 1


def test_escapes_do_not_shift_places() -> None:
    (message,) = read('msgctxt "a"\nmsgid "b"\nmsgstr "\\"x\\" {tensio}"\n').messages
    assert message.forms[0].value == '"x" {tensio}'
    assert message.forms[0].part(5, 11)[1:] == (3, 16, 3, 22)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('msgid "a"\n', 1),
        ('msgctxt "a"\nmsgstr "b"\n', 1),
        ('msgid "a"\nmsgstr "b\n', 2),
        ('msgid "a"\nmsgstr "b" c\n', 2),
        ('msgid "a"\nmsgstr b\n', 2),
        ('msgid "a"\nmsgid "b"\nmsgstr "c"\n', 2),
        ('msgid "a"\nmsgstr "\\x41"\n', 2),
        ('"a"\n', 1),
        ('msgid "a"\nmsgstr "b"\n\nmsgid "a"\nmsgstr "c"\n', 4),
        ('msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\n', 1),
        ('msgid "a"\nmsgid_plural "b"\nmsgstr "c"\n', 1),
        ('msgid ""\nmsgstr "Plural-Forms: nplurals=2; plural=system();\\n"\n', 2),
        ('msgid ""\nmsgstr "Content-Type: text/plain; charset=latin1\\n"\n', 2),
        ('msgid "a"\nmsgstr "\u202eb"\n', 2),
        ('msgid "a"\nmsgstr "' + "x" * 20_001 + '"\n', 2),
    ],
)
def test_a_broken_file_is_told_at_its_place(text: str, line: int) -> None:
    faults = parse_catalogue(text.encode(), "es.po").diagnostics
    assert [(each.code, each.span.file, each.span.line) for each in faults] == [("E116", "es.po", line)]


@pytest.mark.parametrize("content", [b"\xff\xfe", b"msgid \x00", b"x" * (MOST_BYTES_IN_A_FILE + 1)])
def test_what_is_no_text_is_refused(content: bytes) -> None:
    (fault,) = parse_catalogue(content, "es.po").diagnostics
    assert fault.code == "E116"


def test_faults_without_number_are_held() -> None:
    faults = parse_catalogue(b"nonsense\n" * 100_000, "es.po").diagnostics
    assert len(faults) == MOST_FAULTS_OF_A_KIND


def test_line_ends_and_a_byte_order_mark_make_no_difference() -> None:
    other = b"\xef\xbb\xbf" + RUSSIAN.replace("\n", "\r\n").encode()
    assert format_catalogue(parse_catalogue(other, "ru.po").catalogue) == format_catalogue(read(RUSSIAN))


letters = st.characters(codec="utf-8", exclude_categories=("C", "Zl", "Zp"))
words = st.text(letters | st.sampled_from('\n"\\'), max_size=30).filter(
    lambda each: not FORBIDDEN.search(each)
)
messages = st.builds(
    lambda context, source, text, is_fuzzy: Message(
        context, source, (Scalar(text, Span.whole("")),), is_fuzzy=is_fuzzy
    ),
    words,
    words.filter(lambda each: bool(each.strip())),
    words,
    st.booleans(),
)


def plain(messages: tuple[Message, ...]) -> list[tuple[str, str, str, bool]]:
    return [(each.context, each.source, each.forms[0].value, each.is_fuzzy) for each in messages]


def key(message: Message) -> Key:
    return Key.of(message.context, message.source)


@given(st.lists(messages, max_size=4, unique_by=key))
def test_what_is_written_is_read_again(made: list[Message]) -> None:
    text = format_catalogue(Catalogue("es.po", {"Language": "es"}, tuple(made)))
    catalogue = read(text)
    assert plain(catalogue.messages) == plain(tuple(made))
    assert format_catalogue(catalogue) == text


@given(st.binary(max_size=200) | st.text('msgidtrcx_[0]" \\n\n#~,|{}', max_size=200).map(str.encode))
def test_any_bytes_give_a_catalogue_and_places_in_it(content: bytes) -> None:
    parsed = parse_catalogue(content, "es.po")
    lines = parsed.text.split("\n")
    for each in parsed.diagnostics:
        assert each.span.line <= len(lines)
