"""The interval in which a chance lies that was only sampled."""

from __future__ import annotations

from math import sqrt

_Z = 1.959964  # of 95%


def interval(came: int, plays: int) -> tuple[float, float]:
    """Return the 95% interval of a chance that came so many times in independent plays, by Wilson's score.

    It holds its level for rare endings too, lies within 0 and 1, and is never empty (E. B. Wilson,
    Journal of the American Statistical Association 22, 1927; advised by Brown, Cai and DasGupta,
    Statistical Science 16, 2001).

    >>> [round(each, 4) for each in interval(1328, 10000)]
    [0.1263, 0.1396]
    >>> interval(0, 100)[0], interval(100, 100)[1]
    (0.0, 1.0)
    """
    share, spread = came / plays, _Z * _Z / plays
    middle = share + spread / 2
    half = _Z * sqrt(share * (1 - share) / plays + spread / (4 * plays))
    low = (middle - half) / (1 + spread) if came else 0.0
    high = (middle + half) / (1 + spread) if came < plays else 1.0
    return low, high
