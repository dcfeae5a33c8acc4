"""The collector while scenarios are loaded: still as long as any is, and afterwards as it was."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from game.scenario.uncollected import nothing_collected


@pytest.fixture(autouse=True)
def as_it_was() -> Iterator[None]:
    yield
    gc.unfreeze()
    gc.enable()


def test_it_is_still_until_the_last_has_ended() -> None:
    first, second = nothing_collected(), nothing_collected()
    with first:
        with second:
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_one_that_ends_amid_another_does_not_wake_it() -> None:
    first, second = nothing_collected(), nothing_collected()
    first.__enter__()
    second.__enter__()
    first.__exit__(None, None, None)
    assert not gc.isenabled()
    second.__exit__(None, None, None)
    assert gc.isenabled()


def test_where_it_was_off_it_stays_off() -> None:
    gc.disable()
    with nothing_collected():
        pass
    assert not gc.isenabled()


def test_a_fault_wakes_it_too() -> None:
    with pytest.raises(KeyError), nothing_collected():
        raise KeyError
    assert gc.isenabled()


def test_what_is_made_is_looked_through_with_what_is_old() -> None:
    with nothing_collected():
        made: list[object] = [[]]
    assert gc.get_freeze_count() == 0
    assert any(each is made for each in gc.get_objects(generation=2))


def test_where_something_is_set_aside_what_is_made_is_too() -> None:
    gc.freeze()
    before = gc.get_freeze_count()
    with nothing_collected():
        made: list[object] = [[]]
    assert gc.get_freeze_count() > before
    assert not any(each is made for each in gc.get_objects())
