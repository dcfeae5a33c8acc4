"""`excomm docs`: the reference manual of the scenario language, from the table of records."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from game.commands.arguments import Arguments
from game.commands.forms import ABOUT, FORMS
from game.commands.manual import rules
from game.commands.refusal import Status
from game.scenario.manual import reference
from game.store.atomic import write_whole


def parser(program: str) -> Arguments:
    made = Arguments(program, "Print the reference manual of the scenario language, as Markdown.")
    made.add_argument("-o", metavar="FILE", dest="output", help="write it to a file")
    return made


def carry_out(program: str, words: Sequence[str]) -> int:
    given = parser(program).taken(words)
    text = manual_text()
    if given.output is None:
        sys.stdout.write(text)
    else:
        write_whole(Path(given.output), text.encode())
    return Status.CLEAN


def manual_text() -> str:
    """Return the manual; of the forms only those of commands that the program has."""
    from game.commands.main import COMMANDS  # noqa: PLC0415 - the table that leads here

    known = {command.word for command in COMMANDS}
    forms = {command: form for command, form in FORMS.items() if command.split()[0] in known}
    return reference(rules().values(), forms, ABOUT)
