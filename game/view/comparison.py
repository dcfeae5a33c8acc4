"""The questions of a game beside the record: what was answered, what was not, and what was done then."""

from __future__ import annotations

from collections.abc import Iterator

from game.engine.happenings import MomentBegan, OptionChosen
from game.engine.moves import Answer
from game.engine.play import legal_commands
from game.scenario.model import Decision
from game.view.citing import mark
from game.view.moments import day_of, moment
from game.view.printing import line
from game.view.retrospect import Retrospect
from game.view.review import Branches, EndLine, OptionLine, RecordLine, Step


def steps(game: Retrospect) -> tuple[Step, ...]:
    """Return the questions in the order in which they were answered, by the player or by the deadline."""
    return tuple(_step(game, number, *each) for number, each in enumerate(_answers(game), 1))


def branches(game: Retrospect, answered: tuple[Step, ...]) -> Branches:
    """Return the road through the questions to the ending, beside that of the record."""
    scenario = game.scenario
    own = game.session.ending
    ends = [EndLine(game.words["unfinished.title"], is_own=True, is_record=False)]
    if own in scenario.endings:
        ends = [
            EndLine(game.printed(each.title), each.id == own, each.historical)
            for each in scenario.endings.values()
            if each.id == own or each.historical
        ]
    has_record = any(option.is_record for each in answered for option in each.options)
    return Branches(answered, tuple(ends), game.date(game.session.state.minute), has_record)


def _answers(game: Retrospect) -> Iterator[tuple[int, int, OptionChosen]]:
    """Yield each answer with the number of commands before it and its minute."""
    minute = 0
    for halt, each in enumerate(game.session.past):
        for happening in each.happenings:
            match happening:
                case MomentBegan(now):
                    minute = now
                case OptionChosen():
                    yield max(halt - 1, 0), minute, happening
                case _:
                    pass


def _step(game: Retrospect, number: int, choices: int, minute: int, answer: OptionChosen) -> Step:
    decision = game.scenario.decisions[answer.decision]
    is_same = None if decision.historical is None else _is_same(decision, answer)
    chosen = game.printed(decision.options[answer.option].label, choices)
    return Step(
        number,
        choices,
        minute,
        game.moment(minute),
        game.date(minute),
        game.printed(decision.title, choices),
        game.words["step.late"].format(label=chosen) if answer.is_late else chosen,
        answer.is_late,
        tuple(_options(game, decision, choices, answer)),
        is_same,
        _verdict(game, decision, choices, is_same=is_same),
        tuple(_record(game, decision)),
    )


def _is_same(decision: Decision, answer: OptionChosen) -> bool:
    return decision.historical == answer.option or (answer.is_late and decision.historical == "wait")


def _options(
    game: Retrospect, decision: Decision, choices: int, answer: OptionChosen
) -> Iterator[OptionLine]:
    """Yield the options in file order; what could not be chosen is among them if it is of the record."""
    legal = {each.option for each in _legal(game, choices) if each.decision == decision.id}
    for option in decision.options.values():
        is_own, is_record = option.id == answer.option, option.id == decision.historical
        was_offered = answer.is_late or option.id in legal
        if is_own or is_record or was_offered or option.unless_text is not None:
            yield OptionLine(game.printed(option.label, choices), is_own, is_record, was_offered or is_own)


def _legal(game: Retrospect, choices: int) -> tuple[Answer, ...]:
    session = game.session
    commands = legal_commands(session.program, session.past[choices].state)
    return tuple(each for each in commands if isinstance(each, Answer))


def _verdict(game: Retrospect, decision: Decision, choices: int, *, is_same: bool | None) -> str:
    words = game.words
    if is_same is None:
        return words["step.silent"]
    if is_same:
        return words["step.same"]
    if decision.historical == "wait":
        return words["step.record_wait"]
    assert decision.historical is not None
    label = game.printed(decision.options[decision.historical].label, choices)
    return words["step.other"].format(label=label)


def _record(game: Retrospect, decision: Decision) -> Iterator[RecordLine]:
    """Yield the rows of the record that stand for an answer to the question."""
    for row in sorted(game.scenario.timeline.values(), key=lambda each: each.at):
        if row.matches is not None and row.matches.partition(".")[0] == decision.id:
            when = day_of(row.at).isoformat() if row.is_day else moment(row.at)
            text = line(game.lexicon, row.text, game.reading(-1))
            yield RecordLine(when, text, mark(game.lexicon, row.statement))
