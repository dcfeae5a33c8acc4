"""The story graph as one file: a page of HTML, a picture in SVG, or text for Mermaid and Graphviz."""

from __future__ import annotations

from typing import Any

from game.analysis.storygraph import Layer, Link, Node, StoryGraph
from game.frozen import NamedTuple
from game.report.sheet import sheet
from game.report.storypage import (
    DROP,
    PITCH,
    THRESHOLDS,
    WIDTH,
    Drawn,
    Scene,
    drawn,
    port_of,
    scene,
    worlds,
)
from game.scenario.model import Scenario
from game.scenario.text import Text
from game.view.graph_words import GRAPH
from game.view.lexicon import Lexicon, lexicon
from game.view.printing import unread
from game.view.words import Words


class Above(NamedTuple):
    """What stands above a graph, in the language of the page: its name, and what was played."""

    heading: str
    about: str
    language: str = "en"


def worded(graph: StoryGraph, scenario: Scenario, words: Words) -> StoryGraph:
    """Return a graph in plain words; what the scenario gives no title has one by the program."""
    printed = lexicon(scenario, words)
    return graph._replace(nodes=tuple(_worded(each, printed) for each in graph.nodes))


def _worded(node: Node, printed: Lexicon) -> Node:
    options = printed.scenario.decisions[node.id].options if node.kind == "decision" else {}
    exits = tuple(
        each if each.option is None else each._replace(label=unread(printed, options[each.option].label))
        for each in node.exits
    )
    return node._replace(title=_title(node, printed), exits=exits)


def _title(node: Node, printed: Lexicon) -> str:
    title = _given_title(node, printed.scenario)
    if title is not None:
        return unread(printed, title)
    if node.kind == "letter":
        name = printed.scenario.actors[printed.scenario.letters[node.id].from_].name
        return printed.words["letter.untitled"].format(name=name)
    return printed.words["unfinished.title"]


def _given_title(node: Node, scenario: Scenario) -> Text | None:
    match node.kind:
        case "letter":
            return scenario.letters[node.id].subject
        case "decision":
            return scenario.decisions[node.id].title
        case "event":
            return scenario.events[node.id].title
        case "report":
            return scenario.intelligence[node.id].title
        case _:
            return scenario.endings[node.id].title if node.id in scenario.endings else None


class _Line(NamedTuple):
    """A link as it is drawn."""

    path: str
    thickness: float
    words: str
    is_grave: bool


def graph_page(
    scenario: Scenario, graph: StoryGraph, above: Above, first: tuple[Layer, float], words: Words
) -> str:
    """Return the page of a graph; `first` are the layer and the threshold that it shows at first."""
    boxes = {node.key: drawn(scenario, node) for node in graph.nodes}
    numbers = {key: number for number, key in enumerate(boxes)}
    scenes = [scene(scenario, graph, boxes, layer, least) for layer in Layer for least in THRESHOLDS]
    layer, least = first
    story = {
        "width": WIDTH,
        "pitch": PITCH,
        "drop": DROP,
        "layer": int(layer),
        "least": THRESHOLDS.index(least),
        "nodes": [_node_form(box) for box in boxes.values()],
        "links": [_link_form(boxes, numbers, link) for link in graph.links],
        "scenes": [_scene_form(numbers, each) for each in scenes],
        "words": {key: words[key] for key in GRAPH},
    }
    values = {
        **above._asdict(),
        "words": words,
        "boxes": list(boxes.values()),
        "links": [_line(boxes, graph, number, None, words) for number in range(len(graph.links))],
        "layers": [each.name.lower() for each in Layer],
        "thresholds": THRESHOLDS,
        "story": story,
        "width": WIDTH,
    }
    return sheet("graph.html", values, language=above.language)


