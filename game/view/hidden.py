"""What was hidden in a game, told after its end: as it was when it began, and as it came to be."""

from __future__ import annotations

from collections.abc import Iterator

from game.engine.happenings import ChanceTaken
from game.scenario.model import Variable
from game.view.gauges import label
from game.view.printing import variable_words
from game.view.retrospect import Retrospect
from game.view.review import Truth


def truths(game: Retrospect) -> tuple[Truth, ...]:
    """Return the hidden values that have a meaning for players: drawn ones, and those with name and words.

    What luck draws elsewhere is no less hidden where the setup lays it down.
    """
    return tuple(_truths(game))


def _truths(game: Retrospect) -> Iterator[Truth]:
    drawn = {
        each.site.removesuffix(".start"): each
        for each in game.happenings
        if isinstance(each, ChanceTaken) and each.site.endswith(".start")
    }
    beliefs = game.scenario.beliefs
    for name, variable in game.lexicon.variables.items():
        is_hidden = variable.hidden or name in beliefs
        is_drawn = name in drawn and not drawn[name].is_forced
        is_luck = len(variable.start.values) > 1
        if is_hidden and (is_luck or (variable.label is not None and variable.words)):
            yield _truth(game, name, variable, drawn[name] if is_drawn else None)


def _truth(game: Retrospect, name: str, variable: Variable, drawn: ChanceTaken | None) -> Truth:
    began, ended = (variable_words(variable, game.reading(halt)(name)) for halt in (0, -1))
    course = began if began == ended else game.words["truth.moved"].format(began=began, ended=ended)
    odds = ""
    if drawn is not None:
        odds = game.words["truth.odds"].format(weight=drawn.weight, total=drawn.total)
    return Truth(label(game.lexicon, variable, game.reading(-1)), variable.about or "", course, odds)
