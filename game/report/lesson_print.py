"""Texts of a scenario on paper: values that only a game can know are left blank, to be filled in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from game.engine.happenings import Happening, VariableMoved
from game.frozen import NamedTuple, replace
from game.scenario.model import Scenario
from game.scenario.text import Emphasis, Piece, Plural, Text, Value, Words
from game.view.lexicon import Lexicon
from game.view.line import Line, Run, RunStyle
from game.view.printing import line, paragraphs

_GAP = "\ue000"
"""Stands for a blank while a text is printed; of the private letters, which no scenario has a word in."""


class Printer(NamedTuple):
    """Prints texts with the values that are certain, by name, and blanks for the others.

    A blank is a run in the style of a value without words. Citations are printed where `is_cited`: on
    pages that have the list of sources with them.
    """

    lexicon: Lexicon
    certain: Mapping[str, int]
    is_cited: bool = False

    def paragraphs(self, text: Text | None) -> tuple[Line, ...]:
        if text is None:
            return ()
        found = paragraphs(self.lexicon, self._blanked(text), self.certain.__getitem__)
        return tuple(self._finished(each) for each in found if each)

    def line(self, text: Text | None) -> Line:
        if text is None:
            return ()
        found = line(self.lexicon, self._blanked(text), self.certain.__getitem__)
        return self._finished(found)

    def _finished(self, runs: Line) -> Line:
        shown = (each for each in runs if self.is_cited or each.style is not RunStyle.CITE)
        return tuple(_gap_as_blank(shown))

    def _blanked(self, text: Text) -> Text:
        if all(name in self.certain for name in text.names):
            return text
        return replace(text, paragraphs=tuple(tuple(self._pieces(each)) for each in text.paragraphs))

    def _pieces(self, pieces: Iterable[Piece]) -> Iterator[Piece]:
        for piece in pieces:
            match piece:
                case Value(name) | Plural(name) if name not in self.certain:
                    yield Words(_GAP)
                case Emphasis(inner):
                    yield Emphasis(tuple(self._pieces(inner)))
                case _:
                    yield piece


def _gap_as_blank(runs: Iterable[Run]) -> Iterator[Run]:
    """Yield the runs with each gap as a run of its own."""
    for run in runs:
        first, *others = run.words.split(_GAP)
        if first or not others:
            yield run._replace(words=first)
        for each in others:
            yield Run("", RunStyle.VALUE)
            if each:
                yield run._replace(words=each)


def is_blank(run: Run) -> bool:
    """Return whether a run is left to be filled in."""
    return run.style is RunStyle.VALUE and not run.words


def certain_at_start(scenario: Scenario, setup: str, happenings: Iterable[Happening]) -> dict[str, int]:
    """Return the values that every game of a setup begins with and that nothing moved before the first halt.

    Hidden ones are none of them.
    """
    moved = {each.name for each in happenings if isinstance(each, VariableMoved)}
    chosen = scenario.setups.get(setup)
    starts = dict(chosen.set) if chosen else {}
    starts |= {
        each.id: each.start.values[0][0]
        for each in scenario.variables.values()
        if len(each.start.values) == 1 and each.id not in starts
    }
    return {
        name: value
        for name, value in starts.items()
        if name in scenario.variables and not scenario.variables[name].hidden and name not in moved
    }
