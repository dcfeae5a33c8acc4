"""Writes the fonts of the game, `assets/fonts/*.ttf`, and their licences from npm packages.

To rebuild, in an empty temporary folder:

    npm install --ignore-scripts @fontsource/oswald@5.3.0 @fontsource/libre-franklin@5.3.0
    npm install --ignore-scripts @ibm/plex-mono@2.5.0

then, with fontTools and brotli installed and in the folder of the project, give it to this script:

    python -m assets.build.make_fonts FOLDER

A web font comes as one file for each script. Oswald and Libre Franklin reserve no name, so their files for
Latin, Latin Extended and Cyrillic are joined into one; kerning holds within each of the three. IBM Plex Mono
reserves the name "Plex": its complete files are taken out of their compression, changed in nothing else.

The same packages give the same bytes.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path
from typing import NamedTuple

from fontTools.merge import Merger, Options
from fontTools.ttLib import TTFont

FONTS = Path(__file__).resolve().parent.parent / "fonts"
SUBSETS = ("latin", "latin-ext", "cyrillic", "cyrillic-ext")
# Vertical setting, the axes of a variable font, and signatures: none holds for a joined font.
DROPPED_TABLES = ["vhea", "vmtx", "STAT", "DSIG", "meta"]
# Family, style, full name and PostScript name, typographic family and style; Windows, Unicode, US English.
NAMES = (1, 2, 4, 6, 16, 17)
PLATFORM = (3, 1, 0x409)


class Joined(NamedTuple):
    """A font that is put together from the subsets of an @fontsource package."""

    package: str
    family: str
    weight: int
    style: str  # as the package writes it: normal or italic
    style_name: str

    @property
    def file_name(self) -> str:
        slant = "i" if self.style == "italic" else ""
        return f"{self.family.replace(' ', '')}-{self.weight}{slant}.ttf"


JOINED = (
    Joined("oswald", "Oswald", 400, "normal", "Regular"),
    Joined("oswald", "Oswald", 500, "normal", "Medium"),
    Joined("oswald", "Oswald", 600, "normal", "SemiBold"),
    Joined("oswald", "Oswald", 700, "normal", "Bold"),
    Joined("libre-franklin", "Libre Franklin", 400, "normal", "Regular"),
    Joined("libre-franklin", "Libre Franklin", 400, "italic", "Italic"),
    Joined("libre-franklin", "Libre Franklin", 600, "normal", "SemiBold"),
    Joined("libre-franklin", "Libre Franklin", 600, "italic", "SemiBold Italic"),
    Joined("libre-franklin", "Libre Franklin", 700, "normal", "Bold"),
)
UNPACKED = {
    "IBMPlexMono-Regular.woff2": "IBMPlexMono-400.ttf",
    "IBMPlexMono-Italic.woff2": "IBMPlexMono-400i.ttf",
    "IBMPlexMono-Medium.woff2": "IBMPlexMono-500.ttf",
    "IBMPlexMono-SemiBold.woff2": "IBMPlexMono-600.ttf",
}
LICENCES = {
    "@fontsource/oswald/LICENSE": "OFL-Oswald.txt",
    "@fontsource/libre-franklin/LICENSE": "OFL-LibreFranklin.txt",
    "@ibm/plex-mono/LICENSE.txt": "OFL-IBMPlexMono.txt",
}


def write_unpacked(source: Path, target: Path) -> None:
    """Write a compressed font without its compression, its bounds and times as they were."""
    font = TTFont(source, recalcBBoxes=False, recalcTimestamp=False)
    font.flavor = None
    font.save(target, reorderTables=False)


def write_joined(joined: Joined, packages: Path, target: Path) -> None:
    files = packages / "@fontsource" / joined.package / "files"
    with tempfile.TemporaryDirectory() as folder:
        parts = []
        for subset in SUBSETS:
            part = Path(folder) / f"{subset}.ttf"
            write_unpacked(files / f"{joined.package}-{subset}-{joined.weight}-{joined.style}.woff2", part)
            parts.append(str(part))
        original = TTFont(parts[0])["head"]
        font = Merger(options=Options(drop_tables=DROPPED_TABLES)).merge(parts)
    name_font(font, joined)
    font["head"].created, font["head"].modified = original.created, original.modified
    font.recalcTimestamp = False
    font.save(target)


def name_font(font: TTFont, joined: Joined) -> None:
    """Give the font the names of its own weight: the subsets carry those of the lightest."""
    full = f"{joined.family} {joined.style_name}"
    postscript = full.replace(joined.family, joined.family.replace(" ", "") + "-").replace(" ", "")
    values = (full, "Regular", full, postscript, joined.family, joined.style_name)
    for name, value in zip(NAMES, values, strict=True):
        font["name"].setName(value, name, *PLATFORM)


def write_licence(source: Path, target: Path) -> None:
    lines = source.read_text(encoding="utf-8").splitlines()
    target.write_text("\n".join(line.rstrip() for line in lines) + "\n", encoding="utf-8", newline="\n")


def main() -> None:
    parser = argparse.ArgumentParser(description="Write the fonts of the game.")
    parser.add_argument("folder", type=Path, help="where npm installed the packages")
    packages = parser.parse_args().folder / "node_modules"
    FONTS.mkdir(exist_ok=True)
    for joined in JOINED:
        write_joined(joined, packages, FONTS / joined.file_name)
    for source, target in UNPACKED.items():
        write_unpacked(packages / "@ibm/plex-mono/fonts/complete/woff2" / source, FONTS / target)
    for source, target in LICENCES.items():
        write_licence(packages / source, FONTS / target)
    for path in sorted(FONTS.iterdir()):
        print(f"{path.stat().st_size:8} {path.name}")


if __name__ == "__main__":
    main()
