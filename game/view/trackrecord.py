"""What advisers took the risk to be, beside that of all that the player could know."""

from __future__ import annotations

from typing import Literal

from game.analysis.account import Reckoning, Risk
from game.view.amounts import amount
from game.view.citing import features
from game.view.counting import counted
from game.view.likelihood import likelihood
from game.view.retrospect import Retrospect
from game.view.review import TrackLine, TrackRecord

Verdict = Literal["same", "less", "more"]


def track_records(game: Retrospect, reckoning: Reckoning) -> tuple[TrackRecord, ...]:
    """Return those who named a risk, in file order, each with all that he named when a question was new."""
    lines: dict[str, list[TrackLine]] = {}
    told: set[tuple[str, str, str]] = set()
    for halt, (choices, advisers) in enumerate(zip(reckoning.choices, reckoning.advisers, strict=True)):
        for (adviser, choice), risk in advisers.items():
            line = _line(game, halt, (adviser, choice), risk, choices[choice])
            said = (adviser, choice, line.likelihood)
            if said not in told:
                told.add(said)
                lines.setdefault(adviser, []).append(line)
    return tuple(
        TrackRecord(
            actor.name,
            game.printed(actor.role),
            features(game.scenario, actor.portrait),
            _summary(game, lines[actor.id]),
            tuple(lines[actor.id]),
        )
        for actor in game.scenario.actors.values()
        if actor.id in lines
    )


def _line(game: Retrospect, halt: int, named: tuple[str, str], risk: Risk, known: Risk) -> TrackLine:
    words = game.words
    adviser, choice = named
    decision, _, option = choice.partition(".")
    asked = game.scenario.decisions[decision]
    supports = any(each.actor == adviser and each.supports == option for each in asked.advice)
    label = game.printed(asked.options[option].label, halt)
    own, model = likelihood(float(risk), words), likelihood(float(known), words)
    verdict: Verdict = "same" if own == model else "less" if risk < known else "more"
    return TrackLine(
        game.moment(game.session.past[halt].state.minute),
        game.printed(asked.title, halt),
        words["track.supports" if supports else "track.opposes"].format(label=label),
        own,
        model,
        amount(known, words).words,
        verdict,
        words[f"track.{verdict}"],
    )


def _summary(game: Retrospect, lines: list[TrackLine]) -> str:
    same = sum(each.verdict == "same" for each in lines)
    number = counted(game.words, "track.words", len(lines))
    return game.words["track.summary"].format(same=same, words=number)
