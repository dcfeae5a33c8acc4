"""What no line of play reaches, of any setup: proved by looking at all of them, and told at the root."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from game.diagnostics.diagnostic import Diagnostic, Rule, Span
from game.lint.entries import cast_chances, held_blocks
from game.lint.reach.never import NEVER_OPEN, NEVER_SEEN
from game.proofs.ground import Ground
from game.scenario.expressions.tree import NO
from game.scenario.model import Block, Decision, Event, Option

NEVER_OFFERED = Rule(
    code="W521",
    title="option never on offer",
    cause="In no line of play is the condition of the option true while the player has the move, so nobody"
    " can ever choose it. An option with `when: no`, for a deadline only, is excepted.",
    example="options:\n  strike: { label: Strike, when: tension >= 9 }   # and an ending comes at 9",
    cure="Correct its `when:`, or remove the option.",
)
NEVER_ARRIVES = Rule(
    code="W530",
    title="letter or response that cannot arrive before the end",
    cause="It is sent, or queued, in some games, but each of these is over before it is due.",
    example="letters:\n  reply: { from: ivan, to: anna, travels: 3 days, text: No. }   # the"
    " clock ends after one",
    cure="Shorten its delay, send it earlier, or let the clock run longer.",
)
ALWAYS_LAPSES = Rule(
    code="W531",
    title="decision that lapses in every game; deadline past the end",
    cause="The decision opens, but nothing is ever chosen; or whenever it opens its deadline lies behind the"
    " end of the clock, so `if_late:` is never taken.",
    example="decisions:\n  trade: { title: Trade?, at: 1962-10-28 06:00, deadline: 2 days, if_late: refuse }"
    "   # the clock ends on the 28th",
    cure="Let it open earlier, shorten the deadline, or remove it.",
)


def unreached_faults(ground: Ground) -> Iterator[Diagnostic]:
    """Yield what never happens, at its name; what follows from something else that never does is not told."""
    return chain(
        _decisions(ground),
        _options(ground),
        _lapsing(ground),
        _events(ground),
        _reports(ground),
        _phases(ground),
        _outcomes(ground),
        _undelivered(ground),
    )


def _decisions(ground: Ground) -> Iterator[Diagnostic]:
    for decision in ground.scenario.decisions.values():
        is_root = not ground.happens("decision", decision.id) and not ground.is_follower(decision.when)
        if is_root and not ground.is_told(f"decisions.{decision.id}", decision.span):
            message = f"the decision `{decision.id}` can never open: no line of play comes to it"
            yield Diagnostic(NEVER_OPEN, message, decision.span, "correct its `when:` or `at:`")


def _options(ground: Ground) -> Iterator[Diagnostic]:
    for decision in ground.scenario.decisions.values():
        if not ground.happens("decision", decision.id) or _is_never_answered(ground, decision):
            continue
        for option in decision.options.values():
            is_root = not _is_offered(ground, decision, option) and not ground.is_follower(option.when)
            path = f"decisions.{decision.id}.options.{option.id}"
            if option.when != NO and is_root and not ground.is_told(path, option.span):
                message = f"the option `{option.id}` is never on offer"
                yield Diagnostic(NEVER_OFFERED, message, option.span, "correct its `when:`, or remove it")


def _is_offered(ground: Ground, decision: Decision, option: Option) -> bool:
    return ground.happens("option", f"{decision.id}.{option.id}")


def _is_never_answered(ground: Ground, decision: Decision) -> bool:
    is_offered = any(_is_offered(ground, decision, each) for each in decision.options.values())
    return not is_offered and not ground.happens("late", decision.id)


def _lapsing(ground: Ground) -> Iterator[Diagnostic]:
    end = ground.scenario.clock.ends - ground.scenario.clock.starts
    for decision in ground.scenario.decisions.values():
        if not ground.happens("decision", decision.id) or ground.is_told(
            f"decisions.{decision.id}", decision.span
        ):
            continue
        minutes = ground.opened[decision.id]
        if decision.deadline is not None and minutes and min(minutes) + decision.deadline > end:
            message = f"the deadline of `{decision.id}` always lies behind the end of the clock"
            place = ground.subject.value(f"decisions.{decision.id}.deadline", decision.span)
            yield Diagnostic(ALWAYS_LAPSES, message, place, "let it open earlier, or shorten the deadline")
        elif decision.deadline is not None and _is_never_answered(ground, decision):
            message = f"`{decision.id}` lapses in every game: nothing is ever chosen"
            yield Diagnostic(ALWAYS_LAPSES, message, decision.span, "offer an option, or remove the decision")


def _events(ground: Ground) -> Iterator[Diagnostic]:
    for event in ground.scenario.events.values():
        if ground.happens("event", event.id) or ground.is_follower(event.when, event.unless):
            continue
        if _starts_itself(event) or _is_started(ground, event):
            yield from _never(ground, "event", f"events.{event.id}", event.span)


def _starts_itself(event: Event) -> bool:
    return event.at is not None or event.every is not None or event.is_conditional


def _is_started(ground: Ground, event: Event) -> bool:
    """Return whether a block that is carried out in some game starts an event."""
    return any(each.event == event.id for block in _carried_out(ground) for each in block.event)


def _carried_out(ground: Ground) -> Iterator[Block]:
    scenario = ground.scenario
    for held in held_blocks(scenario):
        section, name = held.path.split(".")[:2]
        kind = {"intelligence": "report", "decisions": "option"}.get(section, section.removesuffix("s"))
        name = held.block.site if kind == "option" else name
        is_late = kind == "option" and _is_late(ground, held.block.site)
        if ground.happens(kind, name) or is_late:
            yield from _within(ground, held.block)


def _is_late(ground: Ground, site: str) -> bool:
    decision, _, option = site.partition(".")
    return ground.scenario.decisions[decision].if_late == option and ground.happens("late", decision)


def _within(ground: Ground, block: Block) -> Iterator[Block]:
    yield block
    if block.chance is not None:
        for outcome in block.chance.outcomes:
            if ground.happens("outcome", f"{block.chance.site}.{outcome.id}"):
                yield from _within(ground, outcome.block)


def _reports(ground: Ground) -> Iterator[Diagnostic]:
    for report in ground.scenario.intelligence.values():
        if ground.happens("report", report.id) or ground.is_follower(report.when):
            continue
        if report.at is not None or report.when is not None:
            yield from _never(ground, "report", f"intelligence.{report.id}", report.span)


def _phases(ground: Ground) -> Iterator[Diagnostic]:
    for phase in list(ground.scenario.phases.values())[1:]:
        if not ground.happens("phase", phase.id) and not ground.is_follower(phase.when):
            yield from _never(ground, "phase", f"phases.{phase.id}", phase.span)


def _outcomes(ground: Ground) -> Iterator[Diagnostic]:
    ran = {block.chance.site for block in _carried_out(ground) if block.chance is not None}
    for cast in cast_chances(ground.scenario):
        for outcome in cast.chance.outcomes:
            is_never = not ground.happens("outcome", f"{cast.chance.site}.{outcome.id}")
            if cast.chance.site in ran and is_never and not ground.is_follower(outcome.odds):
                yield from _never(ground, "outcome", f"{cast.path}.{outcome.id}", outcome.span)


def _never(ground: Ground, word: str, path: str, span: Span) -> Iterator[Diagnostic]:
    if not ground.is_told(path, span):
        name = path.rpartition(".")[2]
        message = f"the {word} `{name}` is never seen: no line of play leads to it"
        yield Diagnostic(NEVER_SEEN, message, span, "correct its condition, or add what leads to it")


def _undelivered(ground: Ground) -> Iterator[Diagnostic]:
    """Yield the letters and responses that are under way in some game and due in none."""
    scenario = ground.scenario
    groups = (("letter", "letters", scenario.letters), ("response", "responses", scenario.responses))
    for kind, section, entries in groups:
        for name, entry in entries.items():
            is_sent = ground.happens("queued", f"{kind} {name}")
            if is_sent and not ground.happens("due", f"{kind} {name}"):
                path = f"{section}.{name}"
                if not ground.is_told(path, entry.span):
                    message = f"the {kind} `{name}` cannot arrive before the end: every game is over by then"
                    yield Diagnostic(
                        NEVER_ARRIVES, message, entry.span, "shorten its delay, or send it earlier"
                    )
