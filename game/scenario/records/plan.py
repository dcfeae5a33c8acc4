"""What a record's walk needs to know of it, worked out once a record."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple

from game.scenario.records.block import BLOCK_FIELDS, STATEMENT_FIELDS, TODO
from game.scenario.records.record import ALT, Field, Record


class Plan(NamedTuple):
    """A record's fields by name, those of the block and the statement included, in order.

    `attributes` are their names in the model; `defaults` what stands in the model for the fields of its
    own that are not given.
    """

    fields: Mapping[str, Field]
    attributes: Mapping[str, str]
    defaults: Mapping[str, Any]
    required: tuple[Field, ...]


BLOCK_ATTRIBUTES = tuple(each.attribute for each in BLOCK_FIELDS if each.name != ALT)
STATEMENT_NAMES = frozenset(each.name for each in STATEMENT_FIELDS)


@cache
def planned(record: Record) -> Plan:
    """Return the plan of a record."""
    listed = {each.name: each for each in record.fields}
    defaults = {
        each.attribute: each.kind.placeholder if each.required else each.default
        for each in record.fields
        if each.name != ALT
    }
    if record.is_block:
        listed = {**listed, **{each.name: each for each in BLOCK_FIELDS if each.name not in listed}}
    if record.is_statement:
        listed = {**listed, **{each.name: each for each in STATEMENT_FIELDS}}
    listed[TODO.name] = TODO
    attributes = {name: each.attribute for name, each in listed.items()}
    required = tuple(each for each in listed.values() if each.required)
    return Plan(listed, attributes, defaults, required)
