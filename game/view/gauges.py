"""The status strip: at most five readings, each in words and as a number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, cast

from game.frozen import NamedTuple
from game.scenario.expressions.types import ChoiceType, NumberType
from game.scenario.model import Variable
from game.scenario.recent import Recent
from game.view.lexicon import Lexicon
from game.view.moments import span
from game.view.page import Change, Gauge
from game.view.printing import Reading, variable_forms, variable_words, words_of
from game.view.words import Words

Style = Literal["meter", "words", "number", "ladder", "countdown"]


USUAL_SPANS = (45, 24 * 60)  # minutes: what a countdown most often reads


class Term(NamedTuple):
    """How long an open decision stays open: until a minute of the game, and its whole length in minutes."""

    minute: int
    length: int


_forms: Recent[tuple[tuple[str, ...], tuple[str, ...]]] = Recent(16)


def gauges(
    lexicon: Lexicon, reading: Reading, minute: int, terms: Iterable[Term], moved: Mapping[str, int]
) -> tuple[Gauge, ...]:
    """Return the readings of the status at a minute; `moved` is by how much variables moved."""
    nearest = min(terms, default=None)
    clock = lexicon.scenario.clock
    strip: list[Gauge] = []
    for name, style in lexicon.scenario.status:
        match name:
            case "deadline":
                strip.append(_countdown(lexicon, name, nearest, minute))
            case "ends":
                length = clock.ends - clock.starts
                strip.append(_countdown(lexicon, name, Term(length, length), minute))
            case _:
                variable = lexicon.variables[name]
                change = moved.get(name, 0)
                strip.append(_reading(lexicon, variable, cast("Style", style), reading, change))
    return tuple(strip)


def _countdown(lexicon: Lexicon, name: str, term: Term | None, minute: int) -> Gauge:
    words = lexicon.words
    label = words[f"status.{name}"]
    forms = tuple(span(each, words) for each in USUAL_SPANS)
    if term is None:
        return Gauge(name, label, "countdown", words["countdown.none"], None, 0, 0, forms=forms)
    left = term.minute - minute
    return Gauge(name, label, "countdown", span(left, words), left, 0, term.length, forms=forms)


def _reading(lexicon: Lexicon, variable: Variable, style: Style, reading: Reading, change: int) -> Gauge:
    value = reading(variable.id)
    low, high = _bounds(variable)
    return Gauge(
        variable.id,
        label(lexicon, variable, reading),
        style,
        shown(variable, style, value),
        value,
        low,
        high,
        change,
        *_forms.get((variable, style), lambda: _faces(variable, style)),
    )


def _faces(variable: Variable, style: Style) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the steps of a ladder, and all that a reading may show."""
    low, high = _bounds(variable)
    steps = (
        tuple(variable_words(variable, each) for each in range(low, high + 1)) if style == "ladder" else ()
    )
    if style == "number" and isinstance(variable.type, NumberType):
        return steps, (str(low), str(high))
    return steps, variable_forms(variable)


def _bounds(variable: Variable) -> tuple[int, int]:
    match variable.type:
        case NumberType(low, high):
            return low, high
        case ChoiceType(_, values):
            return 0, len(values) - 1


def label(lexicon: Lexicon, variable: Variable, reading: Reading) -> str:
    """Return the name that the player sees."""
    return words_of(lexicon, variable.label, reading) or variable.id.replace("_", " ")


def shown(variable: Variable, style: str, value: int) -> str:
    """Return the value as the status shows it: a number if it is to be one, else in its words."""
    if style == "number" and isinstance(variable.type, NumberType):
        return str(value)
    return variable_words(variable, value)


def status_line(strip: Iterable[Gauge], words: Words) -> str:
    """Return the readings in one line, without countdowns that do not run."""
    running = (each for each in strip if each.value is not None)
    return words["status.separator"].join(
        words["reading"].format(label=each.label, value=each.words) for each in running
    )


def changes(
    lexicon: Lexicon, moves: Mapping[str, tuple[int, int]], reading: Reading
) -> Iterator[tuple[Change, str]]:
    """Return the moves of the status that can be seen, each with its sentence.

    A move within one word is seen where the strip shows more than the word: on a meter.
    """
    for name, style in lexicon.scenario.status:
        before, after = moves.get(name, (0, 0))
        if before == after:
            continue
        variable = lexicon.variables[name]
        change = Change(
            name,
            label(lexicon, variable, reading),
            before,
            after,
            shown(variable, style, before),
            shown(variable, style, after),
        )
        if change.before_words != change.after_words:
            yield (
                change,
                lexicon.words["change"].format(
                    label=change.label, before=change.before_words, after=change.after_words
                ),
            )
        elif style == "meter":
            yield (
                change,
                lexicon.words["change.within"].format(
                    label=change.label, words=change.after_words, before=before, after=after
                ),
            )
