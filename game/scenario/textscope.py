"""What a text may name: values to print, things to link to, sources to cite."""

from __future__ import annotations

from collections.abc import Callable, Collection

from game.diagnostics.diagnostic import Diagnostic, Rule, Span
from game.frozen import Frozen
from game.scenario.expressions.describing import about_unknown_name
from game.scenario.expressions.rules import WRONG_TYPE
from game.scenario.expressions.scope import Scope
from game.scenario.expressions.types import NumberType
from game.scenario.plurals import TWO_FORMS, PluralRule
from game.scenario.unknown import UNKNOWN, unknown

HIDDEN_VALUE_PRINTED = Rule(
    code="E711",
    title="hidden value printed outside the debrief and `facts:`",
    cause="A text that the player reads during the game prints a variable marked `hidden: yes`, or a"
    " belief, which is always hidden. So the player would be told what nobody in the room knew.",
    example="text: Khrushchev's fear is {khrushchev.fear}.",
    cure="Print it in the debrief or in the `facts:` of an ending. A report can give an uncertain"
    " figure of it: `estimates:` and `{estimate.x}`.",
)

PlaceOf = Callable[[], Span]
"""Gives the place of a name where it is asked for: most names are sound, and nobody asks."""

ESTIMATE = "estimate."
BARE = ".number"


class TextScope(Frozen):
    """The names that a text may use.

    `links` are ids of people, places and codex entries. `estimates` are the variables that
    the report around the text estimates. `hidden` are the names that must not be printed
    here: none in the debrief and in `facts:`. `plurals` are the forms that the
    language of the text has. Where `names` is not complete, nothing is called unknown.
    """

    names: Scope
    links: Collection[str] = ()
    sources: Collection[str] = ()
    estimates: Collection[str] = ()
    hidden: Collection[str] = frozenset()
    plurals: PluralRule = TWO_FORMS

    def value_fault(self, name: str, needs_number: str | None, place: PlaceOf) -> Diagnostic | None:
        """Return what is wrong with printing a name; `needs_number` says for what it must be a number."""
        variable = name
        if name.startswith(ESTIMATE):
            variable = name.removeprefix(ESTIMATE)
            if variable not in self.estimates:
                return self._no_estimate(variable, place)
        elif name in self.hidden:
            cure = "print it in the debrief or in `facts:` only"
            return Diagnostic(
                HIDDEN_VALUE_PRINTED, f"`{name}` is hidden and may not be printed here", place(), cure
            )
        if not self.names.is_known(variable):
            message, cure_of_name = about_unknown_name(variable, self.names.types, self.names.candidates())
            return Diagnostic(UNKNOWN, message, place(), cure_of_name) if self.names.is_complete else None
        type_of_name = self.names.type_of(variable)
        if needs_number is None or type_of_name is None or isinstance(type_of_name, NumberType):
            return None
        message = f"{needs_number}, but `{name}` is not a number"
        return Diagnostic(WRONG_TYPE, message, place(), f"write `{{{name}}}`")

    def _no_estimate(self, variable: str, place: PlaceOf) -> Diagnostic | None:
        if not self.names.is_complete:
            return None
        if variable in self.names.types:
            cure = f"give it in this report: `estimates: {{ {variable}: within 1 }}`"
            return Diagnostic(UNKNOWN, f"no report around this text estimates `{variable}`", place(), cure)
        return self._unknown("estimate", variable, place, self.estimates)

    def link_fault(self, name: str, place: PlaceOf) -> Diagnostic | None:
        if name in self.links or not self.names.is_complete:
            return None
        return self._unknown("person, place or codex entry", name, place, self.links)

    def source_fault(self, name: str, place: PlaceOf) -> Diagnostic | None:
        if name in self.sources or not self.names.is_complete:
            return None
        return self._unknown("source", name, place, self.sources)

    def _unknown(self, kind: str, name: str, place: PlaceOf, candidates: Collection[str]) -> Diagnostic:
        return unknown(kind, name, place(), self.names.searches.among(candidates))
