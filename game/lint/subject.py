"""What the rules of this room look at: a scenario as read, and where everything in it stands."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping

from game.diagnostics.diagnostic import Diagnostic, Span
from game.frozen import Frozen
from game.scenario.decoder import Decoder
from game.scenario.model import Scenario
from game.source.tree import Document, Node, Scalar


class Subject(Frozen):
    """A scenario with the places of its fields.

    `errors` are the faults that keep it from being played, in the order of the files. Rules about what
    is absent ask `has`, which counts what is there but faulty; rules about what an entry does pass over
    what `is_faulty`.
    `assets` are the sizes in bytes of the other files, named as those of the scenario are.
    """

    scenario: Scenario
    decoder: Decoder
    documents: tuple[Document, ...]
    errors: tuple[Diagnostic, ...]
    assets: Mapping[str, int]

    @property
    def is_complete(self) -> bool:
        """Whether every file could be read, so that what is not seen is not there."""
        return self.decoder.names.is_complete

    @property
    def owes_evidence(self) -> bool:
        """Whether its statements need sources: it does not say that it is fiction, nor tries to say so."""
        place = self.decoder.places.get("fiction")
        if place is None:
            return not self.has("fiction")
        return not (self.scenario.fiction or self.is_faulty(place.key, place.value))

    @property
    def folder(self) -> str:
        return self.documents[0].file.partition("/")[0]

    def has(self, path: str) -> bool:
        """Return whether a field is given, rightly or wrongly, or stands there misspelt."""
        return path in self.decoder.places or path in self.decoder.excused

    def has_unknown_field(self, path: str) -> bool:
        """Return whether the record at a path has a field that nobody can tell the meaning of."""
        return f"{path}." in self.decoder.excused

    def may_inherit(self, path: str) -> bool:
        """Return whether the record at a path or one around it has such a field, and may so say anything."""
        steps = path.split(".") if self.decoder.excused else ()
        return any(self.has_unknown_field(".".join(steps[:place])) for place in range(1, len(steps) + 1))

    def key(self, path: str, otherwise: Span) -> Span:
        """Return where the name of a field stands."""
        place = self.decoder.places.get(path)
        return otherwise if place is None else place.key

    def value(self, path: str, otherwise: Span) -> Span:
        """Return where the value of a field stands: its own place if that is on one line, else its name's."""
        place = self.decoder.places.get(path)
        if place is None:
            return otherwise
        span = place.value.span
        return span if span.line == span.end_line else place.key

    def scalar(self, path: str) -> Scalar | None:
        place = self.decoder.places.get(path)
        return place.value if place is not None and isinstance(place.value, Scalar) else None

    def is_faulty(self, key: Span, node: Node) -> bool:
        """Return whether an error was reported between a name and the end of its value."""
        first = bisect_left(self.errors, key[:3], key=lambda each: each.span[:3])
        end = key.file, node.span.end_line, node.span.end_column
        return first < len(self.errors) and self.errors[first].span[:3] < end
