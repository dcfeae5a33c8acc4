"""Reads the markup of texts, as section 8 of the language defines it."""

from __future__ import annotations

import re
from functools import partial

from game.diagnostics.diagnostic import Diagnostic, Rule
from game.scenario.text import Citation, Emphasis, Link, Piece, Plural, Text, Value, Words
from game.scenario.textscope import BARE, TextScope
from game.source.tree import Scalar

BROKEN_MARKUP = Rule(
    code="E712",
    title="broken markup, or a wrong number of plural forms",
    cause="In texts, `{...}` prints a value, `<...>` links to the codex, `[@...]` cites a source and"
    " `*...*` is set in italics. One of these is opened and not closed, or holds something else than it"
    " must. A plural has as many forms as the language of the text: two in English.",
    example="text: The river is {tension, and the boats are near.",
    cure="Close it in the same paragraph. To print one of these signs itself, write it twice: `{{`,"
    " `<<`, `**`, `[[@`.",
)

_SIGN = re.compile(r"\{\{|<<|\*\*|\[\[@|[{<*]|\[@")
_ESCAPES = {"{{": "{", "<<": "<", "**": "*", "[[@": "[@"}
_VALUE = re.compile(r"\{([^{}]*)\}")
_LINK = re.compile(r"<([^<>]*)>")
_CITATION = re.compile(r"\[@([^\[\]]*)\]")
_ID = re.compile(r"[a-z][a-z0-9_]*")
_NAME = re.compile(r"[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)*")
_OPENED = re.compile(r"(?:\[@|.)[\w.|]*", re.DOTALL)
_LINE_BREAK = re.compile(r"\n\s*")
_BLANK_LINE = re.compile(r"\n[ \t]*\n\s*")


def text(scalar: Scalar, names: TextScope) -> tuple[Text, tuple[Diagnostic, ...]]:
    """Return a text with the faults of its markup; what is broken stays as it is written."""
    written = scalar.value
    is_marked = _SIGN.search(written) is not None
    if not is_marked and "\n" not in written:
        plain = written.strip()
        return Text(written=plain, paragraphs=((Words(plain),),) if plain else (), span=scalar.span), ()
    reading = _Reading(scalar, names)
    paragraphs = tuple(filter(None, (reading.paragraph(start, end) for start, end in _paragraphs(scalar))))
    read = Text(written.strip(), paragraphs, tuple(reading.printed), scalar.span)
    return read, tuple(reading.faults)


def paragraph_words(scalar: Scalar) -> tuple[str, ...]:
    """Return the paragraphs of a text as written, each on one line."""
    return tuple(_on_one_line(scalar.value[start:end]) for start, end in _paragraphs(scalar))


def _paragraphs(scalar: Scalar) -> list[tuple[int, int]]:
    """Return where each paragraph starts and ends; a blank line stands between two."""
    value = scalar.value
    end = len(value.rstrip())
    start = len(value) - len(value.lstrip())
    breaks = _LINE_BREAK if _is_folded(scalar, start, end) else _BLANK_LINE
    found: list[tuple[int, int]] = []
    for gap in breaks.finditer(value, start, end):
        found.append((start, gap.start()))
        start = gap.end()
    return [*found, (start, end)] if start < end else found


def _is_folded(scalar: Scalar, start: int, end: int) -> bool:
    """Return whether YAML has joined the lines of the text, so that a line break in it was a blank line.

    A block text of style `|` keeps its lines, and takes no more lines in the file than it has.
    Only where the file has more lines is the place of the first line break looked up.
    """
    first = scalar.value.find("\n", start, end)
    if first < 0 or scalar.is_plain:
        return first >= 0
    lines = scalar.span.end_line - scalar.span.line - (scalar.span.end_column == 1)
    if lines <= scalar.value.count("\n", start, end) + 1:
        return False
    return scalar.part(first, first + 1).line > scalar.part(first - 1, first).line


