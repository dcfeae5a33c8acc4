"""The room as a library: its names, each documented, loaded only when they are asked for."""

from __future__ import annotations

import inspect
import subprocess
import sys

import pytest

import game.analysis as library


@pytest.mark.parametrize("name", library.__all__)
def test_a_public_name_says_what_it_is(name: str) -> None:
    found = getattr(library, name)
    assert found.__module__.startswith("game.analysis.")
    assert found.__module__ != f"game.analysis.{name}", "a module of that name would hide it"
    assert inspect.getdoc(found)


def test_another_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'oracle'"):
        library.oracle  # type: ignore[attr-defined]  # noqa: B018 - the reading is the test


def test_the_library_costs_nothing_until_a_name_is_asked_for() -> None:
    code = """if True:
        import sys
        import game.analysis
        print([each for each in sys.modules if each.startswith("game.analysis.")])
        from game.analysis import Policy
        print("game.analysis.prism" in sys.modules, "numpy" in sys.modules)
    """
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["[]", "False False"]


def test_all_names_have_a_home() -> None:
    assert sorted(library._HOMES) == sorted(library.__all__)
