"""Where odds are asked for: the start of a setup, or the end of a recorded run."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from game.analysis.belief import Believer, Stretch
from game.analysis.graph import World
from game.analysis.playable import CompiledGame
from game.analysis.playouts import Begun
from game.analysis.record import has_left_record, record_of
from game.commands.library import setup_named, volume_named
from game.commands.refusal import RefusedError, Status
from game.engine.compilation.program import compiled
from game.engine.moves import Command
from game.engine.program import Program
from game.frozen import NamedTuple
from game.scenario.model import Scenario
from game.session.said import Said
from game.session.session import Session
from game.store.library import Volume
from game.store.places import places
from game.store.recorded import played_again, volume_of
from game.store.runs import ENDING, load_run
from game.store.sentences import first_fault
from game.view.words import ENGLISH


class Situation(NamedTuple):
    """A point of play. `of` says whose odds are meant: those of the true state, or of what can be known.

    `at` is the name of a run, None for the start. Where it is not `is_whole`, there are more worlds than
    can be counted, and those in `begun` are an even sample.
    """

    opened: Volume
    program: Program
    begun: Begun
    of: Literal["state", "belief"] = "state"
    at: str | None = None
    is_whole: bool = True

    @property
    def scenario(self) -> Scenario:
        return self.program.scenario


def at_the_start(opened: Volume, setup: str | None) -> Situation:
    """Return the start of a setup, by default the first. Raises RefusedError."""
    scenario = _playable(opened)
    program = compiled(scenario, setup_named(scenario, setup))
    return Situation(opened, program, Begun((World(CompiledGame(program).start().state),)))


def started_named(reference: str, mods: list[str], setup: str | None) -> Situation:
    """Return the start of a scenario of an id or path. Raises RefusedError."""
    return at_the_start(volume_named(reference, mods), setup)


def at_the_end(
    run: Path, reference: str | None, mods: list[str], setup: str | None, *, is_revealed: bool
) -> Situation:
    """Return the end of a recorded run: of the scenario that is named, or of the one that it names itself.

    It is the true state where that is revealed, else the belief. Raises RefusedError.
    """
    opened, session = game_of(run, reference, mods)
    if setup not in (None, session.setup):
        raise RefusedError(f"{run.name} was played under `{session.setup}`, not under `{setup}`.")
    name = run.name.removesuffix(ENDING)
    if is_revealed:
        record = record_of(session.scenario)
        is_recorded = not any(has_left_record(record, each.happenings) for each in session.past)
        return Situation(opened, session.program, Begun((World(session.state),), is_recorded), "state", name)
    believer = Believer(session.scenario, CompiledGame(session.program))
    belief = believer.belief(Stretch(each.command, each.happenings, each.state) for each in session.past)
    begun = Begun(belief.worlds, belief.is_recorded)
    return Situation(opened, session.program, begun, "belief", name, belief.is_whole)


def after_choice(opened: Volume, session: Session, commands: int, command: Command) -> Situation:
    """Return what comes of a choice before luck, over the worlds that its player could not tell apart.

    The game is that of the first `commands` commands.
    """
    game, program = CompiledGame(session.program), session.program
    past = session.past[: commands + 1]
    stretches = (Stretch(each.command, each.happenings, each.state) for each in past)
    belief = Believer(session.scenario, game).belief(stretches)
    known = belief.worlds or (World(past[-1].state),)  # a sample may have lost all of them
    worlds = [World(game.successor(state, command), weight) for state, weight in known]
    record = record_of(session.scenario)
    reached = game.step(past[-1].state, command)
    is_recorded = belief.is_recorded and not has_left_record(record, reached.happenings)
    begun = Begun(tuple(worlds), is_recorded)
    return Situation(opened, program, begun, "belief", is_whole=belief.is_whole)


def game_of(path: Path, reference: str | None = None, mods: Sequence[str] = ()) -> tuple[Volume, Session]:
    """Return a run as far as it goes, which is to its end. Raises RefusedError."""
    parsed = load_run(path)
    if parsed.run is None:
        raise RefusedError(first_fault(parsed.diagnostics), Status.FAULTS)
    if reference is not None:
        opened: Volume | Said = volume_named(reference, mods or parsed.run.mods)
    elif mods:
        raise RefusedError("`--mod` goes with the scenario that it changes.")
    else:
        opened = volume_of(parsed.run, path, places())
    if isinstance(opened, Said):
        raise RefusedError(opened.in_words(ENGLISH), Status.FAULTS)
    scenario = _playable(opened)
    if reference is not None and parsed.run.scenario is not None:
        _check_same(path, parsed.run.scenario, scenario, opened)
    again = played_again(parsed, path, opened)
    if again.warning is not None:
        print(again.warning, file=sys.stderr)
    if again.fault is not None:
        raise RefusedError(again.fault.in_words(ENGLISH), Status.FAULTS)
    assert again.session is not None, "what has no fault began"
    return opened, again.session


def _playable(opened: Volume) -> Scenario:
    if opened.scenario is None:
        raise RefusedError(f"{opened.name} cannot be started: {opened.refusal}", Status.FAULTS)
    return opened.scenario


def _check_same(path: Path, named: str, scenario: Scenario, opened: Volume) -> None:
    """Refuse a run of another scenario; it may name its own by id, folder or path."""
    names = {scenario.id, opened.name, opened.stored.name}
    if named not in names and Path(named).name not in names:
        raise RefusedError(f"{path.name} is a run of `{named}`, not of `{scenario.id}`.")
