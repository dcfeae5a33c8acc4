"""Slips of the hand in a scenario, outside its prose: what an author mistypes, drawn by a seed.

One slip changes one word or sign: a letter is missing, doubled, swapped or another one. Which one
is drawn knows nothing of what the program can find.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from collections.abc import Sequence as Seq
from pathlib import Path
from random import Random
from typing import NamedTuple

from game.diagnostics.diagnostic import Diagnostic, Span
from game.lint.advice import advised
from game.scenario.loading import loaded
from game.source.reader import document
from game.source.tree import Mapping as Group
from game.source.tree import Node, Scalar, Sequence


def _all(words: str) -> frozenset[str]:
    return frozenset(words.split())


SCENARIOS = Path(__file__).parents[2] / "scenarios"
PROSE = _all(
    "title text summary label about role name says for against warning unless_text because short questions"
    " subject from unknown points facts aims exit_ticket standards author license version zone note publisher"
    " year language level quote todo words flags"
)
CONDITIONS = _all("when unless odds set change expect")
QUANTITIES = _all(
    "step deadline every in travels at starts ends range start takes radius box path around estimates"
)
CLOSED = _all(
    "kind evidence course confidence status portrait player adviser hidden repeats quiet fiction historical"
    " essential catastrophe form picture sound"
)
KNOWN = PROSE | CONDITIONS | QUANTITIES | CLOSED
_KEEPS_ITS_FIELD = PROSE | CONDITIONS | {"portrait", "status"}
_KEYED_BY_ANYTHING = frozenset({"words", "flags", "set", "change", "points"})
_WORD_OPERATORS = _all("and or not is if else between min max abs")
_UNITS = _all("h min day days to by one of N S E W km nm within")
_WORD = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_SIGNS = re.compile(r"<=|>=|[<>+*/-]")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_OTHER_SIGNS = ":;,.=!&|'\"{}[]()#<>+-*/"


class Token(NamedTuple):
    """A stretch of one file that may be mistyped; `kind` is what it is."""

    kind: str
    file: str
    start: int
    end: int


class Slip(NamedTuple):
    """A token as it was, and what was typed in its place."""

    token: Token
    line: int
    written: str
    typed: str


class _File(NamedTuple):
    name: str
    text: str
    lines: tuple[int, ...]

    def stretch(self, scalar: Scalar) -> tuple[int, int]:
        span = scalar.span
        return (
            self.lines[span.line - 1] + span.column - 1,
            self.lines[span.end_line - 1] + span.end_column - 1,
        )


def tokens(files: Mapping[str, str]) -> dict[str, list[Token]]:
    """Return what may be mistyped in files without faults, by its kind."""
    found: dict[str, list[Token]] = {}
    for name, text in files.items():
        root = document(text.encode(), name)[0].root
        assert root is not None
        file = _File(name, text, (0, *(each.end() for each in re.finditer("\n", text))))
        for each in (*_of_entries(file, root, "", is_top=True), *_punctuation(file, root)):
            found.setdefault(each.kind, []).append(each)
    return found


def _of_entries(file: _File, group: Group, field: str, *, is_top: bool = False) -> Iterator[Token]:
    """Yield what stands in a group; `field` is the field around it that says what its values are."""
    for key, value in group.entries:
        if _WORD.fullmatch(key.value):
            yield Token("keys", file.name, *file.stretch(key))
        is_field = is_top or (key.value in KNOWN and field not in _KEYED_BY_ANYTHING)
        inner = key.value if is_field or field not in _KEEPS_ITS_FIELD else field
        yield from _of_value(file, value, inner)


def _of_value(file: _File, value: Node, field: str) -> Iterator[Token]:
    match value:
        case Group():
            yield from _of_entries(file, value, field)
        case Sequence():
            for item in value.items:
                yield from _of_value(file, item, field)
        case Scalar():
            is_on_one_line = value.span.line == value.span.end_line
            if field not in PROSE and value.is_plain and is_on_one_line:
                yield from _of_words(file, *file.stretch(value), field)


def _of_words(file: _File, start: int, end: int, field: str) -> Iterator[Token]:
    if field == "source":  # an id, and then a place in free words
        end = start + len(file.text[start:end].partition(" ")[0])
    for word in _WORD.finditer(file.text, start, end):
        kind = _kind(word.group(), field)
        if kind is not None:
            yield Token(kind, file.name, *word.span())
    for sign in _SIGNS.finditer(file.text, start, end) if field in CONDITIONS else ():
        yield Token("operators", file.name, *sign.span())


def _kind(word: str, field: str) -> str | None:
    if field in CONDITIONS and word in _WORD_OPERATORS:
        return "operators"
    if field in QUANTITIES and word in _UNITS:
        return "units"
    if field in CLOSED or word in {"yes", "no"}:
        return "closed words"
    return None if word[0].isupper() else "ids"


def _punctuation(file: _File, root: Group) -> Iterator[Token]:
    """Yield the signs of YAML itself: those that stand in no value, and those around a value."""
    outside = bytearray(b"\1" * (len(file.text) + 1))
    for scalar in _scalars(root):
        start, end = file.stretch(scalar)
        outside[start:end] = bytes(end - start)
        if not scalar.is_plain:
            yield Token("punctuation", file.name, start, start + 1)
            if file.text[start] in "'\"":
                yield Token("punctuation", file.name, end - 1, end)
    is_comment = False
    for place, sign in enumerate(file.text):
        is_comment = sign != "\n" and (is_comment or (sign == "#" and outside[place] == 1))
        if outside[place] and not is_comment and sign in ":{}[],-":
            yield Token("punctuation", file.name, place, place + 1)


def _scalars(node: Node) -> Iterator[Scalar]:
    match node:
        case Group():
            for key, value in node.entries:
                yield key
                yield from _scalars(value)
        case Sequence():
            for item in node.items:
                yield from _scalars(item)
        case Scalar():
            if node.value:
                yield node


def slip(random: Random, files: Mapping[str, str], among: Mapping[str, list[Token]]) -> Slip:
    """Return one slip; each kind of token is as likely as any other."""
    while True:
        token = random.choice(among[random.choice(sorted(among))])
        written = files[token.file][token.start : token.end]
        typed = _mistyped(random, written) if _WORD.fullmatch(written) else _missigned(random, written)
        if typed != written:
            return Slip(token, files[token.file].count("\n", 0, token.start) + 1, written, typed)


def _mistyped(random: Random, word: str) -> str:
    at = random.randrange(len(word))
    match random.choice(("missing", "doubled", "swapped", "other")):
        case "missing":
            return word[:at] + word[at + 1 :]
        case "doubled":
            return word[:at] + word[at] + word[at:]
        case "swapped":
            return word[:at] + word[at : at + 2][::-1] + word[at + 2 :]
        case _:
            return word[:at] + random.choice(_LETTERS) + word[at + 1 :]


def _missigned(random: Random, signs: str) -> str:
    at = random.randrange(len(signs))
    match random.choice(("missing", "doubled", "other")):
        case "missing":
            return signs[:at] + signs[at + 1 :]
        case "doubled":
            return signs[:at] + signs[at] + signs[at:]
        case _:
            return signs[:at] + random.choice(_OTHER_SIGNS) + signs[at + 1 :]


def slipped(files: Mapping[str, str], made: Slip) -> dict[str, bytes]:
    """Return the files with the slip in them."""
    text = files[made.token.file]
    changed = text[: made.token.start] + made.typed + text[made.token.end :]
    return {**{name: each.encode() for name, each in files.items()}, made.token.file: changed.encode()}


class Subject(NamedTuple):
    """A scenario as it is shipped: its files, what may be mistyped in them, and what is said of them."""

    files: Mapping[str, str]
    tokens: Mapping[str, list[Token]]
    known: frozenset[tuple[str, Span, str]]


class Report(NamedTuple):
    """A slip, its line, and the faults that it caused."""

    slip: Slip
    line: str
    faults: tuple[Diagnostic, ...]

    @property
    def is_near(self) -> bool:
        """Whether a fault lies on the line of the slip or the one below."""
        file, line = self.slip.token.file, self.slip.line
        return any(each.span.file == file and line <= each.span.line <= line + 1 for each in self.faults)

    def __str__(self) -> str:
        slip = self.slip
        place = f"{slip.token.file}:{slip.line}: {slip.token.kind}"
        return f"{place}: `{slip.written}` as `{slip.typed}` in: {self.line.strip()}"


def subject(name: str) -> Subject:
    """Return a shipped scenario."""
    folder = SCENARIOS / name
    paths = [each for each in sorted(folder.rglob("*.yaml")) if not each.name.endswith(".test.yaml")]
    files = {f"{name}/{each.relative_to(folder).as_posix()}": each.read_text("utf-8") for each in paths}
    found = _faults({file: text.encode() for file, text in files.items()})
    return Subject(files, tokens(files), frozenset(_key(each) for each in found))


def reports(seed: int, number: int, subjects: Seq[Subject]) -> Iterator[Report]:
    """Yield what is said of so many slips, each made alone in one of the scenarios."""
    random = Random(seed)
    for _ in range(number):
        files, among, known = random.choice(subjects)
        made = slip(random, files, among)
        found = tuple(each for each in _faults(slipped(files, made)) if _key(each) not in known)
        yield Report(made, files[made.token.file].split("\n")[made.line - 1], found)


def _faults(files: Mapping[str, bytes]) -> tuple[Diagnostic, ...]:
    read = loaded(files)
    return (*read.diagnostics, *advised(read))


def _key(fault: Diagnostic) -> tuple[str, Span, str]:
    return fault.code, fault.span, fault.message
