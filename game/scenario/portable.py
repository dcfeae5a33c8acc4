"""PO files of gettext, read: any bytes give a catalogue and what is wrong with them, each at its place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import partial
from itertools import islice

from game.diagnostics.diagnostic import Diagnostic, Note, Span
from game.frozen import NamedTuple, replace
from game.scenario.catalogue import Catalogue, Key, Message
from game.scenario.faults import UNREADABLE
from game.scenario.plurals import MOST_FORMS, TWO_FORMS, parse_plurals, plurals_of
from game.source.characters import text_of
from game.source.limits import MOST_CHARACTERS_IN_A_TEXT, MOST_FAULTS_OF_A_KIND, MOST_NODES
from game.source.tree import Scalar

_KEYWORD = re.compile(r"(msgctxt|msgid_plural|msgid|msgstr(?:\[(\d)\])?)[ \t]+(?=\")")
_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*+)"[ \t]*')
_ESCAPE = re.compile(r"\\(.)")
_SIGNS = {"n": "\n", "t": "\t", "r": "", '"': '"', "\\": "\\"}
_FORM = re.compile(r"msgstr(?:\[(\d)\])?")


class ParsedCatalogue(NamedTuple):
    """A PO file as read. `catalogue` holds what could be read; places point into `text`, the file."""

    catalogue: Catalogue
    diagnostics: tuple[Diagnostic, ...]
    text: str


class _Segment(NamedTuple):
    """A quoted piece of a text: where it begins in the text, and where in the file, as written."""

    start: int
    line: int
    column: int
    written: str


class _Field:
    """A field of an entry, which may go on over several lines."""

    def __init__(self, name: str, span: Span) -> None:
        self.name = name
        self.span = span
        self.segments: list[_Segment] = []
        self.text = ""

    def scalar(self) -> Scalar:
        segments = tuple(self.segments)
        return Scalar(self.text, self.span, is_plain=False, locate=partial(_place, segments, self.span))


def _place(segments: tuple[_Segment, ...], around: Span, start: int, end: int) -> Span:
    """Return the place of some characters of a text; of several lines, that on the first."""
    for segment in reversed(segments):
        if segment.start <= start:
            columns = _columns(segment)
            first = min(start - segment.start, len(columns) - 1)
            last = min(max(end - segment.start, first), len(columns) - 1)
            return Span(around.file, segment.line, columns[first], segment.line, columns[last])
    return around


def _columns(segment: _Segment) -> list[int]:
    """Return the column of each character of a piece, and of its end."""
    columns: list[int] = []
    position = 0
    for escape in _ESCAPE.finditer(segment.written):
        columns += range(position, escape.start())
        columns += [escape.start()] * len(_SIGNS.get(escape[1], escape[1]))
        position = escape.end()
    columns += range(position, len(segment.written) + 1)
    return [segment.column + each for each in columns]


def parse_catalogue(content: bytes, file: str) -> ParsedCatalogue:
    """Return the catalogue in the bytes of a PO file; `file` is the name by which faults call it.

    Every fault is found at once, within bounded time; none is an exception.
    """
    text, faults = text_of(content.replace(b"\t", b" "), file)
    if faults:
        unread = replace(faults[0], rule=UNREADABLE)
        return ParsedCatalogue(Catalogue(file), (unread,), text)
    reading = _Reading(file)
    for number, line in enumerate(text.split("\n"), 1):
        reading.take(line, number)
    reading.close()
    catalogue = _with_header(reading)
    reading.faults += _wrong_counts(catalogue)
    shown = tuple(islice(sorted(reading.faults, key=lambda each: each.span), MOST_FAULTS_OF_A_KIND))
    return ParsedCatalogue(catalogue, shown, text)


class _Reading:
    """Reads a file line by line and gathers entries and faults."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.faults: list[Diagnostic] = []
        self.messages: dict[tuple[str, str], Message] = {}
        self.obsolete: list[Message] = []
        self.header: Message | None = None
        self.begin()

    def begin(self) -> None:
        self.fields: dict[str, _Field] = {}
        self.field: _Field | None = None
        self.remarks: list[str] = []
        self.notes: list[str] = []
        self.is_fuzzy = self.is_obsolete = self.is_broken = False

    @property
    def has_form(self) -> bool:
        return any(name.startswith("msgstr") for name in self.fields)

    def take(self, line: str, number: int) -> None:
        start = len(line) - len(line.lstrip())
        if start == len(line):
            self.close()
        elif line.startswith("#~", start):
            rest = line[start + 2 :].lstrip()
            if not rest.startswith(("|", "#")):
                self.take_field(rest, number, len(line) - len(rest) + 1, is_obsolete=True)
        elif line.startswith("#", start):
            if self.has_form:
                self.close()
            self.take_comment(line[start + 1 :])
        else:
            self.take_field(line[start:], number, start + 1)

    def take_comment(self, comment: str) -> None:
        match comment[:1]:
            case ",":
                self.is_fuzzy = self.is_fuzzy or "fuzzy" in comment[1:].replace(",", " ").split()
            case ".":
                self.remarks.append(comment[1:].strip())
            case ":" | "|":
                pass
            case _:
                self.notes.append(comment.strip())

    def take_field(self, line: str, number: int, column: int, *, is_obsolete: bool = False) -> None:
        keyword = _KEYWORD.match(line)
        if keyword is not None:
            name = keyword[1]
            if self.has_form and name in {"msgctxt", "msgid"}:
                self.close()
            self.is_obsolete = is_obsolete
            span = Span(self.file, number, column, number, column + len(line.rstrip()))
            if name in self.fields:
                cure = "put an empty line between two entries"
                self.tell(f"`{name}` stands twice in this entry", span, cure)
            self.field = self.fields[name] = _Field(name, span)
            column += keyword.end()
            line = line[keyword.end() :]
        quoted = _QUOTED.fullmatch(line)
        if quoted is None or self.field is None:
            span = Span(self.file, number, column, number, column + len(line.rstrip()))
            cure = 'a line is a comment after `#`, or msgctxt, msgid or msgstr with a text in `"`'
            self.tell("this is no line of a PO file", span, cure)
            self.is_broken = True
            return
        self.append(quoted[1], number, column + 1)

    def append(self, written: str, number: int, column: int) -> None:
        assert self.field is not None
        for escape in _ESCAPE.finditer(written):
            if escape[1] not in _SIGNS:
                span = Span(self.file, number, column + escape.start(), number, column + escape.end())
                self.tell(f"`{escape.group()}` means nothing here", span, 'write `\\n`, `\\"` or `\\\\`')
        self.field.segments.append(_Segment(len(self.field.text), number, column, written))
        self.field.text += _ESCAPE.sub(lambda each: _SIGNS.get(each[1], each[1]), written)

    def close(self) -> None:
        """End an entry, and begin another."""
        fields = self.fields
        if fields and not self.is_broken and self.is_whole(fields):
            self.keep(self.message(fields))
        self.begin()

    def is_whole(self, fields: Mapping[str, _Field]) -> bool:
        """Return whether an entry has all that it needs, and report what it lacks."""
        first = next(iter(fields.values())).span
        wanted = ("msgid", "msgstr" if "msgid_plural" not in fields else "msgstr[0]")
        missing = next((name for name in wanted if name not in fields), None)
        if missing is not None:
            self.tell(f"this entry has no `{missing}`", first, None)
            return False
        for each in fields.values():
            if len(each.text) > MOST_CHARACTERS_IN_A_TEXT:
                self.tell(f"a text has at most {MOST_CHARACTERS_IN_A_TEXT:,} characters", each.span, None)
                return False
        return True

    def message(self, fields: Mapping[str, _Field]) -> Message:
        forms = [each for name, each in fields.items() if _FORM.fullmatch(name)]
        return Message(
            context=fields["msgctxt"].text if "msgctxt" in fields else "",
            source=fields["msgid"].text,
            forms=tuple(each.scalar() for each in sorted(forms, key=lambda form: form.name)),
            plural=fields["msgid_plural"].text if "msgid_plural" in fields else None,
            is_fuzzy=self.is_fuzzy,
            remarks=tuple(self.remarks),
            notes=tuple(self.notes),
            place=fields["msgid"].span,
            address=fields["msgctxt" if "msgctxt" in fields else "msgid"].span,
        )

    def keep(self, message: Message) -> None:
        key = Key.of(message.context, message.source)
        first = self.messages.get(key)
        if self.is_obsolete:
            self.obsolete.append(message)
        elif not message.source and not message.context:
            self.header = self.header or message
        elif first is not None:
            notes = (Note("first here", first.address),)
            sentence = "this text is translated twice"
            self.faults.append(Diagnostic(UNREADABLE, sentence, message.address, "remove one of them", notes))
        elif len(self.messages) < MOST_NODES:
            self.messages[key] = message

    def tell(self, message: str, span: Span, cure: str | None) -> None:
        if len(self.faults) < MOST_FAULTS_OF_A_KIND:
            self.faults.append(Diagnostic(UNREADABLE, message, span, cure))


