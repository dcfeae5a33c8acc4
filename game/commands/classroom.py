"""`excomm class`: a lesson in a window, before a class."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from ipaddress import AddressValueError, IPv4Address

from game.classroom.lesson import Terms
from game.classroom.plan import LEAST, MOST
from game.commands.arguments import Arguments, whole
from game.commands.console import has_display
from game.commands.refusal import RefusedError, Status
from game.session.run import GREATEST_SEED
from game.store.scenarios import FLAGSHIP

NO_DISPLAY = "There is no display for the window of a lesson: set DISPLAY, or use a computer with a screen."
NO_WINDOW = "No window can be opened, and a lesson needs one."
_USUAL = 45
_MOST_PUPILS = 999


def parser(program: str) -> Arguments:
    made = Arguments(program, "Hold a lesson: the class argues and votes, and the program answers.")
    made.add_argument(
        "scenario",
        metavar="SCENARIO",
        nargs="?",
        help=f"a scenario's id, folder or pack; by default {FLAGSHIP}",
    )
    made.add_argument(
        "--minutes",
        metavar="N",
        type=_between(LEAST, MOST),
        default=_USUAL,
        help=f"the length of the lesson, {LEAST} to {MOST}; by default {_USUAL}",
    )
    made.take_setup()
    made.add_argument(
        "--seed", metavar="N", type=whole(GREATEST_SEED), help="the luck; the same for two classes to compare"
    )
    made.add_argument(
        "--voters", metavar="N", type=_between(0, _MOST_PUPILS), default=0, help="how many will vote"
    )
    made.add_argument("--hide", action="store_true", help="hide the counts while they vote")
    made.add_argument(
        "--hold-history", action="store_true", dest="hold", help="keep what really happened for the end"
    )
    made.add_argument(
        "--address", metavar="IP", type=_address, help="the address of this computer at which phones find it"
    )
    made.take_mods()
    made.take_language()
    made.add_argument("--safe", action="store_true", help="leave the settings aside, and be silent")
    return made


def carry_out(program: str, words: Sequence[str]) -> int:
    given = parser(program).taken(words)
    if not has_display():
        raise RefusedError(NO_DISPLAY)
    given.scenario = given.scenario or FLAGSHIP
    _settle(given)
    from game.commands.window import shown  # noqa: PLC0415 - words that are wrong are told without it

    status = shown(given)
    if status is None:
        raise RefusedError(NO_WINDOW, Status.USAGE)
    return status


def _settle(given: argparse.Namespace) -> None:
    """Give the arguments of a lesson the form that the window takes."""
    given.terms = Terms(given.minutes, given.voters, given.hold, not given.hide, given.address)
    given.presenter = True
    given.run = given.after = None
    given.can_turn_back = True
    given.historical, given.choose = False, []


def _between(least: int, greatest: int) -> Callable[[str], int]:
    """Return the reader of a whole number in a range."""

    def read(word: str) -> int:
        number = whole(10**6)(word)
        if not least <= number <= greatest:
            raise argparse.ArgumentTypeError(f"needs a whole number from {least} to {greatest}, not `{word}`")
        return number

    return read


def _address(word: str) -> str:
    try:
        return str(IPv4Address(word))
    except AddressValueError:
        raise argparse.ArgumentTypeError(
            f"needs an address such as 192.168.1.20, not `{word[:40]}`"
        ) from None
