"""What a game is handed on as: its report, its journal or its transcript, as a page or as Markdown."""

from __future__ import annotations

from typing import Literal

from game.frozen import NamedTuple
from game.view.page import Page

Kind = Literal["report", "journal", "transcript"]
Form = Literal["html", "md"]


class Document(NamedTuple):
    """What is written, and how; a report is a page, and only of a game that is over."""

    kind: Kind
    form: Form = "html"


REPORT = Document("report")
DOCUMENTS = (
    REPORT,
    Document("journal"),
    Document("journal", "md"),
    Document("transcript"),
    Document("transcript", "md"),
)


def documents(page: Page) -> tuple[Document, ...]:
    """Return the documents that there are of a game at a Page: no report before its ending."""
    return tuple(each for each in DOCUMENTS if each is not REPORT or page.ending is not None)
