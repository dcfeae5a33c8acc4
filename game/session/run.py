"""What a game leaves behind: scenario, setup, seed and the list of choices (section 14)."""

from __future__ import annotations

from game.engine.moves import Answer, Command, Wait
from game.frozen import NamedTuple

RUN_FORMAT = 1
LONGEST_SENTENCE = 300
"""Characters that the minority of a class may write."""
MOST_VOTES = 9999
GREATEST_SEED = 2**64 - 1


Tally = tuple[tuple[str, int], ...]
"""Options with their votes, in the order of the options."""


class Fixed(NamedTuple):
    """An item of a run that fixes the next draw of a site; the result is as written."""

    site: str
    result: str


Choice = Command | Fixed


class Vote(NamedTuple):
    """What a class voted before a command of the run.

    `choice` is the number of that command among the commands, from 1. `first` and `second` give the
    votes by option, `wait` being one: an empty `second` means that there was one vote. `is_overruled` says
    that the President decided against the last vote, `minority` what the outvoted wrote.
    """

    choice: int
    decision: str
    first: Tally
    second: Tally = ()
    is_overruled: bool = False
    minority: str = ""

    @property
    def last(self) -> Tally:
        return self.second or self.first


class Run(NamedTuple):
    """A game as a log. Moments are not kept: replay finds them.

    `scenario`, `version` and `hash` are None where a file written by hand leaves them out, and so is
    `setup`, which then is the first one. `seed` is 0 to `GREATEST_SEED`. `votes` are those of a class.
    `can_turn_back` says whether choices may be taken back.
    """

    scenario: str | None
    version: str | None
    hash: str | None
    setup: str | None
    seed: int
    mods: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()
    votes: tuple[Vote, ...] = ()
    can_turn_back: bool = True


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
