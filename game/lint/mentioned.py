"""Where the names of a scenario are used, and of which of them nothing can be said."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from game.frozen import Frozen
from game.lint.doubt import doubtful
from game.lint.subject import Subject
from game.scenario.ids import is_id
from game.scenario.unknown import UNKNOWN

Paths = tuple[str, ...]


class Mentioned(Frozen):
    """The paths of the fields that use each name, by the kind of use."""

    uses: Mapping[str, Mapping[str, Paths]]
    doubts: frozenset[str]

    def paths(self, name: str, use: str) -> Paths:
        return self.uses.get(use, {}).get(name, ())

    def is_doubtful(self, name: str) -> bool:
        """Return whether a field that could not be read may speak of a name."""
        return name in self.doubts

    def is_written(self, name: str) -> bool:
        return bool(self.paths(name, "write"))

    def is_remembered(self, name: str) -> bool:
        """Return whether a flag is ever switched on."""
        return any(path.endswith(".remember") for path in self.paths(name, "write"))

    def is_read(self, name: str) -> bool:
        return bool(self.paths(name, "read"))

    def is_shown(self, name: str) -> bool:
        return bool(self.paths(name, "print") or self.paths(name, "show"))

    def is_used_outside(self, name: str, own: str, *uses: str) -> bool:
        """Return whether anything but the entry itself uses a name in one of some ways."""
        return any(not path.startswith(f"{own}.") for use in uses for path in self.paths(name, use))


def mentioned(subject: Subject) -> Mentioned:
    """Return the uses of all names; errors make doubtful whatever they may speak of."""
    uses: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for each in subject.decoder.mentions:
        uses[each.use][each.name].append(each.path)
    names = subject.decoder.names
    declared = [name for section, ids in names.sections.items() if section != "status" for name in ids]
    if any(each.rule is UNKNOWN and each.help is None for each in subject.errors):
        doubts = frozenset((*declared, *names.beliefs))  # it may stand for any of them
    else:
        doubts = doubtful(subject.errors, subject.documents, [*declared, *sorted(names.beliefs)])
        doubts |= {each for each in declared if not is_id(each)}  # it is spoken of by the id that it means
    return Mentioned(
        {use: {name: tuple(paths) for name, paths in of.items()} for use, of in uses.items()}, doubts
    )
