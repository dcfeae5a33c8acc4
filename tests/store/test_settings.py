"""Settings: kept where they can be, named where they cannot."""

from __future__ import annotations

import pytest

from game.store.places import Places
from game.store.settings import ReadSettings, Settings, read_settings, write_settings
from game.view.words import ENGLISH


def given(home: Places, text: str) -> ReadSettings:
    home.settings.parent.mkdir(parents=True)
    home.settings.write_text(text, encoding="utf-8")
    return read_settings(home.settings)


def told(home: Places, text: str) -> tuple[Settings, list[str]]:
    """The settings of a text, and the sentences on what could not be taken."""
    read = given(home, text)
    return read.settings, [said.in_words(ENGLISH) for said in read.said]


def test_without_a_file_the_defaults_hold(home: Places) -> None:
    assert read_settings(home.settings) == (Settings(), ())


def test_what_is_written_is_read_back(home: Places) -> None:
    settings = Settings(
        225,
        "high_contrast",
        "colour_blind_safe",
        reduced_motion=True,
        full_screen=True,
        typeface="sans",
    )
    write_settings(home.settings, settings)
    assert read_settings(home.settings) == (settings, ())


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("text_scale: 110", "settings.yaml:2:13: `text_scale` is one of 100, 125, "),
        (
            "text_scal: 150",
            "settings.yaml:2:1: there is no setting called `text_scal`. Did you mean `text_scale`?",
        ),
        (
            "ground: [paper]",
            "settings.yaml:2:9: `ground` is one of standard, high_contrast, paper, and one word only.",
        ),
        ("reduced_motion: perhaps", "settings.yaml:2:17: `reduced_motion` is one of yes, no, not `perhaps`."),
    ],
)
def test_one_bad_setting_is_named_and_the_others_are_kept(home: Places, line: str, sentence: str) -> None:
    settings, sentences = told(home, f"full_screen: yes\n{line}\ncolours: colour_blind_safe\n")
    assert settings == Settings(full_screen=True, colours="colour_blind_safe")
    (said,) = sentences
    assert said.startswith(sentence)


def test_a_damaged_file_is_kept_aside(home: Places) -> None:
    settings, sentences = told(home, "text_scale: [\n")
    assert settings == Settings()
    (said,) = sentences
    assert said.startswith("settings.yaml:")
    assert said.endswith("The file is kept as settings.broken-1.yaml.")
    assert (home.settings.parent / "settings.broken-1.yaml").read_text() == "text_scale: [\n"
    assert not home.settings.exists()
