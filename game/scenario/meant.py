"""Did you mean: the nearest of the names that there are."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from itertools import islice

# Thousands of names, each asked for thousands of names, would take hours; no scenario has so many.
_MOST_CANDIDATES = 1_000


class Searches:
    """How often it is still asked what was meant: beyond 200 faults nobody reads it, and it takes minutes.

    A small counter that the faults of one scenario share; the only thing about names that changes.
    """

    __slots__ = ("_left",)

    def __init__(self, most: int = 200) -> None:
        self._left = most

    def among(self, candidates: Iterable[str]) -> Iterable[str]:
        """Return the candidates of one more search, or none if there were enough."""
        self._left -= 1
        return candidates if self._left >= 0 else ()


def nearest(name: str, candidates: Iterable[str]) -> str | None:
    """Return the candidate that was most probably meant, or None if none is near; ties go to the first.

    One slip is allowed in a short name, one in three letters of a longer one. Case, `-` for `_`
    and a plural s are hardly a slip at all. Only the first thousand candidates are looked at.

    >>> nearest("tensoin", ["allies", "tension"]), nearest("Ships", ["ship"]), nearest("x", ["tension"])
    ('tension', 'ship', None)
    """
    best, best_distance = None, _allowed(name) + 1
    folded = _folded(name)
    letters = set(folded)
    for candidate in islice(candidates, _MOST_CANDIDATES):
        other = _folded(candidate)
        if abs(len(folded) - len(other)) >= best_distance or len(letters.difference(other)) >= best_distance:
            continue
        distance = 0 if folded == other else _distance(folded, other, best_distance)
        if distance < best_distance:
            best, best_distance = candidate, distance
    return best


def one_of(name: str, listed: Collection[str], among: Iterable[str]) -> str:
    """Return what a name can be, as a cure; first the one of some candidates that it probably means.

    >>> one_of("hodl", ["hold", "fire"], ["hold"])
    'did you mean `hold`? It can be: hold, fire'
    """
    meant = nearest(name, among)
    listing = ", ".join(listed)
    return f"it can be: {listing}" if meant is None else f"did you mean `{meant}`? It can be: {listing}"


def _allowed(name: str) -> int:
    return min(4, max(1, len(name) // 3))


def _folded(name: str) -> str:
    return name[:60].lower().replace("-", "_").replace(" ", "_").rstrip("s")


def _distance(left: str, right: str, limit: int) -> int:
    """Return the optimal string alignment distance, a swap of neighbours being one slip; at most `limit`."""
    while left and right and left[0] == right[0]:
        left, right = left[1:], right[1:]
    while left and right and left[-1] == right[-1]:
        left, right = left[:-1], right[:-1]
    before: list[int] = []
    previous = list(range(len(right) + 1))
    for row, letter in enumerate(left, 1):
        current = [row]
        for column, other in enumerate(right, 1):
            cost = min(
                previous[column] + 1, current[column - 1] + 1, previous[column - 1] + (letter != other)
            )
            if row > 1 and column > 1 and letter == right[column - 2] and left[row - 2] == other:
                cost = min(cost, before[column - 2] + 1)
            current.append(cost)
        if min(current) >= limit:
            return limit
        before, previous = previous, current
    return min(previous[-1], limit)
