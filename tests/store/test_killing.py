"""Killed while it saves, the program loses no more than the last step."""

from __future__ import annotations

import os

import pytest

from tests.store.killing import deaths


@pytest.mark.skipif(os.name == "nt", reason="a process is killed in another way there")
def test_whenever_a_process_is_killed_nothing_but_the_last_step_is_lost() -> None:
    for told, found in deaths(20, seed=7):
        assert found in (told, told + 1)
