"""What a game is handed on as: its report, its journal or its transcript, as a page or as Markdown."""

from __future__ import annotations

from typing import Literal, NamedTuple, assert_never

from game.analysis.reckoning import Reckoning
from game.report.afteraction import imprint_of, report_page
from game.report.classpath import class_path
from game.report.script import Script, journal_script, script_markdown, script_page, transcript_script
from game.session.session import Session
from game.view.afterwards import review
from game.view.page import Page
from game.view.words import Words

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


def document_text(
    document: Document,
    session: Session,
    words: Words,
    language: str | None,
    reckoning: Reckoning | None = None,
) -> str:
    """Return a document of a game; without a language the page says that of the scenario.

    The report says what it can without a reckoning, and that the rest is not worked out.
    """
    spoken = language or session.scenario.language
    match document.kind:
        case "report":
            told, votes = review(session, reckoning, words), class_path(session, reckoning, words)
            return report_page(told, imprint_of(session), words, spoken, votes)
        case "journal":
            return _set(journal_script(session, words), document.form, words, spoken)
        case "transcript":
            return _set(transcript_script(session, words), document.form, words, spoken)
        case _:
            assert_never(document.kind)


def _set(script: Script, form: Form, words: Words, language: str) -> str:
    return script_page(script, words, language) if form == "html" else script_markdown(script, words)
