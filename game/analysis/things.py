"""What can happen, by name: the points of a Program at which events, letters, outcomes come about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from game.engine.happenings import (
    ChanceTaken,
    DecisionOpened,
    EventBegan,
    GameEnded,
    Happening,
    LetterArrived,
    OptionChosen,
    PhaseEntered,
    Queued,
    ReportGiven,
    ResponseCame,
    Told,
)
from game.engine.program import Chance, Defer, Instruction, Program, Switch, Tell
from game.engine.state import Point


class Thing(NamedTuple):
    """Something that may happen: its kind and its name.

    The kinds are event, letter, report, phase, response, decision (it opens), option (`decision.option`, by
    the player), late (a decision answered by its deadline), outcome (`site.result`), text (the address of a
    block that is told), flag (switched on), queued and due (a letter, response or event that is put off, and
    its turn when it is due), ending, and dead end (the decision at which nothing is on offer).
    """

    kind: str
    name: str


def things(program: Program) -> Mapping[Point, tuple[Thing, ...]]:
    """Return the points of a Program that, once carried out, are the happening of something."""
    found: defaultdict[Point, dict[Thing, None]] = defaultdict(dict)
    for point, instruction in enumerate(program.code):
        for at, thing in _made(program, point, instruction):
            found[at][thing] = None
    return {point: tuple(each) for point, each in found.items()}


def _made(program: Program, point: Point, instruction: Instruction) -> Iterator[tuple[Point, Thing]]:
    match instruction:
        case Tell():
            thing = thing_of(instruction.happening(()))
            if thing is not None:
                yield point, thing
        case Chance(site, results):
            for result, at in zip(results, instruction.points, strict=True):
                yield at, Thing("outcome", f"{site}.{result}")
        case Switch(register, 1, _):
            yield point, Thing("flag", program.registers[register].name)
        case Defer():
            queued = instruction.happening(0)
            if isinstance(queued, Queued):
                yield point, Thing("queued", f"{queued.kind} {queued.id}")
                yield instruction.point, Thing("due", f"{queued.kind} {queued.id}")
        case _:
            return


def thing_of(happening: Happening) -> Thing | None:  # noqa: C901, PLR0911 - one arm for each kind
    """Return what happens when something is told or done in a game, None for what has no name."""
    match happening:
        case EventBegan(event):
            return Thing("event", event)
        case LetterArrived(letter):
            return Thing("letter", letter)
        case ReportGiven(report):
            return Thing("report", report)
        case PhaseEntered(phase):
            return Thing("phase", phase)
        case ResponseCame(response):
            return Thing("response", response)
        case DecisionOpened(decision):
            return Thing("decision", decision)
        case OptionChosen(decision, option, is_late):
            return Thing("late", decision) if is_late else Thing("option", f"{decision}.{option}")
        case ChanceTaken(site, result):
            return Thing("outcome", f"{site}.{result}")
        case Told(address):
            return Thing("text", address)
        case Queued(kind, entry):
            return Thing("queued", f"{kind} {entry}")
        case GameEnded(ending, dead_end):
            return Thing("dead end", dead_end) if dead_end else Thing("ending", ending)
        case _:
            return None
