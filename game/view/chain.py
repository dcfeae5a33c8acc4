"""The chain that led to an ending, in words, each link with its place in the scenario."""

from __future__ import annotations

from typing import Literal, NamedTuple

from game.analysis.causes import Cause, causes
from game.diagnostics.diagnostic import Span
from game.engine import happenings as happened
from game.engine.happenings import ChanceTaken, Happening
from game.engine.results import parse_result
from game.scenario.blocks import chances
from game.scenario.expressions.format import formatted
from game.scenario.expressions.types import TruthType
from game.scenario.model import Outcome
from game.view.counting import counted
from game.view.gauges import label
from game.view.printing import value_words
from game.view.retrospect import Retrospect
from game.view.review import CauseLine


class _Said(NamedTuple):
    """What a link is in words, its odds, and where it stands."""

    kind: Literal["choice", "roll", "entry", "rule"]
    words: str
    odds: str
    span: Span


def cause_lines(game: Retrospect) -> tuple[CauseLine, ...]:
    """Return the choices, rolls and entries that led to the ending, and the rule that fired last."""
    found = causes(game.scenario, game.happenings)
    lines = tuple(_line(game, each) for each in found.nearest)
    return (*lines, _rule(game))


def further(game: Retrospect) -> str:
    """Return the sentence that counts the causes left out; empty if there are none."""
    others = causes(game.scenario, game.happenings).others
    return counted(game.words, "cause.further", others) if others else ""


def roll_words(game: Retrospect, taken: ChanceTaken) -> str:
    """Return what luck brought: the thing it was about, and the result."""
    title, result, _ = _roll(game, taken)
    return game.words["cause.roll.words"].format(title=title, result=result)


def odds_words(game: Retrospect, taken: ChanceTaken) -> str:
    """Return how likely a result was at its moment."""
    if taken.is_forced or taken.weight == taken.total:
        return game.words["cause.certain"]
    return game.words["cause.odds"].format(weight=taken.weight, total=taken.total)


def _line(game: Retrospect, cause: Cause) -> CauseLine:
    said = _said(game, cause.happening)
    moved = tuple(each for each in (_moved(game, move) for move in cause.moved) if each)
    return CauseLine(
        said.kind,
        game.words[f"cause.kind.{said.kind}"],
        game.moment(cause.minute),
        said.words,
        said.odds,
        tuple(dict.fromkeys(moved)),
        place_words(said.span),
    )


def place_words(span: Span) -> str:
    """Return a place as an editor takes it: `cuba_1962/land.yaml:26`."""
    return f"{span.file}:{span.line}" if span.line else span.file


def _rule(game: Retrospect) -> CauseLine:
    words, scenario = game.words, game.scenario
    over = next(each for each in reversed(game.happenings) if isinstance(each, happened.GameEnded))
    ending = scenario.endings.get(over.ending)
    if ending is not None:
        condition = formatted(ending.when, TruthType())
        text = words["cause.rule.words"].format(title=game.printed(ending.title), condition=condition)
        span = ending.span
    elif over.dead_end is not None:
        decision = scenario.decisions[over.dead_end]
        text = words["cause.rule.dead_end"].format(title=game.printed(decision.title))
        span = decision.span
    else:
        text, span = words["cause.rule.none"], scenario.span
    minute = game.session.state.minute
    return CauseLine("rule", words["cause.kind.rule"], game.moment(minute), text, "", (), place_words(span))


def _said(game: Retrospect, happening: Happening) -> _Said:  # noqa: PLR0911  a case a happening
    scenario, words = game.scenario, game.words
    match happening:
        case happened.OptionChosen(decision, option, is_late):
            asked = scenario.decisions[decision]
            key = "cause.late.words" if is_late else "cause.choice.words"
            chosen = asked.options[option]
            text = words[key].format(title=game.printed(asked.title), label=game.printed(chosen.label))
            return _Said("choice", text, "", chosen.span)
        case ChanceTaken(site):
            title, result, span = _roll(game, happening)
            key = "cause.start.words" if site.endswith(".start") else "cause.roll.words"
            return _Said(
                "roll", words[key].format(title=title, result=result), odds_words(game, happening), span
            )
        case happened.EventBegan(event):
            return _Said("entry", game.printed(scenario.events[event].title), "", scenario.events[event].span)
        case happened.LetterArrived(letter):
            sent = scenario.letters[letter]
            title = game.printed(sent.subject) or words["letter.untitled"].format(
                name=_name(game, sent.from_)
            )
            return _Said("entry", title, "", sent.span)
        case happened.ReportGiven(report):
            given = scenario.intelligence[report]
            return _Said("entry", game.printed(given.title), "", given.span)
        case happened.ResponseCame(response):
            came = scenario.responses[response]
            text = words["cause.response"].format(name=_name(game, came.by), words=_spoken(response))
            return _Said("entry", text, "", came.span)
        case happened.PhaseEntered(phase):
            return _Said("entry", game.printed(scenario.phases[phase].title), "", scenario.phases[phase].span)
        case _:
            raise AssertionError(happening)


def _roll(game: Retrospect, taken: ChanceTaken) -> tuple[str, str, Span]:
    """Return what a draw was about, its result in words, and its place."""
    scenario, site = game.scenario, taken.site
    variable = game.lexicon.variables.get(site.removesuffix(".start")) if site.endswith(".start") else None
    if variable is not None:
        name = label(game.lexicon, variable, game.reading(-1))
        return name, started_words(game, variable.id, taken.result), variable.span
    entry = site.split(".")[0]
    if entry in scenario.decisions:
        option = scenario.decisions[entry].options[site.split(".")[1]]
        title, span = game.printed(option.label), option.span
    elif entry in scenario.events:
        title, span = game.printed(scenario.events[entry].title), scenario.events[entry].span
    else:
        title, span = _spoken(entry), scenario.span
    outcome = _outcomes(game).get((site, taken.result))
    return title, _spoken(taken.result), outcome.span if outcome is not None else span


def _outcomes(game: Retrospect) -> dict[tuple[str, str], Outcome]:
    return {(each.site, outcome.id): outcome for each in chances(game.scenario) for outcome in each.outcomes}


def started_words(game: Retrospect, name: str, result: str) -> str:
    """Return the value of a start in its words."""
    value = parse_result(game.lexicon.variables[name].type, result)
    return result if value is None else value_words(game.lexicon, name, value)


def _moved(game: Retrospect, move: happened.VariableMoved | happened.FlagSwitched) -> str:
    """Return a move of something that has a name for players; empty for what only the rules know."""
    if isinstance(move, happened.FlagSwitched):
        return ""
    variable = game.lexicon.variables[move.name]
    if variable.label is None or not variable.words:
        return ""
    before, after = (value_words(game.lexicon, move.name, each) for each in (move.before, move.after))
    if before == after:
        before, after = str(move.before), str(move.after)
    name = label(game.lexicon, variable, game.reading(-1))
    return game.words["change"].format(label=name, before=before, after=after)


def _name(game: Retrospect, actor: str) -> str:
    return game.scenario.actors[actor].name


def _spoken(id_: str) -> str:
    """Return an id as words: outcomes have no other name."""
    return id_.replace("_", " ")
