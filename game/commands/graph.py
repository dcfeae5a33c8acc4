"""`excomm graph`: the story of a scenario as a page, a picture, or text for other programs."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from game.analysis.asked import Aim, Asked
from game.analysis.figures import Policy
from game.analysis.followed import Followed
from game.analysis.graph import OverBudgetError, World
from game.analysis.odds import BUDGET
from game.analysis.playable import CompiledGame
from game.analysis.solving import followed, solved
from game.analysis.storygraph import Layer, StoryGraph, story_graph
from game.analysis.storyline import storylines
from game.commands.arguments import Arguments, whole
from game.commands.budgets import take_plays
from game.commands.language import words_in
from game.commands.library import setup_named, volume_named
from game.commands.policies import FORM, policy_named
from game.commands.progress import Progress
from game.commands.refusal import RefusedError, Status
from game.engine.compilation.program import compiled
from game.engine.happenings import Happening
from game.engine.program import Program
from game.report.graphs import Above, graph_page, graph_picture, worded
from game.report.notations import graph_dot, graph_mermaid
from game.report.storypage import THRESHOLDS, first_view
from game.scenario.model import Scenario
from game.store.atomic import write_whole

_PLAYS = 1000
_MOST_PLAYS = 100_000
_LAYERS = {"decisions": Layer.DECISIONS, "events": Layer.EVENTS, "papers": Layer.PAPERS}
_SUFFIXES = (".html", ".svg", ".mmd", ".dot")


def parser(program: str) -> Arguments:
    made = Arguments(
        program,
        "Draw the story of a scenario: what is seen in plays under a policy and what comes next, each with"
        " how many of 100 plays have it. What was never seen is grey; what is rare is folded away.",
    )
    made.take_start()
    made.take_language()
    made.add_argument(
        "--policy",
        metavar="POLICY",
        default=Policy.UNDECIDED.value,
        help=f"who plays: {FORM}; by default undecided",
    )
    take_plays(made, "plays", default=_PLAYS, most=_MOST_PLAYS)
    made.add_argument(
        "--seed", metavar="S", type=whole(2**64 - 1), default=1, help="their luck; by default 1"
    )
    made.add_argument(
        "--show",
        choices=list(_LAYERS),
        help="decisions alone, with events, or with letters and reports too; a page has all three. By default"
        " events are shown where their links can still be followed",
    )
    made.add_argument(
        "--least",
        metavar="N",
        type=int,
        choices=[round(each * 100) for each in THRESHOLDS],
        help="fold away what fewer of 100 plays have: 0, 1, 2, 5, 10 or 20",
    )
    made.add_argument(
        "-o",
        metavar="FILE",
        type=Path,
        dest="output",
        required=True,
        help="the file: .html for a page, .svg for a picture, .mmd for Mermaid, .dot for Graphviz",
    )
    return made


def carry_out(program: str, words: Sequence[str]) -> int:
    given = parser(program).taken(words)
    output: Path = given.output
    if output.suffix not in _SUFFIXES:
        raise RefusedError(
            f"A graph is called something{', '.join(_SUFFIXES[:-1])} or .dot, not {output.name}."
        )
    if not given.plays:
        raise RefusedError("A graph needs at least one play.")
    opened = volume_named(given.scenario, given.mods, given.lang)
    scenario = opened.scenario
    if scenario is None:
        raise RefusedError(f"{opened.name} cannot be started: {opened.refusal}", Status.FAULTS)
    setup = setup_named(scenario, given.setup)
    asked = policy_named(given.policy, opened)
    table = words_in(given.lang)
    graph = worded(_graph(scenario, compiled(scenario, setup), asked, given), scenario, table)
    about = table["graph.about"].format(plays=given.plays, seed=given.seed, margin=_margin(given.plays))
    heading = f"{scenario.title.written} | {setup} | {given.policy}"
    above = Above(heading, about, given.lang or scenario.language)
    first = _first(given, graph)
    match output.suffix:
        case ".html":
            text = graph_page(scenario, graph, above, first, table)
        case ".svg":
            text = graph_picture(scenario, graph, above, first, table)
        case ".mmd":
            text = graph_mermaid(graph, f"{heading}: {about}", *first)
        case _:
            text = graph_dot(graph, f"{heading}: {about}", *first)
    write_whole(output, text.encode())
    seen = sum(node.seen > 0 for node in graph.nodes)
    print(f"{output}: {seen} of {len(graph.nodes)} seen in {given.plays:,} plays")
    return Status.CLEAN


def _graph(scenario: Scenario, program: Program, asked: Asked, given: argparse.Namespace) -> StoryGraph:
    odds = _followed(program, asked) if isinstance(asked, Aim) else None
    with Progress(sys.stderr, "plays") as progress:

        def counted() -> Iterator[tuple[Happening, ...]]:
            plays = storylines(program, asked, given.plays, given.seed, odds)
            for number, happenings in enumerate(plays, 1):
                yield happenings
                progress.told(number)

        return story_graph(scenario, counted())


def _followed(program: Program, aim: Aim) -> Followed:
    """Return the odds that a careful or reckless player goes by. Raises RefusedError for too many states."""
    roots = (World(CompiledGame(program).start().state),)
    with Progress(sys.stderr) as progress:
        try:
            found = solved(program, roots, told=progress.heard)
        except OverBudgetError:
            raise RefusedError(
                f"A player who goes by the odds needs all of them; there are more than {BUDGET:,} states.",
                Status.FAULTS,
            ) from None
        return followed(program, found, aim, roots, BUDGET, progress.heard)


def _first(given: argparse.Namespace, graph: StoryGraph) -> tuple[Layer, float]:
    """Return the layer and the threshold that are asked for, or where the graph can be followed."""
    layer = None if given.show is None else _LAYERS[given.show]
    found, least = first_view(graph, layer)
    return found, least if given.least is None else given.least / 100


def _margin(plays: int) -> str:
    """Return how far a share of plays may lie from the chance, 95 times of 100, in worlds of a hundred.

    >>> _margin(1000)
    '3.1'
    """
    return f"{98 / plays**0.5:.1f}"
