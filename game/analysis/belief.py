"""What the player can know: the worlds that would have shown him exactly what he has been shown.

A belief is carried forward along the one recorded game. Every chance is expanded; a world that
would have shown something else is dropped, so that even a vague estimate teaches it (section 10).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Generic, NamedTuple

from game.analysis.graph import World
from game.analysis.playable import Playable, Reached, StateT
from game.analysis.record import has_left_record, record_of
from game.analysis.shown import Display, Shown, View
from game.engine.happenings import Happening
from game.engine.moves import Command
from game.scenario.model import Scenario


class Stretch(NamedTuple, Generic[StateT]):
    """A part of the recorded game, from a command to the next turn of the player or to the end.

    `command` is None for the first, which runs from the start; the draws on the way are done, and
    `happenings` are all on the way. `state` is the true state after it, of which only what the
    player sees is read.
    """

    command: Command | None
    happenings: tuple[Happening, ...]
    state: StateT


@dataclass(frozen=True, slots=True)
class Belief(Generic[StateT]):
    """The worlds, whose weights add up to 1, and whether every answer was historical.

    There are none if what has been shown is impossible in the worlds of the start.
    """

    worlds: tuple[World[StateT], ...]
    is_recorded: bool
    view: View


class _Trail(NamedTuple, Generic[StateT]):
    """A world on its way through a stretch: so much of what was shown has been shown in it too."""

    state: StateT
    view: View
    position: int


@dataclass(frozen=True, slots=True)
class Believer(Generic[StateT]):
    """The player, or an adviser with other starts in mind, who knows the rules and sees what is shown."""

    scenario: Scenario
    playable: Playable[StateT]

    def belief(self, game: Iterable[Stretch[StateT]], begun: Reached[StateT] | None = None) -> Belief[StateT]:
        """Return the belief at the end of a recorded game.

        `begun` is the beginning that is believed in, that of the rules if it is not given.
        """
        stretches = iter(game)
        belief = self.first(next(stretches), begun)
        for stretch in stretches:
            belief = self.carried(belief, stretch)
        return belief

    def first(self, stretch: Stretch[StateT], begun: Reached[StateT] | None = None) -> Belief[StateT]:
        """Return the belief when the player first has the move."""
        step = begun or self.playable.start()
        before: Belief[StateT] = Belief((), is_recorded=True, view=View())
        return self._kept(before, stretch, [(step, Fraction(1))])

    def carried(self, belief: Belief[StateT], stretch: Stretch[StateT]) -> Belief[StateT]:
        """Return the belief after one more command of the recorded game."""
        command = stretch.command
        assert command is not None
        steps = [(self.playable.step(state, command), weight) for state, weight in belief.worlds]
        return self._kept(belief, stretch, steps)

    def _kept(
        self,
        before: Belief[StateT],
        stretch: Stretch[StateT],
        steps: list[tuple[Reached[StateT], Fraction]],
    ) -> Belief[StateT]:
        """Return the worlds that show, from these steps on, what the stretch has shown."""
        display = Display(self.scenario)
        target, view = self._shown(display, before.view, stretch)
        worlds: dict[StateT, Fraction] = {}
        pending: dict[_Trail[StateT], Fraction] = {}
        for step, weight in steps:
            _add(pending, self._trail(display, before.view, 0, step, target), weight)
        while pending:
            ahead: dict[_Trail[StateT], Fraction] = {}
            for trail, weight in pending.items():
                if self.playable.turn(trail.state) == "chance":
                    self._expand(display, trail, weight, target, ahead)
                elif self._rest(display, trail) == target[trail.position :]:
                    worlds[trail.state] = worlds.get(trail.state, Fraction()) + weight
            pending = ahead
        total = sum(worlds.values(), Fraction())
        kept = tuple(World(state, weight / total) for state, weight in worlds.items())
        has_left = has_left_record(record_of(self.scenario), stretch.happenings)
        return Belief(kept, before.is_recorded and not has_left, view)

    def _shown(self, display: Display, view: View, stretch: Stretch[StateT]) -> tuple[list[Shown], View]:
        things, view = display.shown(view, stretch.happenings)
        return [*things, *self._rest(display, _Trail(stretch.state, view, 0))], View(view.minute)

    def _rest(self, display: Display, trail: _Trail[StateT]) -> list[Shown]:
        """Return what is shown at the end of a stretch."""
        turn = display.turn(self.playable, trail.state)
        return [*display.flushed(trail.view), (trail.view.minute, turn)]

    def _expand(
        self,
        display: Display,
        trail: _Trail[StateT],
        weight: Fraction,
        target: list[Shown],
        ahead: dict[_Trail[StateT], Fraction],
    ) -> None:
        outcomes = self.playable.outcomes(trail.state)
        total = sum(each.weight for each in outcomes)
        for outcome in outcomes:
            step = self.playable.step(trail.state, outcome)
            further = self._trail(display, trail.view, trail.position, step, target)
            _add(ahead, further, weight * outcome.weight / total)

    def _trail(
        self, display: Display, view: View, position: int, step: Reached[StateT], target: list[Shown]
    ) -> _Trail[StateT] | None:
        """Return where a world stands after a step, or None if it has shown something else."""
        things, after = display.shown(view, step.happenings)
        end = position + len(things)
        return _Trail(step.state, after, end) if target[position:end] == things else None


def _add(trails: dict[_Trail[StateT], Fraction], trail: _Trail[StateT] | None, weight: Fraction) -> None:
    if trail is not None:
        trails[trail] = trails.get(trail, Fraction()) + weight
