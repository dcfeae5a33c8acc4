"""The plan of a lesson: which decisions a class argues about in so many minutes, and what the rest become.

A lesson of a length that the scenario lists keeps what is listed there; one of another length what the
longest listed length that is not above it keeps. Essential decisions are always kept. Where a scenario
lists no lengths every decision is kept, and the clock alone shortens.

The clock shortens, too: a decision that is kept but not essential is told in a line where the time that
is left does not reach for it, the essential ones still to come and the debrief.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from game.analysis.playable import CompiledGame
from game.analysis.record import answered_order
from game.engine.happenings import OptionChosen
from game.engine.moves import Answer, Command, Wait
from game.frozen import NamedTuple
from game.scenario.model import Decision, Scenario
from game.session.session import Session, after

DEBRIEF = 10
"""Minutes at the end of every lesson that belong to the debrief."""
LEAST, MOST = 15, 180
"""The shortest and the longest lesson in minutes."""
USUAL = (20, 45, 90)
"""Lengths that are offered where the scenario lists none."""
_FEWEST = 3
"""Minutes below which it is not worth while to begin to argue, unless the decision is essential."""


class Plan(NamedTuple):
    """A lesson of so many minutes: the decisions that a class argues about, and those told in a line.

    Both are ids in file order; `essential` are those of the kept ones that no clock takes away.
    """

    minutes: int
    kept: tuple[str, ...]
    shortened: tuple[str, ...]
    essential: frozenset[str]

    @property
    def for_votes(self) -> int:
        """Minutes without the debrief."""
        return max(0, self.minutes - DEBRIEF)


class Stage(NamedTuple):
    """A decision of a lesson as it comes: when in the lesson, for how long, and how it was answered.

    `minutes` is 0 where it is told in a line.
    """

    decision: str
    begins: int
    minutes: int
    command: Command


def lesson_lengths(scenario: Scenario) -> tuple[int, ...]:
    """Return the lengths in minutes that are offered, the shortest first."""
    listed = scenario.lesson.lengths if scenario.lesson is not None else ()
    return tuple(sorted({each.minutes for each in listed})) or USUAL


def planned(scenario: Scenario, minutes: int) -> Plan:
    """Return the plan of a lesson of so many minutes."""
    listed = _listed(scenario, minutes)
    decisions = tuple(scenario.decisions.values())
    kept = tuple(each.id for each in decisions if listed is None or each.essential or each.id in listed)
    return Plan(
        minutes,
        kept,
        tuple(each.id for each in decisions if each.id not in kept),
        frozenset(each.id for each in decisions if each.essential),
    )


def _listed(scenario: Scenario, minutes: int) -> Collection[str] | None:
    """Return what the scenario keeps in a lesson of that length, None for all."""
    lengths = scenario.lesson.lengths if scenario.lesson is not None else ()
    if not lengths:
        return None
    below = [each for each in lengths if each.minutes <= minutes]
    return max(below, key=lambda each: each.minutes).keep if below else ()


def minutes_for(
    decisions: Mapping[str, Decision], plan: Plan, decision: str, left: int, past: Collection[str]
) -> int:
    """Return the minutes that a class has for a decision that opens now; 0 where it is told in a line.

    `left` are the minutes until the lesson ends, `past` the decisions that were answered already. An
    essential decision gets its share of the time before the debrief, and always one minute.

    The minutes of a lesson that keeps to them, debrief included, are never more than it has, if it has a
    minute before the debrief for each essential decision.
    """
    if decision not in plan.kept:
        return 0
    wanted = decisions[decision].minutes
    free = max(0, left - DEBRIEF)
    ahead = sum(decisions[each].minutes for each in plan.essential if each not in past and each != decision)
    if decision in plan.essential:
        return max(1, min(wanted, free * wanted // max(1, wanted + ahead)))
    given = min(wanted, free - ahead)
    return given if given >= min(wanted, max(_FEWEST, wanted // 2)) else 0


def own_command(session: Session, asked: Collection[str]) -> Command | None:
    """Return what the lesson itself does now; None where the class has the move or the game is over.

    `asked` are the open decisions about which the class argues. The others are answered as they open, by
    the historical option if it is on offer, else by the first that is. One that history left open stays
    open until its deadline, unless something is asked meanwhile.
    """
    legal = session.legal_commands
    order = answered_order(legal, CompiledGame(session.program).deadlines(session.state))
    is_waiting = False
    for decision in order:
        if decision in asked:
            continue
        recorded = session.scenario.decisions[decision].historical
        if recorded == "wait" and Wait() in legal:
            is_waiting = True
            continue
        return recorded_answer(legal, decision, recorded)
    return Wait() if is_waiting and not any(each in asked for each in order) else None


def recorded_answer(legal: tuple[Command, ...], decision: str, recorded: str | None) -> Answer:
    """Return the recorded option of an open decision if it is on offer, else the first that is."""
    offered = [each for each in legal if isinstance(each, Answer) and each.decision == decision]
    return next((each for each in offered if each.option == recorded), offered[0])


def rehearsed(session: Session, plan: Plan) -> tuple[Stage, ...]:
    """Return the lesson as it goes if the class decides as history did and keeps to its minutes.

    The luck is that of the session. What history left open until its deadline appears as a wait.
    """
    decisions = session.scenario.decisions
    left, past, stages = plan.minutes, set[str](), []
    while not session.is_over:
        order = answered_order(session.legal_commands, CompiledGame(session.program).deadlines(session.state))
        command = own_command(session, ()) or Wait()
        named = (
            command.decision
            if isinstance(command, Answer)
            else next((each for each in order if each not in past), None)
        )
        if named is not None:
            given = minutes_for(decisions, plan, named, left, past)
            stages.append(Stage(named, plan.minutes - left, given, command))
            left -= given
            past.add(named)
        session = after(session, command)
        past.update(each.decision for each in session.halt.happenings if isinstance(each, OptionChosen))
    return tuple(stages)