def _with_header(reading: _Reading) -> Catalogue:
    """Return the catalogue that was read; its plural forms are those of the header, else of the language."""
    found = Catalogue(reading.file, {}, tuple(reading.messages.values()), tuple(reading.obsolete))
    if reading.header is None:
        return replace(found, plurals=plurals_of(found.language))
    written = reading.header.forms[0]
    header = {
        name.strip(): value.strip()
        for name, colon, value in (line.partition(":") for line in written.value.split("\n"))
        if colon
    }
    found = replace(found, header=header, notes=reading.header.notes)
    charset = header.get("Content-Type", "").rpartition("charset=")[2].strip().lower()
    if charset not in {"", "utf-8", "utf8", "charset"}:
        reading.tell(f"the file is said to be in {charset}, and must be in UTF-8", written.span, None)
    forms = header.get("Plural-Forms")
    rule = plurals_of(found.language) if forms is None else parse_plurals(forms)
    if rule is None:
        cure = f"for example `{TWO_FORMS.header}`; at most {MOST_FORMS} forms"
        reading.tell("`Plural-Forms` gives no number of forms with a formula", written.span, cure)
    return replace(found, plurals=rule or plurals_of(found.language))


def _wrong_counts(catalogue: Catalogue) -> Iterator[Diagnostic]:
    for message in catalogue.messages:
        wanted = catalogue.plurals.forms
        if message.plural is not None and len(message.forms) != wanted:
            here = f"{len(message.forms)} forms" if len(message.forms) != 1 else "one form"
            text = f"the language has {wanted} plural forms, and here are {here}"
            yield Diagnostic(UNREADABLE, text, message.place, f"write msgstr[0] to msgstr[{wanted - 1}]")
