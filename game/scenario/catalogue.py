"""Catalogues: the texts of a scenario, or the words of the program, in another language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from game.diagnostics.diagnostic import Span
from game.frozen import Frozen, NamedTuple
from game.scenario.plurals import TWO_FORMS, PluralRule
from game.source.tree import Scalar

NOWHERE = Scalar("", Span.whole(""))


class Message(NamedTuple):
    """A text with its translation. `context` is the path of the text, `source` the text itself.

    `forms` are the translation: one, or as many as the language has plural forms where there is a
    `plural`. An empty form is not translated yet. `remarks` are for the translator, `notes` his own.
    `place` is where the source stands, `address` where the context does.
    """

    context: str
    source: str
    forms: tuple[Scalar, ...] = (NOWHERE,)
    plural: str | None = None
    is_fuzzy: bool = False
    remarks: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    place: Span = Span.whole("")
    address: Span = Span.whole("")

    @property
    def is_translated(self) -> bool:
        return all(each.value.strip() for each in self.forms)


class Catalogue(Frozen):
    """A PO file as read: header fields in their order, messages in theirs, `obsolete` kept as written."""

    file: str
    header: Mapping[str, str] = {}
    messages: tuple[Message, ...] = ()
    obsolete: tuple[Message, ...] = ()
    plurals: PluralRule = TWO_FORMS
    notes: tuple[str, ...] = ()

    @property
    def language(self) -> str:
        """The code of the language: that of the header, else the name of the file."""
        return self.header.get("Language", "") or self.file.rpartition("/")[2].removesuffix(".po")

    @property
    def is_partial(self) -> bool:
        """Whether the header says that only a part is meant to be translated: `X-Partial: yes`."""
        return self.header.get("X-Partial", "") == "yes"


class Key(NamedTuple):
    """What a message is looked up by: line breaks and spaces of the text make no difference."""

    context: str
    words: str

    @staticmethod
    def of(context: str, source: str) -> Key:
        return Key(context, " ".join(source.split()))


def by_key(messages: Sequence[Message]) -> Mapping[Key, Message]:
    """Return messages by what they are looked up by; of two the first counts."""
    return {Key.of(each.context, each.source): each for each in reversed(messages)}


_SIGNS = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"})


def format_catalogue(catalogue: Catalogue) -> str:
    """Return the text of a PO file; reading it gives the same catalogue but for places."""
    lines = [*(f"# {note}".rstrip() for note in catalogue.notes), 'msgid ""', 'msgstr ""']
    lines += [_quoted(f"{name}: {value}\n") for name, value in catalogue.header.items()]
    for message in catalogue.messages:
        lines += ["", *_message_lines(message)]
    for message in catalogue.obsolete:
        lines += ["", *(f"#~ {line}" for line in _message_lines(message))]
    return "".join(f"{line}\n" for line in lines)


def _message_lines(message: Message) -> Iterator[str]:
    yield from (f"# {each}".rstrip() for each in message.notes)
    yield from (f"#. {each}".rstrip() for each in message.remarks)
    if message.is_fuzzy:
        yield "#, fuzzy"
    if message.context:
        yield from _field_lines("msgctxt", message.context)
    yield from _field_lines("msgid", message.source)
    if message.plural is None:
        yield from _field_lines("msgstr", message.forms[0].value)
        return
    yield from _field_lines("msgid_plural", message.plural)
    for number, form in enumerate(message.forms):
        yield from _field_lines(f"msgstr[{number}]", form.value)


def _field_lines(name: str, text: str) -> Iterator[str]:
    """Yield a field: a text of several lines begins beneath its name, a line of it on each."""
    pieces = text.splitlines(keepends=True) if "\n" in text[:-1] else [text]
    if len(pieces) == 1:
        yield f"{name} {_quoted(text)}"
        return
    yield f'{name} ""'
    yield from map(_quoted, pieces)


def _quoted(text: str) -> str:
    return f'"{text.translate(_SIGNS)}"'
