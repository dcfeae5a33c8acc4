"""Texts of a scenario as lines of styled runs, and values in words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from game.engine.happenings import Values
from game.scenario.expressions.types import ChoiceType, NumberType
from game.scenario.model import SourceRef, Variable
from game.scenario.plurals import TWO_FORMS, PluralRule
from game.scenario.text import Citation, Emphasis, Link, Piece, Plural, Text, Value, Words
from game.view.lexicon import Lexicon
from game.view.line import Line, Run, RunStyle

Reading = Callable[[str], int]
"""Gives the value of a name at the moment of printing."""

_SPACE = re.compile(r"\s+")


def told(values: Values) -> Reading:
    """Return the reading of values that were told."""
    return dict(values).__getitem__


def paragraphs(lexicon: Lexicon, text: Text, reading: Reading) -> tuple[Line, ...]:
    """Return the paragraphs of a text with its values."""
    return tuple(_trimmed(tuple(_runs(lexicon, pieces, reading))) for pieces in text.paragraphs)


def line(lexicon: Lexicon, text: Text | None, reading: Reading) -> Line:
    """Return a text as one line, empty for none."""
    if text is None:
        return ()
    joined: Line = ()
    for each in paragraphs(lexicon, text, reading):
        joined = (*joined, Run(" "), *each) if joined else each
    return joined


def plain(runs: Line) -> str:
    """Return the words of a line without their styles.

    >>> plain((Run("The "), Run("Grozny", RunStyle.ITALIC), Run(" turns.")))
    'The Grozny turns.'
    """
    return "".join(run.words for run in runs)


def words_of(lexicon: Lexicon, text: Text | None, reading: Reading) -> str:
    """Return a text as plain words on one line."""
    return plain(line(lexicon, text, reading))


def unread(lexicon: Lexicon, text: Text) -> str:
    """Return a text as plain words where no game gives its values: their names stand for them."""
    return _unread(text, lambda thing: name_words(lexicon, thing))


def literal(words: str) -> Line:
    """Return words that hold no markup as a line."""
    return (Run(words),)


def card_id(source: str, locator: str | None) -> str:
    """Return the id of a source card: the citation as it is written."""
    return f"{source} {locator}" if locator else source


def card_ids(references: tuple[SourceRef, ...]) -> tuple[str, ...]:
    return tuple(card_id(*each) for each in references)


def name_words(lexicon: Lexicon, thing: str) -> str:
    """Return the name of a person, place or codex entry."""
    name = lexicon.names.get(thing, thing)
    return name if isinstance(name, str) else _unread(name)


def value_words(lexicon: Lexicon, name: str, value: int) -> str:
    """Return the printed value of a name: in its words if it has them, else as a number or a word."""
    first, _, rest = name.partition(".")
    if first == "estimate":
        name = rest
    variable = lexicon.variables.get(name)
    if variable is not None:
        return variable_words(variable, value)
    if first in {"day", "hour", "step"}:
        return str(value)
    return _fact_words(lexicon, first, rest, value)


def _fact_words(lexicon: Lexicon, first: str, rest: str, value: int) -> str:
    scenario, words = lexicon.scenario, lexicon.words
    match first:
        case "chosen":
            options = tuple(scenario.decisions[rest].options.values())
            return _unread(options[value].label) if value < len(options) else words["value.none"]
        case "phase":
            return _unread(tuple(scenario.phases.values())[value].title)
        case "time":
            return words["value.over" if value else "value.running"]
        case _:
            return words["value.yes" if value else "value.no"]


def variable_words(variable: Variable, value: int) -> str:
    """Return the value in the variable's words: the highest level not above it, or that of the choice."""
    if isinstance(variable.type, ChoiceType):
        worded = dict(variable.words).get(value)
        return _unread(worded) if worded else variable.type.values[value].replace("_", " ")
    levels = [level for level, _ in variable.words if level <= value]
    return _unread(dict(variable.words)[max(levels)]) if levels else str(value)


def variable_forms(variable: Variable) -> tuple[str, ...]:
    """Return all words that the variable can read as; of bare numbers the two ends of its range."""
    match variable.type:
        case ChoiceType(_, values):
            places: Iterable[int] = range(len(values))
        case NumberType(low, high):
            places = (low, high, *(level for level, _ in variable.words if low < level < high))
    return tuple(dict.fromkeys(variable_words(variable, each) for each in places))


def _runs(
    lexicon: Lexicon, pieces: tuple[Piece, ...], reading: Reading, style: RunStyle = RunStyle.PLAIN
) -> Iterator[Run]:
    for piece in pieces:
        match piece:
            case Words(words):
                yield Run(_SPACE.sub(" ", words), style)
            case Emphasis(inner):
                yield from _runs(lexicon, inner, reading, RunStyle.ITALIC)
            case Value(name, is_bare):
                value = reading(name)
                yield Run(str(value) if is_bare else value_words(lexicon, name, value), RunStyle.VALUE)
            case Plural(name, forms, rule):
                yield Run(plural_form(reading(name), forms, rule), RunStyle.VALUE)
            case Link(thing, words):
                yield Run(words if words is not None else name_words(lexicon, thing), RunStyle.LINK, thing)
            case Citation(source, locator):
                number = lexicon.words["card.number"].format(number=lexicon.numbers.get(source, "?"))
                yield Run(number, RunStyle.CITE, card_id(source, locator))


def plural_form(number: int, forms: tuple[str, ...], rule: PluralRule = TWO_FORMS) -> str:
    """Return the form of a number by the rule of its language, with the number in place of `#`.

    >>> [plural_form(each, ("one ship", "# ships")) for each in (0, 1, 12)]
    ['0 ships', 'one ship', '12 ships']
    """
    return forms[rule.form(number)].replace("#", str(number))


def _unread(text: Text, named: Callable[[str], str] = str) -> str:
    """Return a text whose values nobody reads here; `named` gives the name of what is linked to."""
    kept = ("".join(_bare(pieces, named)) for pieces in text.paragraphs)
    return " ".join(_SPACE.sub(" ", each).strip() for each in kept)


def _bare(pieces: tuple[Piece, ...], named: Callable[[str], str]) -> Iterator[str]:
    for piece in pieces:
        match piece:
            case Words(words):
                yield words
            case Emphasis(inner):
                yield from _bare(inner, named)
            case Link(thing, words):
                yield words if words is not None else named(thing)
            case Value(name) | Plural(name):
                yield name
            case Citation():
                pass


def _trimmed(runs: Line) -> Line:
    """Return the line without spaces at its ends."""
    if runs and runs[0].words[:1].isspace():
        runs = (runs[0]._replace(words=runs[0].words.lstrip()), *runs[1:])
    if runs and runs[-1].words[-1:].isspace():
        runs = (*runs[:-1], runs[-1]._replace(words=runs[-1].words.rstrip()))
    return runs
