"""Pictures that scenarios bring are shown in their frames; what cannot be read is an empty frame."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO

import pygame
import pytest

from game.screen.box import Box
from game.screen.likeness import generated
from game.screen.parts.vignette import Vignette, draw_vignette
from game.screen.photograph import claimed_size, decoded, filling
from game.screen.portrait import Portraits
from game.screen.theme import STANDARD
from game.screen.vignettes.gallery import Gallery
from tests.screen.conftest import MakeCanvas

RED = (200, 40, 30)


def encoded(kind: str, size: tuple[int, int] = (40, 30)) -> bytes:
    surface = pygame.Surface(size)
    surface.fill(RED)
    written = BytesIO()
    pygame.image.save(surface, written, f"picture.{kind}")
    return written.getvalue()


def bomb() -> bytes:
    """A PNG of some bytes that says that it is a hundred thousand pixels wide and high."""
    head = struct.pack(">IIBBBBB", 100_000, 100_000, 8, 2, 0, 0, 0)
    chunk = struct.pack(">I", len(head)) + b"IHDR" + head + struct.pack(">I", zlib.crc32(b"IHDR" + head))
    return b"\x89PNG\r\n\x1a\n" + chunk


@pytest.mark.parametrize("kind", ["png", "jpg"])
def test_a_picture_says_how_large_it_is_before_it_is_decoded(kind: str) -> None:
    assert claimed_size(encoded(kind)) == (40, 30)
    shown = decoded(encoded(kind))
    assert shown is not None
    assert shown.get_size() == (40, 30)


@pytest.mark.parametrize(
    ("head", "size"),
    [
        (b"VP8X" + bytes(8) + (639).to_bytes(3, "little") + (359).to_bytes(3, "little"), (640, 360)),
        (b"VP8 " + bytes(10) + struct.pack("<HH", 320, 200), (320, 200)),
        (b"VP8L" + bytes(4) + b"\x2f" + struct.pack("<I", 99 | 49 << 14), (100, 50)),
    ],
)
def test_a_webp_of_each_kind_says_how_large_it_is(head: bytes, size: tuple[int, int]) -> None:
    assert claimed_size(b"RIFF\0\0\0\0WEBP" + head) == size


@pytest.mark.parametrize("content", [b"", b"no picture", encoded("png")[:20], encoded("jpg")[:9], bomb()])
def test_what_is_no_picture_or_claims_too_much_is_not_decoded(content: bytes) -> None:
    assert decoded(content) is None


def test_a_picture_fills_a_frame_of_another_form() -> None:
    wide = pygame.Surface((400, 100), depth=8)
    assert filling(wide, (50, 80)).get_size() == (50, 80)


def test_a_picture_of_a_scenario_stands_in_the_frame_with_its_caption(canvas: MakeCanvas) -> None:
    paper = canvas()
    gallery = Gallery({"river/images/bridge.png": encoded("png")}.get)
    draw_vignette(paper, gallery, Box(0, 0, 600, 400), Vignette("river/images/bridge.png", "A bridge"))
    draw_vignette(paper, gallery, Box(700, 0, 600, 400), Vignette("river/images/gone.png", "A bridge"))
    assert paper.surface.get_at(paper.scale.point(300, 150))[:3] == RED
    assert paper.surface.get_at(paper.scale.point(1000, 150))[:3] == STANDARD.n3


def test_a_portrait_of_a_scenario_is_shown_and_grey_in_high_contrast() -> None:
    likeness = generated("mayor")._replace(asset="river/images/mayor.png")
    content = {"river/images/mayor.png": encoded("png")}.get
    assert Portraits(content).picture(likeness, (60, 80)).get_at((30, 40))[:3] == RED
    grey = Portraits(content, is_mono=True).picture(likeness, (60, 80)).get_at((30, 40))
    assert grey[0] == grey[1] == grey[2]


def test_a_portrait_that_cannot_be_read_is_drawn() -> None:
    likeness = generated("mayor")
    drawn = Portraits().picture(likeness, (60, 80))
    without = Portraits().picture(likeness._replace(asset="river/images/gone.png"), (60, 80))
    assert pygame.image.tobytes(drawn, "RGB") == pygame.image.tobytes(without, "RGB")
