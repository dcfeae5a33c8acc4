"""Recorded games: a run file with its scenario, played again as far as it goes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from game.frozen import NamedTuple
from game.scenario.loading import loaded
from game.scenario.model import Scenario
from game.session.code import parse_code, run_of_code
from game.session.replay import replayed
from game.session.run import Run
from game.session.runfile import ParsedRun
from game.session.said import Said
from game.session.session import Rules, Session
from game.store.keeping import KeptScenarios
from game.store.library import Reader, Volume, volume
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
    fault: Said | None = None


class Recorder:
    """Plays recorded games again; the scenario and the rules of the last one are ready for the next.

    Texts stand in `language` where they are translated.
    """

    def __init__(self, places: Places, language: str | None = None) -> None:
        self._places = places
        self._language = language
        self._kept = KeptScenarios(places)
        self._ready: tuple[Scenario | None, dict[str, Rules]] = (None, {})

    def recorded(self, path: Path, commands: int | None = None) -> Recorded:
        """Return the run of a file played again, or the first `commands` of its commands.

        Raises OSError if the file cannot be read.
        """
        parsed = load_run(path)
        if parsed.run is None:
            return Recorded(None, fault=_told(first_fault(parsed.diagnostics)))
        opened = volume_of(parsed.run, path, self._places, self._language, self._kept.read)
        if isinstance(opened, Said):
            return Recorded(None, fault=opened)
        rules = self._rules(opened.scenario)
        again = played_again(parsed, path, opened, commands, rules)
        if again.session is not None:
            rules[again.session.setup] = Rules(again.session.program, again.session.hash)
        return again

    def _rules(self, scenario: Scenario | None) -> dict[str, Rules]:
        """Return the rules of a scenario that are ready, by their setup."""
        last, rules = self._ready
        if last is not scenario:
            rules = {}
            self._ready = (scenario, rules)
        return rules


def recorded(
    path: Path, places: Places, commands: int | None = None, language: str | None = None
) -> Recorded:
    """Return the run of a file played again, as a `Recorder` does, where only one is."""
    return Recorder(places, language).recorded(path, commands)


def from_code(
    text: str, places: Places, commands: int | None = None, language: str | None = None
) -> Recorded:
    """Return the game of a short code, or what its first `commands` commands made."""
    code = parse_code(text)
    if isinstance(code, str):
        return Recorded(None, fault=_told(code))
    stored = found(code.scenario, places)
    mods = {name: found(name, places) for name in code.mods}
    missing = code.scenario if stored is None else next((name for name in mods if mods[name] is None), None)
    if stored is None or missing is not None:
        return Recorded(None, fault=Said("run.of_code", {"scenario": missing or code.scenario}))
    over = tuple(each for each in mods.values() if each is not None)
    opened = volume(stored, over, places, language, KeptScenarios(places).read)
    if opened.scenario is None:
        return Recorded(None, fault=_not_started(opened))
    run = run_of_code(code, opened.scenario)
    if isinstance(run, str):
        return Recorded(None, fault=_told(run))
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
    where = path.name if stop.item is None else place(parsed.places[stop.item])
    return Recorded(session, warning, Said("run.stops", {"place": where, "fault": stop.said}))


def volume_of(
    run: Run, path: Path, places: Places, language: str | None = None, read: Reader = loaded
) -> Volume | Said:
    """Return the scenario of a run in a file, with its mods, or what says why there is none."""
    stored = _stored(run.scenario, path, places)
    if stored is None:
        return _nothing_found(run.scenario, path)
    mods = _mods(run.mods, path, places)
    if isinstance(mods, Said):
        return mods
    opened = volume(stored, mods, places, language, read)
    return opened if opened.scenario is not None else _not_started(opened)


def _stored(scenario: str | None, path: Path, places: Places) -> Stored | None:
    return around(path) if scenario is None else found(scenario, places, path)


def _told(sentence: str) -> Said:
    """Return what is a sentence already: the fault of a file or of a code, as the checker words it."""
    return Said("run.fault", {"fault": sentence})


def _not_started(opened: Volume) -> Said:
    return Said("run.not_started", {"scenario": opened.name, "fault": opened.refusal or ""})


def _nothing_found(scenario: str | None, path: Path) -> Said:
    if scenario is None:
        return Said("run.unnamed", {"file": path.name})
    return Said("run.no_scenario", {"file": path.name, "scenario": scenario})


def _mods(names: Sequence[str], path: Path, places: Places) -> tuple[Stored, ...] | Said:
    """Return the mods of a run, or what says which is not there."""
    mods = {name: found(name, places, path) for name in names}
    missing = next((name for name, each in mods.items() if each is None), None)
    if missing is not None:
        return Said("run.no_mod", {"file": path.name, "mod": missing})
    return tuple(each for each in mods.values() if each is not None)
