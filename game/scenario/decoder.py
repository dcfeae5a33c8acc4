"""The walk along the table of records, from a tree to the model, with every fault on the way."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Mapping as Group
from collections.abc import Sequence as Several
from typing import Any

from game.diagnostics.diagnostic import Diagnostic, Note, Rule, Span
from game.frozen import replace
from game.scenario.building import with_words
from game.scenario.expressions.checking import Checked
from game.scenario.expressions.describing import about_unknown_name
from game.scenario.expressions.rules import WRONG_TYPE
from game.scenario.expressions.scope import Wanted
from game.scenario.expressions.types import TruthType
from game.scenario.faults import FIELD_MISSING, NOTHING_GIVEN
from game.scenario.meant import nearest
from game.scenario.model import Block, Coordinates, Statement
from game.scenario.names import Names
from game.scenario.records.block import TODO
from game.scenario.records.plan import BLOCK_ATTRIBUTES, STATEMENT_NAMES, Plan, planned
from game.scenario.records.record import MISSING, Field, Missing, Record
from game.scenario.text import Citation, Emphasis, Link, Piece, Text
from game.scenario.textscope import TextScope
from game.scenario.unknown import UNKNOWN, unknown
from game.scenario.where import FieldPlace, LatePin, Mention, Where
from game.scenario.wording import Translation, Wording, translated
from game.source.commas import UNKNOWN_FIELD
from game.source.shape import WRONG_SHAPE
from game.source.tree import Mapping, Node, Scalar, Sequence

SECTION_WORDS = {
    "actors": "actor", "codex": "codex entry", "decisions": "decision", "endings": "ending",
    "events": "event",
    "flags": "flag", "intelligence": "report", "letters": "letter", "lines": "line", "markers": "marker",
    "phases": "phase", "places": "place", "responses": "response", "rings": "ring", "routes": "route",
    "setups": "setup", "sources": "source", "variables": "variable",
}  # fmt: skip


class Decoder:
    """What a walk knows and gathers. `places` and `mentions` serve the rules that come after it.

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
        self.checked: dict[tuple[str, Wanted], Checked] = {}
        self.text_scopes: dict[tuple[tuple[str, ...], bool], TextScope] = {}
        self.wordings: list[Wording] = []

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
        self.mentions.append(Mention(name, use, where.path, span))

    # Records

    def record(self, record: Record, node: Node, where: Where, key: Scalar | None = None) -> Any:
        """Return the model's value of a record; faulty parts of it are placeholders."""
        span = key.span if key is not None else node.span
        entries = self._entries(record, node, span)
        if isinstance(entries, Missing):
            return MISSING
        values = self._values(record, entries, where, span)
        return record.builds(**{"id": where.owner, "span": span, **values})

    def _entries(self, record: Record, node: Node, span: Span) -> Mapping | Missing:
        match node:
            case Mapping():
                return node
            case Scalar() if node.is_absent:
                cure = "an entry without fields is written {}"
                return self.report(NOTHING_GIVEN, "nothing stands after this name", span, cure)
            case Scalar() | Sequence():
                message = f"{record.name} is a group of fields, but this is {shape_words(node)}"
                first = next(iter(planned(record).fields))
                return self.report(
                    WRONG_SHAPE, message, node.span, f"write its fields beneath it, such as `{first}:`"
                )

    def _values(self, record: Record, entries: Mapping, where: Where, span: Span) -> dict[str, Any]:
        """Return the values of a record's attributes; a statement is read first: outcomes inherit it."""
        plan = planned(record)
        given = self._given(record, plan, entries, where, span)
        values = dict(plan.defaults)
        if record.is_statement:
            where = where.saying(self._statement(given, where))
            values["statement"] = where.statement
            given = [each for each in given if each[0].name not in STATEMENT_NAMES]
        for known, key, node in given:
            values[plan.attributes[known.name]] = self._value(known, node, where.at(known.name), key)
        values.pop(TODO.attribute, None)
        values = with_words(values)
        if record.is_block:
            taken = {name: values.pop(name) for name in BLOCK_ATTRIBUTES if name in values}
            values["block"] = Block(site=where.site, **taken)
        return values

    def _given(
        self, record: Record, plan: Plan, entries: Mapping, where: Where, span: Span
    ) -> list[tuple[Field, Scalar, Node]]:
        """Return the fields that stand there, with their places noted; report unknown and missing ones."""
        given: list[tuple[Field, Scalar, Node]] = []
        excused: set[str] = set()
        prefix = f"{where.path}." if where.path else ""
        for key, node in entries.entries:
            known = plan.fields.get(key.value)
            if known is None:
                excused.add(self._unknown_field(record, plan.fields, entries, key))
                continue
            self.places[prefix + key.value] = FieldPlace(key.span, node)
            given.append((known, key, node))
        self.excused |= {prefix + name for name in excused}
        names = {known.name for known, _, _ in given}
        for known in plan.required:
            if known.name not in names and known.name not in excused:
                self._missing_field(record, known, span)
        return given

    def _missing_field(self, record: Record, known: Field, span: Span) -> None:
        example = f" For example: `{known.name}: {known.example}`" if known.example else ""
        self.report(FIELD_MISSING, f"{record.name} needs `{known.name}:`", span, known.about + example)

    def _value(self, known: Field, node: Node, here: Where, key: Scalar) -> Any:
        fallback = known.kind.placeholder if known.required else known.default
        if isinstance(node, Scalar) and not node.value.strip():
            cure = (
                f"for example: `{known.name}: {known.example}`"
                if known.example
                else f"write {known.kind.form}"
            )
            self.report(NOTHING_GIVEN, f"nothing stands after `{known.name}:`", key.span, cure)
            return fallback
        value = known.kind.read(self, node, here)
        return fallback if isinstance(value, Missing) else value

    def _unknown_field(self, record: Record, fields: Group[str, Field], entries: Mapping, key: Scalar) -> str:
        given = {entry.key.value for entry in entries.entries}
        free = [name for name in fields if name not in given]
        meant = nearest(key.value, free) or nearest(key.value, fields)
        message = f"`{key.value}:` does not belong here: {record.name} has no such field"
        cure = f"did you mean `{meant}:`?" if meant else "it may have: " + ", ".join(fields)
        self.report(UNKNOWN_FIELD, message, key.span, cure)
        return meant or ""

    def _statement(self, given: list[tuple[Field, Scalar, Node]], where: Where) -> Statement:
        """Return who stands behind a record: what it says itself, and else what is said around it."""
        own = [each for each in given if each[0].name in STATEMENT_NAMES]
        around = where.statement
        if not own and around.because is None and not around.quote:
            return around
        values: dict[str, Any] = {"because": None, "quote": False}
        for known, key, node in own:
            value = self._value(known, node, where.at(known.name), key)
            if value is not known.default or known.name in values:
                values[known.name] = value
        return replace(around, **values)

    # References

    def resolve(self, sections: Several[str], name: str, where: Where, span: Span, use: str) -> str | Missing:
        """Return an id of one of the sections, or report that there is none."""
        self.mention(name, use, where, span)
        if any(name in self.names.sections.get(section, {}) for section in sections):
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
            of = scope.type_of(name)
            if may_be_flag and isinstance(of, TruthType) and name in self.names.sections.get("flags", {}):
                return name
            cure = f"write `remember: {name}` or `forget: {name}`" if isinstance(of, TruthType) else None
            return self.report(WRONG_TYPE, f"`{name}` is no variable", key.span, cure)
        if not scope.is_complete:
            return MISSING
        variables = dict.fromkeys(self.names.variables)
        message, cure = about_unknown_name(name, variables, scope.searches.among(variables))
        return self.report(UNKNOWN, message, key.span, cure)

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

    def worded(self, written: Scalar, where: Where, text: Text | None) -> Text | str | None:
        """Note a text that can stand in another language, and return it in that, or None."""
        wording = Wording(where.path, written, self.text_scope(where), text)
        self.wordings.append(wording)
        return translated(wording, self.translations)

    def mention_text(self, text: Text, where: Where) -> None:
        """Note what a text prints, links to and cites."""
        for name in text.names:
            self.mention(name.removeprefix("estimate."), "print", where, text.span)
        for paragraph in text.paragraphs:
            for piece in paragraph:
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


def shape_words(node: Node) -> str:
    """Return what a node is, in plain words."""
    match node:
        case Mapping():
            return "a group"
        case Sequence():
            return "a list"
        case Scalar():
            return "a text"
