"""Numbers under `change:` without their sign, in a scenario whose other changes have one (I306)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from game.diagnostics.diagnostic import Diagnostic, Rule
from game.lint.subject import Subject
from game.source.tree import Mapping, Scalar

WITHOUT_SIGN = Rule(
    code="I306",
    title="number under `change:` without its sign",
    cause="The other changes of this scenario say with `+` or `-` which way they go, and this one does not."
    " A sign that was lost on the way turns a loss into a gain.",
    example="change: { tension: -2, morale: 1 }   # was it -1?",
    cure="Write `+` or `-` before the number.",
)

_NUMBER = re.compile(r"\s*[0-9]+\s*")
_SIGNED = re.compile(r"\s*[+-]")
_FOR_EACH_WITHOUT = 4


def sign_faults(subject: Subject) -> Iterator[Diagnostic]:
    """Yield the bare numbers, unless the scenario has so many of them that they are its manner."""
    numbers = list(_changes(subject))
    bare = [each for each in numbers if _NUMBER.fullmatch(each.value)]
    signed = sum(_SIGNED.match(each.value) is not None for each in numbers)
    if signed < _FOR_EACH_WITHOUT * len(bare):
        return
    for each in bare:
        number = each.value.strip()
        message = f"`{number}` has no sign, as the other changes have"
        yield Diagnostic(WITHOUT_SIGN, message, each.span, f"write `+{number}` or `-{number}`")


def _changes(subject: Subject) -> Iterator[Scalar]:
    for path, place in subject.decoder.places.items():
        if path.endswith(".change") and isinstance(place.value, Mapping):
            yield from (each.value for each in place.value.entries if isinstance(each.value, Scalar))
