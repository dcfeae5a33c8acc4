"""The fonts hold what texts in the languages of the game need."""

from __future__ import annotations

from pathlib import Path

import pygame.font
import pygame.image
import pytest

FONTS = Path(__file__).parents[2] / "assets" / "fonts"
FILES = sorted(path.name for path in FONTS.glob("*.ttf"))
FACES = {
    "Oswald": ("400", "500", "600", "700"),
    "LibreFranklin": ("400", "400i", "600", "600i", "700"),
    "IBMPlexMono": ("400", "400i", "500", "600"),
}
CHARACTERS = {
    "English": "abcdefghijklmnopqrstuvwxyz0123456789.,:;?!'\"()[]/&%$#@*+-=<>_",
    "Spanish": "áéíñóúü¿¡ªº",
    "German": "äöüßẞ",
    "French": "àâæçéèêëîïôœùûüÿ",
    "Russian": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя№",
    "typography": "‘’‚“”„«»–—…·•°×−§†£€©½ ",
}


@pytest.fixture(autouse=True)
def fonts() -> None:
    """The module of fonts, which stays: other tests of the same process hold fonts that are open."""
    pygame.font.init()


def picture(font: pygame.font.Font, letter: str) -> bytes:
    return pygame.image.tobytes(font.render(letter, antialias=False, color="black"), "RGBA")


def missing(font: pygame.font.Font, text: str) -> list[str]:
    """The letters that are drawn as what stands for any other script, the empty box."""
    box = picture(font, "\N{CJK UNIFIED IDEOGRAPH-4E00}")
    return [letter for letter in text if picture(font, letter) == box]


def test_each_face_has_its_weights_and_slants() -> None:
    assert sorted(f"{face}-{cut}.ttf" for face, cuts in FACES.items() for cut in cuts) == FILES


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("language", CHARACTERS)
def test_a_font_holds_every_character_of_the_language(name: str, language: str) -> None:
    font = pygame.font.Font(FONTS / name, 20)
    # The capital of ß is ẞ or SS, so capitals are taken letter by letter where they are one letter.
    capitals = "".join(letter.upper() for letter in CHARACTERS[language] if len(letter.upper()) == 1)
    assert missing(font, CHARACTERS[language] + capitals) == []


def test_a_character_that_no_font_holds_is_found_missing() -> None:
    font = pygame.font.Font(FONTS / "Oswald-400.ttf", 20)
    assert missing(font, "a←b") == ["←"]


@pytest.mark.parametrize("name", [name for name in FILES if not name.startswith("IBM")])
def test_joined_fonts_keep_their_kerning(name: str) -> None:
    font = pygame.font.Font(FONTS / name, 100)
    assert font.size("AVATAR")[0] < sum(font.size(letter)[0] for letter in "AVATAR") - 10


@pytest.mark.parametrize("name", [name for name in FILES if name.startswith("IBM")])
def test_documents_are_set_in_letters_of_one_width(name: str) -> None:
    font = pygame.font.Font(FONTS / name, 40)
    advances = {metrics[4] for metrics in font.metrics("iMЩñ—.") if metrics}
    assert len(advances) == 1


@pytest.mark.parametrize("family", FACES)
def test_the_licence_of_a_family_stands_beside_its_fonts(family: str) -> None:
    text = (FONTS / f"OFL-{family}.txt").read_text(encoding="utf-8")
    assert text.startswith("Copyright")
    assert "SIL OPEN FONT LICENSE Version 1.1" in text
