"""How far a motion is on its way after some time."""

from __future__ import annotations


def share(elapsed: float, lasting: float) -> float:
    """Return the share, 0 to 1, of what lasts so long that is over.

    >>> share(-1.0, 2.0), share(0.5, 2.0), share(3.0, 2.0)
    (0.0, 0.25, 1.0)
    """
    return min(1.0, max(0.0, elapsed / lasting))


def eased(share: float) -> float:
    """Return how far a motion is that begins and ends gently, 0 to 1.

    >>> eased(0.0), eased(0.5), eased(1.0)
    (0.0, 0.5, 1.0)
    """
    return share * share * (3 - 2 * share)


def slowing(share: float) -> float:
    """Return how far a motion is that begins fast and comes to rest, 0 to 1.

    >>> slowing(0.0), slowing(0.5), slowing(1.0)
    (0.0, 0.875, 1.0)
    """
    return 1 - (1 - share) ** 3


def part_way(before: float, after: float, share: float) -> float:
    """Return the number that lies a share of the way from one to another."""
    return before + (after - before) * share
