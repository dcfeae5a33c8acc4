"""Sections that are indented into the one above, or as deep as their own entries: one fault each.

The rest is read as it was meant.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Collection

from game.diagnostics.diagnostic import Diagnostic
from game.scenario.faults import NOTHING_GIVEN
from game.scenario.names import SECTIONS
from game.scenario.records.scenario import SCENARIO
from game.source.tree import Entry, Mapping, Node, Scalar

_FIELDS = frozenset(each.name for each in SCENARIO.fields)
_SECTIONS = _FIELDS.intersection(SECTIONS)


def lifted(root: Mapping) -> tuple[Mapping, tuple[Diagnostic, ...]]:
    """Return a file with all its sections at the top, and the faults of those that were not.

    The name of one that is indented too deep has no value; what belongs to it stands beside it, or beside
    the entry of which it became the last field.
    """
    given = {key.value for key, _ in root.entries}
    pending = deque(root.entries)
    entries: list[Entry] = []
    faults: list[Diagnostic] = []
    while pending:
        key, value = pending.popleft()
        if key.value in _SECTIONS and _is_absent(value):
            beside = []
            while pending and pending[0].key.value not in _FIELDS:
                beside.append(pending.popleft())
            if beside:
                value = Mapping(tuple(beside), key.span)
                faults.append(_not_indented(key))
        elif key.value in _SECTIONS and isinstance(value, Mapping):
            value, strayed = _parted(value, _SECTIONS - given)
            if strayed is not None:
                given.add(strayed.key.value)
                pending.appendleft(strayed)
                faults.append(_too_deep(strayed.key))
        entries.append(Entry(key, value))
    return (root._replace(entries=tuple(entries)), tuple(faults)) if faults else (root, ())


def _parted(section: Mapping, names: Collection[str]) -> tuple[Mapping, Entry | None]:
    """Return a section without the first other one in it, and that one."""
    for place, entry in enumerate(section.entries):
        fields = entry.value.entries if isinstance(entry.value, Mapping) else ()
        name, value = fields[-1] if fields else entry
        if name.value in names and _is_absent(value):
            before, rest = section.entries[:place], Mapping(section.entries[place + 1 :], section.span)
            if fields:
                before = (*before, Entry(entry.key, Mapping(fields[:-1], entry.value.span)))
            return section._replace(entries=before), Entry(name, rest)
    return section, None


def _is_absent(node: Node) -> bool:
    return isinstance(node, Scalar) and node.is_absent


def _not_indented(name: Scalar) -> Diagnostic:
    message = f"what belongs to `{name.value}:` is not indented"
    return Diagnostic(NOTHING_GIVEN, message, name.span, "indent it by two spaces")


def _too_deep(name: Scalar) -> Diagnostic:
    message = f"`{name.value}:` is indented too deep to be a section"
    return Diagnostic(NOTHING_GIVEN, message, name.span, "begin it at the left margin")
