"""Fields that exclude each other or need each other, the status bar, and the clock's own sense."""

from __future__ import annotations

from collections.abc import Iterator

from game.diagnostics.diagnostic import Diagnostic, Span
from game.frozen import NamedTuple
from game.scenario.decoder import Decoder
from game.scenario.expressions.types import ChoiceType, NumberType
from game.scenario.faults import BELONG_TOGETHER, STATUS
from game.scenario.kinds.groups import COUNTDOWNS
from game.scenario.model import Decision, Scenario
from game.scenario.quantities.durations import NOT_A_QUANTITY
from game.scenario.where import FieldPlace
from game.source.limits import OVER_A_LIMIT

MOST_POINTS = 20_000


class Partners(NamedTuple):
    """Two fields of a record: where `excludes`, both together are a fault, else the first alone.

    `section` is the path of the group in which the records stand.
    """

    section: str
    field: str
    other: str
    excludes: bool
    why: str


PARTNERS = (
    Partners(
        "variables", "range", "values", True, "a variable is a number with a range, or a choice with values"
    ),
    Partners("events", "at", "every", True, "an event comes at a moment, or again and again"),
    Partners("map.markers", "at", "along", True, "a marker stands at a place, or goes along a route"),
    Partners("decisions", "repeats", "at", True, "what repeats cannot open at one moment only"),
    Partners(
        "decisions", "deadline", "if_late", False, "a deadline needs the option that is taken when it passes"
    ),
    Partners("decisions", "if_late", "deadline", False, "`if_late:` is for a deadline, and there is none"),
    Partners("decisions", "repeats", "when", False, "what repeats needs the condition that opens it again"),
)


def partner_faults(decoder: Decoder, scenario: Scenario) -> Iterator[Diagnostic]:
    """Yield the faults of fields that do not fit together."""
    told: set[Span] = set()
    for partners in PARTNERS:
        for entry in decoder.names.sections.get(partners.section.rpartition(".")[2], {}):
            for fault in _pair(decoder, f"{partners.section}.{entry}", partners):
                if fault.span not in told:
                    told.add(fault.span)
                    yield fault
    for decision in scenario.decisions.values():
        yield from _waited(decoder, decision)
        yield from _torn(decoder, decision)
    yield from _status(decoder, scenario)
    yield from _clock(decoder)


def _pair(decoder: Decoder, path: str, partners: Partners) -> Iterator[Diagnostic]:
    first = decoder.places.get(f"{path}.{partners.field}")
    second = decoder.places.get(f"{path}.{partners.other}")
    if first is None or _is_no(first):
        return
    if partners.excludes and second is not None:
        later = max(first.key, second.key)
        yield Diagnostic(
            BELONG_TOGETHER, partners.why, later, f"leave out `{partners.field}:` or `{partners.other}:`"
        )
    elif not partners.excludes and not decoder.gives(path, partners.other):
        yield Diagnostic(
            BELONG_TOGETHER,
            partners.why,
            first.key,
            f"add `{partners.other}:`, or leave `{partners.field}:` out",
        )


def _is_no(place: FieldPlace) -> bool:
    return getattr(place.value, "value", None) in {"no", "false"}


def _waited(decoder: Decoder, decision: Decision) -> Iterator[Diagnostic]:
    place = decoder.places.get(f"decisions.{decision.id}.historical")
    has_deadline = decoder.gives(f"decisions.{decision.id}", "deadline")
    if decision.historical == "wait" and not has_deadline and place is not None:
        yield Diagnostic(
            BELONG_TOGETHER,
            "nobody can wait where there is no deadline",
            place.key,
            "name the option that was really chosen",
        )


def _torn(decoder: Decoder, decision: Decision) -> Iterator[Diagnostic]:
    for advice in decision.advice:
        place = decoder.places.get(f"decisions.{decision.id}.advice.{advice.actor}.opposes")
        if place is not None and advice.opposes is not None and advice.opposes == advice.supports:
            yield Diagnostic(
                BELONG_TOGETHER,
                f"`{advice.actor}` is for `{advice.opposes}` and against it",
                place.key,
                "leave out `supports:` or `opposes:`, or name two options",
            )


def _status(decoder: Decoder, scenario: Scenario) -> Iterator[Diagnostic]:
    section = decoder.names.sections.get("status", {})
    for number, (name, style) in enumerate(scenario.status):
        key = section[name]
        variable = scenario.variables.get(name)
        of = decoder.names.scope.type_of(name) if variable is not None else None
        if number == 5:
            yield Diagnostic(
                STATUS,
                f"the status bar has room for five readings, and here are {len(scenario.status)}",
                key.span,
                "leave the five that matter most",
            )
        if (name in COUNTDOWNS) != (style == "countdown"):
            cure = (
                f"write `{name}: countdown`"
                if name in COUNTDOWNS
                else "only `deadline` and `ends` count down"
            )
            yield Diagnostic(STATUS, f"`{style}` does not fit `{name}`", key.span, cure)
        elif variable is not None and variable.hidden:
            yield Diagnostic(
                STATUS,
                f"`{name}` is hidden and cannot be shown",
                key.span,
                "remove it, or let the variable be seen",
            )
        elif isinstance(of, NumberType | ChoiceType) and not _fits(of, style):
            yield Diagnostic(
                STATUS,
                f"`{style}` does not fit `{name}`",
                key.span,
                "numbers are a `meter`, `words` or a `number`; choices `words` or a `ladder`",
            )


def _fits(of: NumberType | ChoiceType, style: str) -> bool:
    match of:
        case NumberType():
            return style in {"meter", "words", "number"}
        case ChoiceType():
            return style in {"words", "ladder"}


def _clock(decoder: Decoder) -> Iterator[Diagnostic]:
    grid = decoder.names.grid
    ends, starts = decoder.places.get("clock.ends"), decoder.places.get("clock.starts")
    if grid is None and ends is not None and starts is not None:
        first, last = getattr(starts.value, "value", ""), getattr(ends.value, "value", "")
        is_told = any(each.span in {starts.value.span, ends.value.span} for each in decoder.diagnostics)
        if not is_told and last <= first:
            yield Diagnostic(
                NOT_A_QUANTITY, "the clock ends before it starts", ends.value.span, f"it starts at {first}"
            )
    elif grid is not None and (grid.ends - grid.starts) // grid.step > MOST_POINTS:
        yield Diagnostic(
            OVER_A_LIMIT,
            f"the clock has more than {MOST_POINTS:,} points",
            decoder.places["clock.step"].value.span,
            "choose a longer step",
        )
