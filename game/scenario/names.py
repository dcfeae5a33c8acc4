"""What a scenario declares: its ids by section, and the names that conditions and texts may use.

Gathered from the tree before the walk along the table, so that a reference may stand before what
it names, and so that a fault within an entry does not make its name unknown. Nor does one in the name of
a section, which is taken for what it probably means, or in an id, which stands also under the good one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache

from game.diagnostics.diagnostic import Diagnostic
from game.frozen import Frozen
from game.scenario.expressions.scope import Level, Scope
from game.scenario.expressions.types import ChoiceType, NumberType, TruthType, Type
from game.scenario.ids import is_id, mended
from game.scenario.meant import nearest
from game.scenario.plurals import TWO_FORMS, PluralRule, plurals_of
from game.scenario.quantities.moments import Grid, grid
from game.scenario.quantities.ranges import parse_range, parse_value, parse_value_ids
from game.source.tree import Entry, Node, Scalar, Sequence
from game.source.tree import Mapping as Tree

MAP_GROUPS = ("view", "places", "markers", "routes", "rings", "lines")
SHARED = (
    "variables", "flags", "actors", "phases", "intelligence", "decisions", "responses", "events", "letters",
    "endings", "codex", *MAP_GROUPS,
)  # fmt: skip
"""The sections and groups of the map whose ids are unique together."""
SECTIONS = (*SHARED, "map", "clock", "status", "setups", "sources", "timeline", "debrief", "lesson")
"""Those that stand at the top of a scenario, beside the groups of its map."""


class Names(Frozen):
    """The ids of each section with the places where they stand, and the scope of expressions.

    `sections` also holds `places` and the other groups of the map; `options` those of each decision;
    `variables` all variables and beliefs; `hidden` those that the player does not see;
    `links` the people, places and codex entries that texts may link to; `sides` those of the actors.
    """

    sections: Mapping[str, Mapping[str, Scalar]]
    options: Mapping[str, tuple[str, ...]]
    beliefs: frozenset[str]
    hidden: frozenset[str]
    scope: Scope
    grid: Grid | None
    links: Collection[str] = ()
    sides: Collection[str] = ()
    plurals: PluralRule = TWO_FORMS

    @property
    def is_complete(self) -> bool:
        return self.scope.is_complete

    @property
    def variables(self) -> tuple[str, ...]:
        return (*self.of("variables"), *sorted(self.beliefs))

    def of(self, *sections: str) -> Iterator[str]:
        """Yield the ids of some sections, in file order."""
        for section in sections:
            yield from self.sections.get(section, {})


def gathered(root: Tree, *, is_complete: bool) -> Names:
    """Return what a merged document declares; `is_complete` is False where a file could not be read."""
    groups = _groups(root, (*SECTIONS, "language"))
    sections = {name: _keys(node) for name, node in groups.items()}
    on_map = _groups(groups.get("map"), MAP_GROUPS)
    sections |= {name: _keys(on_map.get(name)) for name in MAP_GROUPS}
    options = {name: tuple(_keys(field(node, "options"))) for name, node in _named(groups.get("decisions"))}
    clock = groups.get("clock")
    time = grid(field(clock, "starts"), field(clock, "ends"), field(clock, "step"))
    beliefs = dict(_beliefs(groups))
    types = {**_types(groups, sections, options, beliefs), **_of_clock(time)}
    hidden = {name for name, node in _named(groups.get("variables")) if _is_yes(field(node, "hidden"))}
    words = cache(lambda: dict(_words(groups, beliefs, types)))
    scope = Scope(types, words, is_complete=is_complete)
    links = {name: None for section in ("actors", "places", "codex") for name in sections.get(section, {})}
    return Names(
        sections,
        options,
        frozenset(beliefs),
        frozenset(hidden | set(beliefs)),
        scope,
        time,
        links,
        tuple(_sides(groups)),
        _plurals(groups.get("language")),
    )


def _plurals(language: Node | None) -> PluralRule:
    return plurals_of(language.value) if isinstance(language, Scalar) else TWO_FORMS


def _entries(node: Node | None) -> tuple[Entry, ...]:
    return node.entries if isinstance(node, Tree) else ()


def _groups(node: Node | None, names: Collection[str]) -> dict[str, Node]:
    """Return what stands under each name; one that is none of them stands under the one that it means."""
    groups = {entry.key.value: entry.value for entry in _entries(node)}
    unknown = [each for each in groups if each not in names]
    for each in unknown:
        meant = nearest(each, [name for name in names if name not in groups])
        if meant is not None:
            groups[meant] = groups[each]
    return groups


def _keys(node: Node | None) -> dict[str, Scalar]:
    """Return the ids of a group; where one is bad, also the good one that it means."""
    keys = {entry.key.value: entry.key for entry in _entries(node)}
    for name in [each for each in keys if not is_id(each)]:
        keys.setdefault(mended(name), keys[name])
    return keys


def _named(node: Node | None) -> Iterator[tuple[str, Node]]:
    """Yield what stands under each of the `_keys` of a group."""
    values = {entry.key.value: entry.value for entry in _entries(node)}
    for name, key in _keys(node).items():
        yield name, values[key.value]


def field(node: Node | None, name: str) -> Node | None:
    """Return the field of an entry, also where its name is misspelt."""
    fields = {entry.key.value: entry.value for entry in _entries(node)}
    if name not in fields:
        name = nearest(name, fields) or name
    return fields.get(name)


def _is_yes(node: Node | None) -> bool:
    return isinstance(node, Scalar) and node.value in {"yes", "true"}


def _beliefs(groups: Mapping[str, Node]) -> Iterable[tuple[str, Node]]:
    for actor, fields in _named(groups.get("actors")):
        for belief, node in _named(field(fields, "beliefs")):
            yield f"{actor}.{belief}", node


def _sides(groups: Mapping[str, Node]) -> Iterator[str]:
    for actor in _entries(groups.get("actors")):
        side = field(actor.value, "side")
        if isinstance(side, Scalar) and side.value:
            yield side.value


def _types(
    groups: Mapping[str, Node],
    sections: Mapping[str, Mapping[str, Scalar]],
    options: Mapping[str, tuple[str, ...]],
    beliefs: Mapping[str, Node],
) -> dict[str, Type | None]:
    types: dict[str, Type | None] = {}
    for name, node in (*_named(groups.get("variables")), *beliefs.items()):
        types[name] = variable_type(name, node)
    for flag in sections.get("flags", {}):
        types[flag] = TruthType()
    for decision, listed in options.items():
        types[f"chosen.{decision}"] = ChoiceType(f"chosen.{decision}", ("none", *listed))
    for section in ("events", "letters", "intelligence"):
        types.update({f"seen.{name}": TruthType() for name in sections.get(section, {})})
    return types | {
        "phase": ChoiceType("phase", tuple(sections.get("phases", {}))),
        "time": ChoiceType("time", ("running", "over")),
    }


def _words(
    groups: Mapping[str, Node], beliefs: Mapping[str, Node], types: Mapping[str, Type | None]
) -> Iterator[tuple[str, tuple[Level, ...]]]:
    """Yield the names that have words for their values: those of `words:`, and the labels of options."""
    for name, node in (*_named(groups.get("variables")), *beliefs.items()):
        yield name, tuple(sorted(_levels(types.get(name), _entries(field(node, "words")))))
    for decision, node in _named(groups.get("decisions")):
        options = (Entry(key, field(each, "label") or each) for key, each in _entries(field(node, "options")))
        yield f"chosen.{decision}", tuple(_levels(types.get(f"chosen.{decision}"), options))


def _levels(of: Type | None, words: Iterable[Entry]) -> Iterator[Level]:
    for key, word in words:
        value = parse_value(key, of) if isinstance(of, NumberType | ChoiceType) else None
        if isinstance(value, int) and isinstance(word, Scalar) and word.value:
            yield Level(value, word.value)


def _of_clock(time: Grid | None) -> dict[str, Type | None]:
    if time is None:
        return {"day": None, "hour": NumberType(0, 23), "step": None}
    days = time.ends // 1440 - time.starts // 1440
    return {
        "day": NumberType(1, days + 1),
        "hour": NumberType(0, 23),
        "step": NumberType(0, (time.ends - time.starts) // time.step),
    }


def variable_type(name: str, node: Node) -> NumberType | ChoiceType | None:
    """Return the type that a variable's entry declares, or None where it is faulty."""
    values, low_high = field(node, "values"), field(node, "range")
    if values is not None:
        items = values.items if isinstance(values, Sequence) else ()
        listed = parse_value_ids([item for item in items if isinstance(item, Scalar)])
        return None if isinstance(listed, Diagnostic) or not listed else ChoiceType(name, listed)
    if low_high is None:
        return NumberType(0, 10)
    found = parse_range(low_high) if isinstance(low_high, Scalar) else None
    return None if found is None or isinstance(found, Diagnostic) else NumberType(*found)
