"""Documents of a game, written in threads of their own while the window goes on."""

from __future__ import annotations

from queue import SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING

from game.frozen import NamedTuple
from game.report.document import REPORT, Document
from game.screen.errands import labour
from game.session.session import Session
from game.store.shelf import Shelf
from game.view.words import Words

if TYPE_CHECKING:
    from game.analysis.account import Reckoning
    from game.solver.solver import Solver  # with processes, which a window can do without


class Wish(NamedTuple):
    """A document that is to be written of a game."""

    document: Document
    session: Session


class Scribe:
    """Writes documents beside the player's games; a report waits for what is still worked out."""

    def __init__(self, shelf: Shelf, words: Words) -> None:
        self._shelf = shelf
        self._words = words
        self._awaited: list[Wish] = []
        self._told: SimpleQueue[str] = SimpleQueue()

    def ask(self, document: Document, session: Session, solver: Solver | None) -> str:
        """Have a document written; return the sentence that says when. `solver` is that of the session."""
        if document is REPORT and solver is not None:
            self._awaited.append(Wish(document, session))
            return self._words["toast.report_waits" if not solver.is_reckoned else "toast.writing"]
        self._begin(Wish(document, session), None)
        return self._words["toast.writing"]

    def notice(self, session: Session | None, solver: Solver | None) -> str:
        """Begin what need not wait any more; return a sentence on what was written meanwhile, if anything.

        A report whose game is no more that of the solver is written without what it would have said.
        """
        for wish in tuple(self._awaited):
            is_asked = solver is not None and wish.session == session
            if not is_asked or solver is None or solver.is_reckoned:
                self._awaited.remove(wish)
                self._begin(wish, solver.reckoning if solver is not None and is_asked else None)
        return "" if self._told.empty() else self._told.get()

    def close(self) -> None:
        """Write what still waits without what it waited for; the process lives on until all is written."""
        self.notice(None, None)

    def _begin(self, wish: Wish, reckoning: Reckoning | None) -> None:
        Thread(target=self._write, args=(wish, reckoning), name="scribe").start()

    def _write(self, wish: Wish, reckoning: Reckoning | None) -> None:
        (kind, form), session = wish
        with labour:
            from game.report.edition import document_text  # noqa: PLC0415 - with all that a report needs

            text = document_text(wish.document, session, self._words, self._shelf.language, reckoning)
        try:
            path = self._shelf.write(session, kind, form, text)
        except OSError as fault:
            self._told.put(self._words["document.failed"].format(reason=fault.strerror or fault))
        else:
            self._told.put(self._words["document.written"].format(name=path))
