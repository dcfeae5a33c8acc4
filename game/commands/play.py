"""`excomm play`, and `excomm` alone: a game in a window or in the terminal."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from game.commands.arguments import Arguments, whole
from game.commands.console import has_display, has_input
from game.commands.refusal import RefusedError, Status
from game.session.run import GREATEST_SEED
from game.store.scenarios import FLAGSHIP

NOBODY = (
    "There is no display and nobody to answer: open a terminal and run `excomm play --text`,"
    " or set DISPLAY for the window."
)
_WHICH = (
    "a scenario's id, folder or pack; without it the title or menu opens,"
    f" or {FLAGSHIP} where --setup, --seed, --historical, --choose or --no-turning-back speak of a game"
)


def parser(program: str) -> Arguments:
    made = Arguments(program, "Play a scenario in a window, or with --text in the terminal.")
    made.add_argument("scenario", metavar="SCENARIO", nargs="?", help=_WHICH)
    made.add_argument("--text", action="store_true", help="play in the terminal")
    made.take_setup()
    made.add_argument(
        "--seed",
        metavar="N",
        type=whole(GREATEST_SEED),
        help="the luck of the game, by default any; with --from or --code, other luck from there on",
    )
    made.take_mods()
    made.take_language()
    made.add_argument(
        "--historical", action="store_true", help="choose what was really chosen, as long as that can be done"
    )
    made.add_argument(
        "--choose",
        metavar="DECISION=OPTION",
        action="append",
        default=[],
        help="choose this as soon as it is asked; may be repeated",
    )
    made.add_argument(
        "--no-turning-back",
        action="store_false",
        dest="can_turn_back",
        help="let every choice stand: nothing is undone or loaded again, and the game keeps itself",
    )
    made.add_argument("--presenter", action="store_true", help="show the window to a class, in large type")
    made.set_defaults(terms=None)
    made.add_argument("--safe", action="store_true", help="leave the settings aside, and be silent")
    made.add_argument("--from", metavar="RUN", type=Path, dest="run", help="go on from a run file")
    made.add_argument("--code", metavar="CODE", help="go on from the short code of a game")
    made.add_argument(
        "--after",
        metavar="N",
        type=whole(10**6),
        help="with --from or --code: go on after so many of its choices",
    )
    return made


def carry_out(program: str, words: Sequence[str]) -> int:
    given = parser(program).taken(words)
    _check_together(given)
    if given.scenario is None and _is_new_game(given):
        given.scenario = FLAGSHIP
    status = None if given.text or not has_display() else _in_window(given)
    if status is not None:
        return status
    if not (given.text or has_input() or given.historical or given.choose):
        raise RefusedError(NOBODY)
    return _in_terminal(given)


def _check_together(given: argparse.Namespace) -> None:
    """Refuse arguments that speak of different games, or of a window where there is none."""
    if given.text and given.presenter:
        raise RefusedError("`--presenter` is for the window; leave out `--text`.")
    if given.code is not None:
        _take_code(given)
    if given.run is None and given.after is not None:
        raise RefusedError("`--after` goes with `--from RUN`.")
    if given.run is not None and given.setup is not None:
        raise RefusedError("`--from` has its own setup; leave out `--setup`.")
    if given.run is not None and not given.can_turn_back:
        raise RefusedError("`--from` has its own rule on turning back; leave out `--no-turning-back`.")
    if given.mods and given.run is not None:
        raise RefusedError("`--from` has its own mods; leave out `--mod`.")
    if given.mods and given.scenario is None:
        raise RefusedError("`--mod` goes with the scenario that it changes.")


def _take_code(given: argparse.Namespace) -> None:
    """Let a code stand for the run that it is. Raises RefusedError for one beside a run file."""
    from game.session.code import parse_code  # noqa: PLC0415 - the first picture does without the rules

    if given.run is not None:
        raise RefusedError("`--code` and `--from` each have a game of their own; leave out one of them.")
    fault = parse_code(given.code)
    if isinstance(fault, str):
        raise RefusedError(fault, Status.FAULTS)
    given.run = Path("-".join(given.code.split()))


def _is_new_game(given: argparse.Namespace) -> bool:
    """Return whether the arguments speak of a new game, so that no menu is wanted."""
    is_named = given.setup is not None or given.seed is not None
    is_settled = given.historical or bool(given.choose) or not given.can_turn_back
    return given.run is None and (is_named or is_settled)


def _in_window(given: argparse.Namespace) -> int | None:
    """Play in a window, if there is one to be had."""
    from game.commands.window import has_window, shown  # noqa: PLC0415 - the terminal does without it

    return shown(given) if has_window() else None


def _in_terminal(given: argparse.Namespace) -> int:
    from game.commands.terminal import played  # noqa: PLC0415 - the window does without it

    return played(given)
