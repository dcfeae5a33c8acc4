"""The story graph as a picture: boxes with their words, and where all of it stands at each threshold."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence

from game.analysis.storygraph import Layer, Link, Node, StoryGraph
from game.frozen import NamedTuple
from game.report.columns import Box, Placed, Tie, placed
from game.report.stacks import stacked
from game.scenario.model import Scenario
from game.scenario.quantities.moments import format_moment

THRESHOLDS = (0.0, 0.01, 0.02, 0.05, 0.1, 0.2)
"""What is seen in a smaller share of the plays may be folded away."""

MOST_LINKS = 130
"""So many links can still be followed by eye; the first view has no more of them."""

WIDTH, PITCH, GAP, TOP, DROP = 244, 324, 18, 64, 28
_LINE, _ROW, _PAD, _LETTERS, _OPTION_LETTERS, _MOST_LINES = 17, 18, 9, 26, 29, 3
_LEAST_COLUMNS, _NEVER_GAP = 5, 96
_STACK_GAP, _MOST_STACKED = 14, 460
_DAY = 24 * 60


class Row(NamedTuple):
    """An option in its box: `port` is how far below the top its link begins."""

    option: str | None
    label: str
    words: str
    worlds: str
    port: float
    is_seen: bool


class Drawn(NamedTuple):
    """A box with its words."""

    node: Node
    lines: tuple[str, ...]
    rows: tuple[Row, ...]
    height: float
    worlds: str
    when: str | None
    place: str


class Spot(NamedTuple):
    """The top left corner of a box."""

    x: float
    y: float


class DayBand(NamedTuple):
    """A day of the story, as a strip from top to bottom."""

    x: float
    width: float
    label: str


class Scene(NamedTuple):
    """What is shown of a layer at a threshold, and where.

    Links are named by their numbers in the graph, with the heights at which they pass the columns
    between their ends; None where they lead straight down to the box below. From `never` on stands
    what was never seen.
    """

    layer: Layer
    least: float
    spots: Mapping[str, Spot]
    links: Mapping[int, tuple[float, ...] | None]
    bands: tuple[DayBand, ...]
    width: float
    height: float
    never: float | None
    folded: int


def worlds(share: float) -> str:
    """Return a share of plays in worlds of a hundred, never 0 or 100 where it is not all or nothing.

    >>> [worlds(each) for each in (0.0, 0.004, 0.256, 0.996, 1.0)]
    ['0', '<1', '26', '>99', '100']
    """
    if 0 < share < 0.01:
        return "<1"
    if 0.99 < share < 1:
        return ">99"
    return str(round(share * 100))


def drawn(scenario: Scenario, node: Node) -> Drawn:
    """Return a node with its words broken into lines."""
    lines = _broken(node.title, _LETTERS, _MOST_LINES)
    top = _PAD + _LINE * len(lines)
    rows, port = [], top + (6 if node.kind == "decision" else 0)
    for each in node.exits:
        if each.option is not None:
            words = textwrap.shorten(each.label, _OPTION_LETTERS, placeholder="…")
            rows.append(
                Row(each.option, each.label, words, worlds(each.seen), port + _ROW / 2, each.seen > 0)
            )
            port += _ROW
    when = None if node.minute is None else format_moment(scenario.clock.starts + round(node.minute))
    place = f"{node.span.file}:{node.span.line}"
    return Drawn(node, lines, tuple(rows), port + _PAD - 2, worlds(node.seen), when, place)


def _broken(text: str, width: int, most: int) -> tuple[str, ...]:
    """Return a text in lines, cut off where there are too many."""
    lines = textwrap.wrap(text, width, break_long_words=True) or [""]
    if len(lines) > most:
        lines = [*lines[: most - 1], textwrap.shorten(" ".join(lines[most - 1 :]), width, placeholder="…")]
    return tuple(lines)


def scene(
    scenario: Scenario, graph: StoryGraph, boxes: Mapping[str, Drawn], layer: Layer, least: float
) -> Scene:
    """Return what is shown of a layer, with all that is seen in at least such a share of plays."""
    shown = shown_nodes(graph, layer, least)
    seen = [node for node in shown if node.seen]
    links = shown_links(graph, layer, least)
    stacks = stacked(
        [_box(scenario, boxes[node.key]) for node in seen],
        [_tie(boxes, graph.links[number]) for number in links],
        {node.key for node in seen if node.kind != "decision"},
        _STACK_GAP,
        _MOST_STACKED,
    )
    found = placed(stacks.boxes, stacks.ties, GAP)
    spots = {}
    for key, (stack, below) in stacks.where.items():
        column, top = found.tops[stack]
        spots[key] = Spot(column * PITCH, TOP + top + below)
    bands = _day_bands(found)
    across = max((bands[-1].x + bands[-1].width) if bands else 0.0, _LEAST_COLUMNS * PITCH)
    never = TOP + found.height + _NEVER_GAP
    unseen = _unseen([boxes[node.key] for node in shown if not node.seen], round(across / PITCH), never)
    lowest = max([never - _NEVER_GAP, *(spot.y + boxes[key].height for key, spot in unseen.items())])
    folded = sum(node.layer <= layer for node in graph.nodes) - len(shown)
    ways: dict[int, tuple[float, ...] | None] = dict.fromkeys(links)
    for number, passed in zip(stacks.outer, found.passes, strict=True):
        ways[links[number]] = tuple(TOP + each for each in passed)
    end = never if unseen else None
    return Scene(layer, least, {**spots, **unseen}, ways, bands, across, lowest + GAP, end, folded)


def shown_nodes(graph: StoryGraph, layer: Layer, least: float) -> tuple[Node, ...]:
    """Return the nodes of a layer without those that are rare; endings and what is never seen stay."""
    return tuple(
        node
        for node in graph.nodes
        if node.layer <= layer and (node.seen >= least or not node.seen or node.kind == "ending")
    )


def shown_links(graph: StoryGraph, layer: Layer, least: float) -> tuple[int, ...]:
    """Return the numbers of the links that are seen often enough, and the likeliest to each ending."""
    known = {node.key for node in shown_nodes(graph, layer, least)}
    led_to: set[str] = set()
    links = []
    for number, link in enumerate(graph.links):
        if link.layer is layer and link.source in known and link.target in known:
            is_first = link.target.startswith("ending:") and link.target not in led_to
            if link.seen >= least or is_first:
                links.append(number)
                led_to.add(link.target)
    return tuple(links)


def first_view(graph: StoryGraph, layer: Layer | None = None) -> tuple[Layer, float]:
    """Return the layer and threshold to begin with: with events where these can still be followed.

    The threshold is the least at which the links are few enough, or the greatest.
    """
    for each in (Layer.EVENTS, Layer.DECISIONS) if layer is None else (layer,):
        mine = [link.seen for link in graph.links if link.layer is each]
        for least in THRESHOLDS[:4] if layer is None else THRESHOLDS:
            if sum(seen >= least for seen in mine) <= MOST_LINKS:
                return each, least
    return layer or Layer.DECISIONS, THRESHOLDS[-1]


def _unseen(boxes: Sequence[Drawn], columns: int, top: float) -> dict[str, Spot]:
    """Return where the boxes stand of what was never seen: each where the least is above it."""
    ends, spots = [top] * columns, {}
    for box in boxes:
        column = ends.index(min(ends))
        spots[box.node.key] = Spot(column * PITCH, ends[column])
        ends[column] += box.height + GAP
    return spots


def _box(scenario: Scenario, box: Drawn) -> Box:
    node = box.node
    assert node.minute is not None
    assert node.place is not None
    day = (scenario.clock.starts + int(node.minute)) // _DAY
    return Box(node.key, day, node.place, box.height)


def _tie(boxes: Mapping[str, Drawn], link: Link) -> Tie:
    source, target = boxes[link.source], boxes[link.target]
    return Tie(link.source, link.target, link.seen, port_of(source, link.option), target.height / 2)


def port_of(box: Drawn, option: str | None) -> float:
    """Return how far below the top of a box the link of an option begins."""
    return next((row.port for row in box.rows if row.option == option), box.height / 2)


def _day_bands(found: Placed) -> tuple[DayBand, ...]:
    return tuple(
        DayBand(each.first * PITCH, each.columns * PITCH, format_moment(each.band * _DAY).partition(" ")[0])
        for each in found.bands
    )
