"""Values are what frozen dataclasses and the named tuples of `typing` are."""

from __future__ import annotations

import pickle
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import fields, is_dataclass, replace
from typing import Any
from typing import NamedTuple as TypingNamedTuple

import pytest

from game.frozen import Frozen, FrozenByName, NamedTuple, aside


class Boat(Frozen):
    """A value with each kind of field."""

    name: str
    crew: int = 3
    cargo: Mapping[str, int] = {}
    line: int = aside(default=0)

    @property
    def is_manned(self) -> bool:
        return self.crew > 0


class Raft(Frozen):
    """A value with the fields of another."""

    name: str
    crew: int = 3


class Sighting(FrozenByName):
    """A value with one more field than its base, and another default."""

    line: int = aside()
    crew: int = 3


class Report(Sighting):
    """One more, without a default, behind those that have one."""

    name: str
    crew: int = 1


BOAT = Boat("Grozny", crew=20, line=7)


def test_fields_are_given_by_place_or_by_name() -> None:
    assert (BOAT.name, BOAT.crew, BOAT.cargo, BOAT.line, BOAT.is_manned) == ("Grozny", 20, {}, 7, True)
    assert Boat("Grozny", 20, {}, 7).line == Boat(line=7, name="Grozny").line


@pytest.mark.parametrize(
    ("values", "named"),
    [((), {}), (("a",), {"name": "b"}), (("a", 1, {}, 2, 3), {}), (("a",), {"sails": 2})],
    ids=["one missing", "one twice", "one too many", "one unknown"],
)
def test_what_is_no_value_of_a_field_is_refused(values: tuple[Any, ...], named: dict[str, Any]) -> None:
    with pytest.raises(TypeError, match="Boat"):
        Boat(*values, **named)


def test_a_value_never_changes() -> None:
    with pytest.raises(AttributeError, match=r"Boat\.crew"):
        setattr(BOAT, "crew", 1)  # noqa: B010 - the type checker refuses the plain form
    with pytest.raises(AttributeError, match=r"Boat\.crew"):
        del BOAT.crew
    with pytest.raises(AttributeError):
        setattr(BOAT, "sails", 1)  # noqa: B010


def test_equal_values_have_equal_fields_and_what_is_put_aside_does_not_count() -> None:
    same = Boat("Grozny", crew=20, line=8)
    assert same == BOAT
    assert replace(BOAT, crew=19) != BOAT
    assert BOAT != ("Grozny", 20, {})
    assert Raft("Grozny") != Boat("Grozny")
    assert len({Raft("Grozny"), Raft("Grozny"), Raft("Grozny", 1)}) == 2


def test_a_value_shows_what_it_is_compared_by() -> None:
    assert repr(BOAT) == "Boat(name='Grozny', crew=20, cargo={})"


def test_the_fields_of_a_base_come_first_and_may_have_another_default() -> None:
    report = Report(name="Grozny", line=7)
    assert repr(report) == "Report(crew=1, name='Grozny')"
    assert report == Report(name="Grozny", line=8) != Report(name="Grozny", line=7, crew=3)
    assert [each.name for each in fields(report)] == ["line", "crew", "name"]
    assert pickle.loads(pickle.dumps(report)).line == replace(report, crew=2).line == 7


@pytest.mark.parametrize("given", [{"name": "Grozny"}, {"line": 7}])
def test_what_is_put_aside_without_a_default_is_needed_as_well(given: dict[str, Any]) -> None:
    with pytest.raises(TypeError, match="Report needs the field"):
        Report(**given)


def test_dataclasses_take_it() -> None:
    assert is_dataclass(BOAT)
    assert [(each.name, each.compare) for each in fields(BOAT)][2:] == [("cargo", True), ("line", False)]
    assert replace(BOAT, crew=19).line == 7


def test_copies_keep_what_is_put_aside() -> None:
    for copied in (pickle.loads(pickle.dumps(BOAT)), deepcopy(BOAT)):
        assert (copied, copied.line) == (BOAT, 7)


def test_a_value_can_be_matched_by_place() -> None:
    match BOAT:
        case Boat(name, crew):
            assert (name, crew) == ("Grozny", 20)


class Place(NamedTuple):
    """A named tuple of this house."""

    file: str
    line: int = 1

    @property
    def is_first(self) -> bool:
        return self.line == 1


class Model(TypingNamedTuple):
    """The same with those of `typing`."""

    file: str
    line: int = 1


@pytest.mark.parametrize("kind", [Place, Model])
def test_named_tuples_are_made_and_used_as_those_of_typing(kind: type[Place]) -> None:
    place = kind("a.yaml", line=2)
    assert (place.file, place.line) == tuple(place) == ("a.yaml", 2)
    assert kind("a.yaml") == kind(file="a.yaml") == kind("a.yaml", 1) == ("a.yaml", 1)
    assert hash(place) == hash(("a.yaml", 2))
    assert place._replace(line=3) == kind("a.yaml", 3)
    assert place._asdict() == {"file": "a.yaml", "line": 2}
    assert repr(place) == f"{kind.__name__}(file='a.yaml', line=2)"
    for copied in (pickle.loads(pickle.dumps(place)), deepcopy(place)):
        assert (copied, type(copied)) == (place, kind)
    match place:
        case kind(file, line):
            assert (file, line) == ("a.yaml", 2)


@pytest.mark.parametrize("kind", [Place, Model])
@pytest.mark.parametrize(
    ("values", "named"),
    [((), {}), (("a",), {"file": "b"}), (("a", 1, 2), {}), (("a",), {"sails": 2}), (("a", 1), {"line": 2})],
    ids=["one missing", "one twice", "one too many", "one unknown", "a default twice"],
)
def test_what_is_no_item_of_a_named_tuple_is_refused(
    kind: type[Place], values: tuple[Any, ...], named: dict[str, Any]
) -> None:
    with pytest.raises(TypeError):
        kind(*values, **named)


def test_a_named_tuple_has_its_properties_and_nothing_besides() -> None:
    assert Place("a.yaml").is_first
    with pytest.raises(AttributeError):
        setattr(Place("a.yaml"), "sails", 1)  # noqa: B010
