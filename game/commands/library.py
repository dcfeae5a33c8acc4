"""Scenarios by name for the commands: found and loaded, or refused with a sentence."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from game.commands.known_language import check_language
from game.commands.refusal import RefusedError, Status
from game.scenario.loading import loaded
from game.scenario.meant import nearest
from game.scenario.model import Scenario
from game.scenario.mods import is_mod
from game.store.keeping import KeptScenarios
from game.store.library import Reader, Volume, volume
from game.store.places import places
from game.store.scenarios import (
    Stored,
    files_of,
    found,
    lying_here,
    scenarios_within,
    stored_scenarios,
)


def stored_named(reference: str) -> Stored:
    """Return the folder or pack of an id or path. Raises RefusedError with what was probably meant.

    The shelves come first. Where one of that name lies here as well, a line says which was taken.
    """
    if not reference.strip():
        raise RefusedError("A scenario needs a name; `excomm list` shows those that are found.")
    mine = places()
    stored = found(reference, mine)
    if stored is not None:
        _check_single(stored, reference)
        here = lying_here(reference)
        if here is not None and here.path.resolve() != stored.path.resolve():
            print(
                f"{reference}: {stored.path} is taken; the {here.kind} here is ./{here.path}.",
                file=sys.stderr,
            )
        return stored
    if Path(reference).exists():
        raise RefusedError(f"{reference} is no folder of a scenario and no pack.")
    near = nearest(reference, [each.name for each in stored_scenarios(mine)])
    meant = f"Did you mean `{near}`?" if near else "`excomm list` shows those that are found."
    raise RefusedError(f"There is no scenario `{reference}`. {meant}")


def _check_single(stored: Stored, reference: str) -> None:
    """Refuse a folder of scenarios, which read as one would be a heap of faults."""
    inside = scenarios_within(stored.path)
    if inside:
        names = ", ".join(each.path.as_posix() for each in inside)
        raise RefusedError(f"{reference} holds several scenarios; name them one by one: {names}.")


def mods_named(references: Sequence[str]) -> tuple[Stored, ...]:
    """Return mods of ids or paths. Raises RefusedError for one that is not there or is no mod."""
    mods = tuple(stored_named(each) for each in references)
    for reference, mod in zip(references, mods, strict=True):
        if not is_mod(files_of(mod).documents):
            raise RefusedError(f"{reference} is no mod: it has no `extends:`.")
    return mods


def volume_named(
    reference: str, mods: Sequence[str] = (), language: str | None = None, read: Reader = loaded
) -> Volume:
    """Return the scenario of an id or path with mods laid over it. Raises RefusedError as both do.

    A language that neither it nor the program has is refused as well.
    """
    opened = volume(stored_named(reference), mods_named(mods), language=language, read=read)
    check_language(language, opened)
    return opened


def scenario_named(reference: str, mods: Sequence[str] = (), language: str | None = None) -> Scenario:
    """Return a scenario that can be played. Raises RefusedError for one that is not there or has errors."""
    opened = volume_named(reference, mods, language, KeptScenarios(places()).read)
    if opened.scenario is None:
        raise RefusedError(f"{opened.name} cannot be started: {opened.refusal}", Status.FAULTS)
    return opened.scenario


def setup_named(scenario: Scenario, setup: str | None, *, is_historical: bool = False) -> str:
    """Return the setup to play: the one that is named, the historical one if asked for, else the first."""
    if setup is None:
        marked = (each.id for each in scenario.setups.values() if each.historical)
        return next(marked, scenario.setup_ids[0]) if is_historical else scenario.setup_ids[0]
    if setup in scenario.setup_ids:
        return setup
    near = nearest(setup, scenario.setup_ids)
    meant = f"Did you mean `{near}`?" if near else f"It has {', '.join(scenario.setup_ids)}."
    raise RefusedError(f"{scenario.id} has no setup `{setup}`. {meant}")
