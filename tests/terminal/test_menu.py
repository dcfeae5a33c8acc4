from __future__ import annotations

from collections.abc import Callable

import pytest

from game.terminal.menu import Beginning, Continue, NewGame, Offer, menu

RIVER = Offer("river", "River", "One night.", (Beginning("standard", "standard", ""),))
HARBOUR = Offer(
    "harbour",
    "Harbour",
    "Two days.",
    (Beginning("known", "Known", "No luck."), Beginning("open", "Open", "Luck.")),
)
BROKEN = Offer("bad", "Bad", "", (), "E300 in line 3")

Picked = NewGame | Continue | None


@pytest.fixture
def lines() -> list[str]:
    return []


@pytest.fixture
def pick(lines: list[str]) -> Callable[..., Picked]:
    """Return what the menu gives for typed lines."""

    def picked(*typed: str, has_last: bool = False) -> Picked:
        source = iter(typed)
        return menu(
            (BROKEN, RIVER, HARBOUR),
            lambda _prompt: next(source, None),
            lines.append,
            has_last=has_last,
        )

    return picked


def test_a_scenario_with_one_beginning_starts_at_once(pick: Callable[..., Picked]) -> None:
    assert pick("1") == NewGame("river", "standard")


def test_a_scenario_with_several_beginnings_asks_for_one(pick: Callable[..., Picked]) -> None:
    assert pick("2", "2") == NewGame("harbour", "open")


def test_one_can_go_back_from_the_beginnings(pick: Callable[..., Picked]) -> None:
    assert pick("2", "3", "1") == NewGame("river", "standard")


def test_the_last_game_is_offered_first(pick: Callable[..., Picked]) -> None:
    assert pick("1", has_last=True) == Continue()
    assert pick("2", has_last=True) == NewGame("river", "standard")


def test_a_broken_scenario_is_shown_in_grey_with_its_fault(
    pick: Callable[..., Picked], lines: list[str]
) -> None:
    pick("1")
    assert "  - Bad (cannot be started: E300 in line 3)" in lines


@pytest.mark.parametrize("typed", [("3",), ("quit",), (), ("nine", "", "0", "3")])
def test_quitting_and_the_end_of_the_input_pick_nothing(
    pick: Callable[..., Picked], typed: tuple[str, ...]
) -> None:
    assert pick(*typed) is None


def test_an_unknown_number_is_named(pick: Callable[..., Picked], lines: list[str]) -> None:
    pick("9", "1")
    assert lines[-1] == "There is no number '9' here."


def test_an_empty_shelf_is_told() -> None:
    lines: list[str] = []
    assert menu((), lambda _prompt: "1", lines.append, has_last=False) is None
    assert lines == ["No scenario was found."]
