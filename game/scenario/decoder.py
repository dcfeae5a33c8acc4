"""What a walk along the table of records knows and gathers: names, references, texts, and every fault."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Mapping as Group
from collections.abc import Sequence as Several
from typing import Any

from game.diagnostics.diagnostic import Diagnostic, Note, Rule, Span
from game.scenario.expressions.checked import Checked
from game.scenario.expressions.describing import about_unknown_name
from game.scenario.expressions.rules import WRONG_TYPE
from game.scenario.expressions.types import Type
from game.scenario.missing import MISSING, Missing
from game.scenario.model import Coordinates
from game.scenario.names import Names
from game.scenario.text import Citation, Emphasis, Link, Piece, Text, Words
from game.scenario.textscope import TextScope
from game.scenario.unknown import UNKNOWN, unknown
from game.scenario.where import FieldPlace, LatePin, Mention, Where
from game.scenario.wording import Translation, Wording, translated
from game.source.tree import Scalar

SECTION_WORDS = {
    "actors": "actor", "codex": "codex entry", "decisions": "decision", "endings": "ending",
    "events": "event",
    "flags": "flag", "intelligence": "report", "letters": "letter", "lines": "line", "markers": "marker",
    "phases": "phase", "places": "place", "responses": "response", "rings": "ring", "routes": "route",
    "setups": "setup", "sources": "source", "variables": "variable",
}  # fmt: skip


class Decoder:
    """What a walk knows and gathers; `decoding` is the walk.

    `places` and `mentions` serve the rules that come after it.
    `excused` are the paths of fields that unknown ones probably meant; that of a record with a dot
    behind it stands for a field of which nobody can tell.
    """

    def __init__(
        self,
        names: Names,
        coordinates_of: Group[str, Coordinates] | None = None,
        translations: Several[Translation] = (),
    ) -> None:
        self.names = names
        self.coordinates_of = coordinates_of or {}
        self.translations = translations
        self.diagnostics: list[Diagnostic] = []
        self.places: dict[str, FieldPlace] = {}
        self.mentions: list[Mention] = []
        self.sound_expressions: list[tuple[Scalar, str, Checked]] = []
        self.pins: list[LatePin] = []
        self.matches: list[tuple[Scalar, str]] = []
        self.excused: set[str] = set()
        self.checked: dict[tuple[str, Type, str], Checked] = {}
        self.text_scopes: dict[tuple[tuple[str, ...], bool], TextScope] = {}
        self.wordings: list[Wording] = []

    def gives(self, record: str, field: str) -> bool:
        """Return whether the record at a path gives a field, rightly or wrongly, or may have meant to.

        It may have meant to where a name of it is misspelt so, or like no name that it can have.
        """
        path = f"{record}.{field}"
        return path in self.places or path in self.excused or f"{record}." in self.excused

    def report(
        self,
        rule: Rule,
        message: str,
        span: Span,
        help: str | None = None,  # noqa: A002 - the word of diagnostics
        notes: tuple[Note, ...] = (),
    ) -> Missing:
        """Report a fault, and give what stands for the value."""
        self.diagnostics.append(Diagnostic(rule, message, span, help, notes))
        return MISSING

    def parsed(self, result: Any) -> Any:
        """Return what a parser gave, or report the fault that it gave."""
        if isinstance(result, Diagnostic):
            self.diagnostics.append(result)
            return MISSING
        return result

    def unknown(self, kind: str, name: str, span: Span, candidates: Iterable[str]) -> Diagnostic:
        """Return the fault of a name that nothing of its kind bears."""
        return unknown(kind, name, span, self.names.scope.searches.among(candidates))

    def mention(self, name: str, use: str, where: Where, span: Span) -> None:
        self.mentions.append(tuple.__new__(Mention, (name, use, where.path, span)))

    # References

    def resolve(self, sections: Several[str], name: str, where: Where, span: Span, use: str) -> str | Missing:
        """Return an id of one of the sections, or report that there is none."""
        self.mention(name, use, where, span)
        for section in sections:
            if name in self.names.sections.get(section, ()):
                return name
        if not self.names.is_complete:
            return MISSING
        words = " or ".join(SECTION_WORDS[section] for section in sections)
        self.diagnostics.append(self.unknown(words, name, span, self.names.of(*sections)))
        return MISSING

    def resolve_option(self, decision: str, option: str, span: Span) -> str | Missing:
        """Return an option of a decision, or report that there is none."""
        options = self.names.options.get(decision, ())
        if option in options or not self.names.is_complete:
            return option
        self.diagnostics.append(self.unknown(f"option of `{decision}`", option, span, options))
        return MISSING

    def resolve_variable(
        self, key: Scalar, where: Where, use: str, *, may_be_flag: bool = False
    ) -> str | Missing:
        """Return the name of a variable or belief, or report that there is none."""
        self.mention(key.value, use, where, key.span)
        name, scope = key.value, self.names.scope
        if name in self.names.sections.get("variables", {}) or name in self.names.beliefs:
            return name
        if scope.is_known(name):
            if may_be_flag and name in self.names.sections.get("flags", {}):
                return name
            return self.report(
                WRONG_TYPE, f"`{name}` is no variable", key.span, self._cure_of_flag(name, use)
            )
        if not scope.is_complete:
            return MISSING
        variables = dict.fromkeys(self.names.variables)
        message, cure = about_unknown_name(name, variables, scope.searches.among(variables))
        return self.report(UNKNOWN, message, key.span, cure)

    def _cure_of_flag(self, name: str, use: str) -> str | None:
        """Return what is done with a flag where a variable is wanted, or None for another name."""
        if name not in self.names.sections.get("flags", {}):
            return None
        if use == "write":
            return f"write `remember: {name}` or `forget: {name}`"
        return f"only variables stand here; a flag is `no` until an entry has `remember: {name}`"

    def coordinates(self, place: str) -> Coordinates | Missing:
        """Return where a place of the map lies."""
        return self.coordinates_of.get(place, MISSING)

    # Texts

    def text_scope(self, where: Where) -> TextScope:
        key = (where.estimates, where.prints_hidden)
        found = self.text_scopes.get(key)
        if found is None:
            found = self.text_scopes[key] = TextScope(
                names=self.names.scope,
                links=dict.fromkeys(self.names.links),
                sources=self.names.sections.get("sources", {}),
                estimates=where.estimates,
                hidden=frozenset() if where.prints_hidden else self.names.hidden,
                plurals=self.names.plurals,
            )
        return found

    def worded(self, written: Scalar, path: str, scope: TextScope, text: Text | None) -> Text | str | None:
        """Note a text that can stand in another language, and return it in that, or None."""
        wording = Wording(path, written, scope, text)
        self.wordings.append(wording)
        return translated(wording, self.translations) if self.translations else None

    def mention_text(self, text: Text, where: Where) -> None:
        """Note what a text prints, links to and cites."""
        for name in text.names:
            self.mention(name.removeprefix("estimate."), "print", where, text.span)
        for paragraph in text.paragraphs:
            for piece in paragraph:
                if not isinstance(piece, Words):
                    self._mention_piece(piece, where, text.span)

    def _mention_piece(self, piece: Piece, where: Where, span: Span) -> None:
        match piece:
            case Emphasis(pieces):
                for inner in pieces:
                    self._mention_piece(inner, where, span)
            case Link(target, _):
                self.mention(target, "name", where, span)
            case Citation(source, _):
                self.mention(source, "cite", where, span)
            case _:
                pass
