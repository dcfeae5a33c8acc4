"""Values are what frozen dataclasses are."""

from __future__ import annotations

import pickle
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest

from game.frozen import Frozen, aside


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
