"""The odds of every chance over the declared ranges: never all zero, never too many."""

from __future__ import annotations

from collections.abc import Iterator

from game.diagnostics.diagnostic import Diagnostic
from game.scenario.decoder import Decoder
from game.scenario.expressions.odds import odds_faults
from game.source.tree import Mapping


def weight_faults(decoder: Decoder) -> Iterator[Diagnostic]:
    """Yield what is wrong with the odds of chances whose odds all could be read."""
    checked = {
        path: (scalar, found) for scalar, path, found in decoder.sound_expressions if path.endswith(".odds")
    }
    for path, place in decoder.places.items():
        if not path.endswith(".chance") or not isinstance(place.value, Mapping):
            continue
        odds = [checked.get(f"{path}.{key.value}.odds") for key, _ in place.value.entries]
        known = [each for each in odds if each is not None]
        if known and len(known) == len(odds):
            yield from odds_faults(place.key, [(scalar.span, found) for scalar, found in known])
