"""What a game leaves behind: scenario, setup, seed and the list of choices (section 14)."""

from __future__ import annotations

from typing import NamedTuple

from game.engine.moves import Answer, Command, Wait

RUN_FORMAT = 1
GREATEST_SEED = 2**64 - 1


class Fixed(NamedTuple):
    """An item of a run that fixes the next draw of a site; the result is as written."""

    site: str
    result: str


Choice = Command | Fixed


class Run(NamedTuple):
    """A game as a log. Moments are not kept: replay finds them.

    `scenario`, `version` and `hash` are None where a file written by hand leaves them out, and so is
    `setup`, which then is the first one. `seed` is 0 to `GREATEST_SEED`.
    """

    scenario: str | None
    version: str | None
    hash: str | None
    setup: str | None
    seed: int
    mods: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()


def format_choice(choice: Choice) -> str:
    """Return the item as a run file writes it.

    >>> format_choice(Answer("trade", "refuse")), format_choice(Fixed("ships", "ships_turn"))
    ('trade.refuse', 'ships=ships_turn')
    """
    match choice:
        case Answer(decision, option):
            return f"{decision}.{option}"
        case Wait():
            return "wait"
        case Fixed(site, result):
            return f"{site}={result}"


def parse_choice(written: str) -> Choice | None:
    """Return the item that is written, or None where it has no form of one.

    >>> parse_choice("wait"), parse_choice("trade.refuse"), parse_choice("trade")
    (Wait(), Answer(decision='trade', option='refuse'), None)
    """
    site, equals, result = (part.strip() for part in written.partition("="))
    if equals:
        return Fixed(site, result) if site and result else None
    if site == "wait":
        return Wait()
    decision, dot, option = site.partition(".")
    return Answer(decision, option) if dot and decision and option else None
