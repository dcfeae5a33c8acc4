"""Where many games of one scenario went, as a page: endings, options, and the graph as a heat map."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.analysis.gathering import Course, ending_counts, option_shares
from game.analysis.storygraph import Layer, story_graph
from game.frozen import NamedTuple
from game.report.graphs import Above, graph_picture, worded
from game.report.sheet import sheet
from game.report.storypage import THRESHOLDS, worlds
from game.scenario.model import Scenario
from game.view.lexicon import lexicon
from game.view.printing import unread
from game.view.vocabulary import PROGRAM

_SEEN = THRESHOLDS[1]
"""What no game came to is left out of the picture."""


class Bar(NamedTuple):
    """A row of a table: its words, how many games, and what share of them, as a number and in words."""

    words: str
    games: int
    share: float
    worlds: str


class Answered(NamedTuple):
    """A decision with the shares of its options."""

    title: str
    games: int
    bars: tuple[Bar, ...]


def collection_page(scenario: Scenario, courses: Sequence[Course], names: Sequence[str]) -> str:
    """Return the page. `names` are those of the runs, in the order of the courses."""
    graph = worded(story_graph(scenario, [each.happenings for each in courses]), scenario, PROGRAM)
    heading = scenario.title.written
    above = Above(heading, f"{len(courses)} games; the fuller the colour, the more of them came there")
    picture = graph_picture(scenario, graph, above, (Layer.DECISIONS, _SEEN), PROGRAM)
    values = {
        "heading": heading,
        "games": len(courses),
        "endings": tuple(_endings(scenario, courses)),
        "decisions": tuple(_decisions(scenario, courses)),
        "names": names,
        "picture": picture,
    }
    return sheet("collection.html", values)


def _endings(scenario: Scenario, courses: Sequence[Course]) -> Iterator[Bar]:
    printed = lexicon(scenario, PROGRAM)
    for ending, games in ending_counts(scenario, courses).items():
        known = scenario.endings.get(ending or "")
        title = unread(printed, known.title) if known else (ending or "not over")
        yield _bar(title, games, len(courses))


def _decisions(scenario: Scenario, courses: Sequence[Course]) -> Iterator[Answered]:
    printed = lexicon(scenario, PROGRAM)
    for decision, shares in option_shares(scenario, courses).items():
        asked = scenario.decisions[decision]
        bars = tuple(
            _bar(unread(printed, asked.options[each.option].label), each.games, each.answered)
            for each in shares
        )
        yield Answered(unread(printed, asked.title), shares[0].answered if shares else 0, bars)


def _bar(words: str, games: int, of: int) -> Bar:
    return Bar(words, games, games / of, worlds(games / of))
