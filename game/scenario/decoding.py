"""A tree into the model's value of a record, along the table of records, with every fault on the way."""

from __future__ import annotations

from collections.abc import Mapping as Group
from typing import Any

from game.diagnostics.diagnostic import Span
from game.frozen import replace
from game.scenario.building import with_words
from game.scenario.decoder import Decoder
from game.scenario.faults import FIELD_MISSING, NOTHING_GIVEN
from game.scenario.meant import nearest
from game.scenario.missing import MISSING, Missing
from game.scenario.model import Block, Statement
from game.scenario.records.plan import Plan, Slot, planned
from game.scenario.records.record import ALT, Field, Record
from game.scenario.where import FieldPlace, Where
from game.source.commas import UNKNOWN_FIELD
from game.source.shape import WRONG_SHAPE, shape
from game.source.tree import Mapping, Node, Scalar

_Given = tuple[Slot, str, Scalar, Node]
"""A field that stands in the file: its slot and path, its name, its value."""


def decoded(decoder: Decoder, record: Record, node: Node, where: Where, key: Scalar | None = None) -> Any:
    """Return the model's value of a record; faulty parts of it are placeholders.

    A statement is read before the rest: outcomes inherit it.
    """
    span = key.span if key is not None else node.span
    if not isinstance(node, Mapping):
        return _no_group(decoder, record, node, span)
    plan = planned(record)
    given = _given(decoder, record, plan, node, where, span)
    values = {**plan.defaults, "id": where.owner, "span": span}
    if record.statement:
        statement = values["statement"] = _statement(decoder, given, where)
        where = where.saying(statement)
        given = [each for each in given if not each[0].is_statement]
    block = dict(plan.block_defaults)
    for slot, path, name, value in given:
        read = _value(decoder, slot, value, where.on(path), name)
        if slot.attribute is not None:
            (block if slot.is_block else values)[slot.attribute] = read
    words = values.pop(ALT, None)
    if words:
        values, block = with_words(values, words), with_words(block, words)
    if record.block:
        values["block"] = Block(site=where.site, **block)
    return record.builds(**values)


def _no_group(decoder: Decoder, record: Record, node: Node, span: Span) -> Missing:
    if isinstance(node, Scalar) and node.is_absent:
        cure = "indent its fields below it; an entry without fields is written {}"
        return decoder.report(NOTHING_GIVEN, "nothing stands after this name", span, cure)
    message = f"{record.name} is a group of fields, but this is {shape(node)}"
    first = next(iter(planned(record).fields))
    return decoder.report(WRONG_SHAPE, message, node.span, f"write its fields beneath it, such as `{first}:`")


def _given(
    decoder: Decoder, record: Record, plan: Plan, entries: Mapping, where: Where, span: Span
) -> list[_Given]:
    """Return the fields that stand there, with their places noted; report unknown and missing ones."""
    given: list[_Given] = []
    unknown: list[Scalar] = []
    prefix = f"{where.path}." if where.path else ""
    lacking = len(plan.required)
    for key, node in entries.entries:
        slot = plan.slots.get(key.value)
        if slot is None:
            unknown.append(key)
            continue
        path = prefix + key.value
        decoder.places[path] = tuple.__new__(FieldPlace, (key.span, node))  # as `Where.on`
        given.append((slot, path, key, node))
        lacking -= slot.field.required
    if not unknown and not lacking:
        return given
    names = {slot.field.name for slot, _, _, _ in given}
    missing = [known for known in plan.required if known.name not in names]
    meant = _meant(decoder, unknown, names, plan.fields, missing)
    for key, name in zip(unknown, meant, strict=True):
        _unknown_field(decoder, record, plan.fields, key, name)
    decoder.excused.update(prefix + name for name in meant)
    for known in missing:
        if known.name not in meant:
            _missing_field(decoder, record, known, span)
    return given


def _meant(
    decoder: Decoder,
    unknown: list[Scalar],
    names: set[str],
    fields: Group[str, Field],
    missing: list[Field],
) -> list[str]:
    """Return the field that each unknown name probably means, "" where nobody can tell.

    A name like no other stands for the one field that is missing, if there is one of each.
    """
    free = [name for name in fields if name not in names]
    searches = decoder.names.scope.searches
    meant = [
        nearest(key.value, searches.among(free)) or nearest(key.value, searches.among(fields)) or ""
        for key in unknown
    ]
    lacking = [known.name for known in missing if known.name not in meant]
    if len(lacking) == 1 and meant.count("") == 1:
        meant[meant.index("")] = lacking[0]
    return meant


def _missing_field(decoder: Decoder, record: Record, known: Field, span: Span) -> None:
    example = f" For example: `{known.name}: {known.example}`" if known.example else ""
    decoder.report(FIELD_MISSING, f"{record.name} needs `{known.name}:`", span, known.about + example)


def _unknown_field(
    decoder: Decoder, record: Record, fields: Group[str, Field], key: Scalar, meant: str
) -> None:
    message = f"`{key.value}:` does not belong here: {record.name} has no such field"
    cure = f"did you mean `{meant}:`?" if meant else "it may have: " + ", ".join(fields)
    decoder.report(UNKNOWN_FIELD, message, key.span, cure)


def _value(decoder: Decoder, slot: Slot, node: Node, here: Where, key: Scalar) -> Any:
    if isinstance(node, Scalar) and (not node.value or node.value.isspace()):
        _report_nothing(decoder, slot.field, key)
        return slot.fallback
    value = slot.field.kind.read(decoder, node, here)
    return slot.fallback if value is MISSING else value


def _report_nothing(decoder: Decoder, known: Field, key: Scalar) -> None:
    cure = f"for example: `{known.name}: {known.example}`" if known.example else f"write {known.kind.form}"
    decoder.report(NOTHING_GIVEN, f"nothing stands after `{known.name}:`", key.span, cure)


def _statement(decoder: Decoder, given: list[_Given], where: Where) -> Statement:
    """Return who stands behind a record: what it says itself, and else what is said around it."""
    own = [each for each in given if each[0].is_statement]
    around = where.statement
    if not own and around.because is None and not around.quote:
        return around
    values: dict[str, Any] = {"because": None, "quote": False}
    for slot, path, key, node in own:
        value = _value(decoder, slot, node, where.on(path), key)
        if value is not slot.field.default or slot.field.name in values:
            values[slot.field.name] = value
    return replace(around, **values)
