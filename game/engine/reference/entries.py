"""Entries and their blocks: what a task of the agenda does (5, 6, 9.3)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from game.engine.happenings import (
    Cued,
    EventBegan,
    FlagSwitched,
    LetterArrived,
    MapChanged,
    OptionChosen,
    PhaseEntered,
    ReportGiven,
    ResponseCame,
    Told,
    VariableMoved,
)
from game.engine.reference.chances import Luck
from game.engine.reference.state import Act, Task
from game.engine.reference.world import World
from game.scenario.model import Block, Event

LEFT_TO_LUCK = (Act.START, Act.ESTIMATE, Act.SEND, Act.DELAY, Act.REPLY, Act.CHANCE)

BLOCK_FIELDS = 6
"""Values; then what is told; the map; `send`; `event`; `chance`."""

AFTER = (Task(Act.ENDINGS),)
"""What follows an entry that nothing else started at once."""


def perform(world: World, luck: Luck, task: Task) -> bool:
    """Do the task, putting first on the agenda what belongs to it; return whether luck is needed."""
    if task.act in LEFT_TO_LUCK:
        return _is_wanted(world, luck, task) and luck.meet(world, task)
    if task.act is Act.BLOCK:
        _carry_out(world, luck, task)
    else:
        _DOING[task.act](world, task.name)
    return False


def _is_wanted(world: World, luck: Luck, task: Task) -> bool:
    """Whether a letter or a delayed event may be queued, so that its spread is drawn at all."""
    match task.act:
        case Act.SEND:
            is_under_way = world.is_awaited(task.name, Task(Act.LETTER, task.name))
            return world.scenario.letters[task.name].repeats or not (task.name in world.seen or is_under_way)
        case Act.DELAY:
            event = world.scenario.events[luck.blocks[task.name].event[task.part].event]
            is_second = world.is_awaited(event.id, Task(Act.EVENT, event.id))
            return may_repeat(event) or not is_second
        case _:
            return True


def may_repeat(event: Event) -> bool:
    """Whether it may begin more than once; `every:` implies it."""
    return event.repeats or event.every is not None


def may_begin(world: World, event_id: str) -> bool:
    """Whether the event's own conditions and `repeats:` let it begin."""
    event = world.scenario.events[event_id]
    is_spent = event_id in world.seen and not may_repeat(event)
    return not is_spent and is_met(world, event_id)


def is_met(world: World, event_id: str) -> bool:
    """Whether `when:` holds and `unless:` does not."""
    event = world.scenario.events[event_id]
    return world.holds(event.when) and not (event.unless is not None and world.holds(event.unless))


def put_event(world: World, event_id: str, after: tuple[Task, ...] = ()) -> None:
    """Note the event, and put its block and the responses to it first."""
    event = world.scenario.events[event_id]
    world.seen.add(event_id)
    world.tell(EventBegan(event_id, world.printed(event.title)))
    world.put_first([Task(Act.BLOCK, event.block.site), Task(Act.REPLIES, event_id), *after])


def put_report(world: World, report_id: str, after: tuple[Task, ...] = ()) -> None:
    report = world.scenario.intelligence[report_id]
    world.seen.add(report_id)
    world.tell(ReportGiven(report_id, world.printed(report.title, report.from_, *report.unknown)))
    world.put_first([Task(Act.BLOCK, report.block.site), *after])


def put_phase(world: World, index: int) -> None:
    """Enter a phase: it has no block, and endings are looked at after it."""
    phase = list(world.scenario.phases.values())[index]
    world.phase = index
    world.tell(PhaseEntered(phase.id, world.printed(phase.title, phase.text)))
    world.put_first(AFTER)


def put_option(world: World, decision_id: str, option_id: str, *, is_late: bool) -> None:
    """Close the decision, note the option, and put its block and the responses to it first."""
    decision = world.scenario.decisions[decision_id]
    option = decision.options[option_id]
    del world.opened[decision_id]
    world.chosen[decision_id] = option_id
    if decision.repeats:
        world.resting.add(decision_id)
    world.tell(OptionChosen(decision_id, option_id, is_late))
    replies = Task(Act.REPLIES, f"{decision_id}.{option_id}")
    world.put_first([Task(Act.BLOCK, option.block.site), replies, *AFTER])


def _come_event(world: World, event_id: str) -> None:
    if may_begin(world, event_id):
        put_event(world, event_id, AFTER)


def _launch_event(world: World, event_id: str) -> None:
    if may_begin(world, event_id):
        put_event(world, event_id)


