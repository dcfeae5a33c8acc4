"""What a row of the table is: fields with their kinds, and records of fields."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Flag, auto
from typing import Any

from game.frozen import Frozen
from game.scenario.decoder import Decoder
from game.scenario.where import Where
from game.source.tree import Node


class Mark(Flag):
    """What else a field is: part of the hashed rules, hashed by its presence, translated."""

    NONE = 0
    RULE = auto()
    TOLD = auto()
    TEXT = auto()


class Kind(Frozen):
    """A kind of values: how one is read, and how the schema and the manual describe it.

    `read` gives a value or MISSING and reports what is wrong; `placeholder` stands in a model
    that is checked further but never played. `form` says it in the manual's words; `schema` is
    its JSON Schema where no scenario is at hand; `section` is what its ids refer to; `ids` are all
    sections of which a value is an id and nothing else.
    """

    name: str
    read: Callable[[Decoder, Node, Where], Any]
    placeholder: Any
    form: str
    schema: Mapping[str, Any]
    section: str | None = None
    record: Callable[[], Record] | None = None
    ids: tuple[str, ...] = ()


class Field(Frozen):
    """A field of a record. `attribute` is its name in the model."""

    name: str
    kind: Kind
    about: str
    required: bool = False
    default: Any = None
    marks: Mark = Mark.NONE
    example: str = ""

    @property
    def attribute(self) -> str:
        """Return the name of the attribute: the field's own, or with `_` where Python has the word."""
        return f"{self.name}_" if self.name in {"from", "in", "for"} else self.name


ALT = "alt"
"""The field that goes into the cue beside it, and is no attribute of its own."""


class Record(Frozen):
    """A record of the language: its fields in the order of `fmt`, and what it becomes.

    `builds` makes the model's value from the fields' values, each under its attribute, the record's
    `id`, its `span`, and its `block` and `statement` where it has them.
    """

    name: str
    about: str
    fields: tuple[Field, ...]
    builds: Callable[..., Any]
    block: tuple[Field, ...] = ()
    statement: tuple[Field, ...] = ()
    may_be_empty: bool = False

    # one is known by itself, not by what is in it
    __eq__ = object.__eq__
    __hash__ = object.__hash__
