from __future__ import annotations

import gc
import weakref
from collections.abc import Callable
from pathlib import Path

import pygame
import pytest

from game.screen.canvas import Canvas
from game.screen.fonts import Cut, Faces, Role
from game.screen.scale import fitted
from game.screen.styles import heading, label, prose, typed
from game.screen.text import plain
from game.screen.theme import STANDARD
from game.screen.typeset import Align, Style, Typesetter
from game.view.line import Run, RunStyle

MakeCanvas = Callable[..., Canvas]
ASSETS = Path(__file__).parents[2] / "assets"

WORDS = "The carrier Essex will make the first interception."


def ink(surface: pygame.Surface) -> pygame.Rect:
    """The smallest rectangle around what was drawn on a surface filled with black."""
    mask = pygame.mask.from_threshold(surface, (0, 0, 0), (1, 1, 1))
    mask.invert()
    rects = mask.get_bounding_rects()
    return rects[0].unionall(rects[1:])


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("cut", Cut)
def test_every_role_has_a_font_for_every_cut(faces: Faces, role: Role, cut: Cut) -> None:
    assert faces.font(role, cut, 24).size("Ж, é, №, ñ")[0] > 0


def test_a_font_is_opened_once_for_a_size(faces: Faces) -> None:
    assert faces.font(Role.BODY, Cut.REGULAR, 31) is faces.font(Role.BODY, Cut.REGULAR, 31)


def test_documents_may_be_set_in_the_plain_face() -> None:
    faces = Faces(ASSETS / "fonts", document="sans")
    assert faces.face(Role.DOCUMENT, Cut.REGULAR) == faces.face(Role.BODY, Cut.REGULAR)


@pytest.mark.parametrize(
    "style", [heading(40, (255, 255, 255)), prose(40, (255, 255, 255)), typed(40, (255, 255, 255))]
)
def test_the_top_of_the_capitals_stands_where_it_was_asked_for(canvas: MakeCanvas, style: Style) -> None:
    paper = canvas(1920, 1080)
    setting = paper.write("HEH", style, 100, 200)
    rect = ink(paper.surface)
    assert rect.top == pytest.approx(200, abs=1)
    assert rect.bottom == pytest.approx(200 + setting.tall, abs=2)


@pytest.mark.parametrize("align", Align)
def test_a_line_stands_left_of_in_the_middle_of_or_right_of_its_place(
    canvas: MakeCanvas, align: Align
) -> None:
    paper = canvas(1920, 1080)
    setting = paper.write("HEH", prose(40, (255, 255, 255), align), 500, 200)
    assert ink(paper.surface).left == pytest.approx(500 - align.value * setting.wide, abs=5)


def test_words_of_the_body_stand_apart(canvas: MakeCanvas) -> None:
    type_ = canvas(1280, 720).kit.type
    style = prose(20, STANDARD.n7)
    both, first, second = (type_.setting(words, style).width for words in ("Bundy shows", "Bundy", "shows"))
    assert both - first - second >= 0.27 * type_.setting("a", style).size - 1e-6


def test_a_text_is_set_once_for_a_width(canvas: MakeCanvas) -> None:
    type_ = canvas().kit.type
    style = prose(24, STANDARD.n7)
    first = type_.setting(WORDS, style, 300)
    assert type_.setting(WORDS, style, 300) is first
    assert type_.setting(plain(WORDS), style, 300) is first
    assert type_.rendering(first) is type_.rendering(first)


def test_the_same_words_in_another_colour_are_another_picture(canvas: MakeCanvas) -> None:
    type_ = canvas().kit.type
    pictures = [
        type_.rendering(type_.setting(WORDS, prose(24, colour))) for colour in (STANDARD.n7, STANDARD.red)
    ]
    assert pictures[0].surface is not pictures[1].surface


def test_text_grows_with_its_scale(canvas: MakeCanvas) -> None:
    wide = [canvas(text=text).setting(WORDS, prose(24, STANDARD.n7)).wide for text in (1.0, 2.0)]
    assert wide[1] == pytest.approx(2 * wide[0], rel=0.1)


def test_no_line_is_wider_than_asked_for(canvas: MakeCanvas) -> None:
    for width in (90, 200, 333):
        setting = canvas().setting(WORDS, heading(27, STANDARD.n7), width)
        assert setting.wide <= width + 1


def test_letter_spacing_widens_a_label(canvas: MakeCanvas) -> None:
    spaced = label(STANDARD.n6)
    assert canvas().setting("DEFCON", spaced).wide > canvas().setting("DEFCON", spaced._replace(track=0)).wide


def test_a_link_is_underlined_in_its_accent(canvas: MakeCanvas) -> None:
    paper = canvas(1920, 1080)
    style = typed(40, (255, 255, 255), accent=(0, 0, 255))
    paper.write((Run("see "), Run("Lemay", RunStyle.LINK, "lemay")), style, 100, 200)
    blue = pygame.mask.from_threshold(paper.surface, (0, 0, 255), (1, 1, 1))
    assert blue.get_bounding_rects()[0].width > 90


def test_nothing_is_drawn_of_a_text_without_words(canvas: MakeCanvas) -> None:
    paper = canvas()
    setting = paper.write("", prose(24, STANDARD.n7), 10, 10)
    assert (setting.high, setting.tall, setting.wide) == (0, 0, 0)
    assert pygame.transform.average_color(paper.surface)[:3] == (0, 0, 0)


def test_a_typesetter_is_let_go_with_all_that_it_keeps_and_waits_for_no_collector(faces: Faces) -> None:
    gc.disable()
    try:
        setter = Typesetter(faces, fitted(1280, 720, 1.0))
        setter.rendering(setter.setting("The quarantine holds.", Style(Role.BODY, 24, (0, 0, 0)), 200))
        kept = weakref.ref(setter)
        del setter
        assert kept() is None
    finally:
        gc.enable()