def _come_report(world: World, report_id: str) -> None:
    if world.holds(world.scenario.intelligence[report_id].when):
        put_report(world, report_id, AFTER)


def _come_letter(world: World, letter_id: str) -> None:
    letter = world.scenario.letters[letter_id]
    points = (text for point in letter.points for text in point)
    world.seen.add(letter_id)
    world.tell(LetterArrived(letter_id, world.printed(letter.text, letter.subject, *points)))
    world.put_first([Task(Act.BLOCK, letter.block.site), Task(Act.REPLIES, letter_id), *AFTER])


def _come_response(world: World, response_id: str) -> None:
    response = world.scenario.responses[response_id]
    if world.holds(response.when):
        world.tell(ResponseCame(response_id))
        world.put_first([Task(Act.BLOCK, response.block.site), *AFTER])


def _come_late(world: World, decision_id: str) -> None:
    if_late = world.scenario.decisions[decision_id].if_late
    if decision_id in world.opened and if_late is not None:
        put_option(world, decision_id, if_late, is_late=True)


def _put_replies(world: World, cause: str) -> None:
    responses = world.scenario.responses.values()
    world.put_first([Task(Act.REPLY, each.id) for each in responses if cause in each.after])


def _forget_estimates(world: World, _report: str) -> None:
    world.estimates.clear()


_DOING: Mapping[Act, Callable[[World, str], None]] = {
    Act.EVENT: _come_event,
    Act.LAUNCH: _launch_event,
    Act.REPORT: _come_report,
    Act.GIVE: put_report,
    Act.LETTER: _come_letter,
    Act.RESPONSE: _come_response,
    Act.LATE: _come_late,
    Act.REPLIES: _put_replies,
    Act.FORGET: _forget_estimates,
}


def _carry_out(world: World, luck: Luck, task: Task) -> None:
    """Do one field of a block and put what it starts, and the fields after it, first."""
    block = luck.blocks[task.name]
    if task.part + 1 < BLOCK_FIELDS:
        world.put_first([Task(Act.BLOCK, task.name, task.part + 1)])
    match task.part:
        case 0:
            _change_values(world, luck, block)
            world.put_first(_estimates(world, block))
        case 1:
            _tell_block(world, block)
            if block.site in world.scenario.intelligence:
                world.put_first([Task(Act.FORGET)])
        case 2:
            for happening in _map_changes(block):
                world.tell(happening)
        case 3:
            world.put_first([_sending(world, each) for each in block.send])
        case 4:
            world.put_first([_launch(block, index) for index in range(len(block.event))])
        case _:
            world.put_first([Task(Act.CHANCE, block.chance.site)] if block.chance else [])


def _change_values(world: World, luck: Luck, block: Block) -> None:
    """Give the new values, all read before the block; what was set is then changed (6)."""
    new = {name: luck.held(name, world.number(number)) for name, number in block.set}
    for name, number in block.change:
        new[name] = luck.held(name, new.get(name, world.values[name]) + world.number(number))
    for name, value in new.items():
        before = world.values[name]
        world.values[name] = value
        if value != before:
            world.tell(VariableMoved(name, before, value, block.site))
    for flag in block.remember:
        if flag not in world.flags:
            world.flags.add(flag)
            world.tell(FlagSwitched(flag, 1, block.site))
    for flag in block.forget:
        if flag in world.flags:
            world.flags.remove(flag)
            world.tell(FlagSwitched(flag, 0, block.site))


def _estimates(world: World, block: Block) -> list[Task]:
    report = world.scenario.intelligence.get(block.site)
    return [Task(Act.ESTIMATE, block.site, each) for each in range(len(report.estimates))] if report else []


def _tell_block(world: World, block: Block) -> None:
    if block.text is not None:
        world.tell(Told(block.site, world.printed(block.text)))
    if block.sound is not None:
        world.tell(Cued("sound", block.site))
    if block.picture is not None:
        world.tell(Cued("picture", block.site))


def _map_changes(block: Block) -> Iterator[MapChanged]:
    yield from (MapChanged("show", each, None) for each in block.show)
    yield from (MapChanged("hide", each, None) for each in block.hide)
    yield from (MapChanged("move", each, target) for each, target in block.move)


def _sending(world: World, thing: str) -> Task:
    return Task(Act.GIVE if thing in world.scenario.intelligence else Act.SEND, thing)


def _launch(block: Block, index: int) -> Task:
    sending = block.event[index]
    if sending.delay is None:
        return Task(Act.LAUNCH, sending.event)
    return Task(Act.DELAY, block.site, index)
