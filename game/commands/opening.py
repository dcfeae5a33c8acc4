"""The game that the arguments of `play` ask for: a new one, a recorded one, or the last one."""

from __future__ import annotations

import argparse
import secrets
from collections.abc import Sequence
from pathlib import Path

from game.commands.guide import Guide, parsed_choices
from game.commands.library import scenario_named, setup_named
from game.commands.recorded import recorded_game
from game.commands.refusal import RefusedError, Status
from game.frozen import NamedTuple
from game.session.session import Session, bound, reseeded, started

MOST_OF_A_NEW_SEED = 1_000_000
"""Seeds drawn for new games are short enough to be read out."""
_FORKS = ("after", "seed")
"""Arguments with which a recorded game goes on as another one."""


class Opening(NamedTuple):
    """A game to be played on, what is settled beforehand, and the file that it comes from, if any."""

    session: Session
    guide: Guide
    path: Path | None = None


def opened(given: argparse.Namespace) -> Opening | None:
    """Return the game that the arguments name, or None where they name none.

    Raises RefusedError for names that are not there, and for a run that stops.
    """
    if given.run is not None:
        session = _recorded(given)
    elif given.scenario is not None:
        session = new_game(
            given.scenario,
            given.setup,
            given.seed,
            is_historical=given.historical,
            mods=given.mods,
            language=given.lang,
        )
        session = session if given.can_turn_back else bound(session)
    else:
        return None
    guide = Guide(parsed_choices(session.scenario, given.choose), given.historical)
    is_file = given.run is not None and given.run.is_file()  # a short code is none
    return Opening(session, guide, given.run if is_file else None)


def new_game(
    scenario: str,
    setup: str | None,
    seed: int | None,
    *,
    is_historical: bool = False,
    mods: Sequence[str] = (),
    language: str | None = None,
) -> Session:
    """Return a new game of a scenario named by id or path; without a seed, one with any luck."""
    found = scenario_named(scenario, mods, language)
    luck = secrets.randbelow(MOST_OF_A_NEW_SEED) if seed is None else seed
    return started(found, setup_named(found, setup, is_historical=is_historical), luck)


def _recorded(given: argparse.Namespace) -> Session:
    session = recorded_game(given.run, given.after, given.lang)
    if given.scenario is not None and scenario_named(given.scenario).id != session.scenario.id:
        raise RefusedError(f"{given.run} is a run of {session.scenario.id}, not of {given.scenario}.")
    if session.can_turn_back:
        return session if given.seed is None else reseeded(session, given.seed)
    for name in _FORKS:
        if getattr(given, name) is not None:
            sentence = f"{given.run} is played without turning back; leave out `--{name}`."
            raise RefusedError(sentence, Status.FAULTS)
    return session
