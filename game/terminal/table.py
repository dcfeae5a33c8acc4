"""The game on the table of the terminal: the page that lies open, and what the player does with it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Protocol

from game.analysis.account import Reckoning
from game.engine.moves import Command
from game.scenario.meant import nearest
from game.session.said import Said
from game.session.session import Session, after, rewound
from game.store.shelf import Found, Saved
from game.terminal.answers import Answered, Refused, answer, names
from game.terminal.console import Write
from game.terminal.documents import Writer, written
from game.terminal.looks import LOOKS
from game.terminal.reviewed import review_lines
from game.terminal.transcript import heading_lines, moment_lines, opening_lines, page_lines, question_lines
from game.view.afterwards import review
from game.view.composition import page as page_of
from game.view.gauges import status_line
from game.view.likelihood import Odds
from game.view.page import Page
from game.view.review import Review
from game.view.words import ENGLISH, Words

Ask = Callable[[Session], Odds | None]
"""Gives the odds where a game stands, None where nobody works them out."""

Reckon = Callable[[Session], Reckoning | None]
"""Gives what there is to say of a game that is over, None where nothing can be said."""

_WAYS_BACK = ("help.undo", "help.rewind")


class Shelf(Writer, Protocol):
    """Where games are kept and documents of them written."""

    def keep(self, session: Session) -> Said | None:
        """Write the automatic save; return what is to be said of it, if anything."""

    def save(self, session: Session, name: str) -> Saved:
        """Save under a name, by itself if it is empty."""

    def found(self, name: str) -> Found | Said:
        """Return a saved game, or what says why there is none."""

    def take_up(self, found: Found) -> None:
        """Keep a game that was read from now on."""

    def refusal(self, word: str, name: str) -> Said | None:
        """Return what says that a word names no saved game, None where it names one."""

    def remove(self, name: str) -> Said:
        """Put a saved game aside; return what says so, or why not."""

    def bring_back(self) -> Said:
        """Put the game that was removed last among the saved games again; return what came of it."""


def _is_of_adviser(word: str, rest: str) -> bool:
    return word in {"adviser", "advisers"} and bool(rest)


class Table:
    """The game on the table with the page that lies open."""

    def __init__(
        self,
        session: Session,
        write: Write,
        shelf: Shelf | None,
        asked: tuple[Ask | None, Ask | None, Reckon | None],
        words: Words,
    ) -> None:
        self.session = session
        self.write = write
        self.shelf = shelf
        self.ask_odds, self.ask_likelihoods, self.reckon = asked
        self.review: Review | None = None
        self.words = words
        self.page = self._page()
        self.asked_of: str | None = None
        self.acts: Mapping[str, Callable[[str], None]] = {
            "help": self._help,
            "undo": self._undo,
            "redo": self._redo,
            "rewind": self._rewind,
            "save": self._save,
            "load": self._load,
            "remove": self._remove,
            "restore": self._restore,
            "review": self._review,
            "write": self._write_document,
        }

    @property
    def is_settled(self) -> bool:
        """Whether nothing beforehand decides: the game is over, or the player went back in it."""
        return self.session.is_over or self.session.can_redo

    @property
    def parting(self) -> str:
        """What can be done when the game is over."""
        return self.words["terminal.over.bound" if self.page.way_back.reason else "terminal.over"]

    def begin(self, note: Write) -> None:
        self._write_all(heading_lines(self.page, self.words))
        if self.page.way_back.reason:
            note(self.page.way_back.reason)
        for line in opening_lines(self.page):
            note(line)
        self._write_all(page_lines(self.page, self.words))
        self._keep()

    def choose(self, command: Command) -> None:
        self.session = after(self.session, command)
        self.page = self._page()
        self._write_all(page_lines(self.page, self.words))
        self._keep()

    def obey(self, given: str) -> None:
        """Do what a line asks: a choice first, then an act, then a look."""
        before, self.asked_of = self.asked_of, None
        if before is not None and given == before:
            self._put_aside(given.partition(" ")[2].strip())
            return
        meant = answer(self.page, given, self.words)
        if isinstance(meant, Answered):
            self.choose(meant.command)
        elif isinstance(meant, Refused):
            self.write(meant.sentence)
        else:
            self._obey_word(given)

    def _obey_word(self, given: str) -> None:
        word, _, rest = given.partition(" ")
        word, rest = word.lower(), rest.strip()
        if word in self.acts:
            self.acts[word](rest)
        elif word in LOOKS:
            lines = tuple(LOOKS[word](self._looked_at(word, rest), rest.lower(), self.words))
            self._write_all(lines or (self.words["terminal.nothing"],))
        else:
            self._write_unknown(given)

    def _write_unknown(self, given: str) -> None:
        sentence = self.words["terminal.unknown"].format(given=given)
        known = (*names(self.page), *self.acts, *LOOKS, "quit", "wait")
        meant = nearest(given.lower(), known)
        if meant is not None:
            sentence = f"{sentence} {self.words['terminal.meant'].format(meant=meant)}"
        self.write(sentence)

    def _page(self, odds: Odds | None = None) -> Page:
        return page_of(self.session, odds, self.words)

    def _looked_at(self, word: str, rest: str) -> Page:
        """Return the page for a look, with the odds where it shows them."""
        ask = (
            self.ask_odds if word == "odds" else self.ask_likelihoods if _is_of_adviser(word, rest) else None
        )
        return self.page if ask is None or self.session.is_over else self._page(ask(self.session))

    def _write_all(self, lines: Iterable[str]) -> None:
        for line in lines:
            self.write(line)

    def _keep(self) -> None:
        said = self.shelf.keep(self.session) if self.shelf is not None else None
        if said is not None:
            self.write(said.in_words(self.words))

    def _return_to(self, session: Session, sentence: str) -> None:
        """Lay another moment of the game on the table: say so, then where one is and what is asked."""
        self.session = session
        self.page, self.review = self._page(), None
        self.write(sentence)
        self._write_all(moment_lines(self.page.moment, status_line(self.page.status, self.words)))
        self._write_all(question_lines(self.page, self.words, is_whole=True))
        self._keep()

    def _help(self, _given: str) -> None:
        example = next((each.id for each in self.page.choices if each.key), "")
        bound = self.page.way_back.reason
        keys = [key for key in ENGLISH if key.startswith("help.")]  # the window has its own
        lines = [self.words[key] for key in keys if not (bound and key in _WAYS_BACK)]
        for line in (*lines, bound) if bound else lines:
            if example or "{example}" not in line:
                self.write(line.format(example=example))

    def _undo(self, _given: str) -> None:
        self._turn_to(self.page.way_back.undo, "terminal.undone", "terminal.no_undo")

    def _redo(self, _given: str) -> None:
        self._turn_to(self.page.way_back.redo, "terminal.redone", "terminal.no_redo")

    def _turn_to(self, choices: int | None, done: str, refused: str) -> None:
        """Go to another moment of the game, or say why there is no way."""
        if choices is not None:
            self._return_to(rewound(self.session, choices), self.words[done])
        else:
            self.write(self.page.way_back.reason or self.words[refused])

    def _rewind(self, given: str) -> None:
        last = self.session.position
        if self.page.way_back.reason:
            self.write(self.page.way_back.reason)
        elif given.isascii() and given.isdigit() and 0 < int(given) <= last:
            sentence = self.words["terminal.rewound"].format(number=int(given))
            self._return_to(rewound(self.session, int(given) - 1), sentence)
        elif last == 0:
            self.write(self.words["terminal.no_undo"])
        else:
            self.write(self.words["terminal.bad_rewind"].format(last=last))

    def _save(self, given: str) -> None:
        if self.shelf is None:
            self.write(self.words["terminal.no_save"])
        else:
            self.write(self.shelf.save(self.session, given).said.in_words(self.words))

    def _review(self, given: str) -> None:
        if not self.session.is_over:
            self.write(self.words["terminal.nothing"])
            return
        if self.review is None:
            self.review = review(self.session, self._reckoning(), self.words)
        self._write_all(review_lines(self.review, given.lower(), self.words))

    def _reckoning(self) -> Reckoning | None:
        return self.reckon(self.session) if self.reckon else None

    def _write_document(self, given: str) -> None:
        sentence = self.words["terminal.no_save"]
        if self.shelf is not None:
            asked = given.lower()
            sentence = written(asked, self.page, self.session, self.shelf, self._reckoning, self.words)
        self.write(sentence)

    def _remove(self, name: str) -> None:
        """Ask once more before a saved game is put aside."""
        if self.shelf is None:
            self.write(self.words["terminal.no_load"])
            return
        refusal = self.shelf.refusal("remove", name)
        if refusal is not None:
            self.write(refusal.in_words(self.words))
        else:
            self.asked_of = f"remove {name}"
            self.write(self.words["terminal.remove"].format(name=name))

    def _put_aside(self, name: str) -> None:
        assert self.shelf is not None
        self.write(self.shelf.remove(name).in_words(self.words))

    def _restore(self, _given: str) -> None:
        if self.shelf is None:
            self.write(self.words["terminal.no_load"])
        else:
            self.write(self.shelf.bring_back().in_words(self.words))

    def _load(self, given: str) -> None:
        if self.shelf is None:
            self.write(self.words["terminal.no_load"])
            return
        found = self.shelf.found(given)
        if isinstance(found, Said):
            self.write(found.in_words(self.words))
        else:
            self.shelf.take_up(found)
            self._return_to(found.session, self.words["terminal.loaded"])
