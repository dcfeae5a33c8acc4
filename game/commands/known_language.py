"""`--lang` for the commands: whether there is such a language at all."""

from __future__ import annotations

from game.commands.refusal import RefusedError
from game.scenario.meant import nearest
from game.store.languages import codes, program_languages
from game.store.library import Volume


def check_language(language: str | None, opened: Volume | None = None) -> None:
    """Refuse a language that neither the program nor the scenario has."""
    known = dict.fromkeys((*program_languages(), *(opened.languages if opened is not None else ())))
    if language is None or any(code in known for code in codes(language)):
        return
    near = nearest(language, known)
    meant = f"Did you mean `{near}`?" if near else f"There are: {', '.join(known)}."
    raise RefusedError(f"Nothing is translated into `{language}`. {meant}")
