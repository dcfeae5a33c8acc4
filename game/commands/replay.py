"""`excomm replay`: a recorded run played again and printed, or written as Markdown or a page."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Literal

from game.commands.arguments import Arguments
from game.commands.language import words_in
from game.commands.recorded import recorded
from game.commands.refusal import RefusedError, Status
from game.report.document import Document, Form, Kind
from game.session.session import Session
from game.store.atomic import write_whole
from game.terminal.transcript import transcript
from game.view.words import ENGLISH, Words

_FORMATS = ("text", "md", "html")


def parser(program: str) -> Arguments:
    made = Arguments(
        program, "Play a recorded run again and print it, or write its transcript or journal to a file."
    )
    made.take_language()
    made.add_argument("run", metavar="RUN", type=Path, help="a run file, or the short code of a game")
    made.add_argument(
        "--format", choices=_FORMATS, help="text, md for Markdown, or html; by default as the file is called"
    )
    made.add_argument(
        "--journal", action="store_true", help="the journal: a line for each thing, without the options"
    )
    made.add_argument("-o", metavar="FILE", dest="output", type=Path, help="write it to a file")
    return made


def carry_out(program: str, words: Sequence[str]) -> int:
    given = parser(program).taken(words)
    form = given.format or _named_by(given.output)
    if given.journal and form == "text":
        raise RefusedError("A journal is written with `--format md` or `--format html`.")
    again = recorded(given.run, language=given.lang)
    if again.session is not None:
        kind: Kind = "journal" if given.journal else "transcript"
        text = _text(again.session, words_in(given.lang), kind, form, given.lang)
        if given.output is None:
            print(text, end="", flush=True)
        else:
            write_whole(given.output, text.encode())
            print(f"{given.output}: {again.session.position} choices", file=sys.stderr)
    if again.fault is not None:
        raise RefusedError(again.fault.in_words(ENGLISH), Status.FAULTS)
    return Status.CLEAN


def _named_by(output: Path | None) -> Form | Literal["text"]:
    """Return the form that the name of a file asks for."""
    known: Mapping[str, Form] = {".md": "md", ".html": "html", ".htm": "html"}
    return known.get(output.suffix.lower(), "text") if output is not None else "text"


def _text(
    session: Session, words: Words, kind: Kind, form: Form | Literal["text"], language: str | None
) -> str:
    if form == "text":
        return transcript(session, words)
    from game.report.edition import document_text  # noqa: PLC0415 - what is printed needs none of it

    return document_text(Document(kind, form), session, words, language)
