"""Sections whose own line is missing, so that their entries stand in the section above: one fault each."""

from __future__ import annotations

from collections.abc import Collection
from collections.abc import Mapping as Table
from typing import Any

from game.diagnostics.diagnostic import Diagnostic
from game.frozen import NamedTuple
from game.scenario.meant import nearest
from game.scenario.records.plan import planned
from game.scenario.records.record import Record
from game.scenario.records.scope import Scope
from game.source.commas import UNKNOWN_FIELD
from game.source.tree import Entry, Mapping, Node, Scalar


class _Part(NamedTuple):
    """From which entry of a section on another one goes on, and its name."""

    at: int
    name: str


def parted(root: Mapping, scope: Scope) -> tuple[Mapping, tuple[Diagnostic, ...]]:
    """Return a record with the entries of each section under its name, and a fault for each missing name.

    Entries that cannot be those of the section above belong to a section that is not given and of which all
    of them can be. Of several it is the next in the order of the table. Where nothing in the record is a
    field of it, all of it belongs to one section, whose line is missing at the top.
    """
    assert scope.record is not None
    fields, absent = planned(scope.record).fields, _sections(scope)
    head = _head(root, absent) if not any(key.value in fields for key, _ in root.entries) else None
    if head is not None:
        return _under(head, absent[head], root)
    for key, _ in root.entries:
        absent.pop(key.value if key.value in fields else nearest(key.value, absent) or "", None)
    entries: list[Entry] = []
    faults: list[Diagnostic] = []
    for given in root.entries:
        key, value = given
        while (part := _part(scope, key.value, value, absent)) is not None:
            assert isinstance(value, Mapping)
            first = value.entries[part.at].key
            faults.append(_headless(first, part.name, absent.pop(part.name)))
            entries.append(Entry(key, value._replace(entries=value.entries[: part.at])))
            key, value = Scalar(part.name, first.span), value._replace(entries=value.entries[part.at :])
        below = scope.below(key.value)
        if isinstance(value, Mapping) and not below.is_group and below.record is not None:
            value, found = parted(value, below)
            faults += found
        entries.append(Entry(key, value))
    return (root._replace(entries=tuple(entries)), tuple(faults)) if faults else (root, ())


def _sections(scope: Scope) -> dict[str, Scope]:
    """Return the fields of a record that hold entries or fields of their own."""
    assert scope.record is not None
    below = {name: scope.below(name) for name in planned(scope.record).fields}
    return {name: each for name, each in below.items() if each.record is not None or _pairs(each) is not None}


def _pairs(scope: Scope) -> Table[str, Any] | None:
    """Return what the schema says of the values of a section of plain pairs; None of any other field."""
    return scope.kind.schema.get("additionalProperties") if scope.kind is not None else None


def _headless(first: Scalar, name: str, section: Scope, more: str = "") -> Diagnostic:
    """Return the fault of a missing name of a section, told at the first thing in it."""
    if section.record is None:
        what = f"one of the {section.kind.section if section.kind is not None else name}"
    else:
        what = section.record.name if section.is_group else f"a field of `{name}:`"
    message = f"`{first.value}:` does not belong here: it is {what}"
    return Diagnostic(UNKNOWN_FIELD, message, first.span, f"write `{name}:` on the line above it{more}")


def _head(root: Mapping, sections: Table[str, Scope]) -> str | None:
    """Return the section to which all of a record belongs; of several the one with the fewest fields."""
    fitting = {name: each.record for name, each in sections.items() if _belong(root.entries, each)}
    known = {name: len(planned(record).fields) for name, record in fitting.items() if record is not None}
    return min(known, key=lambda each: known[each], default=None)


def _under(name: str, section: Scope, root: Mapping) -> tuple[Mapping, tuple[Diagnostic, ...]]:
    """Return a record of one section, and the fault of its missing name."""
    first = root.entries[0].key
    more = ", and two spaces before each line below" if first.span.column == 1 else ""
    whole = Entry(Scalar(name, first.span), root)
    return root._replace(entries=(whole,)), (_headless(first, name, section, more),)


def _part(scope: Scope, name: str, section: Node, absent: Table[str, Scope]) -> _Part | None:
    """Return what within a section, which has a name in the scope, is another one."""
    assert scope.record is not None
    order = list(planned(scope.record).fields)
    if name not in order or not isinstance(section, Mapping) or section.is_flow:
        return None
    below = scope.below(name)
    at = next((at for at, entry in enumerate(section.entries) if at and _is_foreign(below, entry)), None)
    if at is None:
        return None
    fitting = [each for each, its in absent.items() if _belong(section.entries[at:], its)]
    later = [each for each in fitting if order.index(each) > order.index(name)]
    found = next(iter(later if len(fitting) > 1 else fitting), None)
    return _Part(at, found) if found is not None else None


def _is_foreign(scope: Scope, entry: Entry) -> bool:
    """Whether an entry cannot be one of a section."""
    if scope.record is None:
        return isinstance(entry.value, Mapping)
    fields = planned(scope.record).fields
    if scope.is_group:
        value = entry.value
        return not isinstance(value, Mapping) or any(key.value not in fields for key, _ in value.entries)
    return entry.key.value not in fields and nearest(entry.key.value, fields) is None


def _belong(entries: tuple[Entry, ...], section: Scope) -> bool:
    """Whether entries are surely those of a section: a single one that is not a group may be anything."""
    if section.is_group and section.record is not None:
        return bool(entries) and all(_fits(entry.value, section.record) for entry in entries)
    if len(entries) == 1 and not isinstance(entries[0].value, Mapping):
        return False
    if section.record is not None:
        known = planned(section.record).fields
        return bool(entries) and all(key.value in known for key, _ in entries)
    words = (_pairs(section) or {}).get("enum")
    return all(isinstance(value, Scalar) and _is_one(value.value, words) for _, value in entries)


def _is_one(value: str, words: Collection[str] | None) -> bool:
    """Whether a value is one of some words, or where there are none, a sentence."""
    return value in words if words is not None else " " in value.strip()


def _fits(node: Node, record: Record) -> bool:
    """Whether a node has all fields that a record needs, and no others."""
    if not isinstance(node, Mapping) or not node.entries:
        return False
    names = {key.value for key, _ in node.entries}
    plan = planned(record)
    return names <= plan.fields.keys() and all(each.name in names for each in plan.required)
