"""The advisers on a question: who speaks, for which course, and how likely he takes the worst to be."""

from __future__ import annotations

from typing import Literal, cast

from game.frozen import NamedTuple
from game.scenario.expressions.evaluation import value as evaluated
from game.scenario.model import Actor, Advice, Decision
from game.view.citing import features, mark
from game.view.lexicon import Lexicon
from game.view.likelihood import Odds, likelihood
from game.view.page import Adviser
from game.view.printing import Reading, line, words_of

Course = Literal["force", "hold", "talk"]


class Asking(NamedTuple):
    """What questions are printed from: the words, the values now, and the odds if they are worked out."""

    lexicon: Lexicon
    reading: Reading
    odds: Odds | None


def advisers(asking: Asking, decision: Decision) -> tuple[Adviser, ...]:
    """Return those whose advice is given now, in its order, then the advisers who have nothing to say."""
    lexicon, reading, _ = asking
    actors = lexicon.scenario.actors
    given = [each for each in decision.advice if each.when is None or evaluated(each.when, reading)]
    speaking = {each.actor for each in given}
    silent = (each for each in actors.values() if each.adviser and each.id not in speaking)
    return (
        *(_speaker(asking, decision, each) for each in given),
        *(_silent(lexicon, each, reading) for each in silent),
    )


def _speaker(asking: Asking, decision: Decision, advice: Advice) -> Adviser:
    lexicon, reading, odds = asking
    actor = lexicon.scenario.actors[advice.actor]
    words = lexicon.words
    supported = decision.options[advice.supports] if advice.supports else None
    opposed = decision.options[advice.opposes] if advice.opposes else None
    course = cast("Course | None", supported.course) if supported else None
    choice = f"{decision.id}.{advice.supports or advice.opposes}"
    chance = odds.advisers.get((actor.id, choice)) if odds else None
    return Adviser(
        actor.id,
        actor.name,
        words_of(lexicon, actor.role, reading),
        features(lexicon.scenario, actor.portrait),
        course,
        words[f"course.{course}"] if course else words["stance.undecided"],
        supports=words_of(lexicon, supported.label, reading) if supported else None,
        opposes=words_of(lexicon, opposed.label, reading) if opposed else None,
        likelihood=None if chance is None else likelihood(chance, words),
        says=line(lexicon, advice.says, reading),
        for_=tuple(line(lexicon, each, reading) for each in advice.for_),
        against=tuple(line(lexicon, each, reading) for each in advice.against),
        mark=mark(lexicon, advice.statement),
        speaks=True,
    )


def _silent(lexicon: Lexicon, actor: Actor, reading: Reading) -> Adviser:
    return Adviser(
        actor.id,
        actor.name,
        words_of(lexicon, actor.role, reading),
        features(lexicon.scenario, actor.portrait),
        None,
        lexicon.words["stance.undecided"],
    )
