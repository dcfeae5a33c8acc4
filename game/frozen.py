"""Values that never change: frozen dataclasses and named tuples, at a fraction of the cost of defining one.

`dataclasses` compiles six functions for each class, which takes a millisecond, and `typing.NamedTuple` a
function and each annotation, which takes a seventh of one; on the way of the shortest command there are sixty
classes of each kind. Here all classes share one function of each kind, which goes by the names of the fields.
`dataclasses.replace` and `fields` take frozen values too; `replace` of this module is the same, without that
module, which loads `inspect`.
"""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Callable
from operator import attrgetter
from typing import TYPE_CHECKING, Any, ClassVar, NoReturn, Self, dataclass_transform

__all__ = ["Frozen", "FrozenByName", "NamedTuple", "aside", "replace"]

if TYPE_CHECKING:
    # The type checker knows what these take.
    from dataclasses import Field, replace  # noqa: TID251
    from typing import NamedTuple  # noqa: TID251
else:
    _new_tuple = tuple.__new__
    _Getter = type(namedtuple("_Single", "item").item)  # noqa: PYI024 - what gives the items of named tuples

    class _NamedShape(type):
        """The class of the classes of named tuples: each annotation in one names an item."""

        def __new__(cls, name: str, bases: tuple[type, ...], space: dict[str, Any]) -> _NamedShape:
            names = tuple(space.get("__annotations__", ()))
            defaults = {each: space[each] for each in names if each in space}
            of_items = {
                "__slots__": (),
                "__match_args__": names,
                "_fields": names,
                "_number": len(names),
                "_field_defaults": defaults,
                "_defaults": tuple(defaults.values()),
                **{each: _Getter(place, each) for place, each in enumerate(names)},
            }
            return super().__new__(cls, name, bases, space | of_items)

    class NamedTuple(tuple, metaclass=_NamedShape):
        """A tuple with names for its items, made and used as one of `typing.NamedTuple`."""

        __slots__ = ()

        def __new__(cls, *values: Any, **named: Any) -> Self:
            if named or len(values) != cls._number:
                values = cls._completed(values, named)
            return _new_tuple(cls, values)

        @classmethod
        def _completed(cls, values: tuple[Any, ...], named: dict[str, Any]) -> tuple[Any, ...]:
            """Return the values of all fields, those that are named and the defaults in their places."""
            if named:
                values += cls._rest(cls._fields[len(values) :], named)
            elif len(values) < cls._number:
                values += cls._defaults[len(values) - cls._number :]
            if len(values) != cls._number:
                raise TypeError(f"{cls.__name__} takes {', '.join(cls._fields)}, but not {values}")
            return values

        @classmethod
        def _rest(cls, fields: tuple[str, ...], named: dict[str, Any]) -> tuple[Any, ...]:
            """Return the values of the fields that are not given by place, and take them out of the named."""
            defaults = cls._field_defaults
            try:
                values = [named.pop(each) if each in named else defaults[each] for each in fields]
            except KeyError as missing:
                raise TypeError(f"{cls.__name__} needs the field {missing}") from None
            if named:
                raise TypeError(f"{cls.__name__} has no field {', '.join(named)}, or has it twice")
            return tuple(values)

        def __repr__(self) -> str:
            shown = ", ".join(f"{name}={value!r}" for name, value in zip(self._fields, self, strict=True))
            return f"{type(self).__name__}({shown})"

        def __getnewargs__(self) -> tuple[Any, ...]:
            return tuple(self)

        def _replace(self, **changes: Any) -> Self:
            values = tuple(map(changes.pop, self._fields, self))
            if changes:
                raise TypeError(f"{type(self).__name__} has no field {', '.join(changes)}")
            return _new_tuple(type(self), values)

        def _asdict(self) -> dict[str, Any]:
            return dict(zip(self._fields, self, strict=True))

    def replace(value: Frozen, /, **changes: Any) -> Frozen:
        """Return a value with some fields changed."""
        shape = type(value)
        return shape(**{each: getattr(value, each) for each in shape.__match_args__} | changes)


class _Aside(NamedTuple):
    default: Any


_NEEDED = object()


def aside(*, default: Any = _NEEDED) -> Any:
    """Mark a field that takes no part in comparison and is not shown, such as a place."""
    return _Aside(default)


