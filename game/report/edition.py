"""The text of a document, with all that a report needs; the document itself is quick to load."""

from __future__ import annotations

from typing import assert_never

from game.analysis.account import Reckoning
from game.report.afteraction import imprint_of, report_page
from game.report.classpath import class_path
from game.report.document import Document, Form
from game.report.script import Script, journal_script, script_markdown, script_page, transcript_script
from game.session.session import Session
from game.view.afterwards import review
from game.view.words import Words


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
