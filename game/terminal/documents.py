"""What a player types to have a document written: `report`, `journal`, or `transcript md`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from game.analysis.account import Reckoning
from game.report.document import REPORT, Document, documents
from game.report.edition import document_text
from game.session.session import Session
from game.view.page import Page
from game.view.words import Words


class Writer(Protocol):
    """Where documents are written, in which language."""

    language: str | None

    def write(self, session: Session, kind: str, form: str, text: str) -> Path:
        """Write a document of a game and return its path. Raises OSError."""


def written(
    given: str,
    page: Page,
    session: Session,
    writer: Writer,
    reckon: Callable[[], Reckoning | None],
    words: Words,
) -> str:
    """Write the document that is meant; return the sentence that says where it lies, or why it does not.

    `reckon` is asked for a report only, and may take its time.
    """
    there = {_name(each): each for each in documents(page)}
    document = there.get(" ".join(given.replace(".", " ").split()))
    if document is None:
        return words["document.unknown"].format(documents=", ".join(there))
    reckoning = reckon() if document is REPORT else None
    text = document_text(document, session, words, writer.language, reckoning)
    try:
        path = writer.write(session, document.kind, document.form, text)
    except OSError as fault:
        return words["document.failed"].format(reason=fault.strerror or fault)
    return words["document.written"].format(name=path)


def _name(document: Document) -> str:
    """Return what is typed for a document: a page needs no form."""
    return document.kind if document.form == "html" else f"{document.kind} {document.form}"
