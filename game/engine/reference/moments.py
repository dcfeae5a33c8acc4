"""The order of play: the parts of one moment, the clock, and the end (9.3, 9.4)."""

from __future__ import annotations

from collections.abc import Iterator

from game.engine.happenings import DecisionLapsed, DecisionOpened, GameEnded, MomentBegan, TimeOver
from game.engine.reference.chances import Luck
from game.engine.reference.entries import AFTER, is_met, perform, put_event, put_phase, put_report
from game.engine.reference.state import Act, Due, Task
from game.engine.reference.world import World
from game.scenario.model import Decision

UNFINISHED = "unfinished"


def played(world: World, luck: Luck) -> None:
    """Play on until luck or the player has the move, or the game is over."""
    while world.ending is None:
        if world.agenda:
            task = world.agenda.pop(0)
            if task.act is Act.ENDINGS:
                _look_at_endings(world)
            elif task.act is Act.BEGIN:
                _begin_moment(world)
            elif perform(world, luck, task):
                return
        elif not _put_condition_entry(world) and _rest(world):
            return


def _put_condition_entry(world: World) -> bool:
    """Put on the agenda the first thing whose condition holds (part 5); return whether there is one."""
    scenario = world.scenario
    for index, phase in enumerate(scenario.phases.values()):
        if index > world.phase and world.holds(phase.when):
            put_phase(world, index)
            return True
    for report in scenario.intelligence.values():
        is_new = report.when is not None and report.at is None and report.id not in world.seen
        if is_new and world.holds(report.when):
            put_report(world, report.id, AFTER)
            return True
    for event in sorted(scenario.events.values(), key=lambda each: -each.priority):
        is_spent = event.id in world.seen and not event.repeats
        if event.is_conditional and event.id in world.armed and not is_spent and is_met(world, event.id):
            world.armed.remove(event.id)
            put_event(world, event.id, AFTER)
            return True
    return False


def _rest(world: World) -> bool:
    """Do what follows when nothing is left to do now; return whether the player has the move."""
    if world.is_over:
        _end(world, _holding_ending(world) or UNFINISHED)
        return False
    _look_at_endings(world)
    if world.ending is not None:
        return False
    if world.minute == _last_minute(world):
        _put_time_over(world)
        return False
    _open_decisions(world)
    if _is_players(world):
        world.offer, world.is_halted = None, False
        return _has_command(world)
    _move_clock(world)
    return False


def _look_at_endings(world: World) -> None:
    """End the game if an ending holds; when time is over that waits for part 5 to be done."""
    ending = _holding_ending(world)
    if ending is not None and not world.is_over:
        _end(world, ending)


def _holding_ending(world: World) -> str | None:
    holding = [each for each in world.scenario.endings.values() if world.holds(each.when)]
    return max(holding, key=lambda each: each.priority).id if holding else None


def _end(world: World, ending: str, dead_end: str | None = None) -> None:
    world.ending = ending
    world.agenda.clear()
    world.tell(GameEnded(ending, dead_end))


def _last_minute(world: World) -> int:
    return world.scenario.clock.ends - world.scenario.clock.starts


def _put_time_over(world: World) -> None:
    """Let open decisions lapse, drop what was due later, and play part 5 once more."""
    for decision in world.scenario.decisions:
        if decision in world.opened:
            world.tell(DecisionLapsed(decision))
    world.opened.clear()
    world.queue.clear()
    world.is_over = True
    world.tell(TimeOver())


def _open_decisions(world: World) -> None:
    """Open the decisions whose time or condition has come, in file order (part 6)."""
    for decision in world.scenario.decisions.values():
        if _may_open(world, decision):
            deadline = None if decision.deadline is None else world.minute + decision.deadline
            world.opened[decision.id] = world.minute
            printed = world.printed(decision.title, decision.text)
            world.tell(DecisionOpened(decision.id, deadline, printed))


def _may_open(world: World, decision: Decision) -> bool:
    if decision.id in world.opened or decision.id in world.resting:
        return False
    if decision.id in world.chosen and not decision.repeats:
        return False
    if decision.at is not None:
        is_time = world.scenario.clock.starts + world.minute == decision.at
    else:
        is_time = decision.when is not None or world.minute == world.begins
    return is_time and world.holds(decision.when)


def _is_players(world: World) -> bool:
    """Whether the player has the move: he has something open, and does not wait or is halted."""
    if not world.opened:
        world.offer, world.is_halted = None, False
        return False
    return world.offer is None or world.is_halted or world.on_offer() != world.offer


def _has_command(world: World) -> bool:
    """Whether there is a command; if there is none, that is a dead end and the game is over."""
    endless = [each for each in world.scenario.decisions.values() if each.id in world.opened]
    endless = [each for each in endless if each.deadline is None]
    if world.on_offer() or not endless:
        return True
    _end(world, UNFINISHED, endless[0].id)
    return False


def _move_clock(world: World) -> None:
    """Leave the moment: arm what may fire again, and go to the next moment (9.4)."""
    for event in world.scenario.events.values():
        if event.is_conditional and event.repeats and not is_met(world, event.id):
            world.armed.add(event.id)
    step = world.scenario.clock.step
    grid = (world.minute // step + 1) * step
    world.minute = min(each for each in (grid, *_moments(world)) if each > world.minute)
    if world.minute == grid:
        world.resting.clear()
    world.agenda.append(Task(Act.BEGIN))


def _moments(world: World) -> Iterator[int]:
    """Return the minutes, past ones too, at which something off the grid is due."""
    scenario, starts = world.scenario, world.scenario.clock.starts
    yield _last_minute(world)
    for timed in (scenario.intelligence, scenario.events, scenario.decisions):
        yield from (each.at - starts for each in timed.values() if each.at is not None)
    periods = (each.every for each in scenario.events.values() if each.every is not None)
    yield from ((world.minute // every + 1) * every for every in periods)
    yield from (each.minute for each in world.queue)
    yield from (each for each in (_deadline(world, each) for each in world.opened) if each is not None)


def _deadline(world: World, decision: str) -> int | None:
    """Return the minute at which an open decision is answered for the player, if ever."""
    lasting = world.scenario.decisions[decision].deadline
    return None if lasting is None else world.opened[decision] + lasting


def _begin_moment(world: World) -> None:
    """Put on the agenda all that is due, each kind in file order (parts 1 to 4)."""
    world.tell(MomentBegan(world.minute))
    scenario, now = world.scenario, world.scenario.clock.starts + world.minute
    due = [each for each in world.queue if each.minute == world.minute]
    world.queue = [each for each in world.queue if each not in due]
    for letter in scenario.letters:
        world.agenda += [Task(Act.LETTER, letter)] * due.count(Due("letter", letter, world.minute))
    world.agenda += [Task(Act.REPORT, each.id) for each in scenario.intelligence.values() if each.at == now]
    for event in scenario.events.values():
        if event.at == now or (event.every and world.minute and world.minute % event.every == 0):
            world.agenda.append(Task(Act.EVENT, event.id))
        delayed = due.count(Due("event", event.id, world.minute))
        world.agenda += [Task(Act.EVENT, event.id)] * delayed
    for response in scenario.responses:
        world.agenda += [Task(Act.RESPONSE, response)] * due.count(Due("response", response, world.minute))
    for decision in scenario.decisions:
        if decision in world.opened and _deadline(world, decision) == world.minute:
            world.agenda.append(Task(Act.LATE, decision))
