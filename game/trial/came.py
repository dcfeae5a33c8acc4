"""The names of what came in a game."""

from __future__ import annotations

from collections.abc import Iterator

from game.engine.happenings import (
    ChanceTaken,
    DecisionOpened,
    EventBegan,
    GameEnded,
    Happening,
    LetterArrived,
    OptionChosen,
    PhaseEntered,
    ReportGiven,
    ResponseCame,
)


def came(happenings: tuple[Happening, ...]) -> Iterator[str]:
    """Yield the ids of what came: entries, options, outcomes, endings."""
    for each in happenings:
        match each:
            case EventBegan(name, _) | PhaseEntered(name, _) | ReportGiven(name, _) | LetterArrived(name, _):
                yield name
            case ResponseCame(name) | GameEnded(name, _) | DecisionOpened(name, _, _):
                yield name
            case OptionChosen(decision, option, _):
                yield f"{decision}.{option}"
            case ChanceTaken(site, result, _, _, _):
                yield f"{site}.{result}"
            case _:
                pass
