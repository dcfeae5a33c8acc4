"""The bytes of one YAML file into a Document: the only way in."""

from __future__ import annotations

import re

from game.diagnostics.diagnostic import Diagnostic
from game.source.characters import text_of
from game.source.comment import comments, cut_values, ignores
from game.source.composer import Composition
from game.source.events import Events, Unreadable
from game.source.parser import fast_events
from game.source.place import span_of
from game.source.shape import not_a_group
from game.source.syntax import not_yaml
from game.source.tree import Document, Mapping, Scalar

# Possessive: what is passed over is never tried again, in however many empty lines.
_DIRECTIVE = re.compile(r"(?: *+(?:#.*+)?\n)*+(%.*)")


def document(
    content: bytes, file: str, events: Events = fast_events
) -> tuple[Document, tuple[Diagnostic, ...]]:
    """Return a file as a document, and what is wrong with it, in the order of the file.

    Any bytes give a document, within bounded time and memory. A file with a fault that
    leaves a part of it unread has no root, and `is_readable` says so. A tab within a
    line is read as a space. `events` is the parser; each gives the same document.
    """
    text, faults = text_of(content, file)
    if faults:
        return Document(file, text, None, is_readable=False), _sorted(faults)
    spaced = text.replace("\t", " ")
    composition = _composed(spaced, file, events)
    found = list(comments(spaced, composition.quoted)) if "#" in spaced else []
    root = _root(composition)
    faults = (*composition.faults, *cut_values(spaced, file, found, composition.root))
    read = Document(
        file,
        text,
        root,
        ignores=ignores(spaced, file, found),
        is_readable=composition.is_complete,
        has_all_ids=composition.has_all_ids,
        nodes=composition.nodes if composition.is_complete else 0,
    )
    return read, _sorted(faults)


def _composed(text: str, file: str, events: Events) -> Composition:
    composition = Composition(file, text)
    if directive := _DIRECTIVE.match(text):
        span = span_of(text, file, *directive.span(1))
        cure = "remove this line, or put the text in quotation marks"
        composition.leave_out(not_yaml("an unquoted text cannot begin with `%`", span, cure))
        return composition
    try:
        composition.read(events(text))
    except Unreadable as error:
        from game.source.breakage import breakage  # noqa: PLC0415 - much, and few files are broken

        quoted = composition.quoted[-1] if composition.quoted else None
        composition.leave_out(breakage(error, file, text, quoted))
    return composition


def _root(composition: Composition) -> Mapping | None:
    match composition.root:
        case Mapping() as root if composition.is_complete:
            return root
        case None | Mapping():
            return None
        case _ if not composition.is_complete:
            return None
        case Scalar() as nothing if nothing.is_absent:
            return None
        case node:
            composition.leave_out(not_a_group(node))
            return None


def _sorted(faults: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    return tuple(sorted(faults, key=lambda each: (each.span, each.code)))
