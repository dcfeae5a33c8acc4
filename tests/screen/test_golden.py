"""Golden pictures: screens of a game that stays the same, beside how they looked when a person saw them.

`pytest tests/screen --update-golden` writes them anew; look at the difference before it is committed.
What differs is kept beside a failing test: the picture as it is now, and where it differs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pygame
import pytest

from game.scenario.loading import loaded
from game.screen.acts import Back
from game.screen.kept import Glimpse, Kept
from game.screen.screens.advisers import Advisers
from game.screen.screens.confirm import Confirm
from game.screen.screens.ending import Ending
from game.screen.screens.help import help_of
from game.screen.screens.journal import journal
from game.screen.screens.letter import DONE, Letter
from game.screen.screens.map import Map
from game.screen.screens.opening import Opening
from game.screen.screens.pause import Pause
from game.screen.screens.room import room
from game.screen.screens.room_view import papers
from game.screen.screens.saves import Saves
from game.screen.screens.screen import Screen
from game.screen.screens.settings import SettingsScreen
from game.screen.screens.sources import sources
from game.screen.screens.title import Title
from game.screen.stage import Workshop
from game.screen.still import still
from game.session.said import Said
from game.session.session import Session, after, started
from game.store.keymap import assigned
from game.store.settings import Settings
from game.view.composition import page
from game.view.page import Page
from game.view.vocabulary import PROGRAM

HERE = Path(__file__).parent
GOLDEN = HERE / "golden"
SCENARIO = HERE.parent / "lint" / "nine_days.yaml"
ASSETS = HERE.parents[1] / "assets"
MOST_MEAN, MOST_SHARE, FAR = 1.5, 0.005, 24
"""At a quarter of the size: the mean difference of 255, and the share of pixels more than `FAR` apart."""


class Case(NamedTuple):
    """A picture: its screens, the window, and the settings."""

    screens: tuple[Screen, ...]
    size: tuple[int, int] = (1280, 720)
    settings: Settings = Settings()
    is_presented: bool = False


@cache
def turns() -> tuple[Page, ...]:
    """The pages of a game that always takes the first choice."""
    result = loaded({"nine_days/scenario.yaml": SCENARIO.read_bytes()})
    assert result.scenario is not None
    session: Session = started(result.scenario, result.scenario.setup_ids[0], 1)
    shown = [page(session)]
    while not session.is_over and len(shown) < 40:
        session = after(session, session.legal_commands[0])
        shown.append(page(session))
    return tuple(shown)


@cache
def cases() -> dict[str, Case]:
    shown = turns()
    asked = next(each for each in shown if each.questions and len(each.questions[0].choices) > 2)
    letter = next(
        (each, told) for each in shown for told in each.told if told.kind == "letter" and told.sheet
    )
    here = room(asked)
    mail = Letter(page=letter[0], told=letter[1], elapsed=DONE)
    confirm = Confirm(label=asked.choices[0].label, warning=asked.choices[0].about, act=Back())
    large = Settings(text_scale=200)
    return {
        "title": Case((Title(last="Wednesday 24 October, 10:25"),)),
        "opening": Case((Opening(page=shown[0]),)),
        "room": Case((here,)),
        "room_4x3": Case((here,), (1024, 768)),
        "room_21x9": Case((here,), (1720, 720)),
        "room_large": Case((here,), settings=large),
        "room_high_contrast": Case((here,), settings=Settings(ground="high_contrast")),
        "room_colour_blind": Case((here,), settings=Settings(colours="colour_blind_safe")),
        "room_paper": Case((here,), settings=Settings(ground="paper")),
        "presented": Case((here.opened("decide"),), is_presented=True),
        "map": Case((Map(page=asked),)),
        "debate": Case((Advisers(page=asked, question=0),)),
        "letter": Case((mail,)),
        "confirm": Case((here, confirm)),
        "pause": Case((here, Pause())),
        "help": Case((here, help_of(here))),
        "help_large": Case((here, help_of(here)), (960, 540), settings=replace(large, text_scale=250)),
        "journal": Case((journal(asked),)),
        "sources": Case((here, sources(asked, papers(asked), PROGRAM))),
        "ending": Case((Ending(page=shown[-1]),)),
        "settings": Case((SettingsScreen(settings=large),), settings=large),
        "keys": Case((SettingsScreen(settings=Settings(keys=assigned((), "map", "x")), focus="key map"),)),
        "saves": Case((_saves(asked),)),
    }


def _saves(asked: Page) -> Saves:
    """A list of three saved games: one that is seen, one that cannot be read, one that is not seen yet."""
    when = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
    scenario, played = f"{asked.title}, {asked.setup_label}", "4 choices, seed 1"
    glimpse = Glimpse(f"{asked.date_words}, {asked.time_words}", scenario, "Not over yet", asked.map)
    refusal = Said("shelf.unplayable", {"name": "torn", "fault": "Nothing is in it."})
    seen = Kept("nine_days 2026-11-21 09.30", when, scenario, played, standing=glimpse)
    torn = Kept("torn", when, PROGRAM["saves.broken"], "", is_broken=True, standing=refusal)
    unseen = Kept("nine_days 2026-11-21 09.12", when, scenario, played)
    return Saves(games=(seen, torn, unseen), removed="nine_days 2026-11-20 18.05")


NAMES = [
    "title",
    "opening",
    "room",
    "room_4x3",
    "room_21x9",
    "room_large",
    "room_high_contrast",
    "room_colour_blind",
    "room_paper",
    "presented",
    "map",
    "debate",
    "letter",
    "confirm",
    "pause",
    "help",
    "help_large",
    "journal",
    "sources",
    "ending",
    "settings",
    "keys",
    "saves",
]


def test_every_picture_is_compared() -> None:
    assert set(cases()) == set(NAMES)
    assert {path.stem for path in GOLDEN.glob("*.png")} == set(NAMES)


@pytest.fixture(scope="module")
def workshop() -> Workshop:
    return Workshop(ASSETS)


@pytest.mark.parametrize("name", NAMES)
def test_a_screen_looks_as_it_did(
    name: str, workshop: Workshop, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    case = cases()[name]
    drawn = still(case.screens, case.size, workshop, PROGRAM, case.settings, is_presented=case.is_presented)
    path = GOLDEN / f"{name}.png"
    if request.config.getoption("--update-golden"):
        GOLDEN.mkdir(exist_ok=True)
        pygame.image.save(drawn, path)
    golden = pygame.image.load(path)
    mean, share = difference(drawn, golden)
    if mean > MOST_MEAN or share > MOST_SHARE:
        pygame.image.save(drawn, tmp_path / f"{name}.png")
        pytest.fail(
            f"{name} differs by {mean:.2f} in the mean and in {share:.1%}; it is {tmp_path / name}.png now"
        )


def difference(one: pygame.Surface, other: pygame.Surface) -> tuple[float, float]:
    """Return how far two pictures are apart in the mean, at a quarter of their size, and in what share."""
    assert one.get_size() == other.get_size()
    small = (one.get_width() // 4, one.get_height() // 4)
    first, second = (
        pygame.image.tobytes(pygame.transform.smoothscale(each, small), "RGB") for each in (one, other)
    )
    apart = [abs(a - b) for a, b in zip(first, second, strict=True)]
    far = sum(max(apart[i : i + 3]) > FAR for i in range(0, len(apart), 3))
    return sum(apart) / len(apart), 3 * far / len(apart)


def test_a_picture_with_a_word_less_is_told_apart(workshop: Workshop) -> None:
    here: Sequence[Screen] = cases()["room"].screens
    asked = turns()[next(i for i, each in enumerate(turns()) if each.questions)]
    without = room(replace(asked, questions=()))
    size = (1280, 720)
    mean, share = difference(still(here, size, workshop, PROGRAM), still((without,), size, workshop, PROGRAM))
    assert mean > MOST_MEAN or share > MOST_SHARE
