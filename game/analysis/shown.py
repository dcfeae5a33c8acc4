"""What the player has been shown: a fold over happenings, as values that can be compared.

Words count, not ids: two outcomes that tell the same words show the same. A text counts as it is
written, with the values printed in it as they are printed: in words where it prints words.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from itertools import chain
from typing import NamedTuple

from game.analysis.playable import Playable, StateT
from game.engine.happenings import (
    ChanceTaken,
    Cued,
    DecisionLapsed,
    DecisionOpened,
    EventBegan,
    GameEnded,
    Happening,
    LetterArrived,
    MapChanged,
    MomentBegan,
    OptionChosen,
    PhaseEntered,
    ReportGiven,
    Told,
    Values,
    VariableMoved,
)
from game.engine.moves import Answer
from game.engine.results import parse_result
from game.scenario.blocks import blocks
from game.scenario.expressions.evaluation import value as evaluated
from game.scenario.model import Decision, Scenario
from game.scenario.text import Emphasis, Piece, Plural, Text, Value

Shown = tuple[int, Hashable]
"""Something shown, with the minute of the moment at which it was."""


class Movement(NamedTuple):
    """How a value of the status was printed when its moment began, None before its draw, and is now."""

    name: str
    before: int | None
    after: int


class View(NamedTuple):
    """Where the fold stands: the moment, and the status values that have moved in it."""

    minute: int = 0
    moved: tuple[Movement, ...] = ()


class Display:
    """How the happenings of a scenario are shown to the player."""

    def __init__(self, scenario: Scenario) -> None:
        self._scenario = scenario
        self._blocks = {block.site: block for block in blocks(scenario)}
        self._variables = {**scenario.variables, **scenario.beliefs}
        self._styles = dict(scenario.status)

    def shown(self, view: View, happenings: Iterable[Happening]) -> tuple[list[Shown], View]:
        """Return what the happenings show, and where the fold stands after them.

        A status value is shown as it is at the end of its moment.
        """
        things: list[Shown] = []
        for happening in happenings:
            match happening:
                case MomentBegan(minute):
                    things += self.flushed(view)
                    view = View(minute)
                case VariableMoved(name, before, after, _) if name in self._styles:
                    view = _moved(view, Movement(name, self._status(name, before), self._status(name, after)))
                case ChanceTaken(site, result) if site.removesuffix(".start") in self._styles:
                    name = site.removesuffix(".start")
                    drawn = parse_result(self._variables[name].type, result)
                    assert drawn is not None
                    view = _moved(view, Movement(name, None, self._status(name, drawn)))
                case _:
                    thing = self._thing(happening)
                    things += [] if thing is None else [(view.minute, thing)]
        return things, view

    def flushed(self, view: View) -> list[Shown]:
        """Return the status values that moved in the moment, as they are at its end."""
        status = tuple((each.name, each.after) for each in view.moved if each.before != each.after)
        return [(view.minute, ("status", status))] if status else []

    def turn(self, playable: Playable[StateT], state: StateT) -> Hashable:
        """Return what lies before the player: status, questions, options on offer, and advice."""
        status = tuple(
            self._status(name, playable.value(state, name))
            for name in self._styles
            if name in self._variables
        )
        offer = tuple(each for each in playable.legal_commands(state) if isinstance(each, Answer))
        questions = [
            self._question(playable, state, self._scenario.decisions[decision], deadline)
            for decision, deadline in playable.deadlines(state)
        ]
        return ("turn", playable.turn(state), status, offer, tuple(questions))

    def _question(
        self, playable: Playable[StateT], state: StateT, decision: Decision, deadline: int | None
    ) -> Hashable:
        advice = [
            each
            for each in decision.advice
            if each.when is None or evaluated(each.when, lambda name: playable.value(state, name))
        ]
        texts = chain(
            (decision.title, decision.text),
            chain.from_iterable((each.says, *each.for_, *each.against) for each in advice),
            chain.from_iterable(
                (option.label, option.about, option.warning, option.unless_text)
                for option in decision.options.values()
            ),
        )
        words = tuple(
            self._words(text, tuple((name, playable.value(state, name)) for name in text.names))
            for text in texts
            if text is not None
        )
        return (decision.id, deadline, tuple(each.actor for each in advice), words)

    def _thing(self, happening: Happening) -> Hashable | None:
        """Return what a happening shows, or None if the player sees nothing of it."""
        match happening:
            case Told(address, values):
                return ("text", self._words(self._blocks[address].text, values))
            case Cued(kind, address):
                block = self._blocks[address]
                return (kind, block.sound if kind == "sound" else block.picture)
            case OptionChosen(_, _, is_late):
                return happening if is_late else None
            case MapChanged() | DecisionLapsed() | GameEnded():
                return happening
            case DecisionOpened(decision, deadline, _):
                return ("opens", decision, deadline)
            case _:
                return self._heading(happening)

    def _heading(self, happening: Happening) -> Hashable | None:
        """Return what an entry shows of itself."""
        scenario = self._scenario
        match happening:
            case EventBegan(event, values):
                titled = scenario.events[event]
                return None if titled.quiet else ("event", self._words(titled.title, values))
            case PhaseEntered(phase, values):
                chapter = scenario.phases[phase]
                title, text = (self._words(each, values) for each in (chapter.title, chapter.text))
                return ("phase", title, text, chapter.picture)
            case ReportGiven(report, values):
                given = scenario.intelligence[report]
                headed = (given.title, given.from_, *given.unknown)
                return ("report", given.confidence, tuple(self._words(each, values) for each in headed))
            case LetterArrived(letter, values):
                sent = scenario.letters[letter]
                texts = (sent.subject, sent.text, *chain.from_iterable(sent.points))
                words = tuple(self._words(each, values) for each in texts)
                seen = ("letter", sent.from_, words, sent.sound, sent.picture)
                return seen if scenario.actors[sent.to].player else None
            case _:
                return None

    def _words(self, text: Text | None, values: Values) -> Hashable:
        """Return a text with the values that it prints, as it prints them."""
        if text is None:
            return None
        known: Mapping[str, int] = dict(values)
        printed = (
            each for piece in chain.from_iterable(text.paragraphs) for each in self._printed(piece, known)
        )
        return (text.written, tuple(printed))

    def _printed(self, piece: Piece, values: Mapping[str, int]) -> list[int]:
        match piece:
            case Value(name, is_bare) if name in values:
                return [values[name] if is_bare else self._level(name, values[name])]
            case Plural(name, _) if name in values:
                return [values[name]]
            case Emphasis(pieces):
                return [each for inner in pieces for each in self._printed(inner, values)]
            case _:
                return []

    def _status(self, name: str, value: int) -> int:
        return self._level(name, value) if self._styles[name] == "words" else value

    def _level(self, name: str, value: int) -> int:
        """Return the level whose words stand for the value, or the value itself if it has no words."""
        words = self._variables[name].words if name in self._variables else ()
        return max((level for level, _ in words if level <= value), default=value)


def _moved(view: View, movement: Movement) -> View:
    """Return the view with a movement joined to an earlier one of the same value."""
    earlier = {each.name: each for each in view.moved}
    begun = earlier.get(movement.name, movement)
    joined = {**earlier, movement.name: movement._replace(before=begun.before)}
    return View(view.minute, tuple(joined[name] for name in sorted(joined)))
