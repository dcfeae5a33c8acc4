"""The open questions with their choices, numbered across all of them, and waiting."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import count
from typing import cast

from game.engine.moves import Answer, Command, Wait, format_command
from game.scenario.model import Decision, Option
from game.view.advisers import Asking, Course, advisers
from game.view.chronicle import Chronicle
from game.view.lexicon import Lexicon
from game.view.moments import moment
from game.view.page import Choice, Question
from game.view.papers import decision_sheet
from game.view.printing import Reading, line, literal


def questions(asking: Asking, chronicle: Chronicle, legal: tuple[Command, ...]) -> tuple[Question, ...]:
    """Return the open decisions in file order; keys count what is on offer, from 1."""
    keys = {each: str(number) for each, number in zip(_answers(legal), count(1), strict=False)}
    return tuple(
        _question(asking, decision, chronicle, keys)
        for decision in asking.lexicon.scenario.decisions.values()
        if decision.id in chronicle.opened
    )


def wait(lexicon: Lexicon, legal: tuple[Command, ...]) -> Choice | None:
    """Return the choice to wait; None where the clock stands still until the player answers."""
    if Wait() not in legal:
        return None
    words = lexicon.words
    return Choice("w", "wait", literal(words["wait"]), "", literal(words["wait.about"]), command=Wait())


def _answers(legal: tuple[Command, ...]) -> Iterator[Answer]:
    return (each for each in legal if isinstance(each, Answer))


def _question(
    asking: Asking, decision: Decision, chronicle: Chronicle, keys: Mapping[Answer, str]
) -> Question:
    lexicon, reading, _ = asking
    opened = chronicle.opened[decision.id]
    starts = lexicon.scenario.clock.starts
    until = opened.happening.deadline
    return Question(
        decision.id,
        decision_sheet(lexicon, opened.happening, moment(starts + opened.minute)),
        None if until is None else moment(starts + until),
        tuple(_choices(lexicon, decision, keys, reading)),
        advisers(asking, decision),
        reply_to=chronicle.letters.get(decision.answers) if decision.answers else None,
        is_new=opened.halt == len(chronicle.chapters) - 1,
    )


def _choices(
    lexicon: Lexicon, decision: Decision, keys: Mapping[Answer, str], reading: Reading
) -> Iterator[Choice]:
    """Yield the options on offer, and in grey those that say why they are not."""
    for option in decision.options.values():
        command = Answer(decision.id, option.id)
        if command in keys:
            yield _choice(lexicon, command, option, keys[command], reading)
        elif option.unless_text is not None:
            yield _choice(lexicon, command, option, "", reading)


def _choice(lexicon: Lexicon, answer: Answer, option: Option, key: str, reading: Reading) -> Choice:
    course = cast("Course | None", option.course)
    return Choice(
        key,
        format_command(answer),
        line(lexicon, option.label, reading),
        answer.decision,
        line(lexicon, option.about, reading),
        line(lexicon, option.warning, reading),
        course,
        lexicon.words[f"course.{course}"] if course else "",
        answer if key else None,
        () if key else line(lexicon, option.unless_text, reading),
    )
