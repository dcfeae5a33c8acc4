"""The frame of every page: values escaped, nothing fetched, the colours of the theme."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from game.report import sheet as module
from game.report.sheet import sheet
from game.screen.colour import parsed
from game.screen.theme import PAPER, STANDARD

TEMPLATES = Path(module.__file__).parent / "templates"
NIGHT = {
    "ground": "n1",
    "panel": "n2",
    "raised": "n3",
    "rule": "n4",
    "faint": "n5",
    "second": "n6",
    "text": "n7",
    "red": "red",
    "amber": "amber",
    "blue": "blue",
    "green": "green",
}


def tokens(selector: str) -> dict[str, str]:
    style = (TEMPLATES / "base.css").read_text(encoding="utf-8")
    block = style[style.index(selector) :]
    return dict(re.findall(r"--([\w-]+): (#[0-9A-F]{6});", block[: block.index("}")]))


@pytest.mark.parametrize(
    ("selector", "theme"),
    [
        (':root:not([data-ground="paper"])', STANDARD),
        (':root[data-ground="night"]', STANDARD),
        (":root {", PAPER),
    ],
    ids=["dark", "night", "paper"],
)
def test_the_colours_are_those_of_the_theme(selector: str, theme: object) -> None:
    found = tokens(selector)
    assert {name: parsed(found[name]) for name in NIGHT} == {
        name: getattr(theme, token) for name, token in NIGHT.items()
    }


def test_nothing_outside_of_the_templates_has_a_colour() -> None:
    for path in TEMPLATES.iterdir():
        if path.name != "base.css":
            assert not re.search(r"#[0-9A-Fa-f]{6}\b", path.read_text(encoding="utf-8")), path.name


def test_every_page_forbids_requests_and_names_nothing_to_fetch() -> None:
    for path in TEMPLATES.iterdir():
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"(?:src|href|url)\s*[=(]\s*[\"']?(?:https?:)?//", text), path.name
    assert "default-src 'none'" in sheet("base.html", {})


def test_a_page_says_its_language() -> None:
    assert '<html lang="es">' in sheet("base.html", {}, language="es")
