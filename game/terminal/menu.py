"""The menu of the terminal: go on with the last game, or a scenario and how it begins."""

from __future__ import annotations

from typing import Generic, TypeVar

from game.frozen import NamedTuple
from game.terminal.console import Read, Write
from game.view.words import ENGLISH, Words


class Beginning(NamedTuple):
    """A way to begin a scenario."""

    id: str
    label: str
    about: str


class Offer(NamedTuple):
    """A scenario of the menu. One with a fault is shown and cannot be started."""

    id: str
    title: str
    summary: str
    beginnings: tuple[Beginning, ...]
    fault: str | None = None


class NewGame(NamedTuple):
    """The player began a scenario."""

    scenario: str
    setup: str


class Continue(NamedTuple):
    """The player goes on with the last game."""


def menu(
    offers: tuple[Offer, ...], read: Read, write: Write, *, has_last: bool, words: Words = ENGLISH
) -> NewGame | Continue | None:
    """Return what the player picks; None if he leaves or the input ends."""
    if not offers and not has_last:
        write(words["menu.none"])
        return None
    while True:
        write(words["menu.title"])
        picked = _picked(_rows(offers, words, has_last=has_last), read, write, words)
        if not isinstance(picked, Offer):
            return picked
        begun = _begun(picked, read, write, words)
        if begun is not None:
            return begun


_Meaning = TypeVar("_Meaning")


class _Row(NamedTuple, Generic[_Meaning]):
    """Lines with a number, or in grey without one, and what they stand for; None is the way back."""

    lines: tuple[str, ...]
    meaning: _Meaning | None
    is_grey: bool = False


def _rows(offers: tuple[Offer, ...], words: Words, *, has_last: bool) -> tuple[_Row[Offer | Continue], ...]:
    rows: list[_Row[Offer | Continue]] = [_Row((words["menu.continue"],), Continue())] if has_last else []
    for each in offers:
        if each.fault is None:
            rows.append(_Row((words["menu.new"].format(title=each.title), each.summary), each))
        else:
            broken = words["menu.broken"].format(title=each.title, fault=each.fault)
            rows.append(_Row((broken,), each, is_grey=True))
    return (*rows, _Row((words["menu.quit"],), None))


def _begun(offer: Offer, read: Read, write: Write, words: Words) -> NewGame | None:
    """Return the new game; None to go back. Where there is one way to begin, nothing is asked."""
    if len(offer.beginnings) == 1:
        return NewGame(offer.id, offer.beginnings[0].id)
    write(words["menu.setup"])
    rows: list[_Row[Beginning]] = [_Row((each.label, each.about), each) for each in offer.beginnings]
    rows.append(_Row((words["menu.back"],), None))
    picked = _picked(tuple(rows), read, write, words)
    return None if picked is None else NewGame(offer.id, picked.id)


def _picked(rows: tuple[_Row[_Meaning], ...], read: Read, write: Write, words: Words) -> _Meaning | None:
    """Write the rows and return the meaning of the number that is typed; the last one's if the input ends."""
    numbered = [each for each in rows if not each.is_grey]
    for each in rows:
        sign = "-" if each.is_grey else str(numbered.index(each) + 1)
        write(f"  {sign} {each.lines[0]}")
        for line in each.lines[1:]:
            write(f"    {line}")
    while (given := read(words["prompt.menu"])) is not None:
        if given.strip().isascii() and given.strip().isdigit() and 0 < int(given) <= len(numbered):
            return numbered[int(given) - 1].meaning
        if given.strip().lower() in {"quit", "exit", "q"}:
            break
        if given.strip():
            write(words["menu.unknown"].format(given=given.strip()))
    return numbered[-1].meaning
