"""The fonts have every sign of the texts that are shipped; a sign that no font has is a box, and no fault."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from game.screen.colour import WHITE
from game.screen.fonts import Cut, Faces, Role
from game.screen.scale import fitted
from game.screen.styles import heading, label, prose, typed
from game.screen.typeset import Style, Typesetter
from game.view.vocabulary import PROGRAM

ROOT = Path(__file__).parents[2]
SAMPLES = {
    "English": "“Quoted” – it’s a dash — and an ellipsis… 10 °C, 5 × 3 − 2, № 7, § 4, £ and €",
    "German": "Zwölf Boxkämpfer jagen Viktor quer über den großen Sylter Deich, STRAẞE, „Anführung“",
    "Russian": "Съешь ещё этих мягких французских булок, да выпей чаю; «ЁЖ», № 5",
    "Spanish": "¿Qué pingüino comió jamón ibérico? ¡El Niño, señor! ª º",
    "French": "Dès Noël où un zéphyr haï me vêt de glaçons würmiens, je dîne d’exquis rôtis de bœuf",
    "Polish": "Zażółć gęślą jaźń",
    "Czech": "Příliš žluťoučký kůň úpěl ďábelské ódy",
    "Turkish": "Pijamalı hasta yağız şoföre çabucak güvendi; Çiğli, İncirlik, ılık",
    "Ukrainian": "Жебракують філософи при ґанку церкви в Гадячі, ще й шатро їхнє п’яне знаємо",
    "arrows": "began → became ← up",
}
NO_FONT = {"Chinese": "古巴", "Arabic": "كوبا", "emoji": "🚀", "unassigned": "\u0378"}
INVISIBLE = ("\u200b", "\u0301", "\ufeff", "\u2060", "", " ")


def shipped_texts() -> Iterator[tuple[str, str]]:
    for folder in ("scenarios", "assets/lang"):
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in (".yaml", ".po"):
                yield path.name, path.read_text(encoding="utf-8")
    yield "words", "\n".join(PROGRAM.values())


def undrawable(faces: Faces, text: str) -> set[str]:
    """The signs of a text, and of its capitals, that some role cannot draw."""
    signs = {
        sign
        for sign in unicodedata.normalize("NFC", text + text.upper())
        if not sign.isspace() and unicodedata.category(sign) != "Cf"
    }
    return {sign for sign in signs for role in Role if not faces.can_draw(sign, role)}


def test_every_sign_of_every_shipped_text_can_be_drawn(faces: Faces) -> None:
    found = {name: missing for name, text in shipped_texts() if (missing := undrawable(faces, text))}
    assert found == {}


@pytest.mark.parametrize("language", SAMPLES)
def test_languages_of_players_can_be_drawn(faces: Faces, language: str) -> None:
    assert undrawable(faces, SAMPLES[language]) == set()


@pytest.mark.parametrize("script", NO_FONT)
def test_a_sign_that_no_font_has_is_found_missing(faces: Faces, script: str) -> None:
    assert undrawable(faces, NO_FONT[script]) == set(NO_FONT[script])


@pytest.mark.parametrize(
    "style",
    [heading(30, WHITE), label(WHITE), prose(24, WHITE), typed(23, WHITE)],
    ids=lambda s: s.role.value,
)
@pytest.mark.parametrize("script", NO_FONT)
def test_a_sign_that_no_font_has_is_drawn_as_a_box(faces: Faces, style: Style, script: str) -> None:
    type_ = Typesetter(faces, fitted(1280, 720))
    setting = type_.setting(NO_FONT[script], style)
    assert setting.wide > 8
    surface = type_.rendering(setting).surface
    assert pygame.mask.from_surface(surface).count() > 20


@pytest.mark.parametrize("words", INVISIBLE, ids=lambda words: "+".join(f"{ord(sign):04x}" for sign in words))
def test_what_has_no_width_is_no_fault(faces: Faces, words: str) -> None:
    type_ = Typesetter(faces, fitted(1280, 720))
    for style in (heading(30, WHITE), label(WHITE), typed(23, WHITE)):
        for text in (words, f"a{words}b", f"a {words} b"):
            assert type_.rendering(type_.setting(text, style, 200)).surface.get_width() > 0


def test_a_sign_is_taken_from_the_face_that_stands_in_and_stands_on_the_same_line(faces: Faces) -> None:
    parts = faces.parts(Role.HEADLINE, Cut.REGULAR, 40, "Brest → Kiel")
    assert [words for _, words in parts] == ["Brest ", "→", " Kiel"]
    assert parts[0][0] is parts[2][0] is faces.font(Role.HEADLINE, Cut.REGULAR, 40)
    assert parts[1][0] is not parts[0][0]


def test_a_word_with_an_umlaut_is_drawn_in_one_piece(faces: Faces) -> None:
    assert len(faces.parts(Role.BODY, Cut.REGULAR, 24, "Überwachungsmaßnahmen")) == 1
