"""What luck and others brought, in words: an outcome and a response have no name but their id."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from itertools import takewhile

from game.analysis.causes import Move, consequence
from game.diagnostics.diagnostic import Span
from game.engine import happenings as happened
from game.engine.happenings import ChanceTaken
from game.engine.results import parse_result
from game.frozen import NamedTuple
from game.scenario.blocks import chances
from game.scenario.expressions.tree import Constant
from game.scenario.model import Block, Chance
from game.view.gauges import label
from game.view.printing import told, value_words, words_of
from game.view.retrospect import Retrospect
from game.view.sentences import own_sentence

_FURTHER = ChanceTaken | happened.EventBegan | happened.MomentBegan
"""Where one of these comes, a block has made all its moves."""


class Named(NamedTuple):
    """A name in words, and its place in the scenario."""

    words: str
    span: Span


class Drawn(NamedTuple):
    """A draw: what it was about, its result, how likely that was, and its place in the scenario."""

    title: str
    result: str
    odds: str
    span: Span


def drawn(game: Retrospect, position: int) -> Drawn:
    """Return the draw at a place among the happenings of a game."""
    taken = game.happenings[position]
    assert isinstance(taken, ChanceTaken)
    title, result = _title(game, taken.site), _result(game, taken, position)
    return Drawn(title.words, result.words, _odds(game, taken), result.span)


def entry_named(game: Retrospect, position: int) -> Named:  # noqa: PLR0911  a case a happening
    """Return the name of what begins at a place among the happenings of a game."""
    scenario = game.scenario
    match game.happenings[position]:
        case happened.EventBegan(entry) | happened.LetterArrived(entry) | happened.ReportGiven(entry):
            return _title(game, entry)
        case happened.ResponseCame(entry):
            response = scenario.responses[entry]
            came = _brought(game, response.block, (), position)
            name = scenario.actors[response.by].name
            words = game.words["cause.response"].format(name=name, words=came) if came else name
            return Named(words, response.span)
        case happened.PhaseEntered(entry):
            phase = scenario.phases[entry]
            return Named(game.printed(phase.title), phase.span)
        case happened.DecisionOpened(entry):
            decision = scenario.decisions[entry]
            return Named(game.printed(decision.title), decision.span)
        case happened.GameEnded(entry) if entry in scenario.endings:
            ending = scenario.endings[entry]
            return Named(game.printed(ending.title), ending.span)
        case happened.GameEnded():
            return Named(game.words["unfinished.title"], scenario.span)
        case ChanceTaken() as taken:
            return _result(game, taken, position)
        case happening:
            raise AssertionError(happening)


def started_words(game: Retrospect, name: str, result: str) -> str:
    """Return the value of a start in its words."""
    value = parse_result(game.lexicon.variables[name].type, result)
    return result if value is None else value_words(game.lexicon, name, value)


def moved_words(game: Retrospect, move: happened.VariableMoved | happened.FlagSwitched) -> str:
    """Return a move of something that has a name for players; empty for what only the rules know."""
    if isinstance(move, happened.FlagSwitched):
        return ""
    variable = game.lexicon.variables[move.name]
    if variable.label is None or not variable.words:
        return ""
    before, after = (value_words(game.lexicon, move.name, each) for each in (move.before, move.after))
    if before == after:
        before, after = f"{before} ({move.before})", f"{after} ({move.after})"
    name = label(game.lexicon, variable, game.reading(-1))
    return game.words["change"].format(label=name, before=before, after=after)


def _title(game: Retrospect, site: str) -> Named:
    """Return the name of what has a chance, by its address or that of a chance within it."""
    scenario = game.scenario
    entry, _, rest = site.partition(".")
    if site.endswith(".start"):
        variable = game.lexicon.variables[site.removesuffix(".start")]
        return Named(label(game.lexicon, variable, game.reading(-1)), variable.span)
    if entry in scenario.decisions:
        option = scenario.decisions[entry].options[rest.partition(".")[0]]
        return Named(game.printed(option.label), option.span)
    if entry in scenario.letters:
        letter = scenario.letters[entry]
        untitled = game.words["letter.untitled"].format(name=scenario.actors[letter.from_].name)
        return Named(game.printed(letter.subject) or untitled, letter.span)
    if entry in scenario.responses:
        response = scenario.responses[entry]
        return Named(scenario.actors[response.by].name, response.span)
    titled = scenario.events.get(entry) or scenario.intelligence[entry]
    return Named(game.printed(titled.title), titled.span)


def _result(game: Retrospect, taken: ChanceTaken, position: int) -> Named:
    if taken.site.endswith(".start"):
        name = taken.site.removesuffix(".start")
        return Named(started_words(game, name, taken.result), game.lexicon.variables[name].span)
    chance = next(each for each in chances(game.scenario) if each.site == taken.site)
    return _outcome(game, chance, taken.result, position)


def _outcome(game: Retrospect, chance: Chance, result: str, position: int) -> Named:
    outcome = next(each for each in chance.outcomes if each.id == result)
    others = [each.block for each in chance.outcomes if each is not outcome]
    words = _brought(game, outcome.block, others, position)
    if not words:
        has_moved = any(_moves(game, outcome.block, position))
        words = outcome.id.replace("_", " ") if has_moved else game.words["cause.roll.idle"]
    return Named(words, outcome.span)


def _brought(game: Retrospect, block: Block, others: Iterable[Block], position: int) -> str:
    """Return what a block did, empty where it has no words.

    They are, the first that there are: of its text the sentence that no other outcome has; of the record
    the row that it stands for; the name of what came of it; what it set or moved.
    """
    return (
        _told(game, block, others, position)
        or _recorded(game, block.site)
        or _followed(game, position)
        or _given(game, block, position)
        or next((each for each in map(partial(moved_words, game), _moves(game, block, position)) if each), "")
    )


def _told(game: Retrospect, block: Block, others: Iterable[Block], position: int) -> str:
    if block.text is None:
        return ""
    telling = (each for each in game.happenings[position:] if isinstance(each, happened.Told))
    values = next((each.values for each in telling if each.address == block.site), None)
    words = game.printed(block.text) if values is None else words_of(game.lexicon, block.text, told(values))
    return own_sentence(words, [game.printed(each.text) for each in others])


def _recorded(game: Retrospect, address: str) -> str:
    rows = (each for each in game.scenario.timeline.values() if each.matches == address)
    return next((game.printed(each.text) for each in rows), "")


def _followed(game: Retrospect, position: int) -> str:
    later = consequence(game.scenario, game.happenings, position)
    return "" if later is None else entry_named(game, later).words


def _given(game: Retrospect, block: Block, position: int) -> str:
    """Return the words of the first value with words that a block set, also where it was that before."""
    lexicon, moves = game.lexicon, _moves(game, block, position)
    after = {each.name: each.after for each in moves if isinstance(each, happened.VariableMoved)}
    for name, expression in block.set:
        value = after.get(name, expression.value if isinstance(expression, Constant) else None)
        if value is not None and lexicon.variables[name].words:
            return value_words(lexicon, name, value)
    return ""


def _moves(game: Retrospect, block: Block, position: int) -> list[Move]:
    """Return what a block moved when it ran at a place among the happenings."""
    after = takewhile(lambda each: not isinstance(each, _FURTHER), game.happenings[position + 1 :])
    return [each for each in after if isinstance(each, Move) and each.cause == block.site]


def _odds(game: Retrospect, taken: ChanceTaken) -> str:
    """Return how likely a result was at its moment."""
    if taken.is_forced or taken.weight == taken.total:
        return game.words["cause.certain"]
    return game.words["cause.odds"].format(weight=taken.weight, total=taken.total)
