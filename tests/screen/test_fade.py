"""One screen coming through another."""

from __future__ import annotations

import pygame

from game.screen.fade import LASTS, Fade

BEFORE, AFTER = (200, 40, 0), (0, 120, 250)


def surface(colour: tuple[int, int, int]) -> pygame.Surface:
    made = pygame.Surface((4, 4))
    made.fill(colour)
    return made


def frames(count: int) -> list[tuple[int, ...]]:
    """Return a pixel of each frame of a fade, the finished picture last."""
    shown, fade = surface(BEFORE), Fade(surface(AFTER), 10.0)
    seen = []
    for i in range(count):
        fade.draw(shown, 10.0 + LASTS * i / count)
        seen.append(tuple(shown.get_at((1, 1)))[:3])
    fade.finish(shown)
    return [*seen, tuple(shown.get_at((1, 1)))[:3]]


def test_the_first_frame_shows_something_of_both_pictures() -> None:
    first = frames(10)[0]
    assert first not in (BEFORE, AFTER)
    assert abs(first[0] - BEFORE[0]) < 60


def test_red_goes_and_blue_comes_with_every_frame_until_the_picture_is_exact() -> None:
    seen = frames(12)
    assert [each[0] for each in seen] == sorted((each[0] for each in seen), reverse=True)
    assert [each[2] for each in seen] == sorted(each[2] for each in seen)
    assert seen[-1] == AFTER


def test_many_frames_come_as_far_as_few() -> None:
    half = [frames(count)[count // 2] for count in (4, 20)]
    assert all(abs(one - other) <= 6 for one, other in zip(*half, strict=True))
