"""What the table says of the place that is written: the order of its fields, and what they hold."""

from __future__ import annotations

from game.frozen import NamedTuple
from game.scenario.kinds.groups import VERBATIM
from game.scenario.kinds.values import CHANGES
from game.scenario.kinds.words import TEXT, TEXTS
from game.scenario.records.plan import planned
from game.scenario.records.reach import is_group
from game.scenario.records.record import Kind, Record
from game.scenario.records.scenario import SCENARIO
from game.source.tree import Entry


class Scope(NamedTuple):
    """A place in a file: a record, a group of them, a value of a kind, or with none something free."""

    record: Record | None = None
    is_group: bool = False
    kind: Kind | None = None

    def below(self, name: str) -> Scope:
        """Return the scope of a field or an entry."""
        if self.record is None:
            return Scope(kind=self.kind)
        if self.is_group:
            return Scope(self.record)
        field = planned(self.record).fields.get(name)
        if field is None:
            return Scope()
        if field.kind is VERBATIM:
            return Scope(SCENARIO)
        if field.kind.record is None:
            return Scope(kind=field.kind)
        return Scope(field.kind.record(), is_group(field.kind))

    def ordered(self, entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
        """Return the fields of a record in the order of the table, unknown ones last; groups as they are."""
        if self.record is None or self.is_group:
            return entries
        places = {name: place for place, name in enumerate(planned(self.record).fields)}
        return tuple(sorted(entries, key=lambda each: places.get(each.key.value, len(places))))

    @property
    def is_text(self) -> bool:
        """Whether line breaks within the value are spaces, so that it may be broken anew."""
        return self.kind is TEXT or self.kind is TEXTS

    @property
    def is_change(self) -> bool:
        return self.kind is CHANGES