class _Fields:
    """What the functions of `dataclasses` ask a class for, made when the first of them asks."""

    def __get__(self, value: object, owner: _Shape) -> dict[str, Field[Any]]:
        from dataclasses import field, fields, make_dataclass  # noqa: PLC0415, TID251 - it loads `inspect`

        listed = [(each, Any, field(compare=each not in owner.put_aside)) for each in owner.__match_args__]
        made = make_dataclass(owner.__name__, listed, init=False, repr=False, eq=False)
        owner.__dataclass_fields__ = {each.name: each for each in fields(made)}
        return owner.__dataclass_fields__


class _NoFields:
    """What the first of these classes has above it."""

    __match_args__ = ()
    defaults_of_fields: ClassVar[dict[str, Any]] = {}
    put_aside: ClassVar[frozenset[str]] = frozenset()


@dataclass_transform(frozen_default=True, field_specifiers=(aside,))
class _Shape(type):
    """The class of these classes: each annotation in one is a field with a slot, behind those of its base.

    `held` gives all that a value is compared by.
    """

    __match_args__: tuple[str, ...]
    __dataclass_fields__: dict[str, Field[Any]]
    defaults_of_fields: dict[str, Any]
    put_aside: frozenset[str]
    setters: tuple[tuple[str, Callable[[object, Any], None]], ...]
    held: Callable[[object], object]

    def __new__(cls, name: str, bases: tuple[type, ...], space: dict[str, Any]) -> _Shape:
        above: Any = bases[0] if bases else _NoFields
        annotated = space.get("__annotations__", {})
        own = tuple(each for each, of in annotated.items() if not of.startswith("ClassVar"))
        given = {each: space.pop(each) for each in own if each in space}
        added = tuple(each for each in own if each not in above.__match_args__)
        names = above.__match_args__ + added
        made = super().__new__(cls, name, bases, {**space, "__slots__": added, "__match_args__": names})
        marked = {each: mark.default for each, mark in given.items() if isinstance(mark, _Aside)}
        defaults = above.defaults_of_fields | given | marked
        made.put_aside = above.put_aside | marked.keys()
        made.defaults_of_fields = {each: of for each, of in defaults.items() if of is not _NEEDED}
        made.setters = tuple((each, getattr(made, each).__set__) for each in names)
        made.held = attrgetter("__class__", *(each for each in names if each not in made.put_aside))
        return made


class Frozen(metaclass=_Shape):
    """A value: its fields are given once, by place or by name, and two with equal fields are equal.

    A class of values derives from this one, or from another such class, whose fields come first; what is
    given behind a name in both is its default. A default is shared between values, so a mapping that is
    one is not written to either.
    """

    if TYPE_CHECKING:
        __dataclass_fields__: ClassVar[dict[str, Field[Any]]]
    else:
        __dataclass_fields__ = _Fields()

    def __init__(self, *values: Any, **named: Any) -> None:
        shape = type(self)
        if len(values) == len(shape.setters) and not named:
            for (_, set_field), value in zip(shape.setters, values, strict=True):
                set_field(self, value)
            return
        if values:
            number = len(values) + len(named)
            named.update(zip(shape.__match_args__, values, strict=False))
            if len(named) < number:
                raise TypeError(f"{shape.__name__} has a field given twice, or a value too many")
        given = shape.defaults_of_fields | named
        try:
            for name, set_field in shape.setters:
                set_field(self, given[name])
        except KeyError as missing:
            raise TypeError(f"{shape.__name__} needs the field {missing}") from None
        if len(given) > len(shape.setters):
            raise TypeError(f"{shape.__name__} has no field {given.keys() - set(shape.__match_args__)}")

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"{type(self).__name__}.{name} never changes")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"{type(self).__name__}.{name} never changes")

    def __eq__(self, other: object) -> bool:
        held = type(self).held
        return held(self) == held(other) if type(other) is type(self) else NotImplemented

    def __hash__(self) -> int:
        return hash(type(self).held(self))

    def __repr__(self) -> str:
        shown = (each for each in type(self).__match_args__ if each not in type(self).put_aside)
        return f"{type(self).__name__}({', '.join(f'{each}={getattr(self, each)!r}' for each in shown)})"

    def __reduce__(self) -> tuple[type, tuple[object, ...]]:
        return type(self), tuple(getattr(self, each) for each in type(self).__match_args__)


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(aside,))
class _ShapeByName(_Shape):
    """The same to the type checker, but for the order of the fields."""


class FrozenByName(Frozen, metaclass=_ShapeByName):
    """A value whose fields are given by name: one without a default may stand behind those that have one."""
