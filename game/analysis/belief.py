"""What the player can know: the worlds that would have shown him exactly what he has been shown.

A belief is carried forward along the one recorded game. Every chance is expanded; a world that
would have shown something else is dropped, so that even a vague estimate teaches it (section 10).

Beliefs of games are small: what is shown sorts the worlds. Where one would grow beyond its bound, an
even sample of the worlds is kept in its place, the same for the same belief, and the belief says so.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from fractions import Fraction
from typing import Generic, NamedTuple, TypeVar

from game.analysis.graph import World
from game.analysis.playable import Playable, Reached, StateT
from game.analysis.record import has_left_record, record_of
from game.analysis.shown import Display, Shown, View
from game.engine.happenings import Happening
from game.engine.moves import Command
from game.frozen import Frozen
from game.scenario.model import Scenario

MOST_WORLDS = 20_000

_T = TypeVar("_T", bound=Hashable)


class Stretch(NamedTuple, Generic[StateT]):
    """A part of the recorded game, from a command to the next turn of the player or to the end.

    `command` is None for the first, which runs from the start; the draws on the way are done, and
    `happenings` are all on the way. `state` is the true state after it, of which only what the
    player sees is read.
    """

    command: Command | None
    happenings: tuple[Happening, ...]
    state: StateT


class Belief(Frozen, Generic[StateT]):
    """The worlds, whose weights add up to 1, and whether every answer was historical.

    There are none if what has been shown is impossible in the worlds of the start. Where it is not
    `is_whole`, there were too many at some time, and the worlds are a sample.
    """

    worlds: tuple[World[StateT], ...]
    is_recorded: bool
    view: View
    is_whole: bool = True


class _Trail(NamedTuple, Generic[StateT]):
    """A world on its way through a stretch: so much of what was shown has been shown in it too."""

    state: StateT
    view: View
    position: int


class Believer(Frozen, Generic[StateT]):
    """The player, or an adviser, who knows the rules and sees what is shown.

    `playable` begins as the believer takes the game to have begun. A belief is a sample beyond
    `most` worlds.
    """

    scenario: Scenario
    playable: Playable[StateT]
    most: int = MOST_WORLDS

    def belief(self, game: Iterable[Stretch[StateT]]) -> Belief[StateT]:
        """Return the belief at the end of a recorded game."""
        stretches = iter(game)
        belief = self.first(next(stretches))
        for stretch in stretches:
            belief = self.carried(belief, stretch)
        return belief

    def first(self, stretch: Stretch[StateT]) -> Belief[StateT]:
        """Return the belief when the player first has the move."""
        before: Belief[StateT] = Belief((), is_recorded=True, view=View())
        return self._kept(before, stretch, [(self.playable.start(), Fraction(1))])

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
        is_whole = before.is_whole
        for step, weight in steps:
            _add(pending, self._trail(display, before.view, 0, step, target), weight)
        while pending:
            ahead: dict[_Trail[StateT], Fraction] = {}
            for trail, weight in pending.items():
                if self.playable.turn(trail.state) == "chance":
                    self._expand(display, trail, weight, target, ahead)
                elif self._rest(display, trail) == target[trail.position :]:
                    worlds[trail.state] = worlds.get(trail.state, Fraction()) + weight
            is_whole = is_whole and len(ahead) <= self.most
            pending = thinned(ahead, self.most)
        is_whole = is_whole and len(worlds) <= self.most
        worlds = thinned(worlds, self.most)
        total = sum(worlds.values(), Fraction())
        kept = tuple(World(state, weight / total) for state, weight in worlds.items())
        has_left = has_left_record(record_of(self.scenario), stretch.happenings)
        return Belief(kept, before.is_recorded and not has_left, view, is_whole)

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


def thinned(weights: dict[_T, Fraction], most: int) -> dict[_T, Fraction]:
    """Return at most so many of the things, drawn evenly by their weights in their order, never by luck.

    Each is as likely to stay as it weighs, and the sum stays the same.

    >>> thinned({"a": Fraction(5), "b": Fraction(1), "c": Fraction(2)}, 2)
    {'a': Fraction(4, 1), 'c': Fraction(4, 1)}
    """
    if len(weights) <= most:
        return weights
    share = sum(weights.values(), Fraction()) / most
    kept: dict[_T, Fraction] = {}
    reached, mark = Fraction(), share / 2
    for thing, weight in weights.items():
        reached += weight
        while mark < reached:
            kept[thing] = kept.get(thing, Fraction()) + share
            mark += share
    return kept


def _add(trails: dict[_Trail[StateT], Fraction], trail: _Trail[StateT] | None, weight: Fraction) -> None:
    if trail is not None:
        trails[trail] = trails.get(trail, Fraction()) + weight
