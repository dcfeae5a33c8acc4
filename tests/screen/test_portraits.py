"""Portraits: the same for a person everywhere, another for each feature, a monogram where they are small."""

from __future__ import annotations

import pygame
import pytest

from game.screen.box import Box
from game.screen.likeness import Dress, Hair, Likeness, generated, monogram
from game.screen.parts.face import draw_face
from game.screen.portrait import Portraits
from tests.screen.conftest import MakeCanvas
from tests.screen.test_parts import BUNDY


def test_a_generated_likeness_is_the_same_every_time_and_differs_between_people() -> None:
    assert generated("rusk") == generated("rusk")
    looks = {generated(f"person {i}")[1:] for i in range(40)}
    assert len(looks) > 15


def test_a_likeness_is_the_same_in_every_version_and_on_every_machine() -> None:
    assert generated("gromyko") == Likeness("gromyko", "thin", "white", build="broad", dress="suit")
    assert Portraits().backdrop("gromyko") == (185, 162, 114)


@pytest.mark.parametrize("hair", ["short", "parted", "slick", "tousled", "long", "thin", "bald"])
@pytest.mark.parametrize("dress", ["suit", "uniform", "fatigues", "blouse"])
def test_every_feature_changes_the_portrait(hair: Hair, dress: Dress) -> None:
    portraits = Portraits()
    who = Likeness("x", hair, dress=dress)
    usual = pygame.image.tobytes(portraits.picture(who, (96, 110)), "RGB")
    for other in (
        who._replace(has_glasses=True),
        who._replace(has_moustache=True),
        who._replace(build="broad"),
        who._replace(hair_colour="white"),
    ):
        assert pygame.image.tobytes(portraits.picture(other, (96, 110)), "RGB") != usual


def test_a_small_portrait_is_a_monogram(canvas: MakeCanvas) -> None:
    paper = canvas(1280, 720)
    draw_face(paper, Box(100, 100, 60, 60), BUNDY)
    assert len(paper.kit.portraits) == 0
    draw_face(paper, Box(100, 100, 90, 90), BUNDY)
    assert len(paper.kit.portraits) == 1


@pytest.mark.parametrize(
    ("name", "letters"), [("Robert F. Kennedy", "RK"), ("U Thant", "UT"), ("", ""), ("Ширяев", "Ш")]
)
def test_a_monogram_is_made_of_the_first_and_the_last_name(name: str, letters: str) -> None:
    assert monogram(name) == letters
