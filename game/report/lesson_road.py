"""The road that a pack is printed for: the questions of a lesson as the record comes to them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from game.engine.happenings import DecisionOpened, Happening, LetterArrived, MomentBegan, ReportGiven
from game.engine.moves import Answer, Command
from game.engine.play import value
from game.frozen import NamedTuple
from game.report.lesson_print import certain_at_start
from game.scenario.expressions.evaluation import value as evaluated
from game.scenario.model import Advice, Decision, Letter, Report, Scenario
from game.session.session import Session, after

Source = Report | Letter
Answering = Callable[[Session], Command]
"""Gives the command that follows the record."""


class Slot(NamedTuple):
    """A decision of the lesson as it comes: from which minute, for how long; 0 where it is told in a line."""

    decision: str
    begins: int
    minutes: int


class Timetable(NamedTuple):
    """A lesson of so many minutes: the decisions kept in it, how they come, and how long the debrief is."""

    minutes: int
    kept: tuple[str, ...]
    slots: tuple[Slot, ...]
    debrief: int


class Stop(NamedTuple):
    """A question that the lesson asks, as the road comes to it.

    `slot` is its time in the lesson and `minute` that of its opening in the game, None where the road
    never comes to it. `papers` came since the question before, each with its minute; `offered` are the
    options on offer then, of a question off the road those that always are. `certain` are the values
    that its texts may print.
    """

    decision: Decision
    slot: Slot | None
    minute: int | None
    papers: tuple[tuple[Source, int], ...]
    offered: frozenset[str]
    advice: tuple[Advice, ...]
    certain: Mapping[str, int]


class Road(NamedTuple):
    """A lesson with its questions in the order in which they are asked, those off the road last.

    `certain` are the values that every game of the setup begins with.
    """

    scenario: Scenario
    setup: str
    timetable: Timetable
    stops: tuple[Stop, ...]
    certain: Mapping[str, int]

    @property
    def passed(self) -> tuple[Decision, ...]:
        """The decisions that the lesson tells in a line, in their order."""
        names = dict.fromkeys(each.decision for each in self.timetable.slots if not each.minutes)
        return tuple(self.scenario.decisions[each] for each in names)


def road(game: Session, timetable: Timetable, answering: Answering) -> Road:
    """Return the road from the beginning of a game to its end."""
    scenario = game.scenario
    slots = {each.decision: each for each in reversed(timetable.slots) if each.minutes}
    certain = certain_at_start(scenario, game.setup, game.halt.happenings)
    stops: dict[str, Stop] = {}
    papers: dict[str, tuple[Source, int]] = {}
    read: set[str] = set()
    for turn in _turns(game, answering):
        papers |= {each.id: (each, minute) for each, minute in _papers(turn) if each.id not in read}
        for name in _asked(turn):
            if name in slots and name not in stops:
                known = {} if turn.position else certain
                stops[name] = _stop(turn, slots[name], tuple(papers.values()), known)
                read |= set(papers)
                papers = {}
    ordered = sorted(stops.values(), key=lambda each: slots[each.decision.id].begins)
    told = {each.decision for each in timetable.slots}
    off = (_off_road(scenario.decisions[name]) for name in timetable.kept if name not in told)
    return Road(scenario, game.setup, timetable, (*ordered, *off), certain)


def _turns(game: Session, answering: Answering) -> Iterator[Session]:
    yield game
    while not game.is_over:
        game = after(game, answering(game))
        yield game


def _asked(turn: Session) -> Iterator[str]:
    """Yield the decisions that opened since the turn before and wait for an answer."""
    if not turn.is_over:
        yield from (each.decision for each in turn.halt.happenings if isinstance(each, DecisionOpened))


def _papers(turn: Session) -> Iterator[tuple[Source, int]]:
    """Yield the reports and letters that came to the player since the turn before."""
    minute = 0
    for each in turn.halt.happenings:
        if isinstance(each, MomentBegan):
            minute = each.minute
        paper = _paper(turn.scenario, each)
        if paper is not None:
            yield paper, minute


def _paper(scenario: Scenario, happening: Happening) -> Source | None:
    match happening:
        case ReportGiven(name):
            return scenario.intelligence[name]
        case LetterArrived(name):
            letter = scenario.letters[name]
            return letter if scenario.actors[letter.to].player else None
        case _:
            return None


def _stop(
    turn: Session, slot: Slot, papers: tuple[tuple[Source, int], ...], certain: Mapping[str, int]
) -> Stop:
    decision = turn.scenario.decisions[slot.decision]
    answers = (each for each in turn.legal_commands if isinstance(each, Answer))
    offered = frozenset(each.option for each in answers if each.decision == decision.id)

    def reading(name: str) -> int:
        return value(turn.program, turn.state, name)

    advice = tuple(each for each in decision.advice if each.when is None or evaluated(each.when, reading))
    return Stop(decision, slot, turn.state.minute, papers, offered, advice, certain)


def _off_road(decision: Decision) -> Stop:
    always = frozenset(each.id for each in decision.options.values() if each.when is None)
    advice = tuple(each for each in decision.advice if each.when is None)
    return Stop(decision, None, None, (), always, advice, {})
