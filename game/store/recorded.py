"""Recorded games: a run file with its scenario, played again as far as it goes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from game.frozen import NamedTuple
from game.session.code import parse_code, run_of_code
from game.session.replay import replayed
from game.session.run import Run
from game.session.runfile import ParsedRun
from game.session.session import Rules, Session
from game.store.library import Volume, volume
from game.store.places import Places
from game.store.runs import load_run
from game.store.scenarios import Stored, around, found
from game.store.sentences import first_fault, place


class Recorded(NamedTuple):
    """A run played again: the game as far as it came, or None where it could not begin.

    `warning` says that the rules are others now; `fault` why the run stopped or could not begin.
    """

    session: Session | None
    warning: str | None = None
    fault: str | None = None


def recorded(
    path: Path, places: Places, commands: int | None = None, language: str | None = None
) -> Recorded:
    """Return the run of a file played again, or the first `commands` of its commands.

    Texts stand in `language` where they are translated.

    Raises OSError if the file cannot be read.
    """
    parsed = load_run(path)
    if parsed.run is None:
        return Recorded(None, fault=first_fault(parsed.diagnostics))
    opened = volume_of(parsed.run, path, places, language)
    if isinstance(opened, str):
        return Recorded(None, fault=opened)
    return played_again(parsed, path, opened, commands)


def from_code(
    text: str, places: Places, commands: int | None = None, language: str | None = None
) -> Recorded:
    """Return the game of a short code, or what its first `commands` commands made."""
    code = parse_code(text)
    if isinstance(code, str):
        return Recorded(None, fault=code)
    stored = found(code.scenario, places)
    mods = {name: found(name, places) for name in code.mods}
    missing = code.scenario if stored is None else next((name for name in mods if mods[name] is None), None)
    if stored is None or missing is not None:
        return Recorded(
            None, fault=f"This is the code of a game of `{missing}`, and no such scenario is found."
        )
    opened = volume(stored, tuple(each for each in mods.values() if each is not None), places, language)
    if opened.scenario is None:
        return Recorded(None, fault=f"{opened.name} cannot be started: {opened.refusal}")
    run = run_of_code(code, opened.scenario)
    if isinstance(run, str):
        return Recorded(None, fault=run)
    return Recorded(replayed(opened.scenario, run, commands).session)


def played_again(
    parsed: ParsedRun,
    path: Path,
    opened: Volume,
    commands: int | None = None,
    known: Mapping[str, Rules] | None = None,
) -> Recorded:
    """Return a run played again on a scenario that can be started, or its first `commands` commands.

    `known` are rules of the scenario that are ready, by their setup.
    """
    assert parsed.run is not None
    assert opened.scenario is not None
    session, warning, stop = replayed(opened.scenario, parsed.run, commands, known)
    if stop is None:
        return Recorded(session, warning)
    where = place(parsed.places[stop.item]) if parsed.places else path.name
    return Recorded(session, warning, f"{where}: {stop.sentence}")


def volume_of(run: Run, path: Path, places: Places, language: str | None = None) -> Volume | str:
    """Return the scenario of a run in a file, with its mods, or the sentence that says why there is none."""
    stored = _stored(run.scenario, path, places)
    if stored is None:
        return _nothing_found(run.scenario, path)
    mods = _mods(run.mods, path, places)
    if isinstance(mods, str):
        return mods
    opened = volume(stored, mods, places, language)
    return opened if opened.scenario is not None else f"{opened.name} cannot be started: {opened.refusal}"


def _stored(scenario: str | None, path: Path, places: Places) -> Stored | None:
    return around(path) if scenario is None else found(scenario, places, path)


def _nothing_found(scenario: str | None, path: Path) -> str:
    if scenario is None:
        return f"{path.name} names no scenario and lies in the folder of none."
    return f"{path.name} is a run of `{scenario}`, and no such scenario is found."


def _mods(names: Sequence[str], path: Path, places: Places) -> tuple[Stored, ...] | str:
    """Return the mods of a run, or the sentence that says which is not there."""
    mods = {name: found(name, places, path) for name in names}
    missing = next((name for name, each in mods.items() if each is None), None)
    if missing is not None:
        return f"{path.name} was played with the mod `{missing}`, and no such mod is found."
    return tuple(each for each in mods.values() if each is not None)
