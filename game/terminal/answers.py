"""What a player types as an answer: a number, an option with or without its question, or waiting."""

from __future__ import annotations

from game.engine.moves import Command
from game.frozen import NamedTuple
from game.view.page import Choice, Page
from game.view.printing import plain
from game.view.words import Words


class Answered(NamedTuple):
    """A choice on offer was meant."""

    command: Command


class Refused(NamedTuple):
    """A choice was meant that cannot be made, for the reason in the sentence."""

    sentence: str


def answer(page: Page, given: str, words: Words) -> Answered | Refused | None:
    """Return what the player means by a line, or None where it names no choice.

    A choice is named by its key, its id, or the last part of its id if only one open question has
    such an option.
    """
    given = given.strip().lower()
    if given in {"w", "wait"}:
        waiting = page.wait.command if page.wait else None
        if waiting is not None:
            return Answered(waiting)
        return Refused(words["terminal.no_wait"]) if page.questions else None
    named = [each for each in page.choices if given in _names(each)]
    match named:
        case []:
            return None
        case [choice]:
            return _taken(choice, words)
        case _:
            meant = ", ".join(each.id for each in named)
            return Refused(words["terminal.ambiguous"].format(given=given, meant=meant))


def names(page: Page) -> tuple[str, ...]:
    """Return all words by which a choice of the page may be named."""
    return tuple(name for choice in page.choices for name in _names(choice) if name)


def _names(choice: Choice) -> tuple[str, ...]:
    return (choice.key, choice.id, choice.id.rpartition(".")[2]) if choice.key else _grey_names(choice)


def _grey_names(choice: Choice) -> tuple[str, ...]:
    return (choice.id, choice.id.rpartition(".")[2])


def _taken(choice: Choice, words: Words) -> Answered | Refused:
    if choice.command is not None:
        return Answered(choice.command)
    label, reason = plain(choice.label), plain(choice.reason)
    return Refused(words["terminal.not_offered"].format(label=label, reason=reason))
