"""The records that can be reached from one of them, through the kinds of their fields."""

from __future__ import annotations

from game.scenario.records.block import OUTCOME
from game.scenario.records.plan import planned
from game.scenario.records.record import Kind, Record


def reached(top: Record) -> tuple[Record, ...]:
    """Return a record and all that stand within it, each once, in the order of the table."""
    found: dict[Record, None] = {}
    pending = [top]
    while pending:
        record = pending.pop(0)
        if record not in found:
            found[record] = None
            fields = planned(record).fields.values()
            pending[:0] = [each.kind.record() for each in fields if each.kind.record is not None]
    # outcomes stand in most records, and are read about with the block
    return (*(each for each in found if each is not OUTCOME), *(each for each in found if each is OUTCOME))


def is_group(kind: Kind) -> bool:
    """Return whether values of the kind are records, each under an id or a label, and not one record."""
    return kind.record is not None and kind.name != kind.record().name
