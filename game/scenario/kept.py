"""A scenario as bytes and back, for who would read the same files again: a fifth of the work of reading them.

The form is JSON, so that bytes make values and nothing else: strings and numbers first, then a row for each
further value, which names its class and, by their places, the values that it is made of. Equal values stand
there once. Last comes the hash of its rules, which takes as long to work out as all that is made here.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from enum import Enum
from itertools import chain
from typing import Any

from game.diagnostics.diagnostic import Span
from game.frozen import Frozen, NamedTuple, replace
from game.scenario import model, text
from game.scenario.expressions import tree, types
from game.scenario.hashing import content_hash, remember
from game.scenario.mods import Mod
from game.scenario.plurals import PluralRule
from game.scenario.uncollected import nothing_collected


class KeptError(Exception):
    """The bytes are no Kept."""


class Kept(NamedTuple):
    """A scenario, and what the mods that are laid over it say of themselves."""

    scenario: model.Scenario
    mods: tuple[Mod, ...] = ()


def to_bytes(kept: Kept) -> bytes:
    """Return a Kept as bytes. Raises TypeError for a value of a class that none is made of."""
    writing = _Writing()
    writing.place(kept._replace(mods=tuple(replace(each, patch=None, places={}) for each in kept.mods)))
    count = len(writing.plain)
    names = {name: number for number, name in enumerate(dict.fromkeys(name for name, *_ in writing.rows))}
    rows = [
        (names[name], *(place if place >= 0 else count + ~place for place in places))
        for name, *places in writing.rows
    ]
    plain = [value for _, value in writing.plain]
    form = (list(names), plain, rows, content_hash(kept.scenario))
    return json.dumps(form, ensure_ascii=False, separators=(",", ":")).encode()


def from_bytes(content: bytes) -> Kept:
    """Return the Kept of the bytes, its mods without patch and places. Raises KeptError for others."""
    try:
        with nothing_collected():
            kept, digits = _made(*json.loads(content))
    except (ValueError, TypeError, LookupError, RecursionError) as fault:
        raise KeptError(f"this is no kept scenario: {fault}") from None
    match kept:
        case Kept(model.Scenario() as scenario, tuple(mods)) if all(isinstance(each, Mod) for each in mods):
            if isinstance(digits, str):
                remember(scenario, digits)
                return Kept(scenario, mods)
    raise KeptError("another value is kept here")


def _made(names: Any, plain: Any, rows: Any, digits: Any) -> tuple[Any, Any]:
    """Return the last of the values, and the hash. Raises LookupError, TypeError or ValueError."""
    values = [*plain]
    makers = [_MAKERS[each] for each in names]
    value_at = values.__getitem__
    for maker, *places in rows:
        values.append(makers[maker](*map(value_at, places)))
    return values[-1], digits


class _Writing:
    """What is plain, and the rows of what is not, each with the place at which it stands."""

    def __init__(self) -> None:
        self.plain: dict[tuple[type, Any], int] = {}
        self.rows: dict[tuple[Any, ...], int] = {}

    def place(self, value: Any) -> int:
        """Return the place of a value, which is written where it is not there yet; `~row` in the rows."""
        shape = type(value)
        if shape in _PLAIN:
            return self.plain.setdefault((shape, value), len(self.plain))
        if _CLASSES.get(shape.__name__, shape) is not shape or shape.__name__ not in _MAKERS:
            raise TypeError(f"no scenario is made of a {shape.__name__}")
        row = (shape.__name__, *[self.place(each) for each in _parts(value)])
        return ~self.rows.setdefault(row, len(self.rows))


def _parts(value: Any) -> Iterable[Any]:
    """Return what a value is made of, in the order in which its maker takes it."""
    match value:
        case Enum():
            return (value.value,)
        case dict():
            return chain.from_iterable(value.items())
        case frozenset():
            return sorted(value)
        case tuple():
            return value
        case _:
            return [getattr(value, name) for name in value.__match_args__]


def _tuple(*items: Any) -> tuple[Any, ...]:
    return items


def _set(*items: Any) -> frozenset[Any]:
    return frozenset(items)


def _group(*items: Any) -> dict[Any, Any]:
    return dict(zip(items[::2], items[1::2], strict=True))


_BARE = (Frozen, NamedTuple, Enum)
_PLAIN = frozenset({str, int, float, bool, type(None)})
_ROOMS = (vars(room).values() for room in (model, text, tree, types))
_CLASSES: Mapping[str, type] = {
    each.__name__: each
    for each in (Kept, Mod, Span, PluralRule, *chain.from_iterable(_ROOMS))
    if isinstance(each, type) and issubclass(each, (Frozen, tuple, Enum)) and each not in _BARE
}
_MAKERS: Mapping[str, Callable[..., Any]] = {
    "tuple": _tuple,
    "frozenset": _set,
    "dict": _group,
    **_CLASSES,
}
"""By what values are made: no other class is ever made of bytes."""
