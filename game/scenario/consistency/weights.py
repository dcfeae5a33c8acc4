"""The odds of every chance over the declared ranges: never all zero, never too many."""

from __future__ import annotations

from collections.abc import Iterator

from game.diagnostics.diagnostic import Diagnostic
from game.scenario.decoder import Decoder
from game.scenario.expressions.odds import odds_faults
from game.scenario.kinds.groups import MOST_OUTCOMES
from game.source.tree import Mapping


def weight_faults(decoder: Decoder) -> Iterator[Diagnostic]:
    """Yield what is wrong with the odds of chances whose odds all could be read.

    An outcome that is indented wrongly is an unknown field beside its chance or below it. The decoder
    shares what it checked between equal texts, so that equal odds are looked at once.
    """
    checked = {
        path: (scalar, found) for scalar, path, found in decoder.sound_expressions if path.endswith(".odds")
    }
    silent: set[tuple[int, ...]] = set()
    for path, place in decoder.places.items():
        if not path.endswith(".chance") or not isinstance(place.value, Mapping):
            continue
        if len(place.value.entries) > MOST_OUTCOMES or _has_unknown_field(decoder, path, place.value):
            continue
        odds = [checked.get(f"{path}.{key.value}.odds") for key, _ in place.value.entries]
        known = [each for each in odds if each is not None]
        same = tuple(id(found) for _, found in known)
        if not known or len(known) < len(odds) or same in silent:
            continue
        faults = odds_faults(place.key, [(scalar.span, found) for scalar, found in known])
        if not faults:
            silent.add(same)
        yield from faults


def _has_unknown_field(decoder: Decoder, path: str, outcomes: Mapping) -> bool:
    """Return whether the record around a chance, or an outcome, has a field that may be another outcome."""
    if not decoder.excused:
        return False
    records = (path.removesuffix("chance"), *(f"{path}.{key.value}." for key, _ in outcomes.entries))
    return not decoder.excused.isdisjoint(records)
