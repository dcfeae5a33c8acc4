"""Conditions that decide nothing over the declared ranges of what they read (W310, W311)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from game.diagnostics.diagnostic import Diagnostic
from game.lint.subject import Subject
from game.scenario.expressions.advice import advice
from game.scenario.expressions.ranges import is_always
from game.scenario.expressions.rules import ALWAYS_THE_SAME

_MOST_TOLD = 1_000


def condition_faults(subject: Subject) -> Iterator[tuple[str, Diagnostic]]:
    """Yield the faults of conditions, each with the path of the field that it stands in.

    The decoder shares what it checked between equal texts, so that most are looked at once. After a
    thousand faults no further condition is looked at.
    """
    silent: set[int] = set()
    told = 0
    for scalar, path, checked in subject.decoder.sound_expressions:
        if id(checked) in silent:
            continue
        found = advice(scalar, checked) if told < _MOST_TOLD else ()
        told += len(found)
        if not found:
            silent.add(id(checked))
        yield from ((path, fault) for fault in found)
    yield from _never_on_offer(subject)


def settled(subject: Subject, paths: Collection[str]) -> Mapping[str, bool]:
    """Return what the conditions of some fields always are; in a list one that never holds decides."""
    found: dict[str, bool] = {}
    for _, path, checked in subject.decoder.sound_expressions:
        always = is_always(checked.expression) if path in paths else None
        if always is not None:
            found[path] = found.get(path, True) and always
    return found


def _never_on_offer(subject: Subject) -> Iterator[tuple[str, Diagnostic]]:
    """Yield each plain `when: no` of an option, which only the option for lateness may have."""
    for decision in subject.scenario.decisions.values():
        for option in decision.options.values():
            path = f"decisions.{decision.id}.options.{option.id}.when"
            written = subject.scalar(path)
            is_never = written is not None and written.value in {"no", "false"}
            if is_never and written is not None and option.id != decision.if_late:
                message = "this is always false, so nobody can choose it"
                cure = "`when: no` is for the option of `if_late:` only"
                yield path, Diagnostic(ALWAYS_THE_SAME, message, written.span, cure)
