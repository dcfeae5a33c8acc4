"""The story graph as text for other programs: Mermaid, and DOT of Graphviz."""

from __future__ import annotations

from collections.abc import Iterator

from game.analysis.storygraph import Layer, Link, Node, StoryGraph
from game.report.storypage import shown_links, shown_nodes, worlds

_MERMAID = {"decision": ("{{", "}}"), "ending": ("([", "])")}
_DOT = {"decision": "hexagon", "ending": "oval", "event": "box", "letter": "note", "report": "note"}


def graph_mermaid(graph: StoryGraph, heading: str, layer: Layer, least: float) -> str:
    """Return a layer of a graph as a flow chart in Mermaid; what was never seen is grey."""
    nodes = shown_nodes(graph, layer, least)
    names = {node.key: f"n{number}" for number, node in enumerate(nodes)}
    lines = [f"%% {heading}", "flowchart LR"]
    for node in nodes:
        before, after = _MERMAID.get(node.kind, ("[", "]"))
        kind = f":::{kind}" if (kind := _kind(node)) else ""
        lines.append(f'  {names[node.key]}{before}"{_mermaid(_title(node))}"{after}{kind}')
    for link in _links(graph, layer, least):
        label = _mermaid(_label(graph, link))
        lines.append(f'  {names[link.source]} -->|"{label}"| {names[link.target]}')
    lines += [
        "  classDef never fill:none,stroke-dasharray:4 3,color:gray",
        "  classDef catastrophe stroke-width:4px",
    ]
    return "\n".join(lines) + "\n"


def graph_dot(graph: StoryGraph, heading: str, layer: Layer, least: float) -> str:
    """Return a layer of a graph in DOT; a tooltip says file and line, what was never seen is grey."""
    lines = [f"digraph {_dot(heading)} {{", "  rankdir=LR; node [fontname=sans]; edge [fontname=sans];"]
    for node in shown_nodes(graph, layer, least):
        place = _dot(f"{node.span.file}:{node.span.line}")
        colour = {"never": ', color=gray, fontcolor=gray, style="dashed"', "catastrophe": ", penwidth=3"}.get(
            _kind(node), ""
        )
        lines.append(
            f"  {_dot(node.key)}"
            f" [label={_dot(_title(node))}, shape={_DOT[node.kind]}, tooltip={place}{colour}];"
        )
    for link in _links(graph, layer, least):
        width = round(1 + 5 * link.seen, 1)
        lines.append(
            f"  {_dot(link.source)} -> {_dot(link.target)}"
            f" [label={_dot(_label(graph, link))}, weight={1 + round(99 * link.seen)}, penwidth={width}];"
        )
    return "\n".join([*lines, "}"]) + "\n"


def _links(graph: StoryGraph, layer: Layer, least: float) -> Iterator[Link]:
    for number in shown_links(graph, layer, least):
        yield graph.links[number]


def _title(node: Node) -> str:
    return f"{node.title} ({worlds(node.seen)})" if node.seen else node.title


def _kind(node: Node) -> str:
    if not node.seen:
        return "never"
    return "catastrophe" if node.is_catastrophe else ""


def _label(graph: StoryGraph, link: Link) -> str:
    """Return what stands on a link: the option, and in how many of 100 plays."""
    exits = next(node.exits for node in graph.nodes if node.key == link.source)
    label = next((each.label for each in exits if each.option == link.option), "")
    return f"{label} {worlds(link.seen)}".strip()


def _mermaid(text: str) -> str:
    """Return a text that Mermaid takes as it is, within quotation marks.

    >>> _mermaid('Say "no" & #1 <b>')
    'Say #quot;no#quot; #amp; #35;1 #lt;b#gt;'
    """
    for character, name in (("#", "#35;"), ("&", "#amp;"), ('"', "#quot;"), ("<", "#lt;"), (">", "#gt;")):
        text = text.replace(character, name)
    return text


def _dot(text: str) -> str:
    r"""Return a text as an identifier of DOT.

    >>> print(_dot('a "b" \\ c'))
    "a \"b\" \\ c"
    """
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
