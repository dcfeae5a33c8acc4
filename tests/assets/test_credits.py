"""Nothing is shipped without its author and licence."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ASSETS = ROOT / "assets"
SHIPPED = sorted(
    path.relative_to(ASSETS).as_posix()
    for path in ASSETS.rglob("*")
    if path.is_file()
    and path.name != "CREDITS.md"
    and path.parent.name not in {"build", "pictures", "__pycache__"}
)
"""What goes with the program; the pictures of README in `pictures/` stay in the clone."""


def named_files() -> set[str]:
    credits_text = (ASSETS / "CREDITS.md").read_text(encoding="utf-8")
    return set(re.findall(r"`(\w[\w-]*\.(?:ttf|txt|json|ogg|png|po))`", credits_text))


@pytest.mark.parametrize("path", SHIPPED)
def test_every_asset_is_named_in_the_credits(path: str) -> None:
    assert Path(path).name in named_files()


def test_the_credits_name_no_file_that_is_not_there() -> None:
    assert named_files() == {Path(path).name for path in SHIPPED}


def test_every_asset_is_shipped_with_the_program() -> None:
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    folders_and_files = {path.split("/")[0] for path in SHIPPED}
    assert all(f'"assets/{name}" = "game/shipped/assets/{name}"' in project for name in folders_and_files)


def test_the_licence_names_the_licences_of_all_parts() -> None:
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert all(
        name in text for name in ("MIT License", "CC BY 4.0", "SIL Open Font License", "assets/CREDITS.md")
    )
