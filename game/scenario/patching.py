"""What mods change: their `patch:` laid over the merged tree of the scenario that they extend.

Spans are kept, so that whatever is said of the result names the file that its value came from.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from game.diagnostics.diagnostic import Diagnostic, Note, Rule
from game.frozen import NamedTuple
from game.scenario.faults import FIELD_MISSING
from game.scenario.meant import nearest
from game.scenario.names import MAP_GROUPS, SHARED
from game.scenario.records.plan import planned
from game.scenario.records.record import Record
from game.scenario.records.scenario import SCENARIO
from game.source.commas import UNKNOWN_FIELD
from game.source.shape import WRONG_SHAPE, shape
from game.source.tree import Entry, Node, Scalar
from game.source.tree import Mapping as Tree

NOT_THERE = Rule(
    code="E801",
    title="patch target not there; new entry in a patch without its required fields",
    cause="A mod removes or changes something that the scenario does not have. Usually a letter is wrong, or"
    " the scenario was changed since. An entry that is really new needs all its required fields.",
    example="patch:\n  events:\n    u2_lots: remove",
    cure="Correct the name. To add a new entry, give it all that an entry of its section needs.",
)
SET_TWICE = Rule(
    code="W802",
    title="two mods set one field",
    cause="The mods are taken in turn, so the later one holds and the earlier one is lost here.",
    example="patch:\n  variables:\n    tension: { start: 6 }   # and another mod: start: 2",
    cure="Leave one of the mods out, change their order, or let only one of them set the field.",
)
REMOVE = "remove"
FIXED = frozenset({"format", "id", "version", "renamed", "extends", "needs", "patch"})
"""Fields that no patch changes."""
_SECTIONS = frozenset(SHARED) - frozenset(MAP_GROUPS)

Path = tuple[str, ...]


class Shape(NamedTuple):
    """What stands at a path: a record, a group of such records, or with neither something free."""

    record: Record | None
    is_group: bool = False

    def below(self, name: str) -> Shape:
        if self.record is None or self.is_group:
            return Shape(self.record)
        field = planned(self.record).fields.get(name)
        if field is None or field.kind.record is None:
            return Shape(None)
        inner = field.kind.record()
        return Shape(inner, is_group=field.kind.name != inner.name)


class Patched(NamedTuple):
    """The tree with all patches laid over it, what was wrong with them, and the entries told of."""

    root: Tree
    diagnostics: tuple[Diagnostic, ...]

    def untold(self, faults: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
        """Return faults without the missing fields of new entries, of which a patch has been told."""
        told = {each.span for each in self.diagnostics if each.rule is NOT_THERE}
        return tuple(each for each in faults if each.rule is not FIELD_MISSING or each.span not in told)


def patched(root: Tree, patches: Iterable[Tree]) -> Patched:
    """Return a scenario's tree with patches laid over it in turn.

    Every mapping merges key by key; everything else replaces, lists whole; `remove` deletes. New
    entries go last.
    """
    patching = _Patching(_renamed(root))
    for patch in patches:
        root = patching.laid_over(root, patch)
    return Patched(root, tuple(patching.faults))


def _renamed(root: Tree) -> Mapping[str, str]:
    group = next((value for key, value in root.entries if key.value == "renamed"), None)
    pairs = group.entries if isinstance(group, Tree) else ()
    return {key.value: value.value for key, value in pairs if isinstance(value, Scalar)}


class _Patching:
    """Lays one patch over another and knows what the earlier ones have set."""

    def __init__(self, renamed: Mapping[str, str]) -> None:
        self.renamed = renamed
        self.faults: list[Diagnostic] = []
        self.earlier: dict[Path, Scalar] = {}
        self.own: dict[Path, Scalar] = {}

    def laid_over(self, root: Tree, patch: Tree) -> Tree:
        sound = tuple(each for each in patch.entries if self._may_stand(each.key))
        root = self._merged(root, Tree(sound, patch.span), Shape(SCENARIO), ())
        self.earlier |= self.own
        self.own = {}
        return root

    def _may_stand(self, key: Scalar) -> bool:
        if key.value not in FIXED:
            return True
        message = f"a patch cannot change `{key.value}:`"
        self.faults.append(Diagnostic(UNKNOWN_FIELD, message, key.span, "leave it out of `patch:`"))
        return False

    def _merged(self, base: Tree, patch: Tree, shape: Shape, path: Path, *, is_new: bool = False) -> Tree:
        entries = {each.key.value: each for each in base.entries}
        for key, value in patch.entries:
            name = self._name(key.value, entries, path)
            here = (*path, name)
            old = entries.get(name)
            if isinstance(value, Scalar) and value.value == REMOVE:
                if old is None:
                    self._tell_missing(key, f"there is no `{key.value}` here to remove", entries)
                else:
                    del entries[name]
                    self._note(here, key)
            elif old is not None and isinstance(old.value, Tree) and isinstance(value, Tree):
                inner = self._merged(old.value, value, shape.below(name), here, is_new=is_new)
                entries[name] = Entry(old.key, inner)
            elif old is not None and isinstance(old.value, Tree) and shape.below(name).record is not None:
                self._tell_no_group(key, value)
            else:
                entries[name] = Entry(key, self._fresh(key, value, shape.below(name), here, entries, is_new))
        return Tree(tuple(entries.values()), base.span, base.is_flow)

    def _name(self, written: str, entries: Mapping[str, Entry], path: Path) -> str:
        is_entry = len(path) == 1 and path[0] in _SECTIONS
        former = self.renamed.get(written) if is_entry and written not in entries else None
        return former if former is not None and former in entries else written

    def _fresh(
        self,
        key: Scalar,
        value: Node,
        shape: Shape,
        here: Path,
        entries: Mapping[str, Entry],
        is_new: bool,  # noqa: FBT001 - passed on from entry to entry
    ) -> Node:
        """Return a value that stands for the first time or in place of another."""
        if not isinstance(value, Tree):
            self._note(here, key)
            return value
        if not value.entries:
            self._note(here, key)
        if shape.record is not None and not shape.is_group:
            if here[-1] not in entries and not is_new:
                self._check_required(key, value, shape.record, entries)
            is_new = True
        return self._merged(Tree((), value.span, value.is_flow), value, shape, here, is_new=is_new)

    def _check_required(self, key: Scalar, value: Tree, record: Record, entries: Mapping[str, Entry]) -> None:
        """Report an entry that is not there and has not all that a new one needs; slips of the pen count."""
        given = {each.value for each, _ in value.entries}
        unknown = [each for each in given if each not in planned(record).fields]
        missing = [
            each.name
            for each in planned(record).required
            if each.name not in given and not any(nearest(slip, (each.name,)) for slip in unknown)
        ]
        if missing:
            needed = ", ".join(f"`{each}:`" for each in missing)
            message = f"there is no `{key.value}` here to change, and as a new entry it lacks {needed}"
            self._tell_missing(key, message, entries)

    def _tell_missing(self, key: Scalar, message: str, entries: Mapping[str, Entry]) -> None:
        meant = nearest(key.value, entries)
        cure = f"did you mean `{meant}`?" if meant else None
        self.faults.append(Diagnostic(NOT_THERE, message, key.span, cure))

    def _tell_no_group(self, key: Scalar, value: Node) -> None:
        if isinstance(value, Scalar) and value.is_absent:
            message, cure = f"nothing stands after `{key.value}:`", "write what changes, or `remove`"
        else:
            message = f"`{key.value}` is a group of fields, but this is {shape(value)}"
            cure = "write the fields that change beneath it, or `remove`"
        self.faults.append(Diagnostic(WRONG_SHAPE, message, key.span, cure))

    def _note(self, path: Path, key: Scalar) -> None:
        """Note a field as set; report it if an earlier mod has set it, or something around or within it."""
        self.own[path] = key
        for earlier, first in self.earlier.items():
            shorter = min(len(earlier), len(path))
            if earlier[:shorter] == path[:shorter]:
                message = f"`{'.'.join(path)}` is set by two mods, and this one holds"
                note = Note("first here", first.span)
                self.faults.append(Diagnostic(SET_TWICE, message, key.span, None, (note,)))
                return
