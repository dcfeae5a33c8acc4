"""When a window is opened, and what is said when none can be."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from types import ModuleType, SimpleNamespace

import pytest

from game.commands import window
from game.commands.main import main
from game.session.session import Session

Captured = pytest.CaptureFixture[str]


class NoWindowError(Exception):
    """Stands for pygame.error."""


def pygame(*, is_ce: bool) -> ModuleType:
    """Return what stands for pygame."""
    made = ModuleType("pygame")
    vars(made).update(error=NoWindowError, IS_CE=int(is_ce))
    return made


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """The sessions with which windows were opened, while a display is there."""
    sessions: list[object] = []

    def run(prepare: Callable[[], tuple[object, object, object, object]]) -> int:
        session, *_ = prepare()
        sessions.append(session)
        return 0

    monkeypatch.setattr(sys, "stdin", io.StringIO())
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    monkeypatch.setattr(window, "has_window", lambda: True)
    monkeypatch.setattr(window, "import_module", lambda _name: SimpleNamespace(run=run))
    monkeypatch.setitem(sys.modules, "pygame", pygame(is_ce=True))
    return sessions


def test_without_arguments_the_window_opens_with_its_title(opened: list[object]) -> None:
    assert main([]) == 0
    assert opened == [None]


def test_a_scenario_opens_in_the_window(opened: list[object]) -> None:
    assert main(["play", "night_patrol", "--seed", "7"]) == 0
    (session,) = opened
    assert getattr(session, "seed", None) == 7


def test_a_game_without_turning_back_opens_as_such(opened: list[object]) -> None:
    assert main(["play", "--no-turning-back"]) == 0
    (session,) = opened
    assert isinstance(session, Session)
    assert (session.scenario.id, session.can_turn_back) == ("cuba_1962", False)


def test_with_text_no_window_opens(opened: list[object], capsys: Captured) -> None:
    assert main(["play", "night_patrol", "--text", "--choose", "patrol=call"]) == 0
    assert opened == []
    assert "Ending" in capsys.readouterr().out


@pytest.mark.usefixtures("opened")
@pytest.mark.parametrize(
    ("module", "words"),
    [(pygame(is_ce=False), "pip install pygame-ce`"), (None, "The package pygame-ce is missing")],
)
def test_the_wrong_pygame_is_told_in_one_sentence_with_its_cure(
    module: ModuleType | None, words: str, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.setitem(sys.modules, "pygame", module)
    assert main([]) == 2
    told = capsys.readouterr().err
    assert words in told
    assert told.count("\n") == 1


@pytest.mark.usefixtures("opened")
def test_where_no_window_can_be_opened_the_terminal_is_used(
    monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    def run(_prepare: object) -> int:
        raise NoWindowError("no display")

    monkeypatch.setattr(window, "import_module", lambda _name: SimpleNamespace(run=run))
    assert main(["play", "night_patrol", "--choose", "patrol=call"]) == 0
    out, err = capsys.readouterr()
    assert "Ending" in out
    assert err == "No window can be opened: no display.\n"
