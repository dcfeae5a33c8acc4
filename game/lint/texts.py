"""Texts that do not fit their place, and what a decision claims without a source (W710, I707)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from game.diagnostics.diagnostic import Diagnostic, Rule
from game.lint.subject import Subject
from game.scenario.catalogue import Catalogue, Key
from game.scenario.text import Citation, Emphasis, Piece, Text
from game.scenario.wording import Wording
from game.source.tree import Scalar

TOO_LONG = Rule(
    code="W710",
    title="text too long for its place",
    cause="A label has room for 48 characters, a title for 60, and a letter is read on one page of"
    " 1,200. What is longer is cut or set very small on the screen.",
    example="options:\n  call: { label: Telephone the commander on the other bank and propose to tow"
    " the boat away at dawn }",
    cure="Say it in fewer words. An option has `about:` for a sentence more.",
)
UNCITED = Rule(
    code="I707",
    title="text of a decision without a citation",
    cause="Decisions are no statements with a `source:` of their own. What their text claims is cited"
    " in place.",
    example="text: The council is split between a blockade and an air strike.",
    cure="Add a citation: `[@frus_xi doc. 34]`. In an invented scenario say `fiction: yes` at the top.",
)

LABEL, TITLE, LETTER = 48, 60, 1200
_LIMITS: Mapping[str, tuple[str, int]] = {"label": ("a label", LABEL), "title": ("a title", TITLE)}


def text_faults(subject: Subject) -> Iterator[Diagnostic]:
    """Yield texts that are too long and decisions without a citation, at the text."""
    for path, place in subject.decoder.places.items():
        limit = _LIMITS.get(path.rpartition(".")[2])
        if limit is None or not isinstance(place.value, Scalar) or path.startswith("sources."):
            continue
        yield from _length(subject, path, place.value.value.strip(), *limit)
    for letter in subject.scenario.letters.values():
        yield from _length(subject, f"letters.{letter.id}.text", letter.text.written, "a letter", LETTER)
    yield from _citations(subject)


def _length(subject: Subject, path: str, written: str, what: str, most: int) -> Iterator[Diagnostic]:
    if len(written) > most:
        place = subject.value(path, subject.decoder.places[path].key)
        message = f"{what} has room for {most:,} characters, and here are {len(written):,}"
        yield Diagnostic(TOO_LONG, message, place, "say it in fewer words")


def long_translations(catalogue: Catalogue, wordings: Iterable[Wording]) -> Iterator[Diagnostic]:
    """Yield translations that are too long for their place; they may be 30% longer than the text."""
    limits = {each.key: limit for each in wordings if (limit := _limit(each.path)) is not None}
    for message in catalogue.messages:
        limit = limits.get(Key.of(message.context, message.source))
        words = message.forms[0]
        if limit is None or message.is_fuzzy:
            continue
        what, most = limit[0], limit[1] * 13 // 10
        if len(words.value.strip()) > most:
            sentence = f"a translation of {what} has room for {most:,} characters"
            sentence += f", and here are {len(words.value.strip()):,}"
            yield Diagnostic(TOO_LONG, sentence, words.span, "say it in fewer words")


def _limit(path: str) -> tuple[str, int] | None:
    section, _, _ = path.partition(".")
    if section == "letters" and path.endswith(".text"):
        return "a letter", LETTER
    return None if section == "sources" else _LIMITS.get(path.rpartition(".")[2])


def _citations(subject: Subject) -> Iterator[Diagnostic]:
    if not subject.owes_evidence:
        return
    for decision in subject.scenario.decisions.values():
        path = f"decisions.{decision.id}.text"
        if decision.text is not None and not has_citation(decision.text):
            place = subject.value(path, decision.span)
            message = f"the text of `{decision.id}` cites no source"
            yield Diagnostic(UNCITED, message, place, "cite what it claims: `[@frus_xi doc. 34]`")


def has_citation(text: Text) -> bool:
    """Return whether a text has a citation in it."""
    return any(_is_citation(piece) for paragraph in text.paragraphs for piece in paragraph)


def _is_citation(piece: Piece) -> bool:
    match piece:
        case Citation():
            return True
        case Emphasis(pieces):
            return any(_is_citation(each) for each in pieces)
        case _:
            return False
