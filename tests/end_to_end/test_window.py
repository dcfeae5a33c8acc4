"""A game from the title to an ending in a real window: by keyboard alone, and by mouse alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from game.store.places import shipped

SHORT = "river_incident"


def number_of(scenario: str) -> int:
    """The place of a shipped scenario among the folders, from 1."""
    names = sorted(path.name for path in shipped("scenarios").iterdir() if path.is_dir())
    return names.index(scenario) + 1


def play_on(player: Any, hands: Mapping[str, Callable[[], object]]) -> None:
    """Do at each place what is to be done there, until the game has ended."""

    def hands_at() -> None:
        hands.get(player.place(), player.place)()

    player.go("Ending", hands_at)


def test_a_game_is_played_to_its_ending_by_keyboard_alone(player: Any) -> None:
    player.go("Scenarios", lambda: player.press("2"))  # the first entry is the tutorial
    player.go("How it begins", lambda: player.press(str(number_of(SHORT))))
    player.go("Opening", lambda: player.press("Return"))
    play_on(
        player,
        {
            "Opening": lambda: player.press("Return"),
            "What followed": lambda: player.press("Return"),
            "Situation room": lambda: player.press("1", "Return"),
        },
    )
    assert "patrol.hold" in player.game()
    player.press("ctrl+q")
    assert player.ended() == 0


def test_a_game_is_played_to_its_ending_by_mouse_alone(player: Any) -> None:
    player.go("Scenarios", lambda: player.click(150, 455))
    player.go("How it begins", lambda: (player.wheel(number_of(SHORT)), player.click(1108, 420)))
    player.go("Opening", lambda: player.click(300, 178))
    play_on(
        player,
        {
            "Opening": lambda: player.click(300, 652),
            "What followed": lambda: player.click(960, 662),
            "Situation room": lambda: (player.click(470, 650), player.click(470, 650)),
        },
    )
    assert "patrol.hold" in player.game()
    player.go("Pause", player.click_right)
    player.click(640, 546)
    assert player.ended() == 0
