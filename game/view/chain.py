"""The chain that led to an ending, in words, each link with its place in the scenario."""

from __future__ import annotations

from typing import Literal

from game.analysis.causes import Cause, causes
from game.diagnostics.diagnostic import Span
from game.engine import happenings as happened
from game.frozen import NamedTuple
from game.scenario.expressions.format import formatted
from game.scenario.expressions.types import TruthType
from game.view.counting import counted
from game.view.drawn import drawn, entry_named, moved_words
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


def roll_words(game: Retrospect, position: int, beside: str) -> str:
    """Return the draw at a place among the happenings, with its odds: what it was about, and the result.

    What it was about is left out where it stands `beside` already.
    """
    roll = drawn(game, position)
    words = roll.result
    if roll.title != beside:
        words = game.words["cause.roll.words"].format(title=roll.title, result=roll.result)
    return f"{words} ({roll.odds})"


def _line(game: Retrospect, cause: Cause) -> CauseLine:
    said = _said(game, cause)
    moved = tuple(each for each in (moved_words(game, move) for move in cause.moved) if each)
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


def _said(game: Retrospect, cause: Cause) -> _Said:
    scenario, words = game.scenario, game.words
    match cause.happening:
        case happened.OptionChosen(decision, option, is_late):
            asked = scenario.decisions[decision]
            key = "cause.late.words" if is_late else "cause.choice.words"
            chosen = asked.options[option]
            text = words[key].format(title=game.printed(asked.title), label=game.printed(chosen.label))
            return _Said("choice", text, "", chosen.span)
        case happened.ChanceTaken(site):
            title, result, odds, span = drawn(game, cause.position)
            key = "cause.start.words" if site.endswith(".start") else "cause.roll.words"
            return _Said("roll", words[key].format(title=title, result=result), odds, span)
        case _:
            name, span = entry_named(game, cause.position)
            return _Said("entry", name, "", span)
