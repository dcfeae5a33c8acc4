"""What the reading of a record needs to know of it, worked out once a record."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from game.frozen import NamedTuple
from game.scenario.kinds.words import PLAIN
from game.scenario.records.record import ALT, Field, Record

TODO = Field("todo", PLAIN, "A note for the author.", example="find the page number")


class Slot(NamedTuple):
    """Where the value of a field goes, and what stands there if it cannot be read.

    `attribute` is None for a field that is no part of the model; `is_block` says that it goes into the block.
    """

    field: Field
    attribute: str | None
    fallback: Any
    is_block: bool
    is_statement: bool


class Plan(NamedTuple):
    """A record's fields by name, those of the block and the statement included, in order, with their slots.

    `defaults` and `block_defaults` stand in the model for the fields of its own that are not given.
    """

    fields: Mapping[str, Field]
    slots: Mapping[str, Slot]
    defaults: Mapping[str, Any]
    block_defaults: Mapping[str, Any]
    required: tuple[Field, ...]


@cache
def planned(record: Record) -> Plan:
    """Return the plan of a record."""
    own = {each.name: each for each in record.fields}
    listed = own | {each.name: each for each in record.block if each.name not in own}
    listed |= {each.name: each for each in (*record.statement, TODO)}
    slots = {name: _slot(record, each) for name, each in listed.items()}
    kept = [each for each in record.fields if each.name != ALT]
    return Plan(
        listed,
        slots,
        {each.attribute: slots[each.name].fallback for each in kept if not slots[each.name].is_block},
        {each.attribute: slots[each.name].fallback for each in kept if slots[each.name].is_block},
        tuple(each for each in listed.values() if each.required),
    )


def _slot(record: Record, field: Field) -> Slot:
    return Slot(
        field,
        None if field is TODO else field.attribute,
        field.kind.placeholder if field.required else field.default,
        field.name != ALT and any(field.name == each.name for each in record.block),
        field in record.statement,
    )
