"""What keys mean by themselves."""

from __future__ import annotations

import pytest

from game.screen.press import Press


@pytest.mark.parametrize(
    ("key", "item"), [("1", "a"), ("3", "c"), ("4", None), ("0", None), ("x", None), ("page_up", None)]
)
def test_a_digit_numbers_an_item_from_one(key: str, item: str | None) -> None:
    assert Press(key).numbered("abc") == item
