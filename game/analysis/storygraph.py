"""The story as a graph: what is seen in plays, and what comes after what, each with its share of them.

The graph has three layers: decisions and endings alone; with events; with letters and reports too.
In each, a link leads from what is seen to what is seen next, so that the links out of a node add up
to its share, but for what comes more than once in one game.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from enum import IntEnum
from itertools import pairwise
from typing import NamedTuple

from game.diagnostics.diagnostic import Span
from game.engine.happenings import (
    EventBegan,
    GameEnded,
    Happening,
    LetterArrived,
    MomentBegan,
    OptionChosen,
    ReportGiven,
)
from game.engine.walk import UNFINISHED
from game.scenario.model import Scenario


class Layer(IntEnum):
    """How much of the story is shown; each has what the ones before it have."""

    DECISIONS = 0
    EVENTS = 1
    PAPERS = 2


class Exit(NamedTuple):
    """A way out of a node: an option of a decision, or the only one, without a name."""

    option: str | None
    label: str
    seen: float


class Node(NamedTuple):
    """A decision, event, letter, report or ending; `seen` is the share of plays that have it.

    `minute` and `place` are the means of when it is first seen and as the how manieth thing; None
    where it is never seen. `fixed` is the minute at which the rules set it, if they do.
    """

    kind: str
    id: str
    title: str
    span: Span
    exits: tuple[Exit, ...]
    seen: float
    minute: float | None
    place: float | None
    fixed: int | None
    is_catastrophe: bool = False

    @property
    def key(self) -> str:
        return f"{self.kind}:{self.id}"

    @property
    def layer(self) -> Layer:
        return _LAYERS[self.kind]


class Link(NamedTuple):
    """A way from the exit of one node to the next that is seen in a layer; nodes are named by their keys."""

    layer: Layer
    source: str
    option: str | None
    target: str
    seen: float


class StoryGraph(NamedTuple):
    """All nodes in file order, and the links that were seen, the likeliest first."""

    nodes: tuple[Node, ...]
    links: tuple[Link, ...]
    plays: int


_LAYERS = {
    "decision": Layer.DECISIONS,
    "ending": Layer.DECISIONS,
    "event": Layer.EVENTS,
    "letter": Layer.PAPERS,
    "report": Layer.PAPERS,
}


class _Seen(NamedTuple):
    """Something that is seen in a game: its key, the way out of it, and the minute."""

    key: str
    option: str | None
    minute: int


def story_graph(scenario: Scenario, storylines: Iterable[Iterable[Happening]]) -> StoryGraph:
    """Return the graph of the plays."""
    tally = _Tally()
    for happenings in storylines:
        tally.count(list(_seen(happenings)))
    known = [*_nodes(scenario), _unfinished(scenario)]
    nodes = tuple(
        node for node in map(tally.node, known) if node.seen or node.id != UNFINISHED or node.kind != "ending"
    )
    links = [Link(*key, count / tally.plays) for key, count in tally.links.items()]
    links.sort(key=lambda link: -link.seen)
    return StoryGraph(nodes, tuple(links), tally.plays)


def _seen(happenings: Iterable[Happening]) -> Iterator[_Seen]:
    minute = 0
    for happening in happenings:
        match happening:
            case MomentBegan(minute):
                pass
            case OptionChosen(decision, option, _):
                yield _Seen(f"decision:{decision}", option, minute)
            case EventBegan(event, _):
                yield _Seen(f"event:{event}", None, minute)
            case LetterArrived(letter, _):
                yield _Seen(f"letter:{letter}", None, minute)
            case ReportGiven(report, _):
                yield _Seen(f"report:{report}", None, minute)
            case GameEnded(ending, _):
                yield _Seen(f"ending:{ending}", None, minute)
            case _:
                pass


class _Tally:
    """What was counted in the plays so far; each thing once a play."""

    def __init__(self) -> None:
        self.plays = 0
        self.links: defaultdict[tuple[Layer, str, str | None, str], int] = defaultdict(int)
        self._nodes: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
        self._exits: defaultdict[tuple[str, str | None], int] = defaultdict(int)

    def count(self, seen: list[_Seen]) -> None:
        self.plays += 1
        first: dict[str, tuple[int, int]] = {}
        for place, each in enumerate(seen):
            first.setdefault(each.key, (each.minute, place))
        for key, (minute, place) in first.items():
            sums = self._nodes[key]
            sums[0] += 1
            sums[1] += minute
            sums[2] += place
        for exit_ in {(each.key, each.option) for each in seen}:
            self._exits[exit_] += 1
        for layer in Layer:
            shown = [each for each in seen if _LAYERS[each.key.partition(":")[0]] <= layer]
            pairs = pairwise(shown)
            for link in {(layer, one.key, one.option, other.key) for one, other in pairs}:
                self.links[link] += 1

    def node(self, node: Node) -> Node:
        """Return a node with what was counted of it."""
        count, minutes, places = self._nodes[node.key]
        exits = tuple(
            each._replace(seen=self._exits[node.key, each.option] / self.plays) for each in node.exits
        )
        if not count:
            return node._replace(exits=exits)
        return node._replace(
            exits=exits, seen=count / self.plays, minute=minutes / count, place=places / count
        )


def _nodes(scenario: Scenario) -> Iterator[Node]:
    """Yield the nodes of a scenario, of which nothing was seen yet."""
    starts = scenario.clock.starts
    plain = (Exit(None, "", 0.0),)
    for decision in scenario.decisions.values():
        exits = tuple(Exit(each.id, each.label.written, 0.0) for each in decision.options.values())
        yield _node(
            "decision", decision.id, decision.title.written, decision.span, exits, decision.at, starts
        )
    for event in scenario.events.values():
        yield _node("event", event.id, event.title.written, event.span, plain, event.at, starts)
    for letter in scenario.letters.values():
        title = "" if letter.subject is None else letter.subject.written
        yield _node("letter", letter.id, title, letter.span, plain, None, starts)
    for report in scenario.intelligence.values():
        yield _node("report", report.id, report.title.written, report.span, plain, report.at, starts)
    for ending in scenario.endings.values():
        node = _node("ending", ending.id, ending.title.written, ending.span, (), None, starts)
        yield node._replace(is_catastrophe=ending.catastrophe)


def _unfinished(scenario: Scenario) -> Node:
    """Return the end of a game that no ending holds for; the clock stands for it."""
    return _node("ending", UNFINISHED, "", scenario.clock.span, (), None, scenario.clock.starts)


def _node(
    kind: str, entry: str, title: str, span: Span, exits: tuple[Exit, ...], at: int | None, starts: int
) -> Node:
    return Node(kind, entry, title, span, exits, 0.0, None, None, None if at is None else at - starts)