def graph_picture(
    scenario: Scenario, graph: StoryGraph, above: Above, first: tuple[Layer, float], words: Words
) -> str:
    """Return the picture of a graph in SVG: a layer of it from a threshold on."""
    boxes = {node.key: drawn(scenario, node) for node in graph.nodes}
    shown = scene(scenario, graph, boxes, *first)
    values = {
        **above._asdict(),
        "words": words,
        "boxes": list(boxes.values()),
        "scene": shown,
        "links": [_line(boxes, graph, number, shown, words) for number in shown.links],
        "placed_nodes": [
            (number, shown.spots[key]) for number, key in enumerate(boxes) if key in shown.spots
        ],
        "width": WIDTH,
    }
    return sheet("graph.svg", values)


def _node_form(box: Drawn) -> dict[str, Any]:
    node = box.node
    return {
        "kind": node.kind,
        "id": node.id,
        "title": node.title,
        "seen": node.seen,
        "worlds": box.worlds,
        "when": box.when,
        "place": box.place,
        "height": box.height,
        "grave": node.is_catastrophe,
        "exits": [(row.label, row.worlds) for row in box.rows],
    }


def _link_form(boxes: dict[str, Drawn], numbers: dict[str, int], link: Link) -> dict[str, Any]:
    source = boxes[link.source]
    return {
        "layer": int(link.layer),
        "source": numbers[link.source],
        "target": numbers[link.target],
        "port": port_of(source, link.option),
        "label": _label(source, link),
        "worlds": worlds(link.seen),
    }


def _scene_form(numbers: dict[str, int], shown: Scene) -> dict[str, Any]:
    return {
        "layer": int(shown.layer),
        "least": THRESHOLDS.index(shown.least),
        "spots": {numbers[key]: (round(spot.x), round(spot.y)) for key, spot in shown.spots.items()},
        "links": {
            number: None if heights is None else [round(height) for height in heights]
            for number, heights in shown.links.items()
        },
        "bands": [(round(band.x), round(band.width), band.label) for band in shown.bands],
        "width": round(shown.width),
        "height": round(shown.height),
        "never": None if shown.never is None else round(shown.never),
        "folded": shown.folded,
    }


def _line(
    boxes: dict[str, Drawn], graph: StoryGraph, number: int, shown: Scene | None, words: Words
) -> _Line:
    link = graph.links[number]
    source, target = boxes[link.source], boxes[link.target]
    label = _label(source, link)
    way = f"{source.node.title}{': ' if label else ''}{label} → {target.node.title}"
    path = "" if shown is None else _path(shown, source, target, number, link.option)
    return _Line(
        path,
        round(1 + 9 * link.seen, 1),
        words["graph.way"].format(way=way, worlds=worlds(link.seen)),
        target.node.is_catastrophe,
    )


def _label(source: Drawn, link: Link) -> str:
    return next((row.label for row in source.rows if row.option == link.option), "")


def _path(shown: Scene, source: Drawn, target: Drawn, number: int, option: str | None) -> str:
    """Return the way of a link: a curve between columns, straight where it passes one."""
    first, last = shown.spots[source.node.key], shown.spots[target.node.key]
    passes = shown.links[number]
    if passes is None:
        return f"M{first.x + DROP:.0f} {first.y + source.height:.0f}V{last.y:.0f}"
    x, y = first.x + WIDTH, first.y + port_of(source, option)
    parts = [f"M{x:.0f} {y:.0f}"]
    for passed, height in enumerate(passes, 1):
        left = first.x + passed * PITCH
        parts.append(f"{_curve(x, y, left, height)}H{left + WIDTH:.0f}")
        x, y = left + WIDTH, height
    return "".join([*parts, _curve(x, y, last.x, last.y + target.height / 2)])


def _curve(x: float, y: float, right: float, end: float) -> str:
    bend = (right - x) / 2 if right > x else 120.0
    return f"C{x + bend:.0f} {y:.0f} {right - bend:.0f} {end:.0f} {right:.0f} {end:.0f}"