class _Reading:
    """One reading of one text: where it stands, and what was found so far."""

    def __init__(self, scalar: Scalar, names: TextScope) -> None:
        self.scalar = scalar
        self.value = scalar.value
        self.names = names
        self.position = 0
        self.faults: list[Diagnostic] = []
        self.printed: dict[str, None] = {}

    def paragraph(self, start: int, end: int) -> tuple[Piece, ...]:
        self.position = start
        return self.pieces(end, None)

    def pieces(self, end: int, opening: int | None) -> tuple[Piece, ...]:
        """Read pieces up to an end, or within italics, which began at `opening`, up to their second star."""
        found: list[Piece] = []
        words: list[str] = []
        while (sign := _SIGN.search(self.value, self.position, end)) is not None:
            words.append(self.value[self.position : sign.start()])
            self.position = sign.end()
            if sign.group() == "*" and opening is not None:
                _close(found, words)
                return tuple(found)
            escaped = _ESCAPES.get(sign.group())
            piece = self.piece(sign.start(), end) if escaped is None else escaped
            if isinstance(piece, str):
                words.append(piece)
            else:
                _close(found, words)
                found.append(piece)
        words.append(self.value[self.position : end].rstrip())
        self.position = end
        if opening is not None:
            self.tell_broken(
                opening, "these italics are never closed", "close them with `*`; `**` prints a star"
            )
        _close(found, words)
        return tuple(found)

    def piece(self, start: int, end: int) -> Piece | str:
        """Read what begins with a sign, or return its characters where it is faulty."""
        sign = self.value[start]
        if sign == "*":
            return Emphasis(self.pieces(end, start))
        pattern = {"{": _VALUE, "<": _LINK, "[": _CITATION}[sign]
        match = pattern.match(self.value, start, end)
        if match is None:
            return self.unclosed(start, end)
        self.position = match.end()
        inside = match.group(1)
        read = {"{": self.printed_value, "<": self.link, "[": self.citation}[sign]
        return read(inside, match.start(1), match.end()) or match.group()

    def unclosed(self, start: int, end: int) -> str:
        opened = _OPENED.match(self.value, start, end)
        assert opened is not None
        sign = "[@" if self.value[start] == "[" else self.value[start]
        closing = {"{": "}", "<": ">", "[@": "]"}[sign]
        doubled = f"[{sign}" if sign == "[@" else sign * 2
        cure = f"close it with `{closing}` in the same paragraph; `{doubled}` prints the sign itself"
        self.tell_broken(start, f"`{sign}` is never closed", cure)
        self.position = opened.end()
        return opened.group()

    def printed_value(self, inside: str, start: int, end: int) -> Piece | None:
        name, colon, forms = inside.partition(":")
        bare = name.strip()
        start += len(name) - len(name.lstrip())
        if not _NAME.fullmatch(bare):
            cure = "write `{tension}`, `{tension.number}` or `{ships:one ship|# ships}`; `{{` prints a brace"
            self.broken(start - 1, end, f"`{{{_short(inside)}}}` names no value", cure)
            return None
        is_bare = bare.endswith(BARE) and not self.names.names.is_known(bare)
        name = bare.removesuffix(BARE) if is_bare else bare
        need = "`.number` prints a number" if is_bare else "only a number has plural forms" if colon else None
        fault = self.names.value_fault(name, need, partial(self.scalar.part, start, start + len(bare)))
        self.printed[name] = None
        if fault is not None:
            self.faults.append(fault)
            return Value(name, is_bare)
        return self.plural(name, forms, start - 1, end) if colon else Value(name, is_bare)

    def plural(self, name: str, written: str, start: int, end: int) -> Piece | None:
        forms = tuple(_on_one_line(form) for form in written.split("|"))
        wanted = self.names.plurals.forms
        if _SIGN.search(written) is not None:
            self.broken(start, end, "a plural form holds plain words and `#`", "put other markup around it")
            return None
        if len(forms) != wanted:
            message = f"`{name}` has {_counted(len(forms))} here, but the language has {wanted}"
            sample = "|".join(["one ship", "# ships"] if wanted == 2 else ["# ships"] * wanted)
            self.broken(start, end, message, f"write `{{ships:{sample}}}`")
            return None
        return Plural(name, forms, self.names.plurals)

    def link(self, inside: str, start: int, end: int) -> Piece | None:
        name, bar, words = inside.partition("|")
        if name.startswith("/") and f"<{name[1:]}>" in self.value[:start]:
            return None  # which was told at the first of the two
        if f"</{name}>" in self.value[end:]:
            cure = f"leave out `<{name}>` and `</{name}>`; `*words*` are in italics, and there is no bold"
            self.broken(start - 1, end, "texts have no HTML", cure)
            return None
        if not _ID.fullmatch(name) or (bar and not words.strip()):
            known = next(iter(self.names.links), "lemay")
            cure = f"write `<{known}>` or `<{known}|other words>`; `<<` prints the sign itself"
            self.broken(start - 1, end, f"`<{_short(inside)}>` is no link", cure)
            return None
        fault = self.names.link_fault(name, partial(self.scalar.part, start, start + len(name)))
        if fault is not None:
            self.faults.append(fault)
        return Link(name, _on_one_line(words) if bar else None)

    def citation(self, inside: str, start: int, end: int) -> Piece | None:
        name, *locator = inside.split(maxsplit=1)[:2] or [""]
        if not _ID.fullmatch(name) or inside[0].isspace():
            cure = "write `[@dobbs_2008 27 October]`; `[[@` prints the sign itself"
            self.broken(start - 2, end, f"`[@{_short(inside)}]` is no citation", cure)
            return None
        fault = self.names.source_fault(name, partial(self.scalar.part, start, start + len(name)))
        if fault is not None:
            self.faults.append(fault)
        return Citation(name, _on_one_line(locator[0].strip()) if locator else None)

    def broken(self, start: int, end: int, message: str, cure: str) -> None:
        self.faults.append(Diagnostic(BROKEN_MARKUP, message, self.scalar.part(start, end), cure))

    def tell_broken(self, start: int, message: str, cure: str) -> None:
        """Report what is opened and never closed, at its sign and the word behind it."""
        opened = _OPENED.match(self.value, start)
        self.broken(start, start + 1 if opened is None else opened.end(), message, cure)


def _close(found: list[Piece], words: list[str]) -> None:
    """Put the words gathered so far behind the pieces, and gather anew."""
    joined = _on_one_line("".join(words))
    if joined:
        found.append(Words(joined))
    words.clear()


def _on_one_line(words: str) -> str:
    """Return words with a space for each line break and the spaces around it."""
    if "\n" not in words:
        return words
    first, *others = words.split("\n")
    *middle, last = others
    return " ".join([first.rstrip(), *(each.strip() for each in middle), last.lstrip()])


def _short(inside: str) -> str:
    return inside if len(inside) <= 30 else f"{inside[:30]}..."


def _counted(forms: int) -> str:
    return "one form" if forms == 1 else f"{forms} forms"
