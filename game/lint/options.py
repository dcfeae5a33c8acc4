"""Options without consequences, and options with the same ones (W551, W553)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from game.diagnostics.diagnostic import Diagnostic, Note, Rule, Span
from game.lint.subject import Subject
from game.scenario.expressions.ranges import children
from game.scenario.expressions.tree import Binary, Constant, Expression, Operator, Read
from game.scenario.model import Block, Chance, Decision, Option
from game.scenario.records.block import BLOCK_FIELDS
from game.source.tree import Mapping as Tree
from game.source.tree import Node

DOES_NOTHING = Rule(
    code="W551",
    title="option that does nothing, and that nothing asks about",
    cause="Choosing the option changes no value, tells nothing and starts nothing, and no condition or"
    " response looks at the choice. It makes no difference whether it was chosen.",
    example="options:\n  wait_and_see: { label: Wait and see }",
    cure="Let it do something, or let a response or a condition ask for it. If it is meant, say why"
    " with `because:`.",
)
SAME_EFFECTS = Rule(
    code="W553",
    title="two options with the same effects",
    cause="Two options of a decision do exactly the same, and nothing asks which of them was chosen.",
    example="options:\n  blockade: { label: A blockade, change: { tension: +1 } }\n  quarantine: {"
    " label: A quarantine, change: { tension: +1 } }",
    cure="Give them different effects, or leave one out. If it is meant, say why with `because:` of one"
    " of them.",
)


def option_faults(subject: Subject) -> Iterator[Diagnostic]:
    """Yield options that do nothing at their name, and the later one of two that do the same."""
    asked = _asked(subject)
    for decision in subject.scenario.decisions.values():
        if f"decisions.{decision.id}" in asked:
            continue
        nodes = _nodes(subject, decision)
        free = [
            each
            for each in decision.options.values()
            if _is_judged(subject, decision, each, asked) and not subject.is_faulty(*nodes[each.id])
        ]
        idle = {each.id for each in free if _does_nothing(subject, decision, each)}
        yield from (_idle(each) for each in free if each.id in idle)
        if not subject.errors:
            yield from _alike([each for each in free if each.id not in idle])


def _nodes(subject: Subject, decision: Decision) -> Mapping[str, tuple[Span, Node]]:
    """Return where the options of a decision stand."""
    place = subject.decoder.places.get(f"decisions.{decision.id}.options")
    entries = place.value.entries if place is not None and isinstance(place.value, Tree) else ()
    return {key.value: (key.span, node) for key, node in entries}


def _idle(option: Option) -> Diagnostic:
    message = f"`{option.id}` does nothing, and nothing asks whether it was chosen"
    cure = "let it do something, or say why it is there with `because:`"
    return Diagnostic(DOES_NOTHING, message, option.span, cure)


def _alike(options: Sequence[Option]) -> Iterator[Diagnostic]:
    """Yield each option that does the same as one before it, with the first of them as a note."""
    firsts: dict[object, Option] = {}
    for option in options:
        first = firsts.setdefault((option.when, _effects(option.block)), option)
        if first is not option:
            message = f"`{option.id}` has the same effects as `{first.id}`"
            cure = "give them different effects, or leave one out"
            note = Note("the first of the two", first.span)
            yield Diagnostic(SAME_EFFECTS, message, option.span, cure, (note,))


def _is_judged(subject: Subject, decision: Decision, option: Option, asked: frozenset[str]) -> bool:
    path = f"decisions.{decision.id}.options.{option.id}"
    return (
        subject.is_complete
        and not subject.has(f"{path}.because")
        and f"{decision.id}.{option.id}" not in asked
    )


def _does_nothing(subject: Subject, decision: Decision, option: Option) -> bool:
    path = f"decisions.{decision.id}.options.{option.id}"
    return not any(subject.has(f"{path}.{field.name}") for field in BLOCK_FIELDS)


def _effects(block: Block) -> tuple[object, ...]:
    """Return what a block changes and starts; its words, cues and marks of the map are left out."""
    return (
        block.set,
        block.change,
        block.remember,
        block.forget,
        block.send,
        block.event,
        _arms(block.chance),
    )


def _arms(chance: Chance | None) -> tuple[object, ...]:
    return () if chance is None else tuple((each.odds, _effects(each.block)) for each in chance.outcomes)


def _asked(subject: Subject) -> frozenset[str]:
    """Return the options that something asks about, and the decisions of which all are asked about."""
    causes = (cause for response in subject.scenario.responses.values() for cause in response.after)
    pinned = (f"{pin.site.value}" for pin in subject.decoder.pins)
    asked = {*causes, *pinned}
    for _, _, checked in subject.decoder.sound_expressions:
        if any(name.startswith("chosen.") for name in checked.names):
            asked |= set(_questions(checked.expression))
    read = {each.name for each in subject.decoder.mentions if each.use == "read"}
    sound = {name for _, _, checked in subject.decoder.sound_expressions for name in checked.names}
    asked |= {
        f"decisions.{name.removeprefix('chosen.')}" for name in read - sound if name.startswith("chosen.")
    }
    return frozenset(asked)


def _questions(expression: Expression) -> Iterator[str]:
    """List `decision.option` for each comparison with one, and the whole decision for any other."""
    match expression:
        case Binary(Operator.IS | Operator.IS_NOT, Read(name, of), Constant(value)) if name.startswith(
            "chosen."
        ):
            decision, option = name.removeprefix("chosen."), getattr(of, "values", ())[value]
            yield f"decisions.{decision}" if option == "none" else f"{decision}.{option}"
        case Read(name, _) if name.startswith("chosen."):
            yield f"decisions.{name.removeprefix('chosen.')}"
        case _:
            for child in children(expression):
                yield from _questions(child)
