"""Sections whose own line is missing, so that their entries stand in the section above: one fault each."""

from __future__ import annotations

from collections.abc import Mapping as Table

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

    Entries with fields that the section above does not know belong to a section that is not given and knows
    the fields of them all. Of several it is the next in the order of the table.
    """
    assert scope.record is not None
    fields, absent = planned(scope.record).fields, _groups(scope)
    for key, _ in root.entries:
        absent.pop(key.value if key.value in fields else nearest(key.value, absent) or "", None)
    entries: list[Entry] = []
    faults: list[Diagnostic] = []
    for given in root.entries:
        key, value = given
        while (part := _part(scope, key.value, value, absent)) is not None:
            assert isinstance(value, Mapping)
            first = value.entries[part.at].key
            message = f"`{first.value}:` does not belong here: it is {absent.pop(part.name).name}"
            cure = f"write `{part.name}:` on the line above it"
            faults.append(Diagnostic(UNKNOWN_FIELD, message, first.span, cure))
            entries.append(Entry(key, value._replace(entries=value.entries[: part.at])))
            key, value = Scalar(part.name, first.span), value._replace(entries=value.entries[part.at :])
        below = scope.below(key.value)
        if isinstance(value, Mapping) and not below.is_group and below.record is not None:
            value, found = parted(value, below)
            faults += found
        entries.append(Entry(key, value))
    return (root._replace(entries=tuple(entries)), tuple(faults)) if faults else (root, ())


def _groups(scope: Scope) -> dict[str, Record]:
    assert scope.record is not None
    below = {name: scope.below(name) for name in planned(scope.record).fields}
    return {name: each.record for name, each in below.items() if each.is_group and each.record is not None}


def _part(scope: Scope, name: str, section: Node, absent: Table[str, Record]) -> _Part | None:
    """Return what within a section, which has a name in the scope, is another one."""
    assert scope.record is not None
    order = list(planned(scope.record).fields)
    if name not in order or not isinstance(section, Mapping) or section.is_flow:
        return None
    below = scope.below(name)
    at = next((at for at, entry in enumerate(section.entries) if at and _is_foreign(below, entry)), None)
    if at is None:
        return None
    rest = section.entries[at:]
    fitting = [each for each, record in absent.items() if all(_fits(entry.value, record) for entry in rest)]
    later = [each for each in fitting if order.index(each) > order.index(name)]
    found = next(iter(later if len(fitting) > 1 else fitting), None)
    return _Part(at, found) if found is not None else None


def _is_foreign(scope: Scope, entry: Entry) -> bool:
    """Whether an entry cannot be one of a section."""
    if not isinstance(entry.value, Mapping):
        return False
    if scope.record is None:
        return True
    fields = planned(scope.record).fields
    if scope.is_group:
        return any(key.value not in fields for key, _ in entry.value.entries)
    return entry.key.value not in fields and nearest(entry.key.value, fields) is None


def _fits(node: Node, record: Record) -> bool:
    """Whether a node has all fields that a record needs, and no others."""
    if not isinstance(node, Mapping):
        return False
    names = {key.value for key, _ in node.entries}
    plan = planned(record)
    return names <= plan.fields.keys() and all(each.name in names for each in plan.required)
