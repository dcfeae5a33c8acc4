"""Which number of a scenario moves the catastrophe most, under *undecided* play.

Two ways. A number is moved in its file and the scenario solved again: exact, for every kind of
number. Or the slopes of all weights are taken at once: exact to first order only.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from game.analysis.figures import Policy
from game.analysis.numbers import Number, rewritten
from game.analysis.slopes import Outcome
from game.analysis.solving import Solved
from game.diagnostics.diagnostic import Span
from game.scenario.blocks import chances
from game.scenario.loading import Loaded
from game.scenario.model import Scenario

PART = 0.1
"""A weight is moved by a tenth of itself to first order."""


class Bar(NamedTuple):
    """A number with the catastrophe where it is moved down and up; None where the rules refuse it.

    `moves` says how it is moved: `10 to 9 or 11`.
    """

    name: str
    kind: str
    span: Span
    moves: str
    down: float | None
    up: float | None

    def size(self, base: float) -> float:
        """Return the greater of its two movements."""
        return max((abs(each - base) for each in (self.down, self.up) if each is not None), default=0.0)


def ordered(bars: Iterable[Bar], base: float) -> tuple[Bar, ...]:
    """Return the bars, the longest first."""
    return tuple(sorted(bars, key=lambda bar: -bar.size(base)))


def catastrophe(solved: Solved) -> float:
    """Return the chance of the catastrophe under *undecided*; 0 where no ending is marked as one."""
    figures = solved.catastrophe_of(solved.roots)
    return 0.0 if figures is None else figures[Policy.UNDECIDED].value


Reloaded = Callable[[Mapping[str, bytes]], Scenario | None]
"""Loads the scenario with some files in the place of its own; None where it cannot be played."""


def moved_bars(
    loaded: Loaded, found: Iterable[Number], reloaded: Reloaded, chance: Callable[[Scenario], float | None]
) -> Iterator[Bar]:
    """Yield the bar of every number: it is moved by its step both ways, and each time solved again."""
    documents = {document.file: document for document in loaded.documents}
    for number in found:
        down, up = number.value - number.step, number.value + number.step
        ends: list[float | None] = []
        for value in (down, up):
            document = documents[number.span.file]
            scenario = reloaded({document.file: rewritten(document, number, value)})
            ends.append(None if scenario is None else chance(scenario))
        yield Bar(number.path, number.kind, number.span, f"{number.value} to {down} or {up}", *ends)


def weight_bars(loaded: Loaded, slopes: Mapping[Outcome, float], base: float) -> Iterator[Bar]:
    """Yield the bar of every weight of a chance or of a drawn start that is met."""
    spans = dict(_weight_spans(loaded))
    for (site, result), slope in slopes.items():
        span = spans.get((site, result)) or spans.get((site, None))
        if span is not None:
            ends = base - PART * slope, base + PART * slope
            yield Bar(f"{site}.{result}", "weight", span, "a tenth less or more", *ends)


def _weight_spans(loaded: Loaded) -> Iterator[tuple[tuple[str, str | None], Span]]:
    """Yield where the weights of outcomes stand, and by the site alone those of drawn starts."""
    scenario, decoder = loaded.scenario, loaded.decoder
    assert scenario is not None
    assert decoder is not None
    odds: defaultdict[str, list[Span]] = defaultdict(list)
    for path, place in decoder.places.items():
        owner, _, field = path.rpartition(".")
        if field == "odds":
            odds[owner.rpartition(".")[2]].append(place.value.span)
        elif field == "start":
            name = owner.partition(".")[2].replace(".beliefs.", ".")
            yield (f"{name}.start", None), place.value.span
    for chance in chances(scenario):
        for outcome in chance.outcomes:
            inside = [span for span in odds[outcome.id] if _is_behind(span, outcome.span)]
            yield (chance.site, outcome.id), min(inside, default=outcome.span)


def _is_behind(span: Span, other: Span) -> bool:
    return span.file == other.file and span[1:3] >= other[1:3]
