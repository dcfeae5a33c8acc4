"""Entries and fields that slid a level to the left, out of the group or entry above: one fault each.

The rest is read as it was meant.
"""

from __future__ import annotations

from itertools import chain

from game.diagnostics.diagnostic import Diagnostic
from game.scenario.kinds.groups import is_field
from game.scenario.meant import nearest
from game.scenario.records.plan import planned
from game.scenario.records.record import Record
from game.scenario.records.scope import Scope
from game.source.commas import UNKNOWN_FIELD
from game.source.tree import Entry, Mapping, Node, Scalar


def drawn_in(root: Mapping, scope: Scope) -> tuple[Mapping, tuple[Diagnostic, ...]]:
    """Return a group or record with all entries and fields where they belong, and a fault for each moved.

    What is no field of a record and looks like an entry of the group right above it belongs there. A field
    that stands among the entries of a group belongs to the one right above it.
    """
    assert scope.record is not None
    fields = planned(scope.record).fields
    if scope.is_group and is_without_id(root, scope.record):
        return root, ()
    entries: list[Entry] = []
    faults: list[Diagnostic] = []
    for entry in root.entries:
        if entries and (entry.key.value in fields) == scope.is_group:
            moved = _moved(scope, entries[-1], entry)
            if moved is not None:
                faults.append(_slid(scope, entries[-1], entry))
                entries[-1] = moved
                continue
        entries.append(entry)
    for place, (key, value) in enumerate(entries):
        if isinstance(value, Mapping) and not value.is_flow:
            below = scope.below(key.value)
            read, found = drawn_in(value, below) if below.record is not None else (value, ())
            if found:
                entries[place] = Entry(key, read)
                faults += found
    return (root._replace(entries=tuple(entries)), tuple(faults)) if faults else (root, ())


def is_without_id(group: Node, record: Record) -> bool:
    """Whether the fields of a record stand right in a group of such records, for want of an id above them."""
    if not isinstance(group, Mapping) or not group.entries:
        return False
    key, value = group.entries[0]
    return is_field(record, key, value) and not (isinstance(value, Scalar) and value.is_absent)


def _moved(scope: Scope, above: Entry, entry: Entry) -> Entry | None:
    """Return the entry above with this one in it, or None where this one does not belong there."""
    assert scope.record is not None
    of, name = above.value, entry.key.value
    if not isinstance(of, Mapping) or of.is_flow or any(key.value == name for key, _ in of.entries):
        return None
    if scope.is_group:
        return None if _is_entry(entry.value, scope.record) else above._replace(value=_with(of, entry))
    group = scope.below(above.key.value)
    if group.record is None or not group.is_group or not _is_entry(entry.value, group.record):
        return None
    if nearest(name, planned(scope.record).fields) is not None:
        return None
    return above._replace(value=_with(of, *_parted(entry, group.record)))


def _is_entry(node: Node, record: Record) -> bool:
    fields = planned(record).fields
    return isinstance(node, Mapping) and any(key.value in fields for key, _ in node.entries)


def _parted(entry: Entry, record: Record) -> tuple[Entry, ...]:
    """Return an entry, and those that only stand in it because it slid out from among them."""
    assert isinstance(entry.value, Mapping)
    fields = planned(record).fields
    inner = [each for each in entry.value.entries if each.key.value not in fields]
    others = [each for each in inner if _is_entry(each.value, record)]
    own = tuple(each for each in entry.value.entries if each not in others)
    return (entry._replace(value=entry.value._replace(entries=own)), *others)


def _with(node: Mapping, *entries: Entry) -> Mapping:
    return node._replace(entries=tuple(chain(node.entries, entries)))


def _slid(scope: Scope, above: Entry, entry: Entry) -> Diagnostic:
    assert scope.record is not None
    name, home = entry.key.value, above.key.value
    message = f"`{name}:` does not belong here: {scope.record.name} has no such field"
    cure = f"it is indented too little: indent it like the entries of `{home}:` above"
    if scope.is_group:
        message = f"`{name}:` does not belong here: it is a field, and here stand entries with their ids"
        cure = f"it is indented too little: indent it like the fields of `{home}:` above"
    return Diagnostic(UNKNOWN_FIELD, message, entry.key.span, cure)
