"""Bytes into text: UTF-8, line ends, and the characters that a scenario may not hold."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import islice

from game.diagnostics.diagnostic import Diagnostic, Rule, Span
from game.frozen import NamedTuple
from game.source.limits import MOST_BYTES_IN_A_FILE, MOST_FAULTS_OF_A_KIND, over_a_limit
from game.source.place import span_of

NOT_UTF_8 = Rule(
    code="E102",
    title="not UTF-8",
    cause="The file is stored in another encoding, such as Latin-1 or UTF-16, or it is no text at all.",
    example="summary: a file in which an accent was stored as one byte of Latin-1",
    cure="Save the file as UTF-8. Every editor can do it: look for the encoding under Save as.",
)
TAB_IN_INDENTATION = Rule(
    code="E103",
    title="tab in the indentation",
    cause="A line begins with a tab. Editors differ in the width of a tab, so YAML forbids it there.",
    example="clock:\n\tstep: 4 h",
    cure="Indent with spaces, two for each level.",
)
FORBIDDEN_CHARACTER = Rule(
    code="E104",
    title="control, invisible or text-direction character",
    cause="The file holds a character that cannot be seen. It makes two names differ that look the same, or"
    " shows a text in another order than it is read, or a line is indented by spaces that are no plain ones."
    " Such characters often come along when text is pasted.",
    example='title: "The\\u200bRiver"',
    cure="Delete the character at the marked place and type the word anew.",
)

# Variation selectors and the marks that follow emoji are left alone: they are seen in what they change.
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ud800-\udfff\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e00ff\U000e01f0-\U000e0fff]"
)
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_PLAIN_ASCII = bytes(range(0x20, 0x7F)) + b"\t\n"
# Spaces that YAML takes for letters: within a text they are seen, before it they are not.
_OTHER_SPACES = re.compile("[\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_OTHER_SPACE_FIRST = re.compile(rf"^ *({_OTHER_SPACES.pattern}+)", re.MULTILINE)
_TAB_FIRST = re.compile(r"^ *(\t)[ \t]*(?=[^ \t\n])", re.MULTILINE)
_DIRECTIONS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


class Text(NamedTuple):
    """A file as text: lines end in a line feed, no byte order mark; with what is wrong in it."""

    text: str
    faults: tuple[Diagnostic, ...]


def text_of(content: bytes, file: str) -> Text:
    """Return the bytes of a file as text; a file with a fault here cannot be read any further."""
    if len(content) > MOST_BYTES_IN_A_FILE:
        return Text("", (over_a_limit("the file", "2 MB", Span.whole(file)),))
    content = content.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n")
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        encoding = "utf-16" if content.startswith(_UTF_16) else "utf-8"
        shown = content.decode(encoding, errors="replace").replace("\r\n", "\n")
        return Text(shown, (_not_utf_8(content, error.start, file),))
    return Text(text, (*_tabs(text, file), *_forbidden_characters(text, content, file)))


def _tabs(text: str, file: str) -> Iterator[Diagnostic]:
    found = _TAB_FIRST.finditer(text) if "\t" in text else iter(())
    for each in islice(found, MOST_FAULTS_OF_A_KIND):
        yield Diagnostic(
            TAB_IN_INDENTATION,
            "there is a tab in the indentation",
            span_of(text, file, *each.span(1)),
            help="indent with spaces, two for each level",
        )


def _forbidden_characters(text: str, content: bytes, file: str) -> Iterator[Diagnostic]:
    # What is not plain is little, and soon looked through; the whole text is not.
    unusual = content.translate(None, _PLAIN_ASCII).decode("utf-8")
    found = FORBIDDEN.finditer(text) if FORBIDDEN.search(unusual) else iter(())
    for each in islice(found, MOST_FAULTS_OF_A_KIND):
        yield forbidden(each.group(), span_of(text, file, *each.span()))
    spaces = _OTHER_SPACE_FIRST.finditer(text) if _OTHER_SPACES.search(unusual) else iter(())
    for each in islice(spaces, MOST_FAULTS_OF_A_KIND):
        yield _other_space(each.group(1)[0], span_of(text, file, *each.span(1)))


def _not_utf_8(content: bytes, start: int, file: str) -> Diagnostic:
    before = content[:start].decode("utf-8")
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    is_utf_16 = content.startswith(_UTF_16)
    return Diagnostic(
        NOT_UTF_8,
        "the file is UTF-16, not UTF-8" if is_utf_16 else f"the byte {content[start]:#04x} here is not UTF-8",
        Span(file, line, column, line, column + 1),
        help="save the file as UTF-8",
    )


def forbidden(character: str, span: Span) -> Diagnostic:
    """Return the fault of one character that may not stand in a scenario."""
    if character in _DIRECTIONS:
        kind = "a character that turns the direction of text"
    else:
        kind = "a control character" if unicodedata.category(character) == "Cc" else "an invisible character"
    return Diagnostic(FORBIDDEN_CHARACTER, f"{kind} stands here: {_named(character)}", span, help="delete it")


def _other_space(character: str, span: Span) -> Diagnostic:
    return Diagnostic(
        FORBIDDEN_CHARACTER,
        f"this line is not indented by plain spaces: {_named(character)}",
        span,
        help="delete what stands before the first word, and type spaces there",
    )


def _named(character: str) -> str:
    """Return the number of a character and its name, where it has one."""
    name = unicodedata.name(character, "").lower()
    number = f"U+{ord(character):04X}"
    return f"{number}, {name}" if name else number
