"""What Python looks through for values that nobody needs."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest

from game.scenario.loading import loaded
from game.screen.collector import set_aside, settle, spare_the_old


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)
    gc.unfreeze()


def test_old_values_are_looked_through_again_once_those_that_stay_are_all_there() -> None:
    spare_the_old()
    set_aside()
    assert gc.get_threshold()[2] > 10**9
    assert gc.get_freeze_count() > 0
    settle()
    assert gc.get_threshold()[2] <= 10


def test_what_is_set_aside_stays_aside_when_a_scenario_is_loaded() -> None:
    set_aside()
    before = gc.get_freeze_count()
    loaded({"a/a.yaml": b"format: 1\nid: a\n"})
    assert gc.get_freeze_count() >= 0.9 * before


class Knot:
    """Something that refers to itself, so that nobody but the collector lets go of it."""

    def __init__(self) -> None:
        self.itself = self


def test_what_is_not_needed_is_let_go() -> None:
    set_aside()
    knot = weakref.ref(Knot())
    assert knot() is not None
    settle()
    assert knot() is None
