"""Boxes that follow one another and nothing else, one under the other, so that a story is not too wide."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Mapping, Sequence

from game.frozen import NamedTuple
from game.report.columns import Box, Tie


class Stacked(NamedTuple):
    """Stacks as boxes, with the ties between them.

    `where` says of each box the stack that it is in and how far below its top; `outer` are the
    numbers of the ties that lead from stack to stack; the others go straight down within one.
    """

    boxes: tuple[Box, ...]
    ties: tuple[Tie, ...]
    where: Mapping[str, tuple[str, float]]
    outer: tuple[int, ...]


def stacked(
    boxes: Sequence[Box], ties: Sequence[Tie], tops: Container[str], gap: float, most: float
) -> Stacked:
    """Return the boxes in stacks no higher than `most`, with `gap` between two.

    A box lies under another of its band if that leads to it alone, and nothing else leads to it. Only
    what is in `tops` may have something below it.
    """
    below = _below(boxes, ties, tops)
    under = set(below.values())
    by_key = {box.key: box for box in boxes}
    where: dict[str, tuple[str, float]] = {}
    stacks: list[Box] = []
    for box in boxes:
        chain = [box.key] if box.key not in under else []
        while chain:
            stack, height = by_key[chain[0]], -gap
            while chain and (height + gap + by_key[chain[0]].height <= most or height < 0):
                key = chain.pop(0)
                where[key] = (stack.key, height + gap)
                height += gap + by_key[key].height
                if not chain and key in below:
                    chain.append(below[key])
            stacks.append(stack._replace(height=height))
    outer = tuple(number for number, tie in enumerate(ties) if where[tie.source][0] != where[tie.target][0])
    return Stacked(tuple(stacks), tuple(_moved(ties[number], where) for number in outer), where, outer)


def _moved(tie: Tie, where: Mapping[str, tuple[str, float]]) -> Tie:
    """Return a tie between the stacks of its boxes."""
    (source, above), (target, over) = where[tie.source], where[tie.target]
    return Tie(source, target, tie.weight, above + tie.port, over + tie.entry)


def _below(boxes: Sequence[Box], ties: Sequence[Tie], tops: Container[str]) -> Mapping[str, str]:
    """Return what may lie right below what."""
    band = {box.key: box.band for box in boxes}
    after: defaultdict[str, set[str]] = defaultdict(set)
    before: defaultdict[str, set[str]] = defaultdict(set)
    for tie in ties:
        after[tie.source].add(tie.target)
        before[tie.target].add(tie.source)
    place = {box.key: box.place for box in boxes}
    return {
        source: target
        for source, (target, *others) in ((each, tuple(found)) for each, found in after.items())
        if not others
        and source in tops
        and before[target] == {source}
        and band[source] == band[target]
        and place[source] < place[target]
    }
