"""The names of what came in a game."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

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


def came_at_all(name: str, run: Sequence[str]) -> str:
    """Return what failed where a name came that never should, with the run on which it comes."""
    told = f"\nrun: {', '.join(run)}" if run else ", at the start of every game"
    return f"`{name}` may come, and never should{told}"


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
