"""What can happen, by name: the points of a Program at which events, letters, outcomes come about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from game.engine.happenings import (
    EventBegan,
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

    The kinds are event, letter, report, phase, response, option (`decision.option`, by the player), late
    (a decision answered by its deadline), outcome (`site.result`), text (the address of a block that is
    told), flag (switched on), queued and due (a letter,
    response or event that is put off, and its turn when it is due).
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
            thing = _told(instruction.happening(()))
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


def _told(happening: Happening) -> Thing | None:  # noqa: PLR0911 - one arm for each kind
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
        case OptionChosen(decision, option, is_late):
            return Thing("late", decision) if is_late else Thing("option", f"{decision}.{option}")
        case Told(address):
            return Thing("text", address)
        case _:
            return None
